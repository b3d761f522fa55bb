/** Home while nothing is written: what the app is for, in three short parts. */
export const welcome = {
  title: 'Nothing written yet',
  intro: 'When you smell, see or hear something, log it here. It takes two taps. You can add the rest later.',
  about: 'Good to know',
  sheet: 'It becomes a sheet for your landlord',
  sheetWords: 'The app counts the days and nights. It puts them on one PDF, with your police log number.',
  stays: 'It stays on your phone',
  staysWords:
    'There is no account. Nobody else can see what you write unless you share it. It works with no internet.',
  home: 'Put it on your home screen',
  homeWords:
    'On an iPhone, do this first: tap Share, then “Add to Home Screen”. A tab can be emptied after a week.',
  homeOther: 'On other phones, open the browser’s menu. Choose “Install” or “Add to home screen”.',
} as const
