/** In the browser: a made-up diary backed up, erased and restored through the files and workers of the app. */
import { makeBackup } from '../../src/backup/make.ts'
import { openBackup } from '../../src/backup/open.ts'
import { canonicalHolding, type Holding } from '../../src/core/backup/dump.ts'
import { dumpOf } from '../../src/core/backup/read.ts'
import { toHex } from '../../src/core/bytes.ts'
import { instantAt } from '../../src/core/time.ts'
import { openDiary } from '../../src/store/diary.ts'
import { fill } from '../bench/fill.ts'

const passphrase = 'amber kettle sunday ladder'
const startWorker = (address: string) => new Worker(address, { type: 'module' })
const made = instantAt(Date.UTC(2026, 10, 22))

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
const canonicalHash = (held: Holding) => hashOf(new TextEncoder().encode(canonicalHolding(held)))

/** What stands before and after, as hashes of the canonical dump and of the readable file. */
async function roundTrip(incidents: number) {
  await fill(incidents, Date.now(), `round-${incidents}`)
  const diary = await openDiary({
    clock: Date.now,
    zone: () => 'Europe/London',
    databaseName: `round-${incidents}`,
  })
  await diary.saveProfile({ name: 'Zażółć, Ελένη, 王, محمد' })
  const look = async () => ({
    canonical: await canonicalHash(await diary.dump()),
    file: await hashOf(
      (await makeBackup(diary, { passphrase: undefined, made, date: '2026-11-22', startWorker })).bytes,
    ),
    counts: await diary.counts(),
    code: await diary.recordCode(),
  })
  const before = await look()
  const { bytes } = await makeBackup(diary, { passphrase, made, date: '2026-11-22', startWorker })
  await diary.eraseEverything()
  const emptied = await diary.counts()
  const opened = await openBackup(new Blob([bytes]), { passphrase, startWorker })
  if (opened === 'locked') throw new Error('it asks for a passphrase that it has')
  await diary.takeIn(opened)
  const after = await look()
  const { findings } = await diary.checkDiary()
  diary.close()
  return { before, emptied, after, findings }
}

/**
 * A backup in which one version says other than what it was committed to, and which says so, is taken in, and the
 * diary backed up again: how many places each of the new files says to be damaged, locked and not.
 */
async function damagedBefore(incidents: number) {
  const databaseName = `damaged-${incidents}`
  await fill(incidents, Date.now(), databaseName)
  const diary = await openDiary({ clock: Date.now, zone: () => 'Europe/London', databaseName })
  const held = await diary.dump()
  const at = held.revisions.findIndex((one, i) => i > 0 && one.body?.change === 'first')
  const revisions = held.revisions.map((one, i) =>
    i === at && one.body
      ? { ...one, body: { ...one.body, content: { ...one.body.content, place: 'Elsewhere' } } }
      : one,
  )
  const damaged = dumpOf({ ...held, revisions }, made)
  await diary.eraseEverything()
  await diary.takeIn(damaged)
  const found: (number | 'locked')[] = [damaged.faults.length]
  for (const lock of [passphrase, undefined]) {
    const { bytes } = await makeBackup(diary, { passphrase: lock, made, date: '2026-11-22', startWorker })
    const opened = await openBackup(new Blob([bytes]), { passphrase: lock, startWorker })
    found.push(opened === 'locked' ? opened : opened.faults.length)
  }
  diary.close()
  return found
}

/** What is said of a backup as large as a restore takes, of one byte more, and of one character more; open, then locked. */
async function saidTooBig(incidents: number) {
  const databaseName = `large-${incidents}`
  await fill(incidents, Date.now(), databaseName)
  const diary = await openDiary({ clock: Date.now, zone: () => 'Europe/London', databaseName })
  await diary.saveProfile({ name: 'Zażółć' })
  const said: boolean[] = []
  for (const lock of [undefined, passphrase]) {
    const options = { passphrase: lock, made, date: '2026-11-22', startWorker }
    const { bytes } = await makeBackup(diary, options)
    const open = (await makeBackup(diary, { ...options, passphrase: undefined })).bytes
    const most = { bytes: bytes.length, characters: new TextDecoder().decode(open).length }
    for (const less of [{}, { bytes: most.bytes - 1 }, { characters: most.characters - 1 }])
      said.push((await makeBackup(diary, { ...options, most: { ...most, ...less } })).tooBig)
  }
  diary.close()
  return said
}

Object.assign(window, { roundTrip, damagedBefore, saidTooBig })
