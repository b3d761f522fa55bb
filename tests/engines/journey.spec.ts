/** The same journey in every engine that is here: log, complete, stop, tell, make the sheet; offline; back up and restore; after a restart. The lock has a file of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { dist } from '../e2e/phone.ts'
import { Site } from '../e2e/site.ts'
import { chromium } from './chromium.ts'
import { firefox } from './firefox.ts'
import { type Engine, type Hand, noteFaults } from './hand.ts'
import { webkit } from './webkit.ts'

/** `npm run test:engines` asks for all of them; `npm test` takes those that are here. */
const engines = [chromium, firefox, webkit].filter(one => one.installed || process.env.EVERY_ENGINE)

const test = base.extend<{ site: Site; folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names a fixture wants from this pattern
  site: async ({}, use) => {
    const site = new Site(dist)
    await site.start()
    await use(site)
    if (site.running) await site.stop()
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'diary-saved-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

async function within(engine: Engine, site: Site, folder: string, journey: (hand: Hand) => Promise<void>) {
  const hand = await engine.open(site.address, folder)
  try {
    await journey(hand)
    expect(await hand.faults()).toEqual([])
  } finally {
    await hand.close()
  }
}

async function log(hand: Hand, words: string) {
  await hand.tap('button', 'Log an incident')
  await hand.type('What happened?', words)
  await hand.tap('button', 'Save')
  await hand.see('Saved at')
}

for (const engine of engines) {
  test.describe(engine.name, () => {
    test('log, complete, stop, tell the police, make the sheet', async ({ site, folder }) => {
      await within(engine, site, folder, async hand => {
        await hand.tap('button', 'Log an incident')
        await hand.tap('radio', 'Still going on')
        await hand.type('What happened?', 'A strong smell on the stairs, Łódź, 2 am.')
        await hand.tap('button', 'Save')
        await hand.see('Saved at')
        await hand.tap('button', 'It has stopped')
        await hand.see('Marked as stopped')

        await hand.tap('link', /A strong smell/)
        await hand.tap('button', 'Add or correct details')
        await hand.tap('radio', 'Several times a week')
        await hand.tap('checkbox', 'Could not open windows')
        await hand.type('Where do you notice it?', 'Stairs, 2nd floor')
        await hand.tap('button', 'Save')
        await hand.see('What you wrote before is kept too.')
        await hand.see('Could not open windows')

        await hand.tap('link', 'Reports')
        await hand.tap('button', 'Add a report')
        await hand.type('Date', '2026-11-01')
        await hand.type('Time', '09:30')
        await hand.type('Reference number', '0779 of Sunday, 1 November')
        await hand.tap('button', 'Save')
        await hand.see('1 November 2026, 09:30')
        await hand.see('0779 of Sunday, 1 November')

        await hand.tap('link', 'Sheet')
        await hand.tap('button', 'Make the sheet')
        await hand.see('Your sheet is ready')
        await hand.tap('button', 'Save the sheet')
        const text = execFileSync('pdftotext', ['-layout', await hand.saved('.pdf'), '-'], {
          encoding: 'utf8',
        })
        expect(text).toContain('A strong smell on the stairs, Łódź, 2 am.')
        expect(text).toContain('0779 of Sunday, 1 November')
      })
    })

    test('with the server gone it opens and logs; a draft outlives the page', async ({ site, folder }) => {
      await within(engine, site, folder, async hand => {
        await hand.installed()
        await site.stop()
        await hand.reload()
        await log(hand, 'Written with no internet')
        await hand.reload()
        await hand.see('Written with no internet')
        await hand.tap('button', 'Log an incident')
        await hand.type('What happened?', 'Not saved yet')
        await hand.see('What happened?')
        await hand.reload()
        expect(await hand.holds('What happened?')).toBe('Not saved yet')
        for (const [screen, title] of [
          ['Reports', 'No report yet'],
          ['Sheet', 'Whom is it for?'],
          ['Patterns', 'In short'],
          ['Help', 'Search Help'],
        ] as const) {
          await hand.tap('link', screen)
          await hand.see(title)
        }
      })
    })

    test('back up, erase, restore', async ({ site, folder }) => {
      await within(engine, site, folder, async hand => {
        await log(hand, 'Before the phone was lost')
        await hand.tap('button', 'Settings')
        await hand.tap('button', 'Back up')
        await hand.type('Passphrase', 'amber kettle sunday ladder')
        await hand.type('Passphrase again', 'amber kettle sunday ladder')
        await hand.tap('button', 'Back up')
        await hand.see('Your backup is ready')
        await hand.tap('button', 'Save the backup')
        const file = await hand.saved('.age.txt')
        await hand.tap('button', 'Yes, it is there')

        await hand.tap('button', 'Settings')
        await hand.tap('button', 'Erase everything')
        await hand.type('Type ERASE to go on', 'erase')
        // Erasing loads the page anew, and with it what notes the faults.
        expect(await hand.faults()).toEqual([])
        await hand.tap('button', 'Erase everything on this phone')
        await hand.see('Nothing written yet')
        await hand.run(noteFaults)
        await hand.tap('link', 'I have a backup')
        await hand.give(/Choose the file|Browse/, file) // Firefox names it by its own button.
        await hand.type('Passphrase', 'amber kettle sunday ladder')
        await hand.tap('button', 'Open')
        await hand.see('This is inside')
        await hand.tap('button', 'Restore')
        await hand.see('Your diary is here')
        await hand.tap('link', 'Go to the diary')
        await hand.see('Before the phone was lost')
      })
    })

    if (engine.keepsData) {
      test('the whole browser is closed, the server is gone: everything is there', async ({
        site,
        folder,
      }) => {
        await within(engine, site, folder, async hand => {
          await hand.installed()
          await log(hand, 'Kept over the night')
          await site.stop()
          await hand.restart()
          await hand.see('Kept over the night')
          await log(hand, 'And one more')
        })
      })
    }
  })
}
