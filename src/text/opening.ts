/** Where the diary does not open, or came back smaller; or an address leads nowhere. */
export const opening = {
  failed: 'The diary did not open',
  failedWords:
    'Your phone’s storage did not answer. Nothing was deleted. Close other windows of the diary, then try again.',
  lost: 'Your diary looks empty or shorter than before',
  lostWords: (before: string, now: string) =>
    `This phone held ${before}. Now it holds ${now}. The phone may have cleared them. If you have a backup, restore it before you write more.`,
  entries: (n: number, shown: string) => (n === 1 ? `${shown} entry` : `${shown} entries`),
  writeWords:
    'You can write now all the same. Your words are kept on this phone as a draft. Save them once the diary opens.',
  write: 'Write it down now',
  goOn: 'Go on with what is here',
  restore: 'Restore',
  notFound: 'There is no such page',
  notFoundWords: 'Your diary is safe. Go to the first page.',
} as const
