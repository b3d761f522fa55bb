/** What every verb of an open diary needs. */

import type { RecordType } from '../core/record.ts'
import type { Ring } from '../seal/ring.ts'
import type { DiaryChange } from './changes.ts'
import type { Tables } from './database.ts'

/** Where a chain ends: its newest link and that link's place, and the highest number given to each type. */
export interface End {
  seq: number
  link: Uint8Array
  numbers: Record<RecordType, number>
}

/** What opening a diary needs to be told. */
export interface DiaryOptions {
  /** Milliseconds since 1970. */
  clock: () => number
  /** IANA zone of this phone now. */
  zone: () => string
  databaseName?: string
  /** Of a locked diary: what unlock.ts gives. */
  ring?: Ring
}

export interface Context {
  db: Tables
  /** Milliseconds since 1970. */
  clock: () => number
  /** IANA zone of this phone. */
  zone: () => string
  diary: string
  chain: string
  ring: Ring
  /** Whether a lock is set, as far as this window knows. */
  locked: boolean
  /** As far as this window knows; another may have gone on. */
  end?: End
  /** Tells this window and the others that something changed. */
  announce: (change: DiaryChange) => void
}
