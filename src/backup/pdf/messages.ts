/** What the worker that reads PDFs answers. */
export type FromPdfWorker =
  | { is: 'found'; text: string }
  | { is: 'refused'; why: 'pdf' | 'noData' | 'leftOut' | 'tooBig' }
