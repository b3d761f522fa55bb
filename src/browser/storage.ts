/** Whether the browser promises to keep what is stored here. */

export type Kept = 'yes' | 'no' | 'unknown'

/** Firefox asks the person and may never answer; WebKitGTK has no such question at all (measured): never wait for it elsewhere. */
const patience = 3000

/** What the browser says now, without asking for more. */
export const isKept = (): Promise<Kept> => ask(storage => storage.persisted?.())

/** Asks the browser to keep it; in some the person is asked, so call it from a tap. */
export const askToKeep = (): Promise<Kept> => ask(storage => storage.persist?.())

async function ask(question: (storage: StorageManager) => Promise<boolean> | undefined): Promise<Kept> {
  const answer = navigator.storage && question(navigator.storage)
  if (!answer) return 'unknown'
  const later = new Promise<undefined>(done => setTimeout(done, patience))
  const kept = await Promise.race([answer.catch(refused), later])
  return kept === undefined ? 'unknown' : kept ? 'yes' : 'no'
}

/** A browser that will not say is the same as one that has no answer. */
function refused(): undefined {}
