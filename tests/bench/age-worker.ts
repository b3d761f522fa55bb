/** Bare age in a worker: encrypts bytes with a passphrase and does nothing else. */
import { Encrypter } from 'age-encryption'
import { workFactor } from '../../src/backup/age.ts'

addEventListener('message', async ({ data }: MessageEvent<{ bytes: Uint8Array; passphrase: string }>) => {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(data.passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  const file = await encrypter.encrypt(data.bytes)
  postMessage(file.length)
})
