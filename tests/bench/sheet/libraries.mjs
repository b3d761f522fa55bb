// The same words with the same fonts, drawn by other libraries, each in the way its manual shows.
import { readFileSync } from 'node:fs'

const [left, top, bottom] = [45, 54, 790]
const size = 8
const leading = 11

/** @param {{ items: any[], regular: string, bold: string }} content */
export const libraries = {
  async jspdf({ items, regular, bold }) {
    const { jsPDF } = await import('jspdf')
    const fonts = [regular, bold].map(file => readFileSync(file).toString('base64'))
    return () => {
      const doc = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true })
      for (const [i, style] of ['normal', 'bold'].entries()) {
        doc.addFileToVFS(`${style}.ttf`, fonts[i])
        doc.addFont(`${style}.ttf`, 'Noto', style)
      }
      doc.setFontSize(size)
      doc.setLineHeightFactor(leading / size)
      let y = top
      for (const item of items) {
        doc.setFont('Noto', item.is === 'heading' ? 'bold' : 'normal')
        const cells = item.is === 'row' ? item.cells : [{ text: item.text, x: 0, width: 505 }]
        const lines = cells.map(cell => doc.splitTextToSize(cell.text, cell.width))
        const height = Math.max(...lines.map(one => one.length)) * leading
        if (y + height > bottom) {
          doc.addPage()
          y = top
        }
        for (const [i, cell] of cells.entries()) if (cell.text) doc.text(lines[i], left + cell.x, y + size)
        y += height + 5
      }
      return new Uint8Array(doc.output('arraybuffer'))
    }
  },

  async autotable({ items, regular, bold }) {
    const { jsPDF } = await import('jspdf')
    const { autoTable } = await import('jspdf-autotable')
    const fonts = [regular, bold].map(file => readFileSync(file).toString('base64'))
    return () => {
      const doc = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true })
      for (const [i, style] of ['normal', 'bold'].entries()) {
        doc.addFileToVFS(`${style}.ttf`, fonts[i])
        doc.addFont(`${style}.ttf`, 'Noto', style)
      }
      let rows = []
      let columns = 0
      const flush = () => {
        if (rows.length > 0)
          autoTable(doc, {
            startY: doc.lastAutoTable ? doc.lastAutoTable.finalY + 4 : top,
            body: rows,
            theme: 'plain',
            styles: { font: 'Noto', fontSize: size, cellPadding: 2, overflow: 'linebreak' },
          })
        rows = []
      }
      for (const item of items) {
        const cells = item.is === 'row' ? item.cells.map(cell => cell.text) : [item.text]
        if (cells.length !== columns) flush()
        columns = cells.length
        rows.push(cells)
      }
      flush()
      return new Uint8Array(doc.output('arraybuffer'))
    }
  },

  async pdfkit({ items, regular, bold }) {
    const { default: PDFDocument } = await import('pdfkit')
    const fonts = [regular, bold].map(file => readFileSync(file))
    return () =>
      new Promise(resolve => {
        const doc = new PDFDocument({ size: 'A4', margin: left })
        const parts = []
        doc.on('data', part => parts.push(part))
        doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
        doc.registerFont('regular', fonts[0])
        doc.registerFont('bold', fonts[1])
        doc.fontSize(size)
        let y = top
        for (const item of items) {
          doc.font(item.is === 'heading' ? 'bold' : 'regular')
          const cells = item.is === 'row' ? item.cells : [{ text: item.text, x: 0, width: 505 }]
          if (y > bottom - 60) {
            doc.addPage()
            y = top
          }
          let lowest = y
          for (const cell of cells) {
            if (!cell.text) continue
            doc.text(cell.text, left + cell.x, y, { width: cell.width })
            lowest = Math.max(lowest, doc.y)
          }
          y = lowest + 5
        }
        doc.end()
      })
  },

  async pdfmake({ items, regular, bold }) {
    const { default: pdfmake } = await import('pdfmake')
    pdfmake.setFonts({ Noto: { normal: regular, bold, italics: regular, bolditalics: bold } })
    pdfmake.setUrlAccessPolicy?.(() => false)
    return async () => {
      const content = []
      for (const item of items) {
        if (item.is !== 'row')
          content.push({ text: item.text, bold: item.is === 'heading', margin: [0, 0, 0, 5] })
        else
          content.push({
            columns: item.cells.map(cell => ({ text: cell.text, width: cell.width })),
            columnGap: 7,
            margin: [0, 0, 0, 5],
          })
      }
      const definition = { content, defaultStyle: { font: 'Noto', fontSize: size }, pageMargins: [left, top] }
      return new Uint8Array(await pdfmake.createPdf(definition).getBuffer())
    }
  },

  async 'pdf-lib'({ items, regular, bold }) {
    const { PDFDocument } = await import('pdf-lib')
    const { default: fontkit } = await import('@pdf-lib/fontkit')
    const fonts = [regular, bold].map(file => readFileSync(file))
    return async () => {
      const doc = await PDFDocument.create()
      doc.registerFontkit(fontkit)
      const [plain, strong] = await Promise.all(fonts.map(font => doc.embedFont(font, { subset: true })))
      let page = doc.addPage([595.28, 841.89])
      let y = top
      for (const item of items) {
        const font = item.is === 'heading' ? strong : plain
        const cells = item.is === 'row' ? item.cells : [{ text: item.text, x: 0, width: 505 }]
        const wrapped = cells.map(cell => wrap(cell.text, cell.width, font))
        const height = Math.max(...wrapped.map(one => one.length)) * leading
        if (y + height > bottom) {
          page = doc.addPage([595.28, 841.89])
          y = top
        }
        for (const [i, cell] of cells.entries())
          for (const [n, line] of wrapped[i].entries())
            if (line)
              page.drawText(line, { x: left + cell.x, y: 841.89 - y - size - n * leading, size, font })
        y += height + 5
      }
      return doc.save()
    }
  },
}

function wrap(text, width, font) {
  const lines = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line ? `${line} ${word}` : word
      if (line && font.widthOfTextAtSize(longer, size) > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    lines.push(line)
  }
  return lines
}
