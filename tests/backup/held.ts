/** A made-up diary of any length in memory, as the store would dump it. */
import type { BackupRevision, Holding } from '../../src/core/backup/dump.ts'
import { toHex } from '../../src/core/bytes.ts'
import { firstLink } from '../../src/core/chain.ts'
import { instantAt } from '../../src/core/time.ts'
import { newRing } from '../../src/seal/ring.ts'
import { type UnsealedEntry, unsealRevision } from '../../src/store/bodies.ts'
import { compose } from '../../src/store/composing.ts'
import { madeDiary } from '../bench/diary.ts'

const diary = '0d1a4c1e-0000-4000-8000-00000000d1a4'

export function heldDiary(incidents: number, until = Date.UTC(2026, 10, 22), id = diary): Holding {
  const ring = newRing()
  const standing = new Map<string, UnsealedEntry>()
  const numbers = { incident: 0, report: 0, share: 0 }
  let head = { seq: 0, link: firstLink(id) }
  const revisions: BackupRevision[] = []
  for (const { id: entry, type, written, ...rest } of madeDiary({ incidents, until })) {
    const before = standing.get(entry)
    const number = before?.row.number ?? ++numbers[type]
    const ground = { ring, head, before, number }
    const ctx = { chain: id, diary: id, zone: () => 'Europe/London' }
    const { revision, after } = compose(ctx, ground, entry, { type, ...rest }, instantAt(written))
    const { seq, commitment, link } = revision
    const { body } = unsealRevision(revision, ring)
    revisions.push({ chain: id, seq, id: entry, commitment: toHex(commitment), link: toHex(link), body })
    head = revision
    standing.set(entry, after)
  }
  const end = revisions.at(-1)
  return {
    diary: id,
    ...(end ? { head: { chain: id, seq: end.seq } } : {}),
    chains: end ? [{ chain: id, diary: id }] : [],
    revisions,
    entries: [],
    profile: { name: 'A. Resident' },
    settings: {},
  }
}
