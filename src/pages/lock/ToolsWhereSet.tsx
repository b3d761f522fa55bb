/** What locking and leaving need is loaded where one of them is set: most diaries have neither, and start without it. */
import { useEffect, useState } from 'preact/hooks'
import type { DiaryChange } from '../../store/changes.ts'
import type { Diary } from '../../store/diary.ts'
import { leavingIsOn } from '../../store/outside/leaving.ts'
import { lazy } from '../../ui/lazy.tsx'
import { useShared } from '../../ui/use-shared.ts'
import { openHere } from '../live.ts'

const HeaderTools = lazy<{ diary: Diary }>(() => import('./HeaderTools.tsx'))

/** Another window, or this one, did something that may close this one. */
const closing = new Set<DiaryChange>(['lock', 'leave', 'keys', 'erased'])

export function ToolsWhereSet() {
  const diary = useShared(openHere)
  const [isSet, setIsSet] = useState(false)
  useEffect(() => {
    if (!diary) return
    const look = () => {
      if (diary.locked || leavingIsOn()) setIsSet(true)
    }
    look()
    return diary.onChange(change => {
      look()
      if (closing.has(change)) void import('./locking.ts').then(({ heard }) => heard(change, diary))
    })
  }, [diary])
  return diary && isSet ? <HeaderTools diary={diary} /> : null
}
