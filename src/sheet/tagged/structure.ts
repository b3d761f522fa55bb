/**
 * The structure tree of a tagged PDF (ISO 32000-1, 14.7): what each piece of a page is, in reading order.
 *
 * Elements and their content are kept in flat lists of numbers: ten thousand table rows are a quarter of a million
 * elements.
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

/** No child: the root, which has the number 0, is nobody's. A child is an element, or content as `-1 - index`. */
const none = 0

export class StructureTree {
  #types: StructureType[] = []
  #parents: number[] = []
  #extras = new Map<number, string>()
  #firstChild: number[] = []
  #lastChild: number[] = []
  /** The child after an element, and after a piece of content, under the same parent. */
  #afterElement: number[] = []
  #afterContent: number[] = []
  #contentPage: number[] = []
  #contentId: number[] = []
  /** For each page (from 1) the element that owns each piece of content, by its number there. */
  #owners: number[][] = []

  /** A new element, last under its parent; the very first has none and is the root of all others. */
  add(parent: Element | undefined, type: StructureType, options?: ElementOptions): Element {
    const element = this.#types.length
    this.#types.push(type)
    this.#parents.push(parent ?? -1)
    this.#firstChild.push(none)
    this.#lastChild.push(none)
    this.#afterElement.push(none)
    if (options) this.#extras.set(element, extrasOf(options))
    if (parent !== undefined) this.#append(parent, element)
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
    this.#append(element, -1 - this.#contentPage.length)
    this.#afterContent.push(none)
    this.#contentPage.push(page)
    this.#contentId.push(id)
    return id
  }

  typeOf(element: Element): StructureType {
    return this.#types[element] ?? 'Span'
  }

  #append(parent: number, child: number): void {
    const last = this.#lastChild[parent] ?? none
    if (last === none) this.#firstChild[parent] = child
    else if (last > 0) this.#afterElement[last] = child
    else this.#afterContent[-1 - last] = child
    this.#lastChild[parent] = child
  }

  /** How many objects {@link write} writes. */
  get objects(): number {
    return this.#types.length + this.#owners.filter(Boolean).length + 2
  }

  /**
   * The whole tree as objects, numbered from `base`. `put` takes the body of each, in the order of their numbers;
   * `pageObject` tells the object number of a page. Returns the number of the tree's root, for the catalog.
   */
  write(base: number, put: (body: string) => void, pageObject: (page: number) => number): number {
    const elements = this.#types.length
    const pages = [...this.#owners.entries()].filter(([, owners]) => owners !== undefined)
    const parentTree = base + elements + pages.length
    const root = parentTree + 1
    for (let element = 0; element < elements; element++) {
      const parent = this.#parents[element] ?? -1
      const page = this.#firstPage(element)
      put(
        `<</S/${this.#types[element]}/P ${parent < 0 ? root : base + parent} 0 R${this.#extras.get(element) ?? ''}` +
          `${page === undefined ? '' : `/Pg ${pageObject(page)} 0 R`}${this.#children(element, base, page, pageObject)}>>`,
      )
    }
    for (const [, owners] of pages) put(`[${owners.map(owner => `${base + owner} 0 R`).join(' ')}]`)
    const byPage = pages.map(([page], i) => `${page - 1} ${base + elements + i} 0 R`)
    put(`<</Nums[${byPage.join(' ')}]>>`)
    put(
      `<</Type/StructTreeRoot/K ${base} 0 R/ParentTree ${parentTree} 0 R/ParentTreeNextKey ${this.#owners.length}>>`,
    )
    return root
  }

  /** The page of an element's first content; most have all of it there. */
  #firstPage(element: number): number | undefined {
    for (let child = this.#firstChild[element] ?? none; child !== none; child = this.#after(child))
      if (child < 0) return this.#contentPage[-1 - child]
    return undefined
  }

  #children(
    element: number,
    base: number,
    home: number | undefined,
    pageObject: (page: number) => number,
  ): string {
    const first = this.#firstChild[element] ?? none
    if (first === none) return ''
    let list = ''
    for (let child = first; child !== none; child = this.#after(child)) {
      list += `${list && ' '}${child > 0 ? `${base + child} 0 R` : this.#contentRef(-1 - child, home, pageObject)}`
    }
    return first === this.#lastChild[element] ? `/K ${list}` : `/K[${list}]`
  }

  #after(child: number): number {
    return (child > 0 ? this.#afterElement[child] : this.#afterContent[-1 - child]) ?? none
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
