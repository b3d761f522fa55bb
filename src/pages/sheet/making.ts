/** Making a document: kept outside the screen, so that the result survives turning the phone and leaving the page. */
import { now, zone } from '../../browser/clock.ts'
import { hold } from '../../browser/held.ts'
import { startWorker } from '../../browser/trusted.ts'
import { whichBrowser } from '../../browser/which.ts'
import { type Entry, isOf } from '../../core/record.ts'
import type { DrawnBy, Share } from '../../core/share.ts'
import { shared } from '../../core/shared.ts'
import { amendedIn } from '../../core/sheet/amended.ts'
import type { Choices } from '../../core/sheet/choices.ts'
import { masksNow, type TextsUnder } from '../../core/sheet/masks.ts'
import { lastSent, type WhyDifferent, whyDifferent } from '../../core/sheet/past-sheets.ts'
import type { SheetRequest } from '../../core/sheet/request.ts'
import { choicesToKeep, firstDay } from '../../core/sheet/select.ts'
import { instantAt } from '../../core/time.ts'
import type { MadeSheet } from '../../sheet/document.ts'
import type { Diary } from '../../store/diary.ts'
import { Damaged } from '../../store/errors.ts'
import { inExample } from '../../store/example/here.ts'

export interface Made {
  bytes: Uint8Array<ArrayBuffer>
  name: string
  pages: number
  /** As it was chosen. */
  choices: Choices
  /** What it was made from: where a masked text was changed since, with more masks than were chosen. */
  request: SheetRequest
  /** Id of the share under which it is recorded. */
  share: string
  /** Why these are not the bytes that were recorded; empty where they are. */
  differs: readonly WhyDifferent[]
}

export type Making =
  | { is: 'idle' }
  | { is: 'making'; done: number; about: number; cancel: () => void }
  | { is: 'cancelled' }
  | { is: 'failed' }
  | { is: 'ready'; made: Made }

export const making = shared<Making>({ is: 'idle' })

const marked = inExample ? ({ example: true } as const) : {}

/**
 * Everything a document is made from.
 * @param putOn what stood under the masks as they were chosen
 */
export async function gather(
  diary: Diary,
  choices: Choices,
  putOn: TextsUnder = new Map(),
): Promise<SheetRequest> {
  const [found, told, shares] = await Promise.all([
    everything(diary, 'incident'),
    everything(diary, 'report'),
    everything(diary, 'share'),
  ])
  const lastSheet = lastSent(shares.entries.filter(share => !share.withdrawn).map(share => share.content))
  const [incidents, reports] = [found.entries, told.entries]
  const began = firstDay(incidents, choices)
  const damaged = found.damaged + told.damaged
  const profile = await diary.profile()
  const { held, anew } = masksNow(choices.masks, putOn, { profile, incidents, reports })
  return {
    profile,
    incidents,
    reports,
    ...(began === undefined ? {} : { firstDay: began }),
    ...(damaged > 0 ? { damaged } : {}),
    choices: anew.length > 0 ? { ...choices, masks: [...held, ...anew] } : choices,
    ...(lastSheet ? { lastSheet } : {}),
    recordCode: await diary.recordCode(),
    ...(await fromVersions(diary, choices, incidents, reports)),
    madeAt: instantAt(now()),
    zone: zone(),
    ...marked,
  }
}

/** Every entry of a type, withdrawn ones too; and how many more could not be read. */
export async function everything<T extends 'incident' | 'report' | 'share'>(
  diary: Diary,
  type: T,
): Promise<{ entries: Entry<T>[]; damaged: number }> {
  const found = { entries: [] as Entry<T>[], damaged: 0 }
  for await (const page of diary.allEntries(type)) {
    found.entries.push(...page.entries)
    found.damaged += page.damaged.length
  }
  return found
}

/** What a document says that does not follow from the entries on it: kept with the share. */
const stoodThen = ({
  lastSheet,
  firstDay: began,
  damaged,
}: Pick<SheetRequest, 'lastSheet' | 'firstDay' | 'damaged'> | Share) => ({
  ...(lastSheet ? { lastSheet } : {}),
  ...(began === undefined ? {} : { firstDay: began }),
  ...(damaged === undefined ? {} : { damaged }),
})

/**
 * What the versions behind a document say, each up to the one its entry is at here: how often incidents were amended, and
 * for a full record all of them. Where one cannot be read there is no full record; a sheet is made all the same.
 */
async function fromVersions(
  diary: Diary,
  choices: Choices,
  incidents: readonly Entry<'incident'>[],
  reports: readonly Entry<'report'>[],
): Promise<Pick<SheetRequest, 'amended' | 'revisions'>> {
  const isRecord = choices.for === 'record'
  const touched = incidents.filter(({ revisions }) => revisions > 1)
  const asked: readonly Entry[] = isRecord ? [...incidents, ...reports] : touched
  const histories = await diary.histories(asked.map(({ id }) => id)).catch((error: unknown) => {
    if (!isRecord && error instanceof Damaged) return undefined
    throw error
  })
  if (!histories) return {}
  const upToHere = ({ id, revisions: upTo }: Entry) =>
    (histories.get(id) ?? []).filter(({ revision }) => revision <= upTo)
  const amended = touched.flatMap(entry => {
    const found = amendedIn(upToHere(entry))
    return found ? [[entry.id, found] as const] : []
  })
  return {
    amended: Object.fromEntries(amended),
    ...(isRecord
      ? { revisions: asked.flatMap(upToHere).sort((a, b) => (a.written < b.written ? -1 : 1)) }
      : {}),
  }
}

/**
 * A full record carries the diary itself, as it stood when the record was first made.
 * @param stood what stood on it then, where it is made again: what was left out is not in the request any more
 */
export async function withBackup(
  diary: Diary,
  request: SheetRequest,
  stood?: Share['revisions'],
): Promise<SheetRequest> {
  const { choices, madeAt, recordCode = '', profile } = request
  if (choices.for !== 'record' || request.example) return request
  const { backupText } = await import('../../backup/text.ts')
  const backup = await backupText(diary, madeAt, recordCode, profile, stood)
  return backup === undefined ? request : { ...request, backup }
}

/** Draws the document in the worker and records it as a share; only then is it ready. */
export const make = (diary: Diary, choices: Choices, putOn: TextsUnder): Promise<void> =>
  run(diary, async (draw, drawnBy) => {
    const request = await gather(diary, choices, putOn)
    const drawn = await draw(await withBackup(diary, request))
    const { profile, recordCode, madeAt, zone: madeIn } = request
    const content: Share = {
      made: madeAt,
      zone: madeIn,
      profile,
      choices: choicesToKeep(request.choices),
      ...stoodThen(request),
      revisions: drawn.revisions,
      code: recordCode ?? '',
      file: drawn.name,
      pages: drawn.pages,
      hash: drawn.hash,
      drawnBy,
    }
    const { entry } = await diary.saveShare(content)
    return { ...drawn, choices, request, share: entry.id, differs: [] }
  })

/** The very versions and choices that a document was made from; of those words removed since are missing. */
export async function gatherAgain(diary: Diary, share: Share): Promise<SheetRequest> {
  const entries: Entry[] = []
  for (const [entry, revisions] of Object.entries(share.revisions)) {
    const then = await diary.entryAsOf(entry, revisions)
    if (then) entries.push(then)
  }
  const incidents = entries.filter(entry => isOf(entry, 'incident'))
  const reports = entries.filter(entry => isOf(entry, 'report'))
  const request: SheetRequest = {
    profile: share.profile,
    incidents,
    reports,
    choices: choicesToKeep(share.choices),
    ...stoodThen(share),
    recordCode: share.code,
    ...(await fromVersions(diary, share.choices, incidents, reports)),
    madeAt: share.made,
    zone: share.zone,
    again: true,
    ...marked,
  }
  return await withBackup(diary, request, share.revisions)
}

/** Draws a document anew; `differs` says why it did not come out as it was. */
export const makeAgain = (diary: Diary, { id, content: share }: Entry<'share'>): Promise<void> =>
  run(diary, async (draw, drawnBy) => {
    const request = await gatherAgain(diary, share)
    const drawn = await draw(request)
    const from = [...request.incidents, ...request.reports, ...(request.revisions ?? [])]
    const differs = drawn.hash === share.hash ? [] : whyDifferent(share, from, drawnBy)
    return { ...drawn, choices: share.choices, request, share: id, differs }
  })

/** Stops following the diary that the last document was made from. */
let unfollow = () => {}

async function run(
  diary: Diary,
  work: (draw: (request: SheetRequest) => Promise<MadeSheet>, drawnBy: DrawnBy) => Promise<Made>,
): Promise<void> {
  const stop = new AbortController()
  const { signal } = stop
  const release = hold()
  let drawn = false
  const cancel = () => {
    // What is drawn is being recorded: it is made.
    if (drawn) return
    stop.abort()
    making.set({ is: 'cancelled' })
  }
  // What was begun before words were removed holds them: it is not handed over any more.
  let outlived = false
  unfollow()
  unfollow = diary.onChange(change => {
    if (change !== 'removed') return
    outlived = true
    cancel()
    making.set({ is: 'idle' })
  })
  const onProgress = (done: number, about: number) =>
    signal.aborted || making.set({ is: 'making', done, about, cancel })
  onProgress(0, 0)
  try {
    const { drawingBuild, makeSheet } = await import('../../sheet/make.ts')
    const draw = async (request: SheetRequest) => {
      const made = await makeSheet(request, { startWorker, onProgress, signal })
      drawn = true
      // Recording it is work as well: in one task with taking the file over it stopped a slow phone for 100 ms.
      await new Promise(done => setTimeout(done))
      return made
    }
    const { bytes, name, pages, choices, request, share, differs } = await work(draw, {
      build: drawingBuild,
      browser: whichBrowser(),
    })
    if (!outlived) making.set({ is: 'ready', made: { bytes, name, pages, choices, request, share, differs } })
  } catch (error) {
    if (signal.aborted) return
    making.set({ is: 'failed' })
    reportError(error)
  } finally {
    release()
  }
}
