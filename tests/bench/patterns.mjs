// The patterns of a long diary: how long counting takes by itself, and how long it holds up the page that shows them.
import { median } from './measured.mjs'
import { aPhone, said } from './phone.mjs'
import { tasksOf } from './trace.mjs'

/** @param {{ incidents?: number, rounds?: number }} options milliseconds, without slow-down */
export async function measurePatterns({ incidents = 10_000, rounds = 5 } = {}) {
  const phone = await aPhone({ incidents })
  try {
    await phone.install()
    const bench = await phone.bench()
    const counting = median(await bench.evaluate(times => window.measurePatterns(times), rounds * 3))
    await bench.close()
    const longest = { reading: [], everything: [] }
    for (let round = 0; round < rounds; round++) {
      const page = await phone.context.newPage()
      const devtools = await phone.context.newCDPSession(page)
      await page.goto(`${phone.address}#/help`)
      await page.waitForTimeout(1500)
      const open = () => page.getByRole('link', { name: 'Patterns' }).click()
      const reading = await tasksOf(devtools, async () => {
        await open()
        await page.waitForSelector('#period')
        await page.waitForTimeout(500)
      })
      const everything = await tasksOf(devtools, async () => {
        await page.selectOption('#period', 'all')
        await page.waitForTimeout(1500)
      })
      longest.reading.push(reading.longest)
      longest.everything.push(everything.longest)
      await page.close()
    }
    const figures = {
      incidents,
      counting: Number(counting.toFixed(1)),
      reading: median(longest.reading),
      everything: median(longest.everything),
    }
    return {
      figures,
      checks: [
        {
          what: `Patterns of ${said(incidents)} incidents, counted`,
          asked: 'within 50 ms',
          measured: `${figures.counting} ms`,
          met: figures.counting <= 50,
        },
        {
          what: `Patterns of ${said(incidents)} incidents, read and drawn`,
          asked: 'no task over 50 ms',
          measured: `longest task ${figures.reading} ms; ${figures.everything} ms for Everything`,
          met: Math.max(figures.reading, figures.everything) <= 50,
        },
      ],
    }
  } finally {
    await phone.throwAway()
  }
}
