/**
 * The phone's own check of finger or face, by WebAuthn with the PRF extension: the phone answers a question with bytes
 * that only it can make, after it checked who holds it. Chrome 116, Safari 18; elsewhere there is none.
 */

/** The bytes that the phone answers with for one salt, and what to ask it by. */
export interface DeviceAnswer {
  id: Uint8Array
  salt: Uint8Array
  secret: Uint8Array
}

/** The phone cannot, or the person turned away. Nothing was changed. */
export class DeviceRefused extends Error {}

/** Whether it is worth offering. */
export async function hasDeviceCheck(): Promise<boolean> {
  try {
    return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
  } catch {
    return false // No WebAuthn in this browser: the same as no check.
  }
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

/** Makes a key in the phone, under a name that tells nothing. @throws DeviceRefused */
export async function makeDeviceKey(name: string): Promise<DeviceAnswer> {
  const salt = random(32)
  const made = await orRefused(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { name },
        user: { id: random(16), name, displayName: name },
        // ES256 and RS256: between them every phone has one.
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { authenticatorAttachment: 'platform', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  )
  const id = new Uint8Array(made.rawId)
  const answered = answerIn(made)
  if (answered) return { id, salt, secret: answered }
  if (!made.getClientExtensionResults().prf?.enabled) throw new DeviceRefused('no PRF')
  return { id, salt, secret: await askDevice(id, salt) }
}

/** The same bytes again. @throws DeviceRefused */
export async function askDevice(id: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
  const got = await orRefused(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: [{ type: 'public-key', id: plain(id), transports: ['internal'] }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: plain(salt) } } },
      },
    }),
  )
  const answered = answerIn(got)
  if (!answered) throw new DeviceRefused('no PRF')
  return answered
}

function answerIn(credential: PublicKeyCredential): Uint8Array | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first
  if (first === undefined) return undefined
  return ArrayBuffer.isView(first) ? new Uint8Array(first.buffer.slice(0)) : new Uint8Array(first)
}

async function orRefused(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask()
    if (credential instanceof PublicKeyCredential) return credential
  } catch (cause) {
    throw new DeviceRefused('refused', { cause })
  }
  throw new DeviceRefused('nothing came back')
}
