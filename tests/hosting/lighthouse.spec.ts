/** All that Lighthouse measures on a phone, on the built app as Caddy serves it with the configuration we give. */
import { expect, test } from '@playwright/test'
import { lighthouse, type Part } from './lighthouse.ts'
import { Hosted } from './servers.ts'

const parts: Part[] = ['performance', 'accessibility', 'best-practices', 'seo']

/** Performance is measured on this machine, and others may be at work here: the best of so many runs counts. */
const runs = 5

/**
 * 100 on a quiet machine: on the slow network that Lighthouse reckons with, the first paint stands after 0.8 s and the
 * largest text, the welcome, after 1.5 s. A busy one costs a point by the time it holds the page up.
 */
const quick = 99

test('Lighthouse gives 100, and for performance nearly so', async () => {
  test.setTimeout(300_000)
  const hosted = new Hosted('caddy')
  await hosted.start()
  const all: ReturnType<typeof lighthouse>[] = []
  try {
    while (all.length < runs && (all.at(-1)?.scores.performance ?? 0) < quick)
      all.push(lighthouse(`${hosted.address}/`, parts))
  } finally {
    await hosted.throwAway()
  }
  const best = Object.fromEntries(
    parts.map(part => [part, Math.max(...all.map(({ scores }) => scores[part] ?? 0))]),
  )
  process.stdout.write(`${JSON.stringify(best)}\n`)
  const { performance, ...others } = best
  expect(others, JSON.stringify(all, null, 2)).toEqual({
    accessibility: 100,
    'best-practices': 100,
    seo: 100,
  })
  expect(performance, JSON.stringify(all, null, 2)).toBeGreaterThanOrEqual(quick)
})
