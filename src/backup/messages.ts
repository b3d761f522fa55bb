/** What the page and the backup's workers say to one another. */
import { BadBackup } from '../core/backup/bad-backup.ts'
import type { BackupRevision, Dump } from '../core/backup/dump.ts'
import type { Instant } from '../core/time.ts'
import type { Opener } from '../store/backup/opening.ts'

export type ToWorker =
  /** Makes a file of the pieces that come `from` there. Without a passphrase it stays readable by anyone. */
  | { do: 'make'; from: MessagePort; passphrase: string | undefined }
  | { do: 'open'; bytes: Uint8Array; passphrase: string | undefined }
  | { do: 'read'; text: string }

/** What goes to the worker that reads a diary's rows and writes them as text. */
export interface ToWriter {
  made: Instant
  /** Whether the file will be locked: then nobody else can change it, and what is out of order is looked for when it is read. */
  locked: boolean
  opener: Opener
  database: string
  to: MessagePort
}

/** A piece of the text, `undefined` after the last one. Whoever reads the diary has more to do than whoever takes it as bytes. */
export type Piece = string | undefined

export type FromWorker =
  /** The file, opened again and found to hold what was put in. */
  | { is: 'made'; bytes: Uint8Array<ArrayBuffer> }
  /** How many of how many rows are written. */
  | { is: 'wrote'; done: number; of: number }
  /** All of the text is on its way: so many characters. */
  | { is: 'written'; characters: number }
  | { is: 'revisions'; revisions: BackupRevision[] }
  /** All of the file but its versions, which were handed over before in parts. */
  | { is: 'opened'; rest: Omit<Dump, 'revisions'> }
  /** It asks for a passphrase. */
  | { is: 'locked' }
  | { is: 'refused'; why: BadBackup['why'] }
  | { is: 'failed'; message: string }

/** What a worker says of what it met. */
export function refusal(thrown: unknown): FromWorker {
  if (thrown instanceof BadBackup) return { is: 'refused', why: thrown.why }
  if (thrown instanceof RangeError) return { is: 'refused', why: 'heavy' }
  return { is: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) }
}
