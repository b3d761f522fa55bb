/**
 * The structure tree of a tagged PDF (ISO 32000-1, 14.7): what each piece of a page is, in reading order.
 *
 * Elements and their content are kept in flat lists: ten thousand table rows are a quarter of a million elements.
 */
import { textString } from './words.ts'

/** The standard types of ISO 32000-1, 14.8.4, that need no role map. */
export type StructureType =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Figure'
  | 'Caption'
  | 'Note'
  | 'BlockQuote'

export interface ElementOptions {
  /** What a figure shows, for somebody who cannot see it. */
  alt?: string
  /** BCP 47 language, where it differs from the document's. */
  lang?: string
  /** Entries of the attribute dictionary, in PDF syntax: `/O/Table/Scope/Column`. */
  attributes?: string
}

/** An element of the tree; hand it back as the parent of others, or to `content`. */
export type Element = number & { readonly element: unique symbol }

export class StructureTree {
  #types: StructureType[] = []
  #parents: number[] = []
  #extras: (string | undefined)[] = []
  /** Children in reading order: elements as they are, content as `-1 - index` into the two lists below. */
  #kids: number[][] = []
  #contentPage: number[] = []
  #contentId: number[] = []
  /** For each page (from 1) the element that owns each piece of content, by its number there. */
  #owners: number[][] = []

  /** A new element, last under its parent; the very first has none and is the root of all others. */
  add(parent: Element | undefined, type: StructureType, options?: ElementOptions): Element {
    const element = this.#types.length
    this.#types.push(type)
    this.#parents.push(parent ?? -1)
    this.#extras.push(options && extrasOf(options))
    this.#kids.push([])
    if (parent !== undefined) this.#kids[parent]?.push(element)
    return element as Element
  }

  /** A new piece of content of `element` on `page` (from 1). Returns its number there, for `/P <</MCID n>> BDC`. */
  content(element: Element, page: number): number {
    let owners = this.#owners[page]
    if (!owners) {
      owners = []
      this.#owners[page] = owners
    }
    const id = owners.length
    owners.push(element)
    this.#kids[element]?.push(-1 - this.#contentPage.length)
    this.#contentPage.push(page)
    this.#contentId.push(id)
    return id
  }

  typeOf(element: Element): StructureType {
    return this.#types[element] ?? 'Span'
  }

  /**
   * The whole tree as objects. `reserve` gives a fresh object number, `put` writes the body of one, `pageObject`
   * tells the object number of a page. Returns the number of the tree's root, for the catalog.
   */
  write(
    reserve: () => number,
    put: (object: number, body: string) => void,
    pageObject: (page: number) => number,
  ): number {
    const root = reserve()
    const first = reserve()
    const numbers = this.#types.map((_, element) => (element === 0 ? first : reserve()))
    const refs = numbers.map(number => `${number} 0 R`)
    for (const [element, type] of this.#types.entries()) {
      const parent = this.#parents[element] ?? -1
      const kids = this.#kids[element] ?? []
      const home = kids.find(kid => kid < 0)
      const page = home === undefined ? undefined : this.#contentPage[-1 - home]
      const inside = kids.map(kid => (kid >= 0 ? refs[kid] : this.#contentRef(-1 - kid, page, pageObject)))
      put(
        numbers[element] ?? 0,
        `<</S/${type}/P ${parent < 0 ? `${root} 0 R` : refs[parent]}${this.#extras[element] ?? ''}` +
          `${page === undefined ? '' : `/Pg ${pageObject(page)} 0 R`}` +
          `${inside.length === 0 ? '' : `/K${inside.length === 1 ? ` ${inside[0]}` : `[${inside.join(' ')}]`}`}>>`,
      )
    }
    const byPage: string[] = []
    for (const [page, owners] of this.#owners.entries()) {
      if (!owners) continue
      const object = reserve()
      put(object, `[${owners.map(owner => refs[owner]).join(' ')}]`)
      byPage.push(`${page - 1} ${object} 0 R`)
    }
    const parentTree = reserve()
    put(parentTree, `<</Nums[${byPage.join(' ')}]>>`)
    put(
      root,
      `<</Type/StructTreeRoot/K ${refs[0] ?? 'null'}/ParentTree ${parentTree} 0 R/ParentTreeNextKey ${this.#owners.length}>>`,
    )
    return root
  }

  #contentRef(index: number, home: number | undefined, pageObject: (page: number) => number): string {
    const page = this.#contentPage[index] ?? 0
    const id = this.#contentId[index] ?? 0
    return page === home ? String(id) : `<</Type/MCR/Pg ${pageObject(page)} 0 R/MCID ${id}>>`
  }
}

function extrasOf({ alt, lang, attributes }: ElementOptions): string {
  return (
    (alt === undefined ? '' : `/Alt${textString(alt)}`) +
    (lang === undefined ? '' : `/Lang${textString(lang)}`) +
    (attributes === undefined ? '' : `/A<<${attributes}>>`)
  )
}
