/** Every backup that a released version wrote opens, for ever, with every word in it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeFile, openFile } from '../../src/backup/files.ts'
import { canonicalHolding } from '../../src/core/backup/dump.ts'
import { dumpOf, textOf } from '../../src/core/backup/read.ts'
import { instantAt } from '../../src/core/time.ts'
import { aDiary, newName, openNamed } from '../store/diary-maker.ts'
import { fill, tellAll } from '../store/full-diary.ts'

const passphrase = 'amber kettle sunday ladder'
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))

test.each([['backup-1']])('%s, open and locked, is restored to what its diary told', async name => {
  const told: unknown = JSON.parse(new TextDecoder().decode(fixture(`${name}-told.json`)))
  const opened = await openFile(fixture(`${name}.json.txt`), undefined)
  const unlocked = await openFile(fixture(`${name}.age.txt`), passphrase)
  if (opened === 'locked' || unlocked === 'locked') throw new Error('the passphrase was given')
  expect(canonicalHolding(unlocked)).toBe(canonicalHolding(opened))
  const diary = await aDiary()
  await diary.takeIn(unlocked)
  expect(await tellAll(diary)).toEqual(told)
  expect((await diary.checkDiary()).findings).toEqual([])
  diary.close()
})

/** Leaves out/backup.* behind: of a version about to be released, they are copied to tests/fixtures/backup-N.*. */
test('today’s backup opens elsewhere as a fixture does', async () => {
  const diary = await openNamed(newName())
  await fill(diary)
  const told = await tellAll(diary)
  const text = textOf(dumpOf(await diary.dump(), instantAt(Date.UTC(2026, 10, 22))))
  diary.close()
  const locked = await makeFile(new Response(text).body ?? new ReadableStream(), passphrase)
  mkdirSync('out', { recursive: true })
  writeFileSync('out/backup.json.txt', text)
  writeFileSync('out/backup.age.txt', locked)
  writeFileSync('out/backup-told.json', `${JSON.stringify(told, undefined, 1)}\n`)
  const elsewhere = await aDiary()
  const opened = await openFile(locked, passphrase)
  if (opened === 'locked') throw new Error('the passphrase was given')
  await elsewhere.takeIn(opened)
  expect(await tellAll(elsewhere)).toEqual(told)
  elsewhere.close()
})
