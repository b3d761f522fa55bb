/** What people might write whose first language is not English: no sentence of the app, so not in src/text. */
export interface Writer {
  happenings: readonly string[]
  effects: readonly string[]
  places: readonly string[]
}

export const writers: readonly Writer[] = [
  {
    happenings: [
      'Silny zapach marihuany na klatce schodowej, wchodził pod drzwiami.',
      'Zapach w łazience, trwał około godziny.',
      'Znowu po północy. Musiałam zamknąć wszystkie okna.',
    ],
    effects: ['Syn kaszlał całą noc.', 'Nie mogłam spać i bolała mnie głowa.'],
    places: ['Klatka schodowa', 'Łazienka'],
  },
  {
    happenings: ['Arogl cryf ar y grisiau, fel canabis.', 'Daeth yr arogl i mewn drwy ffenest y gegin.'],
    effects: ['Methais gysgu tan ddau.', 'Roedd rhaid cau pob ffenest yn y tŷ.'],
    places: ['Grisiau', 'Cegin'],
  },
  {
    happenings: [
      'رائحة قوية في الدرج تشبه رائحة الحشيش.',
      'دخلت الرائحة من نافذة غرفة النوم بعد منتصف الليل.',
    ],
    effects: ['لم يستطع ابني النوم.', 'أصبت بصداع حتى الصباح.'],
    places: ['الدرج', 'غرفة النوم'],
  },
  {
    happenings: ['সিঁড়িতে গাঁজার মতো তীব্র গন্ধ।', 'রাত একটায় রান্নাঘরে গন্ধ এল।'],
    effects: ['ঘুমাতে পারিনি।', 'মেয়েটার কাশি হয়েছে।'],
    places: ['সিঁড়ি', 'রান্নাঘর'],
  },
  {
    happenings: ['Έντονη μυρωδιά σαν κάνναβη στη σκάλα.', 'Η μυρωδιά ήρθε από το παράθυρο του μπάνιου.'],
    effects: ['Δεν μπορούσα να κοιμηθώ.', 'Πονούσε το κεφάλι μου ως το πρωί.'],
    places: ['Σκάλα', 'Μπάνιο'],
  },
  {
    happenings: [
      'Olor fuerte a cannabis en la escalera; entró por debajo de la puerta.',
      'Otra vez de madrugada.',
    ],
    effects: ['Mi niña no pudo dormir.', 'Tuve que cerrar todas las ventanas.'],
    places: ['Escalera', 'Habitación'],
  },
  {
    happenings: ['楼梯间有很浓的大麻味。', '半夜一点，气味从厨房的窗户进来。'],
    effects: ['我整晚睡不着。', '孩子一直咳嗽。'],
    places: ['楼梯间', '厨房'],
  },
]
