// node tests/kill/full-disk.mjs: Chromium's profile on a small disk that is filled to the last byte, as root on Linux
// (it mounts a tmpfs of its own). NOT saved must be said, the words must stay, and once there is room again the save
// must work and every earlier entry be there.
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumFlags, chromiumPath, plainApp } from '../harness/site.mjs'

const disk = mkdtempSync(join(tmpdir(), 'diary-disk-'))
const filler = join(disk, 'filler')

/** Writes until the disk takes no more. */
function fillDisk() {
  const file = openSync(filler, 'a')
  for (const size of [1 << 20, 1 << 12, 1]) {
    const block = Buffer.alloc(size, 7)
    try {
      for (;;) if (writeSync(file, block) < size) break
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error
    }
  }
  closeSync(file)
}

const { url, close } = await plainApp()

async function open() {
  const context = await chromium.launchPersistentContext(join(disk, 'profile'), {
    executablePath: chromiumPath,
    args: chromiumFlags,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(url)
  await page.getByRole('button', { name: 'Log an incident' }).waitFor()
  return { context, page }
}

async function type(page, words) {
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill(words)
}

/** Whether it was saved: then home is shown again. If not, the app must say so. */
async function save(page) {
  await page
    .getByRole('button', { name: /^(Save|Try again)$/ })
    .first()
    .click()
  const home = page.getByRole('button', { name: 'Log an incident' })
  const saved = await home.waitFor({ timeout: 6_000 }).then(
    () => true,
    () => false,
  )
  if (!saved) await page.getByRole('heading', { name: 'This is NOT saved yet' }).waitFor({ timeout: 10_000 })
  return saved
}

/** How many entries there are, by the database's own count. */
const count = page =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('doorstep-diary')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const counting = request.result.transaction('entries').objectStore('entries').count()
          counting.onsuccess = () => {
            request.result.close()
            resolve(counting.result)
          }
        }
      }),
  )

function holds(what, found, wanted) {
  if (found !== wanted) throw new Error(`${what}: ${found}, not ${wanted}`)
}

/** @param stay whether the save is tried again in the same window, or the browser is closed over the full disk */
async function fullDisk(stay) {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk])
  try {
    let { context, page } = await open()
    let saved = 0
    for (const words of ['Before, the first', 'Before, the second']) {
      await type(page, words)
      if (await save(page)) saved++
    }
    holds('saved at first', saved, 2)
    const long = 'While the disk was full. '.repeat(700)
    await type(page, long)
    fillDisk()
    // One more may still fit into what the browser has set aside for itself (measured).
    while (await save(page)) {
      saved++
      if (saved > 30) throw new Error('the disk never was full')
      await type(page, long)
    }
    holds('the words on the screen', await page.getByLabel('What happened?').inputValue(), long)
    if (stay) {
      rmSync(filler)
      holds('saved in the same window, with room again', await save(page), true)
      saved++
    }
    await context.close()
    rmSync(filler, { force: true })

    // A log that ends in half a record is read over once: it is the start after next that shows what is lost.
    for (const words of ['After, the first', 'After, the second', 'After, the third']) {
      ;({ context, page } = await open())
      holds(`entries before “${words}”`, await count(page), saved)
      await type(page, words)
      holds(`“${words}” saved`, await save(page), true)
      saved++
      await page.waitForTimeout(2_500)
      await context.close()
    }
    console.log(
      `full disk, ${stay ? 'tried again in the same window' : 'browser closed over it'}: NOT saved was said, the words stayed, ${saved} entries are there after three starts`,
    )
  } finally {
    execFileSync('umount', ['-l', disk])
  }
}

try {
  await fullDisk(true)
  await fullDisk(false)
} finally {
  close()
  rmdirSync(disk)
}
