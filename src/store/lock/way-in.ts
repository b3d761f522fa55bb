/** Trying a way into a locked key box. Right means that it opens; nothing else says so. */

import { utf8 } from '../../core/bytes.ts'
import { normalPasscode } from '../../core/passcode.ts'
import { readRecoveryCode } from '../../core/recovery-code.ts'
import type { Derive } from '../../seal/argon.ts'
import { type LockBox, unwrapRing, wayBy, wrapperFrom } from '../../seal/lock-box.ts'
import type { Ring } from '../../seal/ring.ts'
import { countTry, forgetTries, waitLeft } from './tries.ts'

export type WayIn =
  | { by: 'passcode'; typed: string; derive: Derive }
  | { by: 'recovery'; typed: string }
  /** Asks the phone, which checks finger or face: what it answers for this salt. Rejects where the person turns away. */
  | { by: 'device'; ask: (id: Uint8Array, salt: Uint8Array) => Promise<Uint8Array> }

export type Tried =
  | { is: 'right'; ring: Ring }
  | { is: 'wrong' }
  /** Too many wrong ones: this one was not tried. */
  | { is: 'wait' }
  /** The box has no such way, or what was typed is no whole recovery code. */
  | { is: 'none' }

export async function tryWay(box: LockBox, way: WayIn): Promise<Tried> {
  if (way.by === 'device') return opened(await byDevice(box, way.ask))
  const whole = way.by === 'recovery' ? readRecoveryCode(way.typed) : normalPasscode(way.typed)
  if (!whole || !wayBy(box, way.by)) return { is: 'none' }
  if (waitLeft(way.by) > 0) return { is: 'wait' }
  countTry(way.by)
  const tried = opened(
    way.by === 'recovery' ? byRecovery(box, whole) : await byPasscode(box, whole, way.derive),
  )
  if (tried.is === 'right') forgetTries()
  return tried
}

const opened = (ring: Ring | undefined): Tried => (ring ? { is: 'right', ring } : { is: 'wrong' })

async function byPasscode(box: LockBox, passcode: string, derive: Derive): Promise<Ring | undefined> {
  const way = wayBy(box, 'passcode')
  return way && unwrapRing(box, way, (await derive(passcode, way.kdf)).key)
}

function byRecovery(box: LockBox, code: string): Ring | undefined {
  const way = wayBy(box, 'recovery')
  return way && unwrapRing(box, way, wrapperFrom('recovery', utf8(code), way.salt))
}

async function byDevice(
  box: LockBox,
  ask: Extract<WayIn, { by: 'device' }>['ask'],
): Promise<Ring | undefined> {
  const way = wayBy(box, 'device')
  return way && unwrapRing(box, way, wrapperFrom('device', await ask(way.id, way.salt), way.salt))
}
