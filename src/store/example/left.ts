/**
 * What the example leaves behind. It is emptied by the next window that shows the real diary, whether somebody went
 * out of it or its window was closed, and never while another window still shows it. One thing stays until somebody
 * has decided: words typed into a form there and not saved. They may be real.
 */
import * as v from 'valibot'
import type { Instant } from '../../core/time.ts'
import { fromPlain } from '../../seal/base64.ts'
import { type Ring, ringIn } from '../../seal/ring.ts'
import { bounded } from '../bounded.ts'
import { Tables } from '../database.ts'
import { copiesIn } from '../outside/draft-copies.ts'
import { keepDraft, openDraft, readDraft } from '../outside/drafts.ts'
import { local } from '../outside/local.ts'
import { exampleName } from './here.ts'

const prefix = `${exampleName}.`

/** The forms that begin something new; the others change what is made up. */
const forms = ['log', 'tell'] as const
export type NewForm = (typeof forms)[number]

/** Words of the example that nobody saved. */
export interface Left {
  /** Its name in localStorage. */
  name: string
  form: NewForm
  kept: Instant
  value: v.InferOutput<typeof Typed>
}

/** A form as pages keep it (pages/draft.ts), as far as it is looked at here. */
const Typed = v.looseObject({ form: v.record(v.string(), v.unknown()) })

/** Names of words that somebody has decided about since this window loaded: a copy must not bring them back. */
const decided = new Set<string>()

/** Empties the example, unless a window still shows it or it is emptied already. */
export async function emptyExample(): Promise<void> {
  const locks = globalThis.navigator?.locks
  if (locks) await locks.request(exampleName, { ifAvailable: true }, lock => (lock ? empty() : undefined))
  else await empty()
}

async function empty(): Promise<void> {
  await takeBackCopies()
  await bounded('write', () => deleted(exampleName))
  const left = wordsLeft()
  const stays = new Set(left.length > 0 ? [`${prefix}keys`, ...left.map(({ name }) => name)] : [])
  for (const name of names()) if (!stays.has(name)) local()?.removeItem(name)
}

/** A killed browser may have lost a draft of which the database has a copy (draft-copies.ts). */
async function takeBackCopies(): Promise<void> {
  const ring = ringLeft()
  const db = new Tables(exampleName)
  try {
    await bounded('open', () => db.open())
    for (const { key, sealed } of await bounded('read', () => copiesIn(db))) {
      if (decided.has(prefix + key)) continue
      const [copy, own] = [openDraft(key, sealed, ring), openDraft(key, read(prefix + key), ring)]
      if (copy && (!own || own.kept < copy.kept)) local()?.setItem(prefix + key, JSON.stringify(sealed))
    }
  } finally {
    db.close()
  }
}

/** Newest first. */
export function wordsLeft(): Left[] {
  const ring = ringLeft()
  return names()
    .flatMap(name => {
      const draft = openDraft(name.slice(prefix.length), read(name), ring)
      const form = forms.find(one => draft?.slot === one || draft?.slot.startsWith(`${one}/about/`))
      const typed = v.safeParse(Typed, draft?.value)
      return draft && form && typed.success ? [{ name, form, kept: draft.kept, value: typed.output }] : []
    })
    .sort((a, b) => (a.kept < b.kept ? 1 : -1))
}

/**
 * Makes words of the example the draft of this window's own form, to be looked over and saved there.
 * @returns whether there was room: a draft that is there already is not overwritten
 * @throws DraftNotKept
 */
export function takeAsOwn({ name, form, kept, value }: Left): boolean {
  if (readDraft(form, v.unknown()) !== undefined) return false
  const { onTop: _, ...rest } = value
  // Another entry than any of the example, about none of its incidents.
  const about = 'incidents' in value.form ? { incidents: [] } : {}
  const own = { ...rest, id: crypto.randomUUID(), resume: false, form: { ...value.form, ...about } }
  keepDraft(form, own, Date.parse(kept))
  decided.add(name)
  local()?.removeItem(name)
  return true
}

/** @returns how to bring them back */
export function dropWords({ name }: Left): () => void {
  const kept = local()?.getItem(name)
  decided.add(name)
  local()?.removeItem(name)
  return () => {
    decided.delete(name)
    if (kept) local()?.setItem(name, kept)
  }
}

function names(): string[] {
  const storage = local()
  return Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '').filter(name =>
    name.startsWith(prefix),
  )
}

function read(name: string): unknown {
  try {
    return JSON.parse(local()?.getItem(name) ?? 'null')
  } catch {
    return undefined // Cut off: the same as nothing.
  }
}

function ringLeft(): Ring | undefined {
  try {
    return ringIn(fromPlain(read(`${prefix}keys`)))
  } catch {
    return undefined // Not base64: nothing opens.
  }
}

/** Only ever the example: the diary's own database is never deleted by code. */
const deleted = (name: typeof exampleName) =>
  new Promise<void>((done, failed) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => done()
    request.onerror = () => failed(request.error)
  })
