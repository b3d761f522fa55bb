/** Files carried inside the document (ISO 19005-3, 6.8: associated files). */
import type { Internals } from './internals.ts'
import { bytesAsText, pdfDate, pdfName, textString } from './words.ts'

export interface Attachment {
  name: string
  /** MIME type. */
  type: string
  description: string
  /** How the file stands to the document: it was made from this data, or says the same in another form. */
  relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement'
  bytes: Uint8Array
}

/** Writes the files; returns the entries for the catalog, empty where there are none. */
export function writeAttachments(internals: Internals, files: readonly Attachment[], created: Date): string {
  if (files.length === 0) return ''
  // A name tree is sorted by its keys.
  const specs = [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(file => {
      const data = internals.newObject()
      internals.putStream({
        data: bytesAsText(file.bytes),
        objectId: data,
        additionalKeyValues: [
          { key: 'Type', value: '/EmbeddedFile' },
          { key: 'Subtype', value: pdfName(file.type) },
          { key: 'Params', value: `<</ModDate(${pdfDate(created)})/Size ${file.bytes.length}>>` },
        ],
      })
      internals.out('endobj')
      const spec = internals.newObject()
      const name = textString(file.name)
      internals.out(
        `<</Type/Filespec/F${name}/UF${name}/Desc${textString(file.description)}` +
          `/AFRelationship/${file.relationship}/EF<</F ${data} 0 R/UF ${data} 0 R>>>>`,
      )
      internals.out('endobj')
      return { name, ref: `${spec} 0 R` }
    })
  const tree = specs.map(({ name, ref }) => `${name} ${ref}`).join(' ')
  return `/Names<</EmbeddedFiles<</Names[${tree}]>>>>/AF[${specs.map(({ ref }) => ref).join(' ')}]`
}
