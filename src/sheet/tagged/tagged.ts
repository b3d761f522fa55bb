/**
 * Makes a jsPDF document accessible (PDF/UA-1) and archival (PDF/A-3): see README.md in this folder.
 * Knows jsPDF and nothing else of this app.
 */
import { jsPDF } from 'jspdf'
import { type Attachment, writeAttachments } from './attachments.ts'
import { srgbProfile } from './icc.ts'
import { internalsOf, setPdfVersion } from './internals.ts'
import { type About, xmpPacket } from './metadata.ts'
import { type Bookmark, writeOutline } from './outline.ts'
import { finished, type Packed, packer, streamsFor } from './squeeze.ts'
import { type Element, StructureTree } from './structure.ts'
import { bytesAsText, pdfDate, textString, utf8Bytes } from './words.ts'

export interface TaggedOptions extends Omit<About, 'producer'> {
  level?: 'A' | 'U' | 'B'
  /** Makes the file's id, 32 hexadecimal digits, of its bytes: so that the same document has the same bytes. */
  fileId(body: Uint8Array): string
}

export interface Tagged {
  tree: StructureTree
  /** The root of the tree, of type Document. */
  root: Element
  /** The operator that begins a piece of content of `element` on `page` (from 1). Close it with `EMC`. */
  begin(element: Element, page: number): string
  bookmark(bookmark: Bookmark): void
  attach(file: Attachment): void
  /** The finished file. */
  bytes(): Uint8Array<ArrayBuffer>
}

/** The operator that begins what is no content: rules, running heads, page numbers. Close it with `EMC`. */
export const beginArtifact = '/Artifact BMC'
export const beginFurniture = '/Artifact <</Type/Pagination>> BDC'
export const beginWatermark = '/Artifact <</Type/Pagination/Subtype/Watermark>> BDC'

/** Call once on a fresh document, made with `compress: true`; draw every operator between a `begin…` and `EMC`. */
export function tagged(doc: jsPDF, options: TaggedOptions): Tagged {
  const internals = internalsOf(doc)
  const tree = new StructureTree()
  const root = tree.add(undefined, 'Document')
  const bookmarks: Bookmark[] = []
  const files: Attachment[] = []
  let catalog = ''
  let packed: Packed | undefined
  let fault: unknown

  /** jsPDF prints what a listener throws and goes on; a document that lost half its tags must not get out. */
  function on<T>(topic: string, listener: (payload: T) => void) {
    internals.events.subscribe(topic, (payload: T) => {
      try {
        listener(payload)
      } catch (thrown) {
        fault ??= thrown
      }
    })
  }

  setPdfVersion(doc, '1.7')
  doc.setCreationDate(pdfDate(options.created))
  doc.setProperties({
    title: options.title,
    creator: options.creator,
    ...(options.author === undefined ? {} : { author: options.author }),
    ...(options.subject === undefined ? {} : { subject: options.subject }),
  })
  // The default fits the width; a page opens at its own size (Electronic bundles guidance: 100 %).
  doc.setDisplayMode('original', 'continuous')

  on('putPage', ({ pageNumber }: { pageNumber: number }) => {
    internals.out(`/StructParents ${pageNumber - 1}`)
    internals.out('/Tabs /S')
  })
  on('postPutResources', () => {
    const metadata = stream(
      utf8Bytes(xmpPacket({ ...options, producer: `jsPDF ${jsPDF.version}` }, options.level ?? 'A')),
      [
        { key: 'Type', value: '/Metadata' },
        { key: 'Subtype', value: '/XML' },
      ],
    )
    const profile = stream(bytesAsText(srgbProfile()), [{ key: 'N', value: '3' }], true)
    // Packed objects take the numbers after all that jsPDF will use: their streams, what is attached, the information
    // dictionary and the catalog.
    const outlined = bookmarks.length > 0 ? bookmarks.length + 1 : 0
    const base = profile + streamsFor(tree.objects + outlined) + files.length * 2 + 2 + 1
    const small = packer(internals, base)
    const pageObject = (page: number) => internals.getPageInfo(page).objId
    const structure = tree.write(base, small.put, pageObject)
    const outline = base + tree.objects
    if (outlined > 0) writeOutline(bookmarks, outline, small.put, pageObject)
    packed = small.finish()
    catalog =
      `/MarkInfo<</Marked true>>/StructTreeRoot ${structure} 0 R/Lang${textString(options.lang)}` +
      `/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${metadata} 0 R` +
      `/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile ${profile} 0 R>>]` +
      (outlined === 0 ? '' : `/Outlines ${outline} 0 R/PageMode/UseOutlines`) +
      writeAttachments(internals, files, options.created)
  })
  on('putCatalog', () => internals.out(catalog))

  /** Metadata stays readable to tools that know no PDF, so it is not deflated. */
  function stream(
    data: string,
    additionalKeyValues: { key: string; value: string }[],
    deflate = false,
  ): number {
    const objectId = internals.newObject()
    internals.putStream({ data, objectId, additionalKeyValues, ...(deflate ? {} : { filters: [] }) })
    internals.out('endobj')
    return objectId
  }

  return {
    tree,
    root,
    begin: (element, page) => `/${tree.typeOf(element)} <</MCID ${tree.content(element, page)}>> BDC`,
    bookmark: bookmark => bookmarks.push(bookmark),
    attach: file => files.push(file),
    bytes() {
      // In a browser jsPDF prints a fault of its own and returns nothing.
      const file: string | undefined = doc.output()
      if (fault !== undefined) throw fault
      if (file === undefined || !packed) throw new Error('jsPDF could not write the document')
      return finished(doc, file, packed, options.fileId)
    },
  }
}
