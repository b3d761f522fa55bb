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
    '--lang=en-GB',
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
let page = await context.newPage()
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

const sizes = {
  phone: [390, 844],
  small: [320, 568],
  desktop: [1280, 800],
  tablet: [768, 1024],
  sideways: [844, 390],
}

/** What stands on the screen now, from its top, on every size and in both lights. */
async function picture(name) {
  for (const [size, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(50)
      await page.screenshot({ path: join(out, `${name}-${size}-${colorScheme}.png`) })
    }
  }
  await page.setViewportSize({ width: 390, height: 844 })
}

async function show(name, place, act) {
  await page.goto(`${address}#/nowhere`)
  await page.goto(`${address}${place}`)
  await page.locator('main :is(h1, h2)').first().waitFor()
  await page.waitForTimeout(250)
  await act?.()
  if (!act) await page.evaluate(() => scrollTo(0, 0))
  await page.waitForTimeout(200)
  await picture(name)
}

const press = name => page.getByRole('button', { name }).first().click()
const unfold = async () => {
  for (const summary of await page.locator('main summary').all()) await summary.click()
}

for (const [name, place, act] of [
  ['diary', '#/'],
  ['log', '#/log'],
  [
    'log-more',
    '#/log',
    () => page.getByRole('group', { name: 'How strong is it?' }).evaluate(one => one.scrollIntoView()),
  ],
  [
    'log-error',
    '#/log',
    async () => {
      await page.getByLabel('Time', { exact: true }).fill('')
      await press('Save')
    },
  ],
  ['find', '#/find', () => page.getByLabel('Words or numbers').fill('door')],
  ['incident', incident],
  [
    'incident-history',
    incident,
    async () => {
      await unfold()
      await page
        .locator('main summary')
        .last()
        .evaluate(one => one.scrollIntoView())
    },
  ],
  ['incident-take-back', incident, () => press('Take this back')],
  ['change', incident?.replace('incident', 'change')],
  ['reports', '#/reports'],
  ['report', report],
  ['tell', '#/tell'],
  ['sheet', '#/sheet'],
  ['sheet-choices', '#/sheet', unfold],
  [
    'sheet-preview',
    '#/sheet',
    async () => {
      await page.getByLabel('Everything', { exact: true }).check()
      await press('Look at it first')
      await page.locator('.paper').waitFor()
      await page.locator('.paper').evaluate(one => one.scrollIntoView())
    },
  ],
  [
    'sheet-ready',
    '#/sheet',
    async () => {
      await page.getByLabel('Everything', { exact: true }).check()
      await press('Make the sheet')
      await page.getByRole('heading', { name: 'Your sheet is ready' }).waitFor()
    },
  ],
  ['sheet-empty', '#/sheet/empty'],
  ['patterns', '#/patterns'],
  ['patterns-hours', '#/patterns', () => page.locator('#by-hour').evaluate(one => one.scrollIntoView())],
  ['patterns-day', '#/patterns/day/2026-11-21'],
  ['help', '#/help'],
  ['help-page', '#/help/who-to-tell'],
  ['settings', '#/settings'],
  ['me', '#/settings/me'],
  ['erase', '#/settings', () => press('Erase everything')],
  ['backup', '#/backup'],
  [
    'backup-ready',
    '#/backup',
    async () => {
      for (const label of ['Passphrase', 'Passphrase again'])
        await page.getByLabel(label, { exact: true }).fill('amber kettle sunday ladder')
      await press('Back up')
      await page.getByRole('heading', { name: 'Your backup is ready' }).waitFor()
    },
  ],
  ['restore', '#/backup/restore'],
  ['move', '#/backup/moving'],
  ['lock', '#/settings/lock'],
  ['not-found', '#/nowhere'],
])
  await show(name, place, act)

// The lock, step by step; from here on the diary is behind it.
const passcode = 'blue kettle 7'
await page.goto(`${address}#/settings/lock`)
await press('Set a passcode')
await picture('lock-choose')
await fill({ Passcode: passcode, 'The same passcode again': passcode })
await press('Next')
const groups = page.getByRole('list', { name: 'Your recovery code' }).getByRole('listitem')
await groups.first().waitFor()
await picture('lock-code')
const code = (await groups.allTextContents()).map(text => text.slice(1))
await press('I have written it down')
await picture('lock-check')
for (const [i, group] of code.entries()) {
  const field = page.getByLabel(`Group ${i + 1}`)
  if (await field.count()) await field.fill(group)
}
await press('Set a passcode')
await page.getByText('Your diary now has a lock.').waitFor()
await picture('lock-set')
await press('Lock now')
await page.getByRole('heading', { name: 'Locked' }).waitFor()
await picture('locked')
await press('Write a quick note')
await page.getByRole('heading', { name: 'Quick note' }).waitFor()
await picture('quick-note')

// A phone that never had the app.
const fresh = await browser.newContext({ timezoneId: 'Europe/London', locale: 'en-GB' })
await fresh.clock.setFixedTime(new Date('2026-11-21T23:52:00Z'))
page = await fresh.newPage()
await page.goto(address)
await page.getByRole('heading', { name: 'Nothing written yet' }).waitFor()
await picture('first')
await page.getByRole('button', { name: 'Look at an example' }).click()
await page
  .getByRole('link', { name: /Smell like cannabis/ })
  .first()
  .waitFor()
await picture('example')
await page.getByRole('button', { name: 'Leave the example' }).click()
await page.getByRole('heading', { name: 'Nothing written yet' }).waitFor()
for (const [name, place] of [
  ['reports-none', '#/reports'],
  ['sheet-none', '#/sheet'],
  ['patterns-none', '#/patterns'],
])
  await show(name, place)
await browser.close()
await server.close()
for (const fault of faults) console.error(fault)
console.log(`Pictures and sheet.pdf are in ${out}`)
process.exit(faults.length > 0 ? 1 : 0)
