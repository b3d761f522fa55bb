/** Makes a key from a passcode. */
import { argon2id } from '@noble/hashes/argon2.js'
import { keyLength } from './ring.ts'

interface Asked {
  passcode: string
  kdf: { memory: number; passes: number; salt: Uint8Array }
}

const scope = globalThis as unknown as DedicatedWorkerGlobalScope

scope.addEventListener('message', ({ data: { passcode, kdf } }: MessageEvent<Asked>) => {
  const began = performance.now()
  const key = argon2id(passcode, kdf.salt, { m: kdf.memory, t: kdf.passes, p: 1, dkLen: keyLength })
  scope.postMessage({ key, took: performance.now() - began })
})
