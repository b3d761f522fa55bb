/** What the page and the sheet's worker say to one another. */
import type { EmptySheetRequest, SheetRequest } from '../core/sheet/request.ts'
import type { MadeSheet } from './document.ts'

export type Asked = SheetRequest | EmptySheetRequest

/** The lists of a request that grow with the diary. */
type Lists = Pick<SheetRequest, 'incidents' | 'reports' | 'revisions'>

export type ToWorker =
  /** Some of what belongs to the request: handed over at once, a whole diary would hold up the page. */
  | ({ is: 'some' } & Partial<Lists>)
  /** All is there. The request comes without its lists. */
  | { is: 'make'; asked: Asked }

export type FromWorker =
  | { is: 'progress'; done: number; about: number }
  | { is: 'made'; made: MadeSheet }
  | { is: 'failed'; message: string }
