/** Which browser this is, as it says itself: its name and main version, `Chrome/150`. All built on one engine may give the same. */
export const whichBrowser = (): string =>
  /(?:Chrome|Firefox|Version|CriOS|FxiOS)\/\d+/.exec(navigator.userAgent)?.[0] ?? 'unknown'
