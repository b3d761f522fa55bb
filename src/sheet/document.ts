/** From a request to the bytes of a file: composes, draws, names. Runs in the worker, and in Node for tests. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { composeSheet } from '../core/sheet/compose.ts'
import { composeEmptySheet } from '../core/sheet/empty.ts'
import type { EmptySheetRequest, SheetRequest } from '../core/sheet/request.ts'
import { sheetWording } from '../text/sheet.ts'
import { drawSheet } from './draw/draw.ts'
import type { Faces } from './draw/lines.ts'

export interface MadeSheet {
  bytes: Uint8Array<ArrayBuffer>
  /** `diary-sheet-2026-11-22-1-to-34.pdf` */
  name: string
  pages: number
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string
  /** Id of each record that stands on it → how many revisions it had; to be kept with the share. */
  revisions: Record<string, number>
}

/** Told how many pages are done, and of about how many. */
export type OnProgress = (done: number, about: number) => void

export function documentOf(
  request: SheetRequest | EmptySheetRequest,
  faces: Faces,
  onProgress?: OnProgress,
): MadeSheet {
  const sheet =
    'emptyPages' in request ? composeEmptySheet(request, sheetWording) : composeSheet(request, sheetWording)
  const { bytes, pages } = drawSheet(sheet, {
    faces,
    made: new Date(request.madeAt),
    fileId: body => bytesToHex(sha256(body).subarray(0, 16)),
    ...(onProgress ? { onProgress } : {}),
  })
  const hash = bytesToHex(sha256(bytes))
  return { bytes, name: sheet.fileName, pages, hash, revisions: { ...sheet.revisions } }
}
