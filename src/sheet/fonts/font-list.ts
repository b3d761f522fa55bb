/** The fonts of a jsPDF document, which it hands out once, while it is made, and nowhere else. */
import { jsPDF } from 'jspdf'

export interface PdfFont {
  id: string
  isAlreadyPutted?: boolean
  objectNumber?: number
  metadata: object
}
export type FontList = Record<string, PdfFont>

const lists = new WeakMap<object, FontList>()
jsPDF.API.events.push([
  'addFonts',
  function (this: jsPDF, { fonts }: { fonts: FontList }) {
    lists.set(this, fonts)
  },
])

/** The list of a document, without the fourteen standard fonts: those are not embedded, which no archive allows. */
export function fontListOf(doc: jsPDF): FontList {
  const list = lists.get(doc)
  if (!list) throw new Error('jsPDF did not hand out its fonts')
  for (const id of Object.keys(list)) if (/^F\d+$/.test(id)) delete list[id]
  return list
}
