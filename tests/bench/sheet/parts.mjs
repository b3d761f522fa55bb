// What the bytes of a file are spent on: pages and fonts, what marks and tags add, what is attached.
import { deflateSync, inflateSync } from 'node:zlib'

/** @param {Buffer} file */
export function partsOf(file) {
  const text = file.toString('latin1')
  const parts = { all: file.length, pagesAndFonts: 0, marks: 0, tags: 0, attached: 0 }
  for (const found of text.matchAll(/obj\s*<<((?:(?!endobj)[\s\S])*?)>>\s*stream\r?\n/g)) {
    const [whole, dictionary] = found
    const from = found.index + whole.length
    const length = /\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1]
    const to = length ? from + Number(length) : text.indexOf('endstream', from)
    const data = file.subarray(from, to)
    if (/\/Type ?\/EmbeddedFile/.test(dictionary)) parts.attached += data.length
    // A colour profile is known by its number of colours.
    else if (/\/Type ?\/(ObjStm|XRef|Metadata)|\/N 3/.test(dictionary)) parts.tags += data.length
    else {
      parts.pagesAndFonts += data.length
      if (/\/FlateDecode/.test(dictionary)) parts.marks += marksIn(data)
    }
  }
  parts.pagesAndFonts -= parts.marks
  return parts
}

/** How much smaller a page would be without the marks that tell its tags. */
function marksIn(data) {
  const page = inflateSync(data).toString('latin1')
  if (!/ BDC|BMC/.test(page)) return 0
  const bare = page.replace(/\/\w+ (<<[^>]*>> BDC|BMC)\s?|EMC ?\n?/g, '')
  return deflateSync(Buffer.from(page, 'latin1')).length - deflateSync(Buffer.from(bare, 'latin1')).length
}
