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

/** Whether everything is kept on this device, so that the app opens with no network; `undefined` until it is known. */
export const readyOffline = shared<boolean | undefined>(undefined)
