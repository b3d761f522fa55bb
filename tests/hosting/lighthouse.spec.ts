/** All that Lighthouse measures on a phone, on the built app as Caddy serves it with the configuration we give. */
import { expect, test } from '@playwright/test'
import { lighthouse, type Part } from './lighthouse.ts'
import { Hosted } from './servers.ts'

const parts: Part[] = ['performance', 'accessibility', 'best-practices', 'seo']

test('Lighthouse gives 100 for each of its four parts', async () => {
  test.setTimeout(240_000)
  const hosted = new Hosted('caddy')
  await hosted.start()
  try {
    const { scores, faults } = lighthouse(`${hosted.address}/`, parts)
    expect(scores, faults.join('\n')).toEqual(Object.fromEntries(parts.map(part => [part, 100])))
  } finally {
    await hosted.throwAway()
  }
})
