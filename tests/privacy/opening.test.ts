/** The search can be trusted only as far as what it opens with. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { levelLog } from './databases.ts'
import { searchProfile, stem } from './search.ts'
import { lz4Block, snappyAt } from './squeezed.ts'

const word = `${stem}abab`
/** Snappy as its description tells it: the length, a literal, a copy of it. `Wikipedia` twice, from the second byte on. */
const snappy = (text: string) =>
  Buffer.concat([
    Buffer.from([text.length + 8, ((text.length - 1) << 2) | 0]),
    Buffer.from(text),
    Buffer.from([((8 - 1) << 2) | 2, text.length, 0]),
  ])

let profile = ''
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'diary-search-'))
})
afterEach(() => rmSync(profile, { recursive: true }))

const found = (name: string, bytes: Uint8Array, needles = {}) => {
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(join(profile, 'Default', name), bytes)
  return [...searchProfile(profile, needles).where.keys()]
}

it('opens Snappy with literals and copies', () => {
  expect(snappyAt(snappy(`12345678 ${word}`))?.bytes.toString()).toBe(`12345678 ${word}12345678`)
  expect(snappyAt(Buffer.from([9, 1, 1]))).toBeUndefined()
})
it('opens LZ4 with overlapping copies', () => {
  // Two literals, then four and three more of them from two back.
  expect(lz4Block(Buffer.from([0x23, 0x61, 0x62, 2, 0, 0x10, 0x63]), 10).toString()).toBe('ababababac')
})
it.each([
  ['as it is', Buffer.from(`.. ${word} ..`)],
  ['two bytes a sign', Buffer.from(`.. ${word} ..`, 'utf16le')],
  ['base 64', Buffer.from(`"${Buffer.from(`words and ${word} and more`).toString('base64')}"`)],
  [
    'base 64, two bytes a sign',
    Buffer.from(`"${Buffer.from(`words and ${word} and more words`).toString('base64')}"`, 'utf16le'),
  ],
  ['deflated', deflateSync(`words and words and ${word} and words`)],
  [
    'Snappy after some bytes',
    Buffer.concat([Buffer.from([255, 17, 2]), snappy(`${stem.slice(0, 3)}`.padEnd(24, 'x') + word)]),
  ],
])('finds a word %s', (_, bytes) => expect(found('file', bytes)).toContain(word))

it('puts the records of a LevelDB log together again', () => {
  const [head, tail] = [`.. ${word.slice(0, 5)}`, `${word.slice(5)} ..`]
  const record = (kind: number, text: string) => {
    const top = Buffer.alloc(7)
    top.writeUInt16LE(text.length, 4)
    top[6] = kind
    return Buffer.concat([top, Buffer.from(text)])
  }
  const log = Buffer.concat([record(2, head), record(4, tail), record(1, 'whole')])
  expect([...levelLog(log)].map(String)).toEqual([head + tail, 'whole'])
  expect(found('000003.log', log)).toContain(word)
})

it.each(['latin1', 'hex', 'base64'] as const)('finds the bytes of a key as %s', form => {
  const key = Uint8Array.from({ length: 32 }, (_, i) => (i * 37 + 200) % 256)
  const text = Buffer.from(`{"key":"${Buffer.from(key).toString(form)}"}`, 'latin1')
  expect(found('file', text, { key })).toEqual(['key'])
  expect(found('file', text, { key: key.map(byte => byte ^ 1) })).toEqual([])
})
