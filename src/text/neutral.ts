/** What stands there after leaving quickly: a page from anybody's kitchen. */
export const neutral = {
  title: 'Vegetable soup',
  serves: 'For four people. Takes about 40 minutes.',
  ingredients: 'You need',
  list: [
    '2 carrots',
    '2 leeks',
    '3 potatoes',
    '1 onion',
    '1 tin of chopped tomatoes',
    '1 litre of vegetable stock',
    'A little oil, salt and pepper',
  ],
  method: 'What to do',
  steps: [
    'Wash and chop the vegetables.',
    'Warm the oil in a large pan. Cook the onion until it is soft.',
    'Add the other vegetables and stir for five minutes.',
    'Add the tomatoes and the stock. Simmer for 25 minutes.',
    'Add salt and pepper. Serve with bread.',
  ],
} as const
