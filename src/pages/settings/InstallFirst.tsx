import { installFirst } from '../../browser/installing.ts'
import { install as words } from '../../text/install.ts'
import { IosSteps } from './Install.tsx'

/** On an iPhone's tab, before the very first entry: why the home screen comes first, and how. One tap passes it by. */
export default function InstallFirst() {
  return (
    <div class="stack">
      <h1>{words.first}</h1>
      <p>{words.iosWhy}</p>
      <IosSteps />
      <p>{words.iosApart}</p>
      <div class="dock">
        <button type="button" class="button big" onClick={() => installFirst.set(false)}>
          {words.skip}
        </button>
      </div>
    </div>
  )
}
