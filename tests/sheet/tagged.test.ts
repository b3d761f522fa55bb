/** The tagging module by itself, as another program would use it. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { open } from './read.ts'
import { letter } from './tagged-example.ts'

const folder = new URL('../../src/sheet/tagged/', import.meta.url)
const sources = readdirSync(folder).filter(name => name.endsWith('.ts'))
const font = readFileSync(new URL('../fonts/NotoSans-Regular.ttf', folder)).toString('base64')
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 32)

describe('the tagging module', () => {
  it('knows jsPDF and nothing else', () => {
    const imported = sources.flatMap(name =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from),
    )
    expect(imported.filter(from => from !== 'jspdf' && !from?.startsWith('./'))).toEqual([])
    expect(imported).toContain('jspdf')
  })

  it('names each of its files in its README', () => {
    const readme = readFileSync(new URL('README.md', folder), 'utf8')
    expect(sources.filter(name => !readme.includes(`](${name})`))).toEqual([])
  })

  it('makes a document whose parts a reader finds', async () => {
    const pdf = await open(letter(font, hash))
    const tree = await (await pdf.getPage(1)).getStructTree()
    const rolesOf = (node: object): string[] => [
      ...('role' in node ? [String(node.role)] : []),
      ...('children' in node && Array.isArray(node.children) ? node.children.flatMap(rolesOf) : []),
    ]
    expect(rolesOf(tree)).toEqual(['Root', 'Document', 'H1', 'P', 'Table', 'TR', 'TD', 'TD'])
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual(['A letter'])
    expect(Object.keys((await pdf.getAttachments()) ?? {})).toEqual(['letter.txt'])
    await pdf.destroy()
  })

  it('gives the same bytes for the same document', () => {
    expect(Buffer.from(letter(font, hash)).equals(Buffer.from(letter(font, hash)))).toBe(true)
  })
})
