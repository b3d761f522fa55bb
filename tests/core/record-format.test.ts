/** The record's format against its test vector, which was made by an independent implementation and never changes. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { firstLink, incidentCode, nextLink, recordCode } from '../../src/core/chain.ts'
import { commitTo, fieldHash, fieldSalts, hashFields } from '../../src/core/commitment.ts'
import { contentShapes, type RecordType } from '../../src/core/record.ts'
import { committedFields, type Envelope } from '../../src/core/revision.ts'
import vector from '../fixtures/record-format-1.json' with { type: 'json' }

describe('the test vector', () => {
  let link = firstLink(vector.diary)

  test('starts from the diary', () => {
    expect(bytesToHex(link)).toBe(vector.firstLink)
  })

  for (const one of vector.revisions) {
    test(`${one.envelope.type} ${one.envelope.number}, revision ${one.envelope.revision}`, () => {
      const hashes = hashFields(committedFields(one.envelope as Envelope, one.content), hexToBytes(one.salt))
      expect(Object.fromEntries([...hashes].map(([name, hash]) => [name, bytesToHex(hash)]))).toEqual(
        one.fields,
      )
      const commitment = commitTo(hashes)
      expect(bytesToHex(commitment)).toBe(one.commitment)
      expect(incidentCode(commitment)).toBe(one.code)
      link = nextLink(link, commitment)
      expect(bytesToHex(link)).toBe(one.link)
      expect(recordCode(link)).toHaveLength(16)
    })
  }

  test('ends in the record code', () => {
    expect(recordCode(hexToBytes(vector.revisions.at(-1)?.link ?? ''))).toBe(vector.recordCode)
  })

  test('holds content that is still of our shapes', () => {
    for (const { envelope, content } of vector.revisions) {
      if (Object.keys(content).length > 0) {
        expect(v.is(contentShapes[envelope.type as RecordType], content)).toBe(true)
      }
    }
  })

  test('keeps its commitment when words are removed', () => {
    const first = vector.revisions[0]
    const fields = committedFields(first?.envelope as Envelope, first?.content ?? {})
    const hashes = new Map<string, Uint8Array>()
    for (const [name, salt] of Object.entries(vector.firstAfterRemoval.salts)) {
      expect(bytesToHex(fieldSalts(hexToBytes(first?.salt ?? ''))(name))).toBe(salt)
      hashes.set(name, fieldHash(hexToBytes(salt), name, fields[name]))
    }
    for (const [name, hash] of Object.entries(vector.firstAfterRemoval.removed))
      hashes.set(name, hexToBytes(hash))
    expect(bytesToHex(commitTo(hashes))).toBe(first?.commitment)
  })
})
