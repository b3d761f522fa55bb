// What home holds in memory: the heap, what lies beside it, and what the page's elements take.
import { median } from './measured.mjs'
import { aPhone, said } from './phone.mjs'

async function memoryOf(phone) {
  const page = await phone.context.newPage()
  const devtools = await phone.context.newCDPSession(page)
  await page.goto(phone.address)
  await page.waitForSelector('.part .entry')
  await page.waitForTimeout(3000)
  await devtools.send('HeapProfiler.collectGarbage')
  const usage = await devtools.send('Runtime.getHeapUsage')
  await page.close()
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0)
}

/** @param {{ few?: number, many?: number, rounds?: number }} options how many incidents; bytes, medians */
export async function measureMemory({ few = 100, many = 100_000, rounds = 3 } = {}) {
  const phones = [await aPhone({ incidents: few }), await aPhone({ incidents: many })]
  try {
    for (const phone of phones) await phone.install()
    const taken = phones.map(() => [])
    for (let round = 0; round < rounds; round++)
      for (const [i, phone] of phones.entries()) taken[i].push(await memoryOf(phone))
    const [small, large] = taken.map(median)
    const MB = bytes => `${(bytes / 1e6).toFixed(1)} MB`
    const times = large / small
    return {
      figures: { few, small, many, large, times: Number(times.toFixed(2)) },
      checks: [
        {
          what: `Memory of home with ${said(many)} incidents`,
          asked: `at most 1.5 times that of ${said(few)}`,
          measured: `${times.toFixed(2)} times (${MB(large)}, ${MB(small)})`,
          met: times <= 1.5,
        },
      ],
    }
  } finally {
    for (const phone of phones) await phone.throwAway()
  }
}
