/** Hostile files by hand and by chance: each ends in one of our answers, and opening one changes nothing. */
import { expect, test } from 'vitest'
import { openFile } from '../../src/backup/files.ts'
import { attachedText } from '../../src/backup/pdf/attached.ts'
import { BadBackup } from '../../src/core/backup/bad-backup.ts'
import { canonicalHolding, type Dump, inChainOrder } from '../../src/core/backup/dump.ts'
import { readDump, textOf } from '../../src/core/backup/read.ts'
import { refused } from '../../src/text/backup.ts'
import { type Dice, diceOf } from '../bench/diary.ts'
import { aDiary, anIncident } from '../store/diary-maker.ts'
import { hostile, locked, passphrase, pdf, sound } from './hostile-files.ts'

/** `LONG=10 npx vitest run tests/backup/hostile.test.ts` tries ten times as many. */
const long = Number(process.env.LONG ?? 1)

const isPdf = (bytes: Uint8Array) =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')

/** As the page and its workers do it, without them. */
async function openAny(bytes: Uint8Array, typed?: string): Promise<Dump | 'locked'> {
  if (!isPdf(bytes)) return openFile(bytes, typed)
  const found = await attachedText(bytes.slice()).catch(() => ({ is: 'refused', why: 'pdf' }) as const)
  if (found.is === 'refused') throw new BadBackup(found.why)
  return readDump(found.text)
}

const endOf = (bytes: Uint8Array, typed?: string): Promise<Dump | 'locked' | BadBackup['why']> =>
  openAny(bytes, typed).catch(error => {
    if (error instanceof BadBackup) return error.why
    throw error
  })

// The page refuses what is larger than 90 MB before it reads it.
test.each(hostile.filter(({ bytes }) => bytes.length <= 90_000_000))(
  '$name: $ends',
  async ({ bytes, ends, typed }) => {
    if (typed !== undefined) expect(await endOf(bytes)).toBe('locked')
    const end = await endOf(bytes, typed)
    expect(typeof end === 'string' ? end : 'opened').toBe(ends)
    if (typeof end === 'string') expect(Object.keys(refused)).toContain(end)
  },
)

test('files changed by chance end in a sentence, or are the diary that was put in', async () => {
  const here = await aDiary()
  await here.saveIncident(anIncident())
  const before = canonicalHolding(await here.dump())
  const text = new TextEncoder().encode(textOf(sound))
  const whole = canonicalHolding(sound)
  const age = await locked(text)
  const record = pdf({ name: 'diary-backup.json', stream: text })
  const dice = diceOf(20_261_122)
  const ends: Record<string, number> = {}
  const tries: [Uint8Array, string | undefined, number, (bytes: Uint8Array, dice: Dice) => Uint8Array][] = [
    [text, undefined, 2400, changedBytes],
    [text, undefined, 1600, changedJson],
    [age, passphrase, 800, changedBytes],
    [record, undefined, 300, changedBytes],
  ]
  for (const [start, typed, times, change] of tries) {
    for (let i = 0; i < times * long; i++) {
      const bytes = change(start, dice)
      const end = await endOf(bytes, typed)
      const is = typeof end === 'string' ? end : 'opened'
      ends[is] = (ends[is] ?? 0) + 1
      if (typeof end === 'string') continue
      // What is taken has every version as it was; around it only what nothing commits to can differ.
      expect(end.revisions.toSorted(inChainOrder)).toEqual(sound.revisions)
      if (change === changedBytes && canonicalHolding(end) !== whole)
        expect({ ...end, profile: 0, settings: 0, made: 0 }).toEqual({
          ...sound,
          profile: 0,
          settings: 0,
          made: 0,
        })
      expect((await here.wouldBring(end)).entries.incident).toBeGreaterThan(0)
    }
  }
  expect(canonicalHolding(await here.dump())).toBe(before)
  here.close()
  const count = Object.values(ends).reduce((sum, one) => sum + one, 0)
  expect(count).toBe(5100 * long)
  // Chance found its way to most of our answers.
  expect(Object.keys(ends)).toEqual(
    expect.arrayContaining(['changed', 'cutOff', 'notOurs', 'opened', 'passphrase']),
  )
})

/** One to four times: a byte flipped, set or put in, a stretch taken out, doubled or moved, or the end cut off. */
function changedBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  let list = Buffer.from(bytes)
  const place = () => Math.floor(dice.between(0, list.length))
  for (let left = 1 + Math.floor(dice.between(0, 4)); left > 0; left--) {
    const [a, b] = [place(), place()].sort((x, y) => x - y) as [number, number]
    const some = list.subarray(a, Math.min(b, a + 400))
    const cut = Buffer.concat([list.subarray(0, a), list.subarray(a + some.length)])
    list = dice.pick([
      () =>
        Buffer.from(list.map((byte, i) => (i === a ? byte ^ (1 << Math.floor(dice.between(0, 8))) : byte))),
      () => Buffer.from(list.map((byte, i) => (i === a ? Math.floor(dice.between(0, 256)) : byte))),
      () => Buffer.concat([list.subarray(0, a), Buffer.from(dice.pick(pieces)), list.subarray(a)]),
      () => cut,
      () => Buffer.concat([list.subarray(0, a), some, list.subarray(a)]),
      () => Buffer.concat([cut.subarray(0, b), some, cut.subarray(b)]),
      () => list.subarray(0, a),
    ])()
  }
  return new Uint8Array(list)
}

const pieces = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  'null',
  '\\u0000',
  '\\ud800',
  '\u0000',
  '1e999',
  '-0',
  '"__proto__":1,',
]

/** One value somewhere in the JSON put in place of another, doubled, renamed or taken out. */
function changedJson(bytes: Uint8Array, dice: Dice): Uint8Array {
  const whole: unknown = JSON.parse(new TextDecoder().decode(bytes))
  let at = whole as Record<string, unknown>
  for (;;) {
    const inner = Object.values(at).filter(one => typeof one === 'object' && one !== null)
    if (inner.length === 0 || dice.chance(0.2)) break
    at = dice.pick(inner) as Record<string, unknown>
  }
  const names = Object.keys(at)
  if (names.length === 0) return bytes
  const [one, other] = [dice.pick(names), dice.pick(names)]
  dice.pick([
    () => delete at[one],
    () => {
      at[one] = dice.pick<unknown>([
        null,
        0,
        -1,
        1.5,
        1e300,
        '',
        'x',
        '\ud800',
        true,
        [],
        {},
        [[]],
        'a'.repeat(30_000),
      ])
    },
    () => {
      ;[at[one], at[other]] = [at[other], at[one]]
    },
    () => {
      at[one] = structuredClone(whole)
    },
    () => Object.assign(at, { [`${one} `]: at[one] }),
    () => Array.isArray(at) && at.push(structuredClone(at[Number(one)])),
  ])()
  return new TextEncoder().encode(JSON.stringify(whole))
}
