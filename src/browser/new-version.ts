/** What is known of newer versions; set by update.ts, which comes once the page has settled. */
import { shared } from '../core/shared.ts'

/** Set once a newer version is there; calling it switches every window over and reloads this one. */
export const applyUpdate = shared<(() => void) | undefined>(undefined)

/** Set once everything is kept on this device and the app opens with no network. */
export const readyOffline = shared(false)
