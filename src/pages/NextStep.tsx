import { now, zone } from '../browser/clock.ts'
import { to } from '../browser/route.ts'
import { Dismissed, nextSteps } from '../core/next-steps.ts'
import { instantAt } from '../core/time.ts'
import { inExample } from '../store/example/here.ts'
import { stepSaid, nextSteps as words } from '../text/next-steps.ts'
import { Elsewhere } from './backup/Elsewhere.tsx'
import { lastBackupSaid } from './backup/LastBackup.tsx'
import { readFacts } from './facts.ts'
import { useDiary, useLive } from './live.ts'
import { tried } from './saving.ts'

const setting = 'dismissedSteps'

/** Beside the list: whether the diary lives elsewhere now, the one thing to do next, and the date of the last backup. */
export default function NextStep() {
  return (
    <>
      <Elsewhere />
      <Step />
    </>
  )
}

/** The one thing to do next, if there is one, with its reason and a way to wave it away. */
function Step() {
  const diary = useDiary()
  const found = useLive(
    // Found here and not while drawing, which would hold all that it is found from, and find it anew each time.
    async store => {
      const facts = await readFacts(store)
      const dismissed = await store.setting(setting, Dismissed)
      // A backup and a lock are for the person's own diary.
      const own = inExample ? { ...facts, notBackedUp: 0, locked: true } : facts
      const [step] = nextSteps(own, now(), zone(), dismissed)
      return { step, dismissed, lastBackup: facts.lastBackup }
    },
    [],
  )
  if (!found) return null
  const { step, dismissed, lastBackup } = found
  const last = !inExample && (
    <a class="button plain small" href={to('backup')}>
      {lastBackupSaid(lastBackup)}
    </a>
  )
  if (!step) return last ? <div>{last}</div> : null
  const { title, why, action, place } = stepSaid(step)
  const dismiss = () => void tried(diary.saveSetting(setting, { ...dismissed, [step.is]: instantAt(now()) }))
  return (
    <>
      <section class="card no-print" aria-labelledby="next-step">
        <p class="quiet small">{words.heading}</p>
        <h2 id="next-step">{title}</h2>
        <p>{why}</p>
        <div class="row">
          <a class="button" href={to(place)}>
            {action}
          </a>
          <button type="button" class="button plain" onClick={dismiss}>
            {words.dismiss}
          </button>
        </div>
      </section>
      {last && step.is !== 'backup' && <div>{last}</div>}
    </>
  )
}
