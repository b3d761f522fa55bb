/** After everything was erased: a sheet that is ready, a search, what was typed stood in this window's memory too. */
import { to } from '../../browser/route.ts'
import { settings as words } from '../../text/settings.ts'
import { say } from '../../ui/say.tsx'

const mark = 'doorstep.erased'

/** Loads everything anew, at home. */
export function loadAnewErased(): void {
  sessionStorage.setItem(mark, '1')
  history.replaceState(null, '', to(''))
  location.reload()
}

/** Says so once, where this page was just loaded anew. */
export function sayIfErased(): void {
  if (!sessionStorage.getItem(mark)) return
  sessionStorage.removeItem(mark)
  say(words.erased)
}
