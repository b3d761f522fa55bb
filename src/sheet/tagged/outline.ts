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
  children: Node[]
}

/**
 * Writes bookmarks with their level (1 is outermost) and returns the number of the outline's root. Within a page they
 * are given in reading order; pages may have been drawn in any order. Only the first level stands open.
 */
export function writeOutline(
  bookmarks: readonly Bookmark[],
  reserve: () => number,
  put: (object: number, body: string) => void,
  pageObject: (page: number) => number,
): number {
  const root: Node = { title: '', page: 0, top: 0, level: 0, object: reserve(), children: [] }
  const open = [root]
  for (const bookmark of [...bookmarks].sort((a, b) => a.page - b.page)) {
    const node: Node = { ...bookmark, object: reserve(), children: [] }
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= node.level) open.pop()
    open.at(-1)?.children.push(node)
    open.push(node)
  }
  const write = (parent: Node): void => {
    for (const [i, node] of parent.children.entries()) {
      const [before, after] = [parent.children[i - 1], parent.children[i + 1]]
      put(
        node.object,
        `<</Title${textString(node.title)}/Parent ${parent.object} 0 R` +
          (before ? `/Prev ${before.object} 0 R` : '') +
          (after ? `/Next ${after.object} 0 R` : '') +
          // A negative count says: closed.
          (node.children.length > 0 ? `${ends(node)}/Count -${node.children.length}` : '') +
          `/Dest[${pageObject(node.page)} 0 R/XYZ null ${Math.round(node.top)} null]>>`,
      )
      write(node)
    }
  }
  write(root)
  put(
    root.object,
    `<</Type/Outlines${root.children.length > 0 ? `${ends(root)}/Count ${root.children.length}` : ''}>>`,
  )
  return root.object
}

const ends = ({ children }: Node): string =>
  `/First ${children[0]?.object} 0 R/Last ${children.at(-1)?.object} 0 R`
