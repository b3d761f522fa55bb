/** What every page needs of the diary: the open one, and readings of it that follow each change. */
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { type Entry, isOf, type RecordType } from '../core/record.ts'
import { shared } from '../core/shared.ts'
import type { Diary } from '../store/diary.ts'

/** The diary that is open in this window, for what stands around the page. */
export const openHere = shared<Diary | undefined>(undefined)

export const DiaryContext = createContext<Diary | undefined>(undefined)

/** The open diary. Pages are drawn only once there is one (see Opened.tsx). */
export function useDiary(): Diary {
  const diary = useContext(DiaryContext)
  if (!diary) throw new Error('no diary is open yet')
  return diary
}

/**
 * What `read` gives, read again after every change in this window or another; `undefined` until the first answer, and while
 * the diary is not open yet.
 * A reading that fails is thrown while drawing, so that the page says so instead of looking empty.
 */
export function useLive<T>(read: (diary: Diary) => Promise<T>, inputs: readonly unknown[]): T | undefined {
  const diary = useContext(DiaryContext)
  const [answer, setAnswer] = useState<{ value: T } | { error: unknown }>()
  // Runs on purpose without all it reads: `read` is a new function at each drawing, its inputs are what counts
  useEffect(() => {
    if (!diary) return
    let latest = 0
    const readAgain = () => {
      const mine = ++latest
      const take = (found: { value: T } | { error: unknown }) => mine === latest && setAnswer(found)
      read(diary).then(
        value => take({ value }),
        error => take({ error }),
      )
    }
    readAgain()
    const stop = diary.onChange(readAgain)
    return () => {
      latest = -1
      stop()
    }
  }, [diary, ...inputs])
  if (answer && 'error' in answer) throw answer.error
  return answer?.value
}

/** One entry, followed through each change; `entry` is missing where there is none of that type. */
export function useEntry<T extends RecordType>(
  type: T,
  id: string,
): { entry: Entry<T> | undefined } | undefined {
  return useLive(
    async diary => {
      const entry = await diary.getEntry(id)
      return { entry: isOf(entry, type) ? entry : undefined }
    },
    [type, id],
  )
}
