/**
 * In place of src/seal/sealed.ts, in the control alone: the same layout and nothing encrypted. It shows that the search
 * finds what lies open.
 */
import { joined, sameBytes, utf8 } from '../../src/core/bytes.ts'
import { type Key, keyNameLength, type Ring } from '../../src/seal/ring.ts'

export class DoesNotOpen extends Error {}

const bodyAt = 1 + keyNameLength + 24

export const namesKey = (sealed: Uint8Array, key: Key): boolean =>
  sameBytes(sealed.subarray(1, 1 + keyNameLength), key.name)

export const seal = (text: string, _: string, { current }: Ring): Uint8Array =>
  joined(new Uint8Array([1]), current.name, new Uint8Array(24), utf8(text))

export const unseal = (sealed: Uint8Array): string => new TextDecoder().decode(sealed.subarray(bodyAt))
