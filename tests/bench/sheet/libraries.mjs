// The same words with the same fonts, drawn by other libraries, each in the way its manual shows; in Node and in a browser.
// Each takes { regular, bold } as bytes and { together }, which makes one of parts, and gives a function
// from items to the bytes of a file.

const [left, top, bottom, width] = [45, 54, 790, 505]
const size = 8
const leading = 11

const cellsOf = item => (item.is === 'row' ? item.cells : [{ text: item.text, x: 0, width }])

function base64(bytes) {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192))
  return btoa(text)
}

async function jsPdfMaker({ regular, bold }) {
  const { jsPDF } = await import('jspdf')
  const files = { normal: base64(regular), bold: base64(bold) }
  return () => {
    const doc = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true })
    for (const [style, file] of Object.entries(files)) {
      doc.addFileToVFS(`${style}.ttf`, file)
      doc.addFont(`${style}.ttf`, 'Noto', style)
    }
    return doc
  }
}

export const libraries = {
  /** Plain jsPDF, neither tagged nor archival: what the sheet stands on. */
  async jspdf(fonts) {
    const newDocument = await jsPdfMaker(fonts)
    return items => {
      const doc = newDocument()
      doc.setFontSize(size)
      doc.setLineHeightFactor(leading / size)
      let y = top
      for (const item of items) {
        doc.setFont('Noto', item.is === 'heading' ? 'bold' : 'normal')
        const cells = cellsOf(item)
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

  async autotable(fonts) {
    const { autoTable } = await import('jspdf-autotable')
    const newDocument = await jsPdfMaker(fonts)
    return items => {
      const doc = newDocument()
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
        const cells = cellsOf(item).map(cell => cell.text)
        if (cells.length !== columns) flush()
        columns = cells.length
        rows.push(cells)
      }
      flush()
      return new Uint8Array(doc.output('arraybuffer'))
    }
  },

  async pdfkit({ regular, bold, together }) {
    const { default: PDFDocument } = await import('pdfkit')
    return items =>
      new Promise(resolve => {
        const doc = new PDFDocument({ size: 'A4', margin: left, font: null })
        const parts = []
        doc.on('data', part => parts.push(part))
        doc.on('end', () => resolve(together(parts)))
        doc.registerFont('regular', regular)
        doc.registerFont('bold', bold)
        doc.fontSize(size)
        let y = top
        for (const item of items) {
          doc.font(item.is === 'heading' ? 'bold' : 'regular')
          if (y > bottom - 60) {
            doc.addPage()
            y = top
          }
          let lowest = y
          for (const cell of cellsOf(item)) {
            if (!cell.text) continue
            doc.text(cell.text, left + cell.x, y, { width: cell.width })
            lowest = Math.max(lowest, doc.y)
          }
          y = lowest + 5
        }
        doc.end()
      })
  },

  async pdfmake({ regular, bold }) {
    const inBrowser = typeof document !== 'undefined'
    const { default: pdfmake } = await (inBrowser ? import('pdfmake/build/pdfmake.js') : import('pdfmake'))
    pdfmake.virtualfs.writeFileSync('regular.ttf', base64(regular), 'base64')
    pdfmake.virtualfs.writeFileSync('bold.ttf', base64(bold), 'base64')
    const [normal, strong] = ['regular.ttf', 'bold.ttf']
    pdfmake.setFonts({ Noto: { normal, bold: strong, italics: normal, bolditalics: strong } })
    pdfmake.setUrlAccessPolicy?.(() => false)
    return async items => {
      const content = items.map(item =>
        item.is === 'row'
          ? {
              columns: item.cells.map(cell => ({ text: cell.text, width: cell.width })),
              columnGap: 7,
              margin: [0, 0, 0, 5],
            }
          : { text: item.text, bold: item.is === 'heading', margin: [0, 0, 0, 5] },
      )
      const definition = { content, defaultStyle: { font: 'Noto', fontSize: size }, pageMargins: [left, top] }
      return new Uint8Array(await pdfmake.createPdf(definition).getBuffer())
    }
  },

  async 'pdf-lib'(fonts) {
    const { PDFDocument } = await import('pdf-lib')
    const { default: fontkit } = await import('@pdf-lib/fontkit')
    return async items => {
      const doc = await PDFDocument.create()
      doc.registerFontkit(fontkit)
      const [plain, strong] = await Promise.all(
        [fonts.regular, fonts.bold].map(font => doc.embedFont(font, { subset: true })),
      )
      let page = doc.addPage([595.28, 841.89])
      let y = top
      for (const item of items) {
        const font = item.is === 'heading' ? strong : plain
        const cells = cellsOf(item)
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

/** pdf-lib draws lines and knows no columns: the lines are broken here. */
function wrap(text, room, font) {
  const lines = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line ? `${line} ${word}` : word
      if (line && font.widthOfTextAtSize(longer, size) > room) {
        lines.push(line)
        line = word
      } else line = longer
    }
    lines.push(line)
  }
  return lines
}
