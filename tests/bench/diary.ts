/**
 * Made-up diaries of any length, the same for the same seed: seasons, bursts, quiet weeks, nights and weekends,
 * several languages, details added later, corrections, things taken back, and reports with numbers.
 */
import type { Step } from '../../src/core/example.ts'
import {
  actions,
  frequencies,
  type Incident,
  impacts,
  type Kind,
  kinds,
  type Span,
  strengths,
  waysKnown,
} from '../../src/core/incident.ts'
import { type Reference, type Report, recipients } from '../../src/core/report.ts'
import { inOrder } from '../../src/core/shapes.ts'
import { readZoned, zonedAt } from '../../src/core/time.ts'
import * as english from '../../src/text/example.ts'
import { writers } from './languages.ts'

export interface Wanted {
  incidents: number
  /** The newest incident is just before this (milliseconds). */
  until: number
  seed?: number
}

const day = 86_400_000
const zone = 'Europe/London'

/**
 * So many of the newest are the same in a diary of any length, and lie so far apart (milliseconds): two starts that are
 * compared show the same first screen. A first look at Bengali letters alone costs a slow phone 100 ms.
 */
const sameEnd = { incidents: 20, apart: 9 * 3_600_000 }

/** Everything that was ever written in such a diary, oldest first. */
export function madeDiary({ incidents, until, seed = 1 }: Wanted): Step[] {
  const [before, newest] = [diceOf(seed), diceOf(seed + 1)]
  const steps: Step[] = []
  let unreported: string[] = []
  for (const [i, at] of times(incidents, until, before).entries()) {
    const dice = i < incidents - sameEnd.incidents ? before : newest
    const id = dice.uuid()
    const happened = Math.floor(at / 60_000) * 60_000
    const content = anIncident(happened, dice, i === incidents - 1)
    // Mostly at once; now and then the next morning, or days later.
    const written = Math.min(
      until,
      happened + (dice.chance(0.85) ? dice.between(20_000, 600_000) : dice.between(0.3, 3) * day),
    )
    steps.push({ id, type: 'incident', change: 'first', content, written })
    steps.push(...later(id, content, written, until, dice))
    unreported.push(id)
    if (dice.chance(1 / 18)) {
      const told = Math.min(until, written + dice.between(600_000, day))
      steps.push(...aReport(unreported.slice(-20), told, until, dice))
      unreported = []
    }
  }
  return steps.sort((a, b) => a.written - b.written)
}

/**
 * When it happened, oldest first: a thousand a year and no more than twenty years, spread by how likely each day and
 * each hour are.
 */
function times(count: number, until: number, dice: Dice): number[] {
  const days = Math.ceil(Math.min(20, Math.max(0.25, count / 1000)) * 365)
  const begin = until - days * day
  const weights: number[] = []
  let mood = 1
  for (let i = 0; i < days; i++) {
    // A burst, a quiet spell or neither lasts two weeks or so.
    if (dice.chance(1 / 14)) mood = dice.pick([0.05, 0.4, 1, 1, 1, 2.5, 5])
    const date = new Date(begin + i * day)
    const summer = 1 + 0.5 * Math.cos(((date.getUTCMonth() - 6.5) / 6) * Math.PI)
    const weekend = [5, 6, 0].includes(date.getUTCDay()) ? 1.8 : 1
    weights.push(mood * summer * weekend)
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const found: number[] = []
  let passed = 0
  let at = 0
  for (let i = 0; i < count; i++) {
    const place = ((i + dice.next()) / count) * all
    while (at < days - 1 && passed + (weights[at] ?? 0) < place) passed += weights[at++] ?? 0
    found.push(Math.min(until - 60_000, begin + at * day + hourOfDay(dice)))
  }
  const end = Math.min(count, sameEnd.incidents)
  const latest = until - 60_000 - end * sameEnd.apart
  return found
    .sort((a, b) => a - b)
    .map((at, i) =>
      i < count - end ? Math.min(at, latest) : until - 60_000 - (count - 1 - i) * sameEnd.apart,
    )
}

/** Mostly between 20:00 and 02:00, sometimes at tea time, rarely in the morning. */
function hourOfDay(dice: Dice): number {
  const hour = dice.chance(0.65)
    ? dice.between(20, 26)
    : dice.chance(0.6)
      ? dice.between(16, 20)
      : dice.between(6, 16)
  return (hour % 24) * 3_600_000
}

function anIncident(at: number, dice: Dice, goesOn: boolean): Incident {
  const kind: Kind = dice.chance(0.8) ? 'cannabis' : dice.pick(['noise', 'people', 'otherSmell'])
  const writer = dice.chance(0.6) ? english : dice.pick(writers)
  const some = <T>(chance: number, value: () => T) => (dice.chance(chance) ? value() : undefined)
  return {
    kinds: inOrder(kinds, dice.chance(0.1) ? [kind, 'shouting'] : [kind]),
    happened: zonedAt(at, zone),
    ...without({
      span: goesOn ? ({ is: 'ongoing' } as const) : some(0.7, () => aSpan(at, dice)),
      strength: some(0.85, () => dice.pick(strengths.slice(1))),
      frequency: some(0.6, () => dice.pick(frequencies)),
      impacts: some(0.75, () => inOrder(impacts, [dice.pick(impacts), dice.pick(impacts)])),
      impactWords: some(0.4, () => dice.pick(writer.effects)),
      whatHappened: some(0.6, () => dice.some(writer.happenings, 3).join(' ')),
      place: some(0.9, () => dice.pick(writer.places)),
      actions: some(0.4, () => inOrder(actions, [dice.pick(actions)])),
      source: some(0.3, () => ({ is: 'notSure' }) as const),
      howKnown: some(0.3, () => inOrder(waysKnown, [dice.pick(waysKnown)])),
    }),
  }
}

const aSpan = (at: number, dice: Dice): Span =>
  dice.chance(0.5)
    ? { is: 'about', minutes: dice.pick([5, 15, 30, 60, 120] as const) }
    : { is: 'until', ended: zonedAt(at + Math.ceil(dice.between(5, 200)) * 60_000, zone) }

/** What the writer does to it afterwards: mostly nothing. */
function later(id: string, content: Incident, written: number, until: number, dice: Dice): Step[] {
  const steps: Step[] = []
  const after = Math.min(until, written + dice.between(120_000, day / 2))
  if (!content.impactWords && dice.chance(0.2)) {
    const more = { ...content, impactWords: dice.pick(english.effects) }
    steps.push({ id, type: 'incident', change: 'added', content: more, written: after })
    if (dice.chance(0.15)) {
      const put = { ...more, strength: dice.pick(strengths.slice(1)) }
      const change = content.strength === undefined ? 'added' : 'changed'
      if (put.strength !== content.strength)
        steps.push({ id, type: 'incident', change, content: put, written: after + 60_000 })
    }
  } else if (dice.chance(0.01)) {
    steps.push({ id, type: 'incident', change: 'withdrawn', why: 'I wrote it down twice.', written: after })
  }
  return steps
}

function aReport(incidents: string[], at: number, until: number, dice: Dice): Step[] {
  const id = dice.uuid()
  const to = dice.pick([...recipients.slice(0, 3), 'police', 'landlord'] as const)
  const told = zonedAt(at, zone)
  const content: Report = {
    to,
    told,
    ...without({
      how: to === 'police' ? dice.pick(['101', 'online'] as const) : dice.pick(['email', 'phone'] as const),
      reference: dice.chance(0.7)
        ? { is: 'given' as const, numbers: [aNumber(to, readZoned(told).date, dice)] }
        : { is: 'waiting' as const },
      said: dice.chance(0.6) ? dice.pick(english.answers) : undefined,
      incidents,
    }),
  }
  const steps: Step[] = [{ id, type: 'report', change: 'first', content, written: at }]
  if (content.reference?.is === 'waiting' && dice.chance(0.5)) {
    const numbers = [aNumber(to, readZoned(told).date, dice)]
    const more: Report = { ...content, reference: { is: 'given', numbers } }
    steps.push({
      id,
      type: 'report',
      change: 'changed',
      content: more,
      written: Math.min(until, at + 2 * day),
    })
  }
  return steps
}

function aNumber(to: Report['to'], date: string, dice: Dice): Reference {
  const number = String(Math.floor(dice.between(1, 999))).padStart(4, '0')
  return to === 'police'
    ? { kind: 'log', number: `${number} of ${date.split('-').reverse().join('/')}` }
    : { kind: 'case', number: `ASB-${date.slice(0, 4)}-${number}` }
}

/** Without the fields that nobody filled in. */
function without<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

export type Dice = ReturnType<typeof diceOf>

/** Chance that repeats itself: mulberry32. */
export function diceOf(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const hex = (length: number) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('')
  return {
    next,
    chance: (probability: number) => next() < probability,
    between: (from: number, to: number) => from + next() * (to - from),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    /** One to `most` of a list, each once. */
    some<T>(list: readonly T[], most: number): T[] {
      const from = Math.floor(next() * list.length)
      const count = 1 + Math.floor(next() * most)
      return Array.from({ length: count }, (_, i) => list[(from + i) % list.length] as T)
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}
