import { isInstalled } from '../../browser/installing.ts'
import { readyOffline } from '../../browser/new-version.ts'
import { to } from '../../browser/route.ts'
import { install, thisApp as words } from '../../text/install.ts'
import { useShared } from '../../ui/use-shared.ts'

declare const __VERSION__: string

/** Which version this is, and whether it opens with no network. */
export function ThisApp() {
  const offline = useShared(readyOffline)
  return (
    <section class="stack" aria-labelledby="settings-app">
      <h2 id="settings-app">{words.title}</h2>
      <p role="status">{offline !== undefined && (offline ? words.offline : words.notOffline)}</p>
      {!isInstalled() && (
        <div>
          <a class="button" href={to('settings/install')}>
            {install.title}
          </a>
        </div>
      )}
      <p class="quiet small">{words.version(__VERSION__)}</p>
    </section>
  )
}
