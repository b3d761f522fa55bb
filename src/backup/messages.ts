/** What the page and the backup's worker say to one another. */
import type { BadBackup } from '../core/backup/bad-backup.ts'
import type { BackupRevision, Dump } from '../core/backup/dump.ts'

export type ToWorker =
  /** Begins a file; its text follows in pieces. Without a passphrase it stays readable by anyone. */
  | { do: 'begin'; passphrase: string | undefined }
  | { do: 'piece'; text: string }
  | { do: 'end' }
  | { do: 'open'; bytes: Uint8Array; passphrase: string | undefined }
  | { do: 'read'; text: string }

export type FromWorker =
  /** The file, opened again and found to hold what was put in. */
  | { is: 'made'; bytes: Uint8Array<ArrayBuffer> }
  | { is: 'revisions'; revisions: BackupRevision[] }
  /** All of the file but its versions, which were handed over before in parts. */
  | { is: 'opened'; rest: Omit<Dump, 'revisions'> }
  /** It asks for a passphrase. */
  | { is: 'locked' }
  | { is: 'refused'; why: BadBackup['why'] }
  | { is: 'failed'; message: string }
