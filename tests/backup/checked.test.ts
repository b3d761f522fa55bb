/** A file that does not open to what was put in is never handed over, whatever the lock does to it. */
import { expect, test, vi } from 'vitest'
import type { Bytes } from '../../src/backup/age.ts'
import { makeFile } from '../../src/backup/files.ts'

const lock = vi.hoisted(() => ({ opensTo: (bytes: Uint8Array): Uint8Array => bytes }))

vi.mock('../../src/backup/age.ts', async original => {
  const whole = async (stream: Bytes) => new Uint8Array(await new Response(stream as BodyInit).arrayBuffer())
  return {
    ...(await original<object>()),
    lockOf: async () => ({
      locking: async (pieces: Bytes) => pieces,
      unlocking: async (file: Bytes) => new Response(lock.opensTo(await whole(file)) as BodyInit).body,
    }),
  }
})

const text = new TextEncoder().encode('one piece, another piece, and the last')
const made = () =>
  makeFile(
    new ReadableStream({
      start(out) {
        for (let i = 0; i < text.length; i += 7) out.enqueue(text.slice(i, i + 7))
        out.close()
      },
    }),
    'amber kettle sunday ladder',
  )

test('what comes back as it was is handed over', async () => {
  expect(await made()).toEqual(text)
})

test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
  ['a byte changed', bytes => bytes.map((byte, i) => (i === 20 ? byte ^ 1 : byte))],
  ['the end missing', bytes => bytes.slice(0, -1)],
  ['everything missing', () => new Uint8Array()],
  ['something behind it', bytes => new Uint8Array([...bytes, 0])],
])('%s: there is no file', async (_, opensTo) => {
  lock.opensTo = opensTo
  await expect(made()).rejects.toThrow('does not open to what was put in')
})
