// Start-up, offline and installed, at 4x CPU slow-down, beside a blank page that is installed the same way.
// node tests/bench/startup.mjs [--runs N] [COUNT ...]: diaries of 0, 1,000 and 100,000 incidents unless told.
// Every round starts each page once, in turn, so that a busy machine is busy for all of them.

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { median } from './measured.mjs'
import { aPhone } from './phone.mjs'

/** The least that an installed page can be. */
function blankPage() {
  const folder = mkdtempSync(join(tmpdir(), 'diary-blank-'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>b</title><body><h1>Log</h1><script>navigator.serviceWorker.register("sw.js")</script></body></html>',
  )
  writeFileSync(
    join(folder, 'sw.js'),
    'self.addEventListener("install",e=>{self.skipWaiting();e.waitUntil(caches.open("b").then(c=>c.addAll(["./"])))});self.addEventListener("activate",e=>e.waitUntil(clients.claim()));self.addEventListener("fetch",e=>e.respondWith(caches.match(e.request,{ignoreSearch:true}).then(r=>r||fetch(e.request))))',
  )
  return folder
}

/**
 * In the page, before any of its scripts: notes paints and long tasks, when the large button was drawn, which from then
 * on answers a tap, and when the list or the empty diary was.
 */
function watch() {
  window.seen = { largest: 0, blocking: 0, button: 0, usable: 0 }
  const observe = (type, note) =>
    new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true })
  observe('largest-contentful-paint', one => {
    window.seen.largest = one.startTime
  })
  observe('longtask', one => {
    window.seen.blocking += Math.max(0, one.duration - 50)
  })
  observe('element', one => {
    window.seen[one.identifier] ||= one.renderTime
  })
  const mark = (name, selector) => {
    const drawn = document.querySelector(selector)
    drawn?.setAttribute('elementtiming', name)
    return drawn
  }
  const marked = new MutationObserver(() => {
    mark('button', '.dock.first > .main')
    if (mark('usable', '.entry-what, .empty h2')) marked.disconnect()
  })
  marked.observe(document, { childList: true, subtree: true })
}

/** Opens home at 4x slow-down: when it was painted and usable, in milliseconds. */
export async function start(phone) {
  const page = await phone.context.newPage()
  const devtools = await phone.context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(watch)
  await page.goto(phone.address)
  await page.waitForTimeout(2500)
  const found = await page.evaluate(() => ({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    ...window.seen,
  }))
  await page.close()
  return found
}

/**
 * Medians in milliseconds; beside the blank page's paint: `buttonTimes`, and `times` of the largest paint or the list,
 * whichever is later.
 */
export async function measureStart(counts, runs) {
  const phones = [{ name: 'blank', phone: await aPhone({ folder: blankPage() }) }]
  for (const incidents of counts) phones.push({ name: incidents, phone: await aPhone({ incidents }) })
  for (const { phone } of phones) {
    await phone.install()
    await phone.cutOff()
  }
  const taken = phones.map(() => [])
  for (let run = -1; run < runs; run++) {
    for (const [i, { phone }] of phones.entries()) {
      const one = await start(phone)
      // The first round warms up.
      if (run >= 0) taken[i].push(one)
    }
  }
  for (const { phone } of phones) await phone.throwAway()
  const late = one => Math.max(one.largest, one.usable)
  return phones.map(({ name }, i) => {
    const of = key => Math.round(median(taken[i].map(one => one[key])))
    const beside = value =>
      Number(median(taken[i].map((one, run) => value(one) / late(taken[0][run]))).toFixed(2))
    return {
      name,
      first: of('first'),
      button: of('button'),
      usable: of('usable'),
      largest: of('largest'),
      blocking: of('blocking'),
      buttonTimes: beside(one => one.button),
      times: beside(late),
    }
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const args = process.argv.slice(2)
  const runs = args[0] === '--runs' ? Number(args.splice(0, 2)[1]) : 7
  const counts = args.length > 0 ? args.map(Number) : [0, 1_000, 100_000]
  console.table(await measureStart(counts, runs))
}
