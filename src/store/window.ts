/** Which window this is, so that each keeps its own drafts; the same after a reload, another in a copied tab. */

const name = 'doorstep-diary.window'
let id: string | undefined

/** A random id of this window. */
export function thisWindow(): string {
  id ??= takeUp() ?? crypto.randomUUID()
  return id
}

/**
 * A copied tab gets a copy of sessionStorage too. So a window writes its id there only as it leaves, and takes it
 * away as it comes back: while it is open there is nothing to copy.
 */
function takeUp(): string | undefined {
  try {
    const left = sessionStorage.getItem(name) ?? undefined
    sessionStorage.removeItem(name)
    addEventListener('pagehide', () => {
      if (id) sessionStorage.setItem(name, id)
    })
    addEventListener('pageshow', () => sessionStorage.removeItem(name))
    return left
  } catch {
    return undefined // No sessionStorage here: the window is another one after each reload.
  }
}
