/** The text form of a locked file, written in pieces: what the library writes in one, and back. */
import { armor } from 'age-encryption'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allOf } from '../../src/backup/age.ts'
import { armoring, unarmoring } from '../../src/backup/armor.ts'

const inPieces = (pieces: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(out) {
      for (const piece of pieces) out.enqueue(piece)
      out.close()
    },
  })

const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 })

test('however it comes, the text is the one that the library makes of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, async some => {
      const whole = new Uint8Array(some.flatMap(piece => [...piece]))
      const text = await allOf(inPieces(some).pipeThrough(armoring()))
      expect(new TextDecoder().decode(text)).toBe(armor.encode(whole))
    }),
  )
})

test('however the text comes, it leads back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 400 }),
      fc.integer({ min: 1, max: 150 }),
      async (bytes, size) => {
        const text = new TextEncoder().encode(armor.encode(bytes))
        const parts: Uint8Array[] = []
        for (let i = 0; i < text.length; i += size) parts.push(text.slice(i, i + size))
        expect(await allOf(inPieces(parts).pipeThrough(unarmoring()))).toEqual(new Uint8Array(bytes))
      },
    ),
  )
})
