// npm run demo: in a headless browser, on what was built, logs five incidents of different kinds, adds a police
// report with its number, makes the sheet, and writes out/sheet.pdf, its pages, and every screen as a picture.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser, ensurePackages, ensurePdfTools, root, tool } from './setup.mjs'

ensurePackages()
const executablePath = await ensureBrowser()
ensurePdfTools()
if (tool('vite', ['build', '--logLevel', 'error']).status !== 0) process.exit(1)
const { preview } = await import('vite')
const { chromium } = await import('@playwright/test')

const out = join(root, 'out')
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const server = await preview({ root, preview: { port: 0 }, logLevel: 'silent' })
const address = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const context = await browser.newContext({
  timezoneId: 'Europe/London',
  locale: 'en-GB',
  viewport: { width: 390, height: 844 },
})
// A Saturday night in November: pictures made on another day are the same.
await context.clock.setFixedTime(new Date('2026-11-21T23:52:00Z'))
const page = await context.newPage()
const faults = []
page.on('console', message => message.type() === 'error' && faults.push(message.text()))
page.on('pageerror', error => faults.push(error.message))
await page.goto(address)

const choose = async (group, ...labels) => {
  for (const label of labels)
    await page.getByRole('group', { name: group }).getByLabel(label, { exact: true }).check()
}

async function log({ kind = 'Smell like cannabis', date, time, more = async () => {} }) {
  await page.goto(`${address}#/log`)
  await page.getByRole('heading', { name: 'Log an incident' }).waitFor()
  for (const box of await page.getByRole('group', { name: 'What is it?' }).getByRole('checkbox').all())
    await box.uncheck()
  await choose('What is it?', kind)
  await page.getByLabel('Date', { exact: true }).fill(date)
  await page.getByLabel('Time', { exact: true }).fill(time)
  await more()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Log an incident' }).waitFor()
}
const fill = async fields => {
  for (const [label, words] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(words)
}

await page.goto(`${address}#/settings/me`)
await page.getByLabel('Your name').fill('A. Resident')
await fill({ 'Your address': 'Flat 12, Example House\nExample Street', 'Case or tenancy number': 'EX-0412' })
await page.getByLabel('Alliance Homes').check()
await fill({
  'How and when is it safe to reach you?': 'Text first, weekday mornings.',
  'Who in your home is affected?': 'A child with asthma.',
  'What do you ask for?': 'A call back, and a letter to the whole block.',
})
await page.getByLabel('Please speak to me before you speak to the other person').check()
await page.getByRole('button', { name: 'Save' }).click()
await page.getByRole('heading', { name: 'Settings' }).waitFor()

await log({
  date: '2026-11-09',
  time: '22:40',
  more: async () => {
    await page.getByLabel('I know when it stopped').check()
    await fill({
      'Date it stopped': '2026-11-10',
      'Time it stopped': '00:15',
      'Where do you notice it?': 'Bedroom',
    })
    await choose('How strong is it?', 'Strong')
    await choose('How often does it happen?', 'Several times a week')
    await choose(
      'How does it affect you?',
      'Could not open windows',
      'Woken or could not sleep',
      'A child was affected',
    )
    await fill({
      'In your own words': 'My daughter used her inhaler twice. We kept the window shut all night.',
    })
    await choose('What did you do?', 'Closed windows', 'Moved a child to another room')
  },
})
await log({
  kind: 'Noise',
  date: '2026-11-12',
  time: '01:20',
  more: async () => {
    await choose('How loud is it?', 'Had to raise my voice')
    await page.getByLabel('About 2 hours').check()
    await fill({
      'Where do you notice it?': 'Living room',
      'What happened?': 'Loud music with heavy bass. Stopped once, then began again.',
    })
  },
})
await log({
  kind: 'Looked like dealing',
  date: '2026-11-15',
  time: '19:05',
  more: () =>
    fill({
      'Where do you notice it?': 'Outside the main door',
      'What happened?':
        'Two people waited by the door. A third came down, handed over something small, and was given notes.',
      'Who was there?': 'One tall, grey coat. One in a red cap. I did not see the third person’s face.',
    }),
})
await log({
  kind: 'People coming and going',
  date: '2026-11-18',
  time: '23:30',
  more: async () => {
    await page.getByLabel('About 4 hours').check()
    await fill({
      'Where do you notice it?': 'Stairs',
      'What happened?': 'At least nine people up and down the stairs. The door banged each time.',
    })
    await choose('How does it affect you?', 'Anxious or afraid')
  },
})
await log({
  date: '2026-11-21',
  time: '23:40',
  more: async () => {
    await page.getByLabel('Still going on').check()
    await fill({ 'Where do you notice it?': 'Stairs, 2nd floor' })
    await choose('How strong is it?', 'Very strong')
    await page.getByLabel('I am not sure where it comes from').check()
  },
})

await page.goto(`${address}#/tell`)
await choose('Who did you tell?', 'Police')
await choose('How did you tell them?', 'Called 101')
await fill({
  Date: '2026-11-16',
  Time: '09:30',
  'Reference number': '5226021255',
  'Police force': 'Avon and Somerset Police',
  'What did they say?': 'They will pass it to the local team.',
})
await choose('What kind of number is it?', 'Log or incident number')
for (const box of (
  await page
    .getByRole('group', { name: 'Which incidents did you tell them about?' })
    .getByRole('checkbox')
    .all()
).slice(2))
  await box.check()
await page.getByRole('button', { name: 'Save' }).click()
await page.getByText('5226021255').first().waitFor()

await page.goto(`${address}#/sheet`)
await page.getByRole('button', { name: 'Make the sheet' }).click()
const download = page.waitForEvent('download')
await page.getByRole('button', { name: 'Save the sheet' }).click()
await (await download).saveAs(join(out, 'sheet.pdf'))
spawnSync('pdftoppm', ['-r', '80', '-png', join(out, 'sheet.pdf'), join(out, 'sheet')])

await page.goto(`${address}#/`)
const incident = await page.getByRole('link', { name: /Noise/ }).first().getAttribute('href')
await page.goto(`${address}#/reports`)
const report = await page
  .getByRole('link', { name: /5226021255/ })
  .first()
  .getAttribute('href')
// What was said last is gone before the pictures are taken.
await page.getByRole('status').filter({ hasNotText: /./ }).first().waitFor({ state: 'attached' })

const screens = {
  diary: '#/',
  log: '#/log',
  incident,
  change: incident?.replace('incident', 'change'),
  reports: '#/reports',
  report,
  tell: '#/tell',
  sheet: '#/sheet',
  patterns: '#/patterns',
  help: '#/help',
  settings: '#/settings',
  me: '#/settings/me',
}
const sizes = { phone: [390, 844], small: [320, 568], desktop: [1280, 800] }
for (const colorScheme of ['light', 'dark']) {
  await page.emulateMedia({ colorScheme })
  for (const [size, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height })
    for (const [name, place] of Object.entries(screens)) {
      await page.goto(`${address}${place}`)
      await page.locator('main :is(h1, h2)').first().waitFor()
      await page.waitForTimeout(250)
      await page.evaluate(() => scrollTo(0, 0))
      await page.screenshot({ path: join(out, `${name}-${size}-${colorScheme}.png`) })
    }
  }
}
await browser.close()
await server.close()
for (const fault of faults) console.error(fault)
console.log(`Pictures and sheet.pdf are in ${out}`)
process.exit(faults.length > 0 ? 1 : 0)
