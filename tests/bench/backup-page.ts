/** In the browser: what a checked backup costs beside bare age encrypting the same bytes. */
import { makeBackup } from '../../src/backup/make.ts'
import { instantAt } from '../../src/core/time.ts'
import { openDiary } from '../../src/store/diary.ts'
import ageAddress from './age-worker.ts?worker&url'
import { fill } from './fill.ts'

const passphrase = 'amber kettle sunday ladder'
const startWorker = (address: string) => new Worker(address, { type: 'module' })

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now()
  const done = await work()
  return [performance.now() - started, done]
}

/** From the start of its worker, as ours is. */
function bareAge(bytes: Uint8Array): Promise<unknown> {
  const worker = startWorker(ageAddress)
  return new Promise((resolve, reject) => {
    worker.onmessage = resolve
    worker.onerror = reject
    worker.postMessage({ bytes, passphrase })
  }).finally(() => worker.terminate())
}

/** Milliseconds of each, taken in turns, and the longest time in which the page could not answer. */
async function measure(incidents: number, times: number) {
  await fill(incidents)
  const diary = await openDiary({ clock: Date.now, zone: () => 'Europe/London' })
  const options = { made: instantAt(Date.now()), date: '2026-11-22', startWorker }
  const plain = await makeBackup(diary, { ...options, passphrase: undefined })
  let frozen = 0
  let last = performance.now()
  setInterval(() => {
    frozen = Math.max(frozen, performance.now() - last)
    last = performance.now()
  }, 10)
  const taken = { backup: [] as number[], age: [] as number[], bytes: plain.bytes.length, frozen: 0 }
  for (let i = 0; i < times; i++) {
    taken.age.push((await timed(() => bareAge(plain.bytes)))[0])
    frozen = 0
    const [took] = await timed(() => makeBackup(diary, { ...options, passphrase }))
    taken.backup.push(took)
    taken.frozen = Math.max(taken.frozen, frozen)
  }
  return taken
}

Object.assign(window, { measure })
