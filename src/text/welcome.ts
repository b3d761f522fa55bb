/** Home while nothing is written: what the app is for, in three short parts. */
export const welcome = {
  title: 'Nothing written yet',
  intro: 'When you smell, see or hear something, log it here. It takes two taps. You can add the rest later.',
  have: 'I have a backup',
  about: 'Good to know',
  sheet: 'It becomes a sheet for your landlord',
  sheetWords: 'The app counts the days and nights. It puts them on one PDF, with your police log number.',
  stays: 'It stays on your phone',
  staysWords:
    'There is no account. Nobody else can see what you write unless you share it. It works with no internet.',
  how: 'Show me how',
} as const
