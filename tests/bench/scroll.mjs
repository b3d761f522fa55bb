// node tests/bench/scroll.mjs [COUNT]: the diary scrolled from its first screen to its end, at 4x CPU slow-down.
import { pathToFileURL } from 'node:url'
import { aPhone } from './phone.mjs'
import { tasksOf } from './trace.mjs'

/** In the page: looks at each frame whether a part of the list that is seen is not drawn yet. */
function watch() {
  window.seen = { frames: 0, blank: 0 }
  const look = () => {
    window.seen.frames++
    const blank = [...document.querySelectorAll('.part[aria-busy=true]')].some(part => {
      const { top, bottom } = part.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })
    if (blank) window.seen.blank++
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Frames, those with a blank part in sight, and tasks of more than 50 ms on the main thread's own clock. */
export async function measureScroll(incidents) {
  const phone = await aPhone({ incidents })
  const page = await phone.context.newPage()
  const devtools = await phone.context.newCDPSession(page)
  await page.goto(phone.address)
  await page.waitForSelector('.part .entry')
  await page.waitForTimeout(1500)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.evaluate(watch)
  await page.mouse.move(200, 400)
  const tasks = await tasksOf(devtools, async () => {
    let before = -1
    for (let same = 0; same < 3; ) {
      // 3,000 px a second: as fast as a thumb flings.
      for (let i = 0; i < 20; i++) {
        await page.mouse.wheel(0, 300)
        await page.waitForTimeout(100)
      }
      const now = await page.evaluate(() => scrollY)
      same = now === before ? same + 1 : 0
      before = now
    }
  })
  const seen = await page.evaluate(() => ({
    drawn: document.querySelectorAll('.entry').length,
    ...window.seen,
  }))
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await phone.throwAway()
  return { incidents, ...seen, ...tasks, heapMB: Number((usedSize / 1e6).toFixed(1)) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.table(await measureScroll(Number(process.argv[2] ?? 10_000)))
}
