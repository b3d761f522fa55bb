/**
 * What the ciphers must give, by their own specifications and by our own vectors, which are kept for ever: run under
 * Node by vitest, and in each browser by tests/engines/lock.spec.ts.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { argon2id } from '@noble/hashes/argon2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { fromPlain } from '../../src/seal/base64.ts'
import { hkdf } from '../../src/seal/hkdf.ts'
import { LockBox, unwrapRing, wayBy, wrapperFrom } from '../../src/seal/lock-box.ts'
import { openNote } from '../../src/seal/note.ts'
import type { Ring } from '../../src/seal/ring.ts'
import { unseal } from '../../src/seal/sealed.ts'
import lock from '../fixtures/lock-box-1.json' with { type: 'json' }
import body from '../fixtures/sealed-body-1.json' with { type: 'json' }

interface KnownAnswer {
  name: string
  wanted: string
  got: () => string | Promise<string>
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const filled = (length: number, byte: number) => new Uint8Array(length).fill(byte)
const counting = (length: number, from: number) => Uint8Array.from({ length }, (_, i) => from + i)

const { notes, ...current } = lock.ring.current
const bytesOf = ({ name, key }: { name: string; key: string }) => ({
  name: hexToBytes(name),
  key: hexToBytes(key),
})
const ring: Ring = {
  current: {
    ...bytesOf(current),
    notes: { secret: hexToBytes(notes.secret), open: hexToBytes(notes.open) },
  },
  older: lock.ring.older.map(bytesOf),
}
const ringWanted = JSON.stringify(ring)
const box = v.parse(LockBox, fromPlain(lock.box))
/** The ring that comes out of the box of the fixture by one way. */
function ringBy(by: 'passcode' | 'recovery' | 'device'): string {
  const way = wayBy(box, by)
  if (!way) return 'no such way'
  const wrapper =
    way.by === 'passcode'
      ? argon2id(lock.passcode, way.kdf.salt, { m: way.kdf.memory, t: way.kdf.passes, p: 1, dkLen: 32 })
      : wrapperFrom(
          way.by,
          way.by === 'recovery' ? utf8(lock.recoveryCode) : hexToBytes(lock.deviceSecret),
          way.salt,
        )
  return JSON.stringify(unwrapRing(box, way, wrapper))
}

export const knownAnswers: readonly KnownAnswer[] = [
  {
    name: 'Argon2id: RFC 9106, section 5.3',
    wanted: '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    got: () =>
      bytesToHex(
        argon2id(filled(32, 1), filled(16, 2), {
          m: 32,
          t: 3,
          p: 4,
          dkLen: 32,
          key: filled(8, 3),
          personalization: filled(12, 4),
        }),
      ),
  },
  {
    name: 'XChaCha20-Poly1305: draft-irtf-cfrg-xchacha-03, appendix A.3.1',
    wanted:
      'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb' +
      '731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452' +
      '2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9' +
      '21f9664c97637da9768812f615c68b13b52e' +
      'c0875924c1c7987947deafd8780acf49',
    got: () =>
      bytesToHex(
        xchacha20poly1305(
          counting(32, 0x80),
          counting(24, 0x40),
          hexToBytes('50515253c0c1c2c3c4c5c6c7'),
        ).encrypt(
          utf8(
            "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
          ),
        ),
      ),
  },
  {
    // As far as one block goes.
    name: 'HKDF: RFC 5869, appendix A.3',
    wanted: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d',
    got: () => bytesToHex(hkdf(filled(22, 0x0b), new Uint8Array(), '')),
  },
  {
    name: 'a sealed body of ours',
    wanted: body.text,
    got: () =>
      unseal(hexToBytes(body.sealed), body.bound, {
        current: { name: hexToBytes(body.keyName), key: hexToBytes(body.key) },
        older: [],
      }),
  },
  { name: 'a key box of ours, by passcode', wanted: ringWanted, got: () => ringBy('passcode') },
  { name: 'a key box of ours, by recovery code', wanted: ringWanted, got: () => ringBy('recovery') },
  { name: 'a key box of ours, by the phone’s own check', wanted: ringWanted, got: () => ringBy('device') },
  {
    name: 'a quick note of ours',
    wanted: lock.note.text,
    got: () => openNote(hexToBytes(lock.note.sealed), lock.note.bound, ring),
  },
]
