/**
 * Sealing with no key at hand: a quick note is written while the diary is locked, to a public key that only the ring
 * can answer. ECIES from parts that are here already: ECDH on P-256 (the browser's own WebCrypto), HKDF-SHA256, and
 * the sealed body of sealed.ts. Written down in docs/record-format.md:
 *
 *     65 bytes   public key made by whoever seals, uncompressed
 *     rest       a sealed body under HKDF(ECDH, salt: both public keys), whose key name is the ring's
 *
 * Loaded when wanted.
 */
import { joined } from '../core/bytes.ts'
import { hkdf } from './hkdf.ts'
import type { Key, NotePair, Ring } from './ring.ts'
import { DoesNotOpen, namesKey, seal, unseal } from './sealed.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const publicLength = 65

/** Where notes are sealed to: a public key, and the name of the key in the ring that answers it. */
export interface NoteKey {
  name: Uint8Array
  open: Uint8Array
}

/** A pair for the key that a lock begins with. */
export async function newNotePair(): Promise<NotePair> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  return {
    secret: new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)),
    open: await rawOf(publicKey),
  }
}

/** A hand that seals to a key: made once, then at once for each text. The same text sealed twice gives different bytes. */
export async function noteSealer(to: NoteKey): Promise<(text: string, bound: string) => Uint8Array> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const own = await rawOf(publicKey)
  const key = await sharedKey(privateKey, to.open, joined(own, to.open))
  const ring: Ring = { current: { name: to.name, key }, older: [] }
  return (text, bound) => joined(own, seal(text, bound, ring))
}

/** @throws DoesNotOpen */
export async function openNote(sealed: Uint8Array, bound: string, ring: Ring): Promise<string> {
  const body = sealed.subarray(publicLength)
  const known = [ring.current, ...ring.older].find(key => namesKey(body, key))
  if (!known?.notes) throw new DoesNotOpen('sealed to a key that the ring does not hold')
  const key = await answer(known.notes, sealed.subarray(0, publicLength))
  return unseal(body, bound, { current: { name: known.name, key }, older: [] })
}

/** @throws DoesNotOpen for a public key that is no point of the curve */
async function answer({ secret, open }: NotePair, theirs: Uint8Array): Promise<Uint8Array> {
  try {
    const own = await crypto.subtle.importKey('pkcs8', plain(secret), curve, false, ['deriveBits'])
    return await sharedKey(own, theirs, joined(theirs, open))
  } catch (cause) {
    throw new DoesNotOpen('not sealed by us', { cause })
  }
}

async function sharedKey(own: CryptoKey, theirs: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
  const other = await crypto.subtle.importKey('raw', plain(theirs), curve, false, [])
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256)
  return hkdf(new Uint8Array(shared), salt, 'doorstep-diary note')
}

const rawOf = async (key: CryptoKey) => new Uint8Array(await crypto.subtle.exportKey('raw', key))

/** WebCrypto's types ask for bytes that no other thread shares. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

export const noteKeyOf = ({ name, notes }: Key): NoteKey | undefined => notes && { name, open: notes.open }
