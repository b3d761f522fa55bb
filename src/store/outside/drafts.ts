/**
 * Drafts: text not yet saved. They live in localStorage, outside the database, because the page can still write
 * there when the database is dead; always sealed, with a copy of the key box beside them. All of it is synchronous.
 *
 * Each window keeps its own, so that two windows with the same form do not overwrite each other.
 */
import * as v from 'valibot'
import { instant } from '../../core/shapes.ts'
import { type Instant, instantAt } from '../../core/time.ts'
import { fromBase64, fromPlain, toBase64, toPlain } from '../../seal/base64.ts'
import { isLocked, joinRings, newRing, openBox, type Ring, ringIn } from '../../seal/ring.ts'
import { seal, unseal } from '../../seal/sealed.ts'
import { type Copy, copyDraft } from './draft-copies.ts'
import { localNames, readLocal, removeLocal, writeLocal } from './local.ts'
import { justSwitched, livingWindows, thisWindow } from './window.ts'

/** The browser did not take the draft: no room, or no storage at all. The words are on the screen and nowhere else. */
export class DraftNotKept extends Error {}

export interface Draft<T = unknown> {
  /** Names this one draft, for {@link dropDraft}. */
  key: string
  /** What it is a draft of, as the page that kept it says: `incident`, `incident/<id>`. */
  slot: string
  /** Whether this window kept it; else another one did, or this one before it was closed or killed. */
  here: boolean
  kept: Instant
  value: T
}

const Kept = v.strictObject({ slot: v.string(), window: v.string(), kept: instant, value: v.unknown() })

/** What a draft is bound to: the name under which it is kept. */
export const bindDraft = (key: string): string => JSON.stringify(['draft', key])
const keyOf = (slot: string, window = thisWindow()) => `draft.${window}.${slot}`

/**
 * Keeps what this window has in `slot`, in place of what it kept there before.
 * @param value plain data, as JSON can say it
 * @param window whose draft it is, where it is another's
 * @throws DraftNotKept
 */
export function keepDraft(slot: string, value: unknown, now: number, window = thisWindow()): void {
  const key = keyOf(slot, window)
  const body = JSON.stringify({ slot, window, kept: instantAt(now), value })
  const sealed = toBase64(seal(body, bindDraft(key), draftRing()))
  if (!writeLocal(key, sealed)) throw new DraftNotKept('the browser has no room for it')
  copyDraft(key, sealed)
}

/** This window's draft in `slot`; `undefined` for none, or for one that `shape` does not take. */
export function readDraft<T>(slot: string, shape: v.GenericSchema<unknown, T>): T | undefined {
  const read = v.safeParse(shape, readKept(keyOf(slot))?.value)
  return read.success ? read.output : undefined
}

/** Every draft of every window, newest first, the unreadable left out; their values are for the page's shape to judge. */
export function listDrafts(): Draft[] {
  const drafts: Draft[] = []
  for (const key of localNames().filter(name => name.startsWith('draft.'))) {
    const kept = readKept(key)
    if (kept)
      drafts.push({
        key,
        slot: kept.slot,
        here: kept.window === thisWindow(),
        kept: kept.kept,
        value: kept.value,
      })
  }
  return drafts.sort((a, b) => (a.kept < b.kept ? 1 : -1))
}

/** Drops this window's draft in a slot, once it is saved or thrown away; nothing happens where there is none. */
export const dropSlot = (slot: string): void => dropDraft({ key: keyOf(slot) })

/** Drops any draft that {@link listDrafts} named. */
export function dropDraft({ key }: Pick<Draft, 'key'>): void {
  removeLocal(key)
  copyDraft(key, undefined)
}

/**
 * Takes over what windows that are gone left behind, the newest of each slot, where this window has nothing there
 * itself. Called once at the start, before a form is drawn.
 */
export async function adoptDrafts(): Promise<void> {
  if (justSwitched()) return
  const living = await livingWindows()
  for (const draft of listDrafts()) {
    const [, owner = ''] = draft.key.split('.')
    if (draft.here || living?.has(owner) || readLocal(keyOf(draft.slot)) !== undefined) continue
    try {
      keepDraft(draft.slot, draft.value, Date.parse(draft.kept))
    } catch {
      continue // No room for two of it, even for a moment: it stays where it is.
    }
    dropDraft(draft)
  }
}

/**
 * Drops the drafts of every window about one entry, and one that was saved as it and never taken away: words removed for
 * good must not come back from there.
 */
export function dropDraftsAbout(id: string): void {
  for (const draft of listDrafts())
    if (draft.slot.includes(id) || (draft.value as { id?: unknown } | null)?.id === id) dropDraft(draft)
}

/** Puts copies back where a killed browser lost the draft itself, or its newest words. */
export function takeBack(copies: readonly Copy[]): void {
  for (const { key, sealed } of copies) {
    const [copy, own] = [readKept(key, sealed), readKept(key)]
    if (copy && (!own || own.kept < copy.kept)) writeLocal(key, sealed)
  }
}

const readKept = (key: string, stored = readLocal(key)) => openDraft(key, stored, keptRing())

/** A draft as it lies in localStorage or among the copies; `undefined` where it does not open. */
export function openDraft(
  key: string,
  stored: unknown,
  ring: Ring | undefined,
): v.InferOutput<typeof Kept> | undefined {
  if (!ring || typeof stored !== 'string') return undefined
  try {
    return v.parse(Kept, JSON.parse(unseal(fromBase64(stored), bindDraft(key), ring)))
  } catch {
    return undefined // Not ours or cut off. It stays where it is: nothing is deleted for not being understood.
  }
}

/** The ring of an open diary that has a lock: in the copy beside the drafts it lies wrapped. */
let held: Ring | undefined

/** The copy of the key box beside the drafts, for {@link ringIn}; `undefined` for none. */
export function keptBox(): unknown {
  try {
    return fromPlain(readLocal('keys')) ?? undefined
  } catch {
    return undefined // Not base64: cut off or not ours, the same as none.
  }
}

/** The ring that opens drafts, if it lies open or is held. */
export const keptRing = (): Ring | undefined => held ?? ringIn(keptBox())

/** Puts the box of a locked diary beside the drafts, and holds its ring until this window is locked. */
export function holdRing(ring: Ring, box: unknown): void {
  held = ring
  writeLocal('keys', toPlain(box))
}

/** From here on no draft is kept or opened in this window: those that are stay as they are. */
export const forgetRing = (): void => {
  held = undefined
}

/** Puts the ring of a diary with no lock beside the drafts; keys that opened drafts so far still do. */
export function keepRing(ring: Ring): void {
  const kept = ringIn(keptBox())
  held = undefined
  writeLocal('keys', toPlain(openBox(kept ? joinRings(ring, kept) : ring)))
}

/** The ring for drafts; the first draft ever, kept while the database never answered, begins one of its own. */
function draftRing(): Ring {
  const kept = keptRing()
  if (kept) return kept
  if (isLocked(keptBox())) throw new DraftNotKept('the diary is locked')
  const ring = newRing()
  keepRing(ring)
  return ring
}
