/** The files themselves: made and opened by us, and by the standard `age` tool. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeFile, openFile } from '../../src/backup/files.ts'
import { canonicalHolding } from '../../src/core/backup/dump.ts'
import { dumpOf, readDump, textOf } from '../../src/core/backup/read.ts'
import { instantAt } from '../../src/core/time.ts'
import { heldDiary } from './held.ts'

const made = instantAt(Date.UTC(2026, 10, 22))
const held = heldDiary(30)
const text = textOf(dumpOf(held, made))
const passphrase = 'correct horse battery staple'
const folder = mkdtempSync(join(tmpdir(), 'diary-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))

const inPieces = (whole: string, size: number) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      const bytes = new TextEncoder().encode(whole)
      for (let i = 0; i < bytes.length; i += size) controller.enqueue(bytes.slice(i, i + size))
      controller.close()
    },
  })

const locked = await makeFile(inPieces(text, 1000), passphrase)

test('a file without a passphrase is the text itself', async () => {
  const file = await makeFile(inPieces(text, 777), undefined)
  expect(new TextDecoder().decode(file)).toBe(text)
  const opened = await openFile(file, undefined)
  expect(opened !== 'locked' && canonicalHolding(opened)).toBe(canonicalHolding(held))
})

test('a locked file asks for its passphrase, opens with it, and tells nothing without', async () => {
  expect(await openFile(locked, undefined)).toBe('locked')
  const opened = await openFile(locked, passphrase)
  expect(opened !== 'locked' && canonicalHolding(opened)).toBe(canonicalHolding(held))
  await expect(openFile(locked, 'correct horse')).rejects.toMatchObject({ why: 'passphrase' })
  const words = new TextDecoder().decode(locked)
  expect(words).toMatch(
    /^-----BEGIN AGE ENCRYPTED FILE-----\n([A-Za-z0-9+/=]{1,64}\n)+-----END AGE ENCRYPTED FILE-----\n$/,
  )
  expect(words).not.toContain('cannabis')
})

test('the text is one that a person can look into: what it is first, then one version a line', () => {
  const lines = text.split('\n')
  expect(lines[0]).toBe('{"format":"doorstep-diary-backup","version":1,"made":"2026-11-22T00:00:00.000Z",')
  expect(lines.filter(one => one.startsWith('{"chain"'))).toHaveLength(held.revisions.length)
  expect(JSON.parse(text)).toEqual(dumpOf(held, made))
})

// `script`, which gives age the terminal it asks on, takes other options outside Linux.
describe.skipIf(!existsSync('/usr/bin/age') || process.platform !== 'linux')('the age tool', () => {
  /** age asks for a passphrase on a terminal only: `script` gives it one. */
  const withTerminal = (command: string, typed: string) =>
    spawnSync('script', ['-qec', command, '/dev/null'], { input: typed, encoding: 'utf8', timeout: 60_000 })

  test('opens our file', () => {
    const [file, out] = [join(folder, 'ours.age.txt'), join(folder, 'ours.json')]
    writeFileSync(file, locked)
    withTerminal(`age -d -o ${out} ${file}`, `${passphrase}\n`)
    expect(readFileSync(out, 'utf8')).toBe(text)
  })

  test.each(['', '-a'])('makes a file from our JSON that we open (%s)', async armored => {
    const [file, out] = [join(folder, 'our.json'), join(folder, `theirs${armored}.age`)]
    writeFileSync(file, text)
    withTerminal(`age -p ${armored} -o ${out} ${file}`, `${passphrase}\n${passphrase}\n`)
    const opened = await openFile(new Uint8Array(readFileSync(out)), passphrase)
    expect(opened !== 'locked' && canonicalHolding(opened)).toBe(canonicalHolding(held))
  })

  test('is asked in vain where the file is locked to a key', async () => {
    const key = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const recipient = /public key: (\S+)/.exec(key)?.[1] ?? ''
    const out = join(folder, 'key.age')
    execFileSync('age', ['-r', recipient, '-o', out], { input: text })
    await expect(openFile(new Uint8Array(readFileSync(out)), undefined)).rejects.toMatchObject({
      why: 'otherLock',
    })
  })
})

test('what was changed on the way into the file is noticed: no such file is handed over', () => {
  expect(() => readDump(text.replace('"revision":1', '"revision":2'))).toThrow(
    expect.objectContaining({ why: 'changed' }),
  )
})
