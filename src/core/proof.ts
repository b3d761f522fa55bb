/** How a kept revision proves what it committed to, before and after words were removed from it. */
import { fromHex, toHex } from './bytes.ts'
import { commitTo, fieldHash, fieldSalts, hashFields } from './commitment.ts'
import { countWords, reason } from './removal.ts'
import { committedFields, type Envelope, type Removal, type RevisionBody } from './revision.ts'
import type { Instant } from './time.ts'

/** A revision as it is kept, in the store or in a backup. */
export interface KeptRevision {
  /** The chain under which it is kept; it is committed to this one, or to what its body says in `as`. */
  chain: string
  id: string
  body: RevisionBody
}

/** All that this revision committed to and still holds, by the names that are hashed. */
export function fieldsOf({ chain, id, body }: KeptRevision): Record<string, unknown> {
  const { content, proof: _, as = chain, ...told } = body
  return committedFields({ chain: as, id, ...told } satisfies Envelope, content)
}

/** The commitment that follows from what is kept; `undefined` where salts and fields do not belong together. */
export function commitmentOf(revision: KeptRevision): Uint8Array | undefined {
  const fields = fieldsOf(revision)
  const { proof } = revision.body
  if (proof.is === 'salt') return commitTo(hashFields(fields, fromHex(proof.salt)))
  const hashes = new Map<string, Uint8Array>(proof.removed.map(({ field, hash }) => [field, fromHex(hash)]))
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    const salt = proof.salts[name]
    if (salt === undefined || hashes.has(name)) return undefined
    hashes.set(name, fieldHash(fromHex(salt), name, value))
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
  revision: KeptRevision,
  wanted: readonly string[],
  by: { revision: number; at: Instant },
): { body: RevisionBody; removals: Removal[] } | undefined {
  const { body } = revision
  const fields = new Map(Object.entries(fieldsOf(revision)).filter(([, value]) => value !== undefined))
  const going = wanted.filter(field => fields.has(field))
  if (going.length === 0) return undefined

  const { proof } = body
  const saltOf =
    proof.is === 'salt' ? fieldSalts(fromHex(proof.salt)) : (name: string) => fromHex(proof.salts[name] ?? '')
  const removed = going.map(field => {
    const value = fields.get(field)
    const hash = toHex(fieldHash(saltOf(field), field, value))
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
        salts: Object.fromEntries(staying.map(name => [name, toHex(saltOf(name))])),
        removed: [...(proof.is === 'parts' ? proof.removed : []), ...removed],
      },
    },
    removals: removed.map(({ field, words }) => ({ revision: body.revision, field, words })),
  }
}
