/** How a stored revision proves what it committed to, before and after words were removed from it. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { commitTo, fieldHash, fieldSalt, hashFields } from '../core/commitment.ts'
import { countWords, reason } from '../core/removal.ts'
import { committedFields, type Envelope, type Removal } from '../core/revision.ts'
import type { Instant } from '../core/time.ts'
import type { RevisionBody, UnsealedRevision } from './bodies.ts'

/** All that this revision committed to and still holds, by the names that are hashed. */
export function fieldsOf({ row, body }: UnsealedRevision): Record<string, unknown> {
  const { content, proof: _, ...told } = body
  return committedFields({ chain: row.chain, id: row.id, ...told } satisfies Envelope, content)
}

/** The commitment that follows from what is stored; `undefined` where salts and fields do not belong together. */
export function commitmentOf(revision: UnsealedRevision): Uint8Array | undefined {
  const fields = fieldsOf(revision)
  const { proof } = revision.body
  if (proof.is === 'salt') return commitTo(hashFields(fields, hexToBytes(proof.salt)))
  const hashes = new Map<string, Uint8Array>(
    proof.removed.map(({ field, hash }) => [field, hexToBytes(hash)]),
  )
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    const salt = proof.salts[name]
    if (salt === undefined || hashes.has(name)) return undefined
    hashes.set(name, fieldHash(hexToBytes(salt), name, value))
  }
  return commitTo(hashes)
}

/**
 * The body without the words of these fields. Its own salt goes, so that nobody can try out which words they were;
 * the salts of the fields that stay, and the hashes of those that go, still give the same commitment.
 * @param by the revision that does it, and when
 * @returns nothing where none of the fields stands in it
 */
export function withoutWords(
  revision: UnsealedRevision,
  wanted: readonly string[],
  by: { revision: number; at: Instant },
): { body: RevisionBody; removals: Removal[] } | undefined {
  const { body } = revision
  const fields = new Map(Object.entries(fieldsOf(revision)).filter(([, value]) => value !== undefined))
  const going = wanted.filter(field => fields.has(field))
  if (going.length === 0) return undefined

  const { proof } = body
  const saltOf = (name: string): Uint8Array =>
    proof.is === 'salt' ? fieldSalt(hexToBytes(proof.salt), name) : hexToBytes(proof.salts[name] ?? '')
  const removed = going.map(field => {
    const value = fields.get(field)
    const hash = bytesToHex(fieldHash(saltOf(field), field, value))
    return { field, hash, words: countWords(value), at: by.at, by: by.revision }
  })
  const staying = [...fields.keys()].filter(name => !going.includes(name))
  const { why, ...rest } = body
  return {
    body: {
      ...rest,
      ...(why === undefined || going.includes(reason) ? {} : { why }),
      content: Object.fromEntries(Object.entries(body.content).filter(([name]) => !going.includes(name))),
      proof: {
        is: 'parts',
        salts: Object.fromEntries(staying.map(name => [name, bytesToHex(saltOf(name))])),
        removed: [...(proof.is === 'parts' ? proof.removed : []), ...removed],
      },
    },
    removals: removed.map(({ field, words }) => ({ revision: body.revision, field, words })),
  }
}
