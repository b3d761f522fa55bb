// The diary scrolled at 4x CPU slow-down: at its beginning, in its middle and at its end, where most of it was drawn.
import { aPhone, said } from './phone.mjs'
import { tasksOf } from './trace.mjs'

/** In the page: looks at each frame whether a part of the list that is seen is not drawn yet. */
function watch() {
  const watched = 'seen' in window
  window.seen = { frames: 0, blank: 0 }
  if (watched) return
  // Kept by the browser: asking it anew at each frame would cost more than what is measured.
  const parts = document.getElementsByClassName('part')
  const isBlank = part => {
    if (part.ariaBusy !== 'true') return false
    const { top, bottom } = part.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  }
  const look = () => {
    window.seen.frames++
    if ([...parts].some(isBlank)) window.seen.blank++
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** In the page: the number of the last line that is drawn; the newest come first, and their numbers are the highest. */
const lastNumber = () =>
  Number([...document.getElementsByClassName('entry-number')].at(-1)?.textContent.replace(/\D/g, ''))

/** In the page: scrolls as fast as it goes until the line of this number, about, is drawn. */
async function scrollTo(number) {
  const last = () =>
    Number([...document.getElementsByClassName('entry-number')].at(-1)?.textContent.replace(/\D/g, ''))
  for (let stuck = 0; last() > number && stuck < 200; ) {
    const before = last()
    window.scrollTo(0, document.documentElement.scrollHeight)
    await new Promise(done => requestAnimationFrame(done))
    stuck = last() === before ? stuck + 1 : 0
  }
}

/**
 * Frames, those with a blank part in sight, and tasks of more than 50 ms on the main thread's own clock.
 * @param {{ incidents?: number, seconds?: number }} options how long each of the three stretches is scrolled
 */
export async function measureScroll({ incidents = 10_000, seconds = 12 } = {}) {
  const phone = await aPhone({ incidents })
  try {
    await phone.install()
    const page = await phone.context.newPage()
    const devtools = await phone.context.newCDPSession(page)
    const slowDown = rate => devtools.send('Emulation.setCPUThrottlingRate', { rate })
    await page.goto(phone.address)
    await page.waitForSelector('.part .entry')
    await page.waitForTimeout(1500)
    await page.mouse.move(200, 400)
    const stretches = []
    for (const share of [0, 0.5, 0.95]) {
      await slowDown(1)
      await page.evaluate(scrollTo, incidents * (1 - share))
      await page.waitForTimeout(1000)
      await slowDown(4)
      await page.evaluate(watch)
      const tasks = await tasksOf(devtools, async () => {
        // 3,000 px a second: as fast as a thumb flings.
        for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
          await page.mouse.wheel(0, 300)
          await page.waitForTimeout(100)
        }
      })
      const lines = await page.locator('.entry').count()
      stretches.push({
        upTo: await page.evaluate(lastNumber),
        lines,
        ...(await page.evaluate(() => window.seen)),
        ...tasks,
      })
    }
    const blank = stretches.reduce((sum, one) => sum + one.blank, 0)
    const [own, tidying] = ['own', 'tidying'].map(key => Math.max(...stretches.map(one => one[key])))
    return {
      figures: { incidents, stretches },
      checks: [
        {
          what: `Scrolling ${said(incidents)} incidents on a phone four times slower`,
          asked: 'no blank line, no task over 50 ms',
          // Seconds after much was let go the engine collects it, in a task of its own: nothing of ours can put that off.
          measured: `${blank} frames with a blank line, longest task ${own} ms (the engine's own tidying: ${tidying} ms)`,
          met: blank === 0 && own <= 50,
        },
      ],
    }
  } finally {
    await phone.throwAway()
  }
}
