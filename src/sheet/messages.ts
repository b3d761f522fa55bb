/** What the page and the sheet's worker say to one another. */
import type { EmptySheetRequest, SheetRequest } from '../core/sheet/request.ts'
import type { MadeSheet } from './document.ts'

export type ToWorker = SheetRequest | EmptySheetRequest

export type FromWorker =
  | { is: 'progress'; done: number; about: number }
  | { is: 'made'; made: MadeSheet }
  | { is: 'failed'; message: string }
