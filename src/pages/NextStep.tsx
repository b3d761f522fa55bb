import { now, zone } from '../browser/clock.ts'
import { to } from '../browser/route.ts'
import { Dismissed, nextSteps } from '../core/next-steps.ts'
import { instantAt } from '../core/time.ts'
import { stepSaid, nextSteps as words } from '../text/next-steps.ts'
import { readFacts } from './facts.ts'
import { useDiary, useLive } from './live.ts'
import { tried } from './saving.ts'

const setting = 'dismissedSteps'

/** The one thing to do next, if there is one, with its reason and a way to wave it away. */
export default function NextStep() {
  const diary = useDiary()
  const found = useLive(
    async store => ({ facts: await readFacts(store), dismissed: await store.setting(setting, Dismissed) }),
    [],
  )
  if (!found) return null
  const [step] = nextSteps(found.facts, now(), zone(), found.dismissed)
  if (!step) return null
  const { title, why, action, place } = stepSaid(step)
  const dismiss = () =>
    void tried(diary.saveSetting(setting, { ...found.dismissed, [step.is]: instantAt(now()) }))
  return (
    <section class="card" aria-labelledby="next-step">
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
  )
}
