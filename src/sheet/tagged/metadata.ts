/** The XMP packet of a PDF that is archival (PDF/A-3) and accessible (PDF/UA-1), and says so. */
import { xmlText } from './words.ts'

export interface About {
  title: string
  /** BCP 47. */
  lang: string
  author?: string
  subject?: string
  created: Date
  /** The program that wrote the words; jsPDF names itself as the producer. */
  creator: string
  producer: string
}

/** `level` is the PDF/A-3 conformance level. The dates and names are those of the document information dictionary. */
export function xmpPacket(about: About, level: 'A' | 'U' | 'B'): string {
  const date = `${about.created.toISOString().slice(0, 19)}Z`
  const simple = (name: string, value: string) => `<${name}>${xmlText(value)}</${name}>`
  const inLanguage = (name: string, value: string) =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(value)}</rdf:li></rdf:Alt></${name}>`
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    simple('pdfaid:part', '3'),
    simple('pdfaid:conformance', level),
    simple('pdfuaid:part', '1'),
    simple('dc:format', 'application/pdf'),
    inLanguage('dc:title', about.title),
    about.author === undefined
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${xmlText(about.author)}</rdf:li></rdf:Seq></dc:creator>`,
    about.subject === undefined ? '' : inLanguage('dc:description', about.subject),
    `<dc:language><rdf:Bag><rdf:li>${xmlText(about.lang)}</rdf:li></rdf:Bag></dc:language>`,
    simple('xmp:CreateDate', date),
    simple('xmp:CreatorTool', about.creator),
    simple('pdf:Producer', about.producer),
    '</rdf:Description>',
    extension,
    '</rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n')
}

/** PDF/A knows nothing of PDF/UA's own property, so the packet must describe it (ISO 19005-3, 6.6.2.3). */
const extension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`
