/** The lock in every engine: the ciphers give what they must, and a lock is set, holds and opens. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { dist } from '../e2e/phone.ts'
import { Site } from '../e2e/site.ts'
import { buildPage } from '../harness/site.mjs'
import { knownAnswers } from '../seal/known-answers.ts'
import { chromium } from './chromium.ts'
import { firefox } from './firefox.ts'
import { type Engine, type Hand, until } from './hand.ts'
import { webkit } from './webkit.ts'

const engines = [chromium, firefox, webkit].filter(one => one.installed || process.env.EVERY_ENGINE)

async function within(engine: Engine, root: string, run: (hand: Hand) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'diary-saved-'))
  const site = new Site(root)
  await site.start()
  const hand = await engine.open(site.address, folder)
  try {
    await run(hand)
    expect(await hand.faults()).toEqual([])
  } finally {
    await hand.close()
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

for (const engine of engines) {
  test.describe(engine.name, () => {
    test('Argon2id, XChaCha20-Poly1305 and our own formats give what they must', async () => {
      const page = mkdtempSync(join(tmpdir(), 'diary-known-'))
      try {
        await buildPage('engines/known-answers-page.ts', page)
        await within(engine, page, async hand => {
          const noted = await until('the answers', async () => (await hand.noted('known')) || undefined)
          const wanted = Object.fromEntries(knownAnswers.map(one => [one.name, one.wanted]))
          expect(JSON.parse(noted)).toEqual(wanted)
        })
      } finally {
        rmSync(page, { recursive: true, force: true })
      }
    })

    test('a lock is set, holds, takes a note in front of it, and opens with passcode and code', async () => {
      await within(engine, dist, async hand => {
        await hand.tap('button', 'Log an incident')
        await hand.type('What happened?', 'My son coughed all night')
        await hand.tap('button', 'Save')
        await hand.see('Saved at')
        await hand.go('settings/lock')
        await hand.tap('button', 'Set a passcode')
        await hand.type('Passcode', 'blue kettle 7')
        await hand.type('The same passcode again', 'blue kettle 7')
        await hand.tap('button', 'Next')
        await hand.see('I have written it down')
        const groups = [...(await hand.text()).matchAll(/^\d?\s*([0-9A-Z]{4})$/gm)].map(
          ([, group = '']) => group,
        )
        expect(groups).toHaveLength(6)
        await hand.tap('button', 'I have written it down')
        await hand.see('Type these two groups')
        for (const [, n] of (await hand.text()).matchAll(/Group (\d)/g))
          await hand.type(`Group ${n}`, groups[Number(n) - 1] ?? '')
        await hand.tap('button', 'Set a passcode')
        await hand.see('Your diary now has a lock.')

        await hand.go('')
        await hand.reload()
        await hand.see('Locked')
        await hand.seeNo('coughed')
        await hand.tap('button', 'Write a quick note')
        await hand.type('What happened?', 'And the smell came back')
        await hand.tap('button', 'Save')
        await hand.see('It joins your diary when you next unlock.')
        await hand.type('Passcode', 'red kettle 7')
        await hand.tap('button', 'Unlock')
        await hand.see('That did not open it.')
        await hand.type('Passcode', 'blue kettle 7')
        await hand.tap('button', 'Unlock')
        await hand.see('And the smell came back')
        await hand.see('No. 2')
        await hand.tap('button', 'Lock now')
        await hand.see('Locked')
        await hand.tap('button', 'Use the recovery code')
        await hand.type('Recovery code', groups.join(' ').toLowerCase())
        await hand.tap('button', 'Unlock')
        await hand.see('My son coughed all night')
        // Locking loaded the page anew, and this lets the hand look for faults again.
        await hand.reload()
        await hand.see('Locked')
      })
    })
  })
}
