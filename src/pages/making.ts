/** Making a document: kept outside the screen, so that the result survives turning the phone and leaving the page. */
import { now, zone } from '../browser/clock.ts'
import { startWorker } from '../browser/trusted.ts'
import type { Entry, Revision } from '../core/record.ts'
import { lastSent, type Share } from '../core/share.ts'
import { shared } from '../core/shared.ts'
import type { Choices } from '../core/sheet/choices.ts'
import type { SheetRequest } from '../core/sheet/request.ts'
import { instantAt } from '../core/time.ts'
import type { Diary } from '../store/diary.ts'

export interface Made {
  bytes: Uint8Array<ArrayBuffer>
  name: string
  pages: number
  /** Id of the share under which it is recorded. */
  share: string
}

export type Making =
  | { is: 'idle' }
  | { is: 'making'; done: number; about: number; cancel: () => void }
  | { is: 'cancelled' }
  | { is: 'failed' }
  | { is: 'ready'; made: Made }

export const making = shared<Making>({ is: 'idle' })

/** Everything a document is made from. */
export async function gather(diary: Diary, choices: Choices): Promise<SheetRequest> {
  const [incidents, reports, shares] = await Promise.all([
    everything(diary, 'incident'),
    everything(diary, 'report'),
    everything(diary, 'share'),
  ])
  const lastSheet = lastSent(shares.filter(share => !share.withdrawn).map(share => share.content))
  return {
    profile: await diary.profile(),
    incidents,
    reports,
    choices,
    ...(lastSheet ? { lastSheet } : {}),
    recordCode: await diary.recordCode(),
    ...(choices.for === 'record' ? { revisions: await allRevisions(diary, [...incidents, ...reports]) } : {}),
    madeAt: instantAt(now()),
    zone: zone(),
  }
}

async function everything<T extends 'incident' | 'report' | 'share'>(
  diary: Diary,
  type: T,
): Promise<Entry<T>[]> {
  const entries: Entry<T>[] = []
  for await (const page of diary.allEntries(type)) entries.push(...page.entries)
  return entries
}

async function allRevisions(diary: Diary, entries: readonly Entry[]): Promise<Revision[]> {
  const revisions: Revision[] = []
  for (const { id } of entries) revisions.push(...(await diary.history(id)))
  return revisions.sort((a, b) => (a.written < b.written ? -1 : 1))
}

/** Draws the document in the worker and records it as a share; only then is it ready. */
export async function make(diary: Diary, choices: Choices): Promise<void> {
  const stop = new AbortController()
  const cancel = () => stop.abort()
  const progress = (done: number, about: number) => making.set({ is: 'making', done, about, cancel })
  progress(0, 0)
  try {
    const request = await gather(diary, choices)
    const { makeSheet } = await import('../sheet/make.ts')
    const { bytes, name, pages, revisions } = await makeSheet(request, {
      startWorker,
      onProgress: progress,
      signal: stop.signal,
    })
    const share = await record(diary, request, name, pages, revisions)
    making.set({ is: 'ready', made: { bytes, name, pages, share } })
  } catch (error) {
    if (stop.signal.aborted) {
      making.set({ is: 'cancelled' })
      return
    }
    making.set({ is: 'failed' })
    reportError(error)
  }
}

async function record(
  diary: Diary,
  request: SheetRequest,
  file: string,
  pages: number,
  revisions: Record<string, number>,
): Promise<string> {
  const { profile, choices, lastSheet, recordCode, madeAt, zone: made } = request
  const content: Share = {
    made: madeAt,
    zone: made,
    profile,
    choices,
    ...(lastSheet ? { lastSheet } : {}),
    revisions,
    code: recordCode ?? '',
    file,
    pages,
  }
  const { entry } = await diary.saveShare(content)
  return entry.id
}
