/** What this folder needs of jsPDF's inside: documented by its plugins, missing from its types. */
import type { jsPDF } from 'jspdf'

export interface Internals {
  events: { subscribe(topic: string, callback: (payload: never) => void): string }
  /** Reserves a number and writes `n 0 obj`. */
  newObject(): number
  /** Reserves a number and writes nothing. */
  newObjectDeferred(): number
  out(line: string): void
  putStream(options: {
    data: string
    objectId: number
    filters?: string[]
    additionalKeyValues?: { key: string; value: string }[]
  }): void
  /** The drawing operators of each page, from 1 on. */
  pages: string[][]
  getPageInfo(page: number): { objId: number }
}

export const internalsOf = (doc: jsPDF): Internals => doc.internal as unknown as Internals

interface Private {
  setPdfVersion(version: string): void
}

export const setPdfVersion = (doc: jsPDF, version: string): void =>
  (doc as unknown as { __private__: Private }).__private__.setPdfVersion(version)

interface Filters {
  processDataByFilters(data: string, filters: string[]): { data: string }
}

/** Deflates a string of bytes (one character each) with the zlib that jsPDF carries. */
export const deflated = (doc: jsPDF, data: string): string =>
  (doc as unknown as Filters).processDataByFilters(data, ['FlateEncode']).data
