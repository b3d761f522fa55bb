/** Why an entry was taken back, and why words were removed: an entry may have many reasons, each masked by itself. */
import type { Revision } from '../record.ts'
import type { Scene } from './incident-words.ts'
import type { Words } from './model.ts'
import type { SheetRequest } from './request.ts'
import { quiet } from './written.ts'

/** The name of the reason that stands, on the entry itself and in the change log. */
const standing = 'withdrawn.why'

/** The reason of each version as this document shows it; nothing where it has none. */
export function reasonsIn(
  { choices }: SheetRequest,
  { chosen, quote, wording }: Scene,
): (revision: Revision) => Words {
  const stands = new Map(
    [...chosen.incidents, ...chosen.reports].map(({ id, withdrawn }) => [id, withdrawn?.at]),
  )
  return ({ id, why, written }) => {
    if (why === undefined) return []
    if (stands.get(id) === written) return quote(id, standing, why)
    // As with fields: what is masked where it stands now may stand elsewhere in what was said before.
    if (choices.masks.some(mask => mask.id === id && mask.field === standing)) return quiet(wording.leftOut)
    return quote(id, `why.${written}`, why)
  }
}

/** Whether a word is masked in any reason of an entry. */
export const masksReason = ({ choices }: SheetRequest, id: string): boolean =>
  choices.masks.some(mask => mask.id === id && (mask.field === standing || mask.field.startsWith('why.')))
