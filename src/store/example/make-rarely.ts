/** Making the example, where this window is the first to show it. Loaded when wanted. */
import { exampleSteps } from '../../core/example.ts'
import { exampleDiary } from '../../text/example-reports.ts'
import { Tables } from '../database.ts'
import { openTables } from '../open.ts'
import { copyDraftsNoMore } from '../outside/draft-copies.ts'
import { updateSmall } from '../small.ts'
import { exampleName } from './here.ts'
import { writeSteps } from './steps.ts'

/**
 * Resolves once the example stands. From then on this window holds it: no other empties it before this one is gone.
 * @throws CannotOpen
 */
export async function makeExample(now: number, zone: string): Promise<void> {
  await holdExample()
  // Two windows that come at once would write it twice.
  await inTurn(async () => {
    const db = new Tables(exampleName)
    try {
      const opened = await openTables(db)
      if (opened.end.seq > 0) return
      // First, because the entries are what says that all of it stands.
      await updateSmall({ db }, opened.ring, 'profile', () => exampleDiary.profile)
      await writeSteps({ db, ...opened, zone: () => zone }, exampleSteps(exampleDiary, now, zone))
    } finally {
      copyDraftsNoMore(db)
      db.close()
    }
  })
}

/** Safari has them since 15.4; before, the last window to leave is not waited for. */
const locks = (): LockManager | undefined => globalThis.navigator?.locks

function holdExample(): Promise<void> {
  const all = locks()
  if (!all) return Promise.resolve()
  return new Promise(held => {
    // Never given back: the browser does that when the window is gone, killed or not.
    void all.request(exampleName, { mode: 'shared' }, () => {
      held()
      return new Promise(() => {})
    })
  })
}

const inTurn = (work: () => Promise<void>): Promise<void> =>
  locks()?.request(`${exampleName}.making`, work) ?? work()
