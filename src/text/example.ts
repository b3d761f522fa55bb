/** The example diary: made up, nobody's, and saying only what a nose and an ear can notice. The bench draws from it too. */

/** What somebody might write of what happened. */
export const happenings = [
  'A strong smell of cannabis in the stairwell. It came under my front door.',
  'Smell like cannabis through the kitchen vent. It stayed for most of the evening.',
  'I smelt it as soon as I came in from the street. It was strongest on the second landing.',
  'The smell came in at the bedroom window. I got up and closed it.',
  'It started just after I went to bed. I could still smell it an hour later.',
  'Smell like cannabis on the balcony. I took the washing in.',
  'A weak smell in the hallway, gone after a few minutes.',
  'The smell was in the bathroom this time. It seemed to come along the pipes.',
  'Woken by voices on the stairs. The smell was there too.',
  'Very strong tonight. It was in the living room with all windows shut.',
  'My visitor noticed it before I said anything.',
  'Smell like cannabis while I was cooking. I stopped and opened the back window.',
  'Several people came and went within an hour. The main door banged each time.',
  'Loud music until late, and the smell with it.',
  'It came in waves, about every half hour.',
  'The smell was in the lift and on our landing.',
  'I noticed it when I opened the window in the morning.',
  'Weaker than last time. It was gone when I came back from the shop.',
] as const

/** What somebody might write of what it did to them. */
export const effects = [
  'My chest felt tight and I used my inhaler.',
  'I lay awake and was tired at work.',
  'The children could not play on the balcony.',
  'I had a headache until the next morning.',
  'I moved my daughter to sleep in my room.',
  'We kept every window shut on a warm night.',
  'I washed the curtains again.',
  'I did not want to ask my sister round.',
  'I sat in the kitchen until it was gone.',
  'I felt sick and could not eat.',
  'I could not work at my desk, so I went to the library.',
  'I was afraid to go down the stairs.',
] as const

export const places = [
  'Stairwell, second floor',
  'My bedroom',
  'Kitchen',
  'Hallway',
  'Balcony',
  'Bathroom',
  'Main door',
] as const

/** What somebody might have been told by the police, a landlord or a council. */
export const answers = [
  'They noted it and gave me the number. An officer may call back.',
  'They asked me to keep a diary and to send it every two weeks.',
  'They said they would write to all homes in the block.',
  'They asked how often it happens and at what time.',
  'They thanked me. They said they had not heard of it from anybody else.',
] as const
