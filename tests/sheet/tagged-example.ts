/** A letter made with plain jsPDF and the tagging module alone: the example of its README. */
import { jsPDF } from 'jspdf'
import { internalsOf } from '../../src/sheet/tagged/internals.ts'
import type { Element, StructureType } from '../../src/sheet/tagged/structure.ts'
import { beginArtifact, tagged } from '../../src/sheet/tagged/tagged.ts'

/** `font`: a TrueType file in base64. `hash`: 32 hexadecimal digits of bytes. */
export function letter(font: string, hash: (bytes: Uint8Array) => string): Uint8Array {
  const doc = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true })
  doc.addFileToVFS('letter.ttf', font)
  doc.addFont('letter.ttf', 'Letter', 'normal')
  doc.setFont('Letter')
  const tags = tagged(doc, {
    title: 'A letter',
    lang: 'en-GB',
    creator: 'Example',
    created: new Date('2026-11-22T18:30:00Z'),
    fileId: hash,
  })
  const draw = (begin: string, work: () => void) => {
    internalsOf(doc).out(begin)
    work()
    internalsOf(doc).out('EMC')
  }
  const say = (parent: Element, type: StructureType, text: string, x: number, y: number) => {
    const element = tags.tree.add(parent, type)
    const page = doc.getCurrentPageInfo().pageNumber
    draw(tags.begin(element, page), () => doc.text(text, x, y))
  }

  say(tags.root, 'H1', 'A letter', 60, 80)
  tags.bookmark({ title: 'A letter', page: 1, top: 780, level: 1 })
  say(tags.root, 'P', 'What is drawn stands between a begin and an EMC.', 60, 110)
  draw(beginArtifact, () => doc.line(60, 120, 300, 120))
  const table = tags.tree.add(tags.root, 'Table')
  const row = tags.tree.add(table, 'TR')
  say(row, 'TD', 'one cell', 60, 140)
  say(row, 'TD', 'another', 160, 140)
  tags.attach({
    name: 'letter.txt',
    type: 'text/plain',
    description: 'The words of the letter',
    relationship: 'Alternative',
    bytes: new TextEncoder().encode('A letter'),
  })
  return tags.bytes()
}
