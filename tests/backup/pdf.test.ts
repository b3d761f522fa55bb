/** A full record is also a backup, and stays one after other programs have written the file anew. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { attachedText } from '../../src/backup/pdf/attached.ts'
import { heldAsOf } from '../../src/core/backup/as-of.ts'
import { canonicalHolding } from '../../src/core/backup/dump.ts'
import { dumpOf, readDump, textOf } from '../../src/core/backup/read.ts'
import { fromHex } from '../../src/core/bytes.ts'
import { recordCode } from '../../src/core/chain.ts'
import type { Choices } from '../../src/core/sheet/choices.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import { instantAt } from '../../src/core/time.ts'
import { make } from '../sheet/read.ts'
import { sampleRequest } from '../sheet/sample.ts'
import { heldDiary } from './held.ts'

const held = heldDiary(40)
const backup = textOf(dumpOf(held, instantAt(Date.UTC(2026, 10, 22))))
const folder = mkdtempSync(join(tmpdir(), 'diary-pdf-'))
afterAll(() => rmSync(folder, { recursive: true }))

const recordWith = (more: Partial<Choices> = {}) =>
  make({ ...sampleRequest(4, 1, { choices: { ...usualChoices('record'), ...more } }), backup }).bytes

const original = join(folder, 'record.pdf')
writeFileSync(original, recordWith())

describe('the diary is found in a full record', () => {
  type Rewriter = [string, (out: string) => void]
  const rewriters: Rewriter[] = [
    ['as it was made', out => writeFileSync(out, readFileSync(original))],
    [
      'through qpdf, with object streams and linearised',
      out => execFileSync('qpdf', ['--object-streams=generate', '--linearize', original, out]),
    ],
    ['through qpdf, every stream laid open', out => execFileSync('qpdf', ['--qdf', original, out])],
    ...(existsSync('/usr/bin/mutool')
      ? [
          [
            'through mutool clean',
            out => execFileSync('mutool', ['clean', '-gggg', '-z', original, out]),
          ] as Rewriter,
        ]
      : []),
  ]
  test.each(rewriters)('%s', async (name, rewrite) => {
    const out = join(folder, `${name.replace(/\W/g, '')}.pdf`)
    rewrite(out)
    const found = await attachedText(new Uint8Array(readFileSync(out)))
    if (found.is !== 'found') throw new Error(found.why)
    expect(canonicalHolding(readDump(found.text))).toBe(canonicalHolding(held))
  })
})

describe('it is not handed on', () => {
  test.each<[string, Partial<Choices>]>([
    ['something is left out', { leaveOut: ['name'] }],
    ['a word is masked', { masks: [{ id: 'profile', field: 'name', word: 0 }] }],
    ['only some kinds stand in it', { kinds: ['damage'] }],
  ])('where %s', async (_, more) => {
    const bytes = recordWith(more)
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('diary-backup')
    expect(await attachedText(new Uint8Array(bytes))).toEqual({ is: 'refused', why: 'leftOut' })
  })

  test('in a sheet for the landlord', async () => {
    const { bytes } = make({ ...sampleRequest(3, 1), backup })
    expect(await attachedText(new Uint8Array(bytes))).toEqual({ is: 'refused', why: 'noData' })
  })
})

test('what is no PDF is refused by pdf.js itself', async () => {
  await expect(attachedText(new TextEncoder().encode('%PDF-1.7 and nothing more'))).rejects.toThrow()
})

test('a record made again later carries the diary as it stood then', () => {
  const early = held.revisions[19]
  if (!early) throw new Error('twenty versions')
  const then = heldAsOf(held, recordCode(fromHex(early.link)), held.profile)
  expect(then.revisions).toEqual(held.revisions.slice(0, 20))
  expect(then.head).toEqual({ chain: early.chain, seq: 20 })
  // What was written since, in the same chain or in a branch, changes nothing.
  const branch = {
    chain: '0d1a4c1e-0000-4000-8000-0000000b4a7c',
    diary: held.diary,
    from: then.head ?? early,
  }
  const later = {
    ...held,
    chains: [...held.chains, branch],
    revisions: [...held.revisions, { ...early, chain: branch.chain, seq: 21, link: 'f'.repeat(64) }],
  }
  expect(canonicalHolding(heldAsOf(later, recordCode(fromHex(early.link)), held.profile))).toBe(
    canonicalHolding(then),
  )
  expect(readDump(textOf(dumpOf(then, instantAt(0)))).faults).toEqual([])
})
