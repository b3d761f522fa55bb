/** The phone's clock and zone, in one place so that a test can set them as a person would: on the page. */
export const now = (): number => Date.now()
export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
