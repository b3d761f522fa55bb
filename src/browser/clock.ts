/** The phone's clock and zone, in one place so that a test can set them as a person would: on the page. */
export const now = (): number => Date.now()

/** By both clocks: a phone that slept stops the one, and somebody may set the other. */
export interface Moment {
  wall: number
  ran: number
}
export const moment = (): Moment => ({ wall: now(), ran: performance.now() })

/** Milliseconds, by whichever clock ran further. */
export const since = ({ wall, ran }: Moment): number => Math.max(now() - wall, performance.now() - ran)

/** Temporal says it at once; the first question to Intl takes 15 to 60 ms of a start (measured in Chromium 156). */
const temporal = (globalThis as { Temporal?: { Now: { timeZoneId(): string } } }).Temporal

export const zone = (): string =>
  temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone
