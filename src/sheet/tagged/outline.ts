/** Bookmarks (ISO 32000-1, 12.3.3): a tree of titles, each with the place it leads to. */
import { textString } from './words.ts'

export interface Bookmark {
  title: string
  /** From 1. */
  page: number
  /** Points from the foot of the page. */
  top: number
  level: number
}

interface Node extends Bookmark {
  object: number
  parent: Node | undefined
  children: Node[]
  place: number
}

/**
 * Writes bookmarks with their level (1 is outermost), as objects numbered from `base`: the outline's root first. Within
 * a page they are given in reading order; pages may have been drawn in any order. Only the first level stands open.
 */
export function writeOutline(
  bookmarks: readonly Bookmark[],
  base: number,
  put: (body: string) => void,
  pageObject: (page: number) => number,
): void {
  const node = (bookmark: Bookmark, object: number, parent: Node | undefined): Node => {
    const made: Node = { ...bookmark, object, parent, children: [], place: parent?.children.length ?? 0 }
    parent?.children.push(made)
    return made
  }
  const root = node({ title: '', page: 0, top: 0, level: 0 }, base, undefined)
  const nodes: Node[] = []
  let open = root
  for (const [i, bookmark] of [...bookmarks].sort((a, b) => a.page - b.page).entries()) {
    while (open.parent && open.level >= bookmark.level) open = open.parent
    open = node(bookmark, base + 1 + i, open)
    nodes.push(open)
  }
  put(`<</Type/Outlines${root.children.length > 0 ? `${ends(root)}/Count ${root.children.length}` : ''}>>`)
  for (const { title, page, top, parent, place, children } of nodes) {
    const [before, after] = [parent?.children[place - 1], parent?.children[place + 1]]
    put(
      `<</Title${textString(title)}/Parent ${parent?.object} 0 R` +
        (before ? `/Prev ${before.object} 0 R` : '') +
        (after ? `/Next ${after.object} 0 R` : '') +
        // A negative count says: closed.
        (children.length > 0 ? `${ends({ children })}/Count -${children.length}` : '') +
        `/Dest[${pageObject(page)} 0 R/XYZ null ${Math.round(top)} null]>>`,
    )
  }
}

const ends = ({ children }: Pick<Node, 'children'>): string =>
  `/First ${children[0]?.object} 0 R/Last ${children.at(-1)?.object} 0 R`
