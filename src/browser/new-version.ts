/** What is known of newer versions; set by update.ts, which comes once the page has settled. */
import { shared } from '../core/shared.ts'

export interface NewVersion {
  /** The version of the tables that it keeps the diary in; `undefined` where it does not say. */
  databaseVersion(): Promise<number | undefined>
  /** Switches every window over and loads each anew. */
  takeOver(): void
}

/** A newer version that is here whole and waits for a word. */
export const newVersion = shared<NewVersion | undefined>(undefined)

/** Set once everything is kept on this device and the app opens with no network. */
export const readyOffline = shared(false)
