/** The main job, end to end and offline: log, report with the police number, make the sheet, save it, read it back. */
import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { bytesOf, expect, folded, type Phone, rawTextOf, test, textOf } from './phone.ts'

/** Makes the sheet and saves it; gives the path of the file. */
async function makeAndSave(page: Page, phone: Phone): Promise<string> {
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  return makeAndSaveHere(page, phone)
}

async function makeAndSaveHere(page: Page, phone: Phone): Promise<string> {
  await page.getByRole('button', { name: 'Make the sheet' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the sheet' }).click()
  const path = `${phone.profile}/sheet.pdf`
  await (await download).saveAs(path)
  return path
}

async function addReport(page: Page, reference: string) {
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('button', { name: 'Add a report' }).click()
  await page.getByRole('group', { name: 'Who did you tell?' }).getByLabel('Police').check()
  await page.getByRole('group', { name: 'How did you tell them?' }).getByLabel('Called 101').check()
  await page.getByLabel('Reference number').fill(reference)
  await page
    .getByRole('group', { name: 'What kind of number is it?' })
    .getByLabel('Log or incident number')
    .check()
  await page.getByLabel('Name of the person you spoke to').fill('PC 4417')
  await page
    .getByRole('group', { name: 'Which incidents did you tell them about?' })
    .getByRole('checkbox')
    .first()
    .check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(reference).first()).toBeVisible()
}

test('log, complete, report with the police number, make and save the sheet, all offline', async ({
  phone,
  site,
}) => {
  let page = await phone.install()
  await site.stop()
  await page.reload()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  const date = await page.getByLabel('Date', { exact: true }).inputValue()
  const time = await page.getByLabel('Time', { exact: true }).inputValue()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: /Smell like cannabis/ }).click()
  await page.getByRole('button', { name: 'Add or correct details' }).click()
  await page
    .getByRole('group', { name: 'How often does it happen?' })
    .getByLabel('Several times a week')
    .check()
  await page
    .getByRole('group', { name: 'How does it affect you?' })
    .getByLabel('Could not open windows')
    .check()
  await page.getByLabel('In your own words').fill('My son coughed all night.')
  await page.getByLabel('What happened?').fill('Strong smell in the stairwell, second floor.')
  await page.getByRole('button', { name: 'Save' }).click()
  await addReport(page, '5226021255')

  const text = folded(textOf(await makeAndSave(page, phone)))
  for (const words of [
    '5226021255',
    'PC 4417',
    'My son coughed all night.',
    'Strong smell in the stairwell, second floor.',
    'Several times a week',
    'Could not open windows',
    time,
    new Date(`${date}T12:00Z`).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
  ]) {
    expect(text).toContain(words)
  }

  await phone.switchOff()
  page = await phone.switchOn()
  await page.goto(site.address)
  await expect(page.getByRole('link', { name: /Smell like cannabis/ })).toBeVisible()
  await page.getByRole('link', { name: 'Reports' }).click()
  await expect(page.getByText('5226021255')).toBeVisible()
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await expect(page.getByText(/diary-sheet-\d{4}-\d{2}-\d{2}.*\.pdf/)).toBeVisible()
})

test('letters of many languages, a long text and hard times come through to the file', async ({ phone }) => {
  const page = await phone.open()
  const letters = 'Cwympodd y tŷ · Łódź · Βοήθεια · Привет · đường · şîșț · ğüç'
  const long = Array.from({ length: 500 }, (_, i) => `word${String(i).padStart(3, '0')}`)
    .join(' ')
    .slice(0, 4000)
  const log = async (date: string, time: string, words: string, second = false) => {
    await page.getByRole('button', { name: 'Log an incident' }).click()
    await page.getByLabel('Date', { exact: true }).fill(date)
    await page.getByLabel('Time', { exact: true }).fill(time)
    if (second) await page.getByLabel('The second time, after the clocks went back').check()
    await page.getByLabel('What happened?').fill(words)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('status')).toContainText('Saved at')
  }
  expect(long).toHaveLength(3999)
  await log('2024-02-29', '23:58', letters)
  await log('2026-10-25', '01:30', `${long}.`)
  await log('2026-10-25', '01:30', 'Again, an hour later.', true)
  const path = await makeAndSave(page, phone)
  const text = folded(rawTextOf(path))
  expect(text).toContain(folded(letters))
  expect(text).toContain('Again, an hour later.')
  expect(text).toContain('29 February 2024')
  expect(text).toContain('01:30, before the clocks went back')
  expect(text).toContain('01:30, after the clocks went back')
  for (const word of `${long}.`.split(' ')) expect(text).toContain(word)
  execFileSync('qpdf', ['--check', path])
})

test('the e-mail names the police number and the file, and says to attach it', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'My landlord and me' }).click()
  await page.getByLabel('Your name').fill('A. Resident')
  await page.getByLabel('Alliance Homes').check()
  await page.getByLabel('Case or tenancy number').fill('ASB/2026/017')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Diary', exact: true }).click()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await addReport(page, '46/201551/21')
  const text = folded(textOf(await makeAndSave(page, phone)))
  expect(text).toContain('ASB/2026/017')
  expect(text).toContain('A. Resident')
  const mail = new URL(
    (await page.getByRole('link', { name: 'Open in my mail app' }).getAttribute('href')) ?? '',
  )
  expect(decodeURIComponent(mail.pathname)).toBe('communitysafety@alliancehomes.org.uk')
  expect(mail.searchParams.get('subject')).toContain('ASB/2026/017')
  const body = mail.searchParams.get('body') ?? ''
  for (const words of ['46/201551/21', 'PC 4417', 'attached', '.pdf', 'A. Resident'])
    expect(body).toContain(words)
})

test('what is left out after a sheet was made is not handed over, and stays left out', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'My landlord and me' }).click()
  await page.getByLabel('Your name').fill('A. Resident')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Diary', exact: true }).click()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
  expect(textOf(await makeAndSave(page, phone))).toContain('A. Resident')
  const mail = page.getByRole('textbox', { name: 'E-mail to your landlord' })
  await expect(mail).toHaveValue(/A\. Resident/)

  await page.getByText('More choices').click()
  const name = page.getByRole('group', { name: 'What should be left out?' }).getByLabel('My name')
  await name.check()
  await expect(page.getByText('A sheet with these choices is not made yet.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save the sheet' })).toBeHidden()
  await expect(mail).toBeHidden()

  await page.getByLabel('Me, a solicitor or a court').check()
  await page.getByLabel('My landlord').check()
  await expect(name).toBeChecked()
  await page.getByRole('link', { name: 'Diary', exact: true }).click()
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await expect(name).toBeChecked()
  await expect(name).toBeVisible()
  expect(textOf(await makeAndSaveHere(page, phone))).not.toContain('A. Resident')
  await expect(mail).toHaveValue(/Hello/)
  await expect(mail).not.toHaveValue(/A\. Resident/)
})

test('a sheet that is ready, and its e-mail, are not offered any more once words were removed for good', async ({
  phone,
}) => {
  const page = await phone.open()
  const log = async (words: string) => {
    await page.getByRole('link', { name: 'Diary', exact: true }).click()
    await page.getByRole('button', { name: 'Log an incident' }).click()
    await page.getByLabel('What happened?').fill(words)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('link', { name: new RegExp(words) })).toBeVisible()
  }
  const removeIn = async (window: Page, words: RegExp) => {
    await window.getByRole('link', { name: 'Diary', exact: true }).click()
    await window.getByRole('link', { name: words }).click()
    await window.getByRole('button', { name: 'Remove words for good' }).click()
    await window.getByRole('checkbox', { name: words }).check()
    await window.getByLabel('Why are they removed?').fill('The wrong person')
    await window.getByRole('button', { name: 'Remove these words' }).click()
    await expect(window.getByRole('dialog')).toBeHidden()
  }
  const mail = page.getByRole('textbox', { name: 'E-mail to your landlord' })
  const save = page.getByRole('button', { name: 'Save the sheet' })
  await log('It was Wolfgangus')
  await log('It was Amadea')
  expect(textOf(await makeAndSave(page, phone))).toContain('Wolfgangus')
  await expect(mail).toBeVisible()
  await removeIn(page, /Wolfgangus/)
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Make the sheet' })).toBeVisible()
  await expect(save).toBeHidden()
  await expect(mail).toBeHidden()

  const text = textOf(await makeAndSaveHere(page, phone))
  expect(text).toContain('Amadea')
  expect(text).not.toContain('Wolfgangus')
  const other = await phone.context.newPage()
  await other.goto(page.url())
  await removeIn(other, /Amadea/)
  await expect(save).toBeHidden()
  await expect(mail).toBeHidden()
})

test('with no police number the sheet is made all the same, and the screen says what to do', async ({
  phone,
}) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await expect(page.getByText(/There is no police number on it yet/)).toBeVisible()
  const path = await makeAndSave(page, phone)
  expect(textOf(path)).toContain('cannabis')
})

for (const [outcome, sentence] of [
  ['shared', /Handed over/],
  ['AbortError', /Nothing was shared/],
  ['NotAllowedError', /one more tap/],
  ['DataError', /cannot share files/],
] as const) {
  test(`sharing ends in the right sentence: ${outcome}`, async ({ phone }) => {
    const page = await phone.open()
    // No engine here has a share sheet: a stand-in gives each of the answers a real one gives.
    await page.addInitScript(answer => {
      Object.assign(navigator, {
        canShare: () => true,
        share: async () => {
          if (answer !== 'shared') throw new DOMException('told so by the test', answer)
        },
      })
    }, outcome)
    await page.reload()
    await page.getByRole('button', { name: 'Log an incident' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Sheet', exact: true }).click()
    await page.getByRole('button', { name: 'Make the sheet' }).click()
    await page.getByRole('button', { name: 'Share the sheet' }).click()
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Save the sheet' })).toBeVisible()
  })
}

test('a word masked in the preview is nowhere in the file', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill('I heard Wolfgangus shouting on the stairs')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await page.getByRole('button', { name: 'Look at it first' }).click()
  const preview = page.getByRole('article', { name: /Preview/ })
  await expect(preview).toContainText('on the stairs')
  await preview.getByRole('button', { name: 'Wolfgangus' }).first().click()
  await expect(preview).not.toContainText('Wolfgangus')
  const path = await makeAndSave(page, phone)
  const text = folded(rawTextOf(path))
  expect(text).toContain('on the stairs')
  expect(text).not.toContain('Wolfgangus')
  const inflated = execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], { maxBuffer: 1e8 })
  expect(inflated.includes('Wolfgangus')).toBe(false)
})

test('a masked word stays masked when its text is mended: all of it is, until somebody looks', async ({
  phone,
}) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill('I saw Wolfgangus downstairs')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await page.getByRole('button', { name: 'Look at it first' }).click()
  const preview = page.getByRole('article', { name: /Preview/ })
  await preview.getByRole('button', { name: 'Wolfgangus' }).first().click()
  await expect(preview).toContainText('I saw [masked] downstairs')

  await page.getByRole('link', { name: 'Diary', exact: true }).click()
  await page.getByRole('link', { name: /Wolfgangus/ }).click()
  await page.getByRole('button', { name: 'Add or correct details' }).click()
  await page.getByLabel('What happened?').fill('Today I saw Wolfgangus downstairs')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'Today I saw' })).toBeVisible()
  const text = folded(rawTextOf(await makeAndSave(page, phone)))
  expect(text).not.toMatch(/Wolfgangus|downstairs/)
  const note = page.getByText('You changed a text in which words are masked.')
  await expect(note).toBeVisible()

  await page.getByRole('button', { name: 'Look at it first' }).click()
  await expect(preview).toContainText('[masked] [masked] [masked] [masked] [masked]')
  await page.getByRole('button', { name: 'Show that text again' }).click()
  await preview.getByRole('button', { name: 'Wolfgangus' }).first().click()
  await expect(preview).toContainText('Today I saw [masked] downstairs')
  await expect(note).toBeHidden()
  expect(folded(rawTextOf(await makeAndSave(page, phone)))).toContain('Today I saw [masked] downstairs')
})

test('a sheet noted as sent moves where the next one starts; made again it is the very same file', async ({
  phone,
}) => {
  const page = await phone.open()
  const log = async (words: string) => {
    await page.getByRole('link', { name: 'Diary', exact: true }).click()
    await page.getByRole('button', { name: 'Log an incident' }).click()
    await page.getByLabel('What happened?').fill(words)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('link', { name: new RegExp(words) })).toBeVisible()
  }
  await log('Before the first sheet')
  const first = await makeAndSave(page, phone)
  expect(textOf(first)).toContain('Before the first sheet')
  await page.getByLabel('Whom did you send it to?').fill('Alliance Homes')
  await page.getByRole('button', { name: 'Note that I sent it' }).click()
  await expect(page.getByText(/Sent to Alliance Homes/).first()).toBeVisible()
  const bytes = bytesOf(first)

  await log('After the first sheet')
  const second = await makeAndSave(page, phone)
  expect(textOf(second)).toContain('After the first sheet')
  expect(textOf(second)).not.toContain('Before the first sheet')

  await page.getByRole('link', { name: /^Made/ }).last().click()
  await page.getByRole('button', { name: 'Make it again' }).click()
  await expect(page.getByText('This is the very same file as before.')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the sheet' }).click()
  const again = `${phone.profile}/again.pdf`
  await (await download).saveAs(again)
  expect(bytesOf(again).equals(bytes)).toBe(true)
  await page.getByLabel('What did they reply?').fill('They will write to the whole block.')
  await page.getByRole('button', { name: 'Note the reply' }).click()
  await expect(page.getByText('They will write to the whole block.').first()).toBeVisible()

  // Words removed since are missing in the file, and the screen says that this is why.
  await page.getByRole('link', { name: 'Diary', exact: true }).click()
  await page.getByRole('link', { name: /Before the first sheet/ }).click()
  await page.getByRole('button', { name: 'Remove words for good' }).click()
  await page.getByRole('checkbox', { name: /Before the first sheet/ }).check()
  await page.getByLabel('Why are they removed?').fill('Not for this sheet')
  await page.getByRole('button', { name: 'Remove these words' }).click()
  await expect(page.getByText('Words removed for good').first()).toBeVisible()
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await page.getByRole('link', { name: /Sent/ }).click()
  await page.getByRole('button', { name: 'Make it again' }).click()
  await expect(
    page.getByText('This file differs from the one before. Words were removed from your diary since.'),
  ).toBeVisible()
})

test('one place of several can be chosen; the sheet says so and shows nothing of the others', async ({
  phone,
}) => {
  const page = await phone.open()
  for (const [source, words] of [
    ['Flat 12', 'Up the stairwell'],
    ['Flat 31', 'Through the bathroom vent'],
  ] as const) {
    await page.getByRole('button', { name: 'Log an incident' }).click()
    await page.getByLabel('What happened?').fill(words)
    await page.getByLabel('Where do you think it comes from?').fill(source)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('link', { name: new RegExp(words) })).toBeVisible()
  }
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await page.getByText('More choices').click()
  await page.getByRole('group', { name: 'Only one place it may come from?' }).getByLabel('Flat 31').check()
  const text = folded(textOf(await makeAndSaveHere(page, phone)))
  expect(text).toContain('Only incidents thought to come from: Flat 31.')
  expect(text).toContain('Through the bathroom vent')
  expect(text).not.toMatch(/Flat 12|Up the stairwell/)
})

test('an empty sheet to print is made, with nothing of the diary on it and no trace in the record', async ({
  phone,
}) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill('Only for my own sheet')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await page.getByRole('link', { name: /An empty sheet to print/ }).click()
  await page.getByRole('group', { name: 'How many pages?' }).getByLabel('3').check()
  await page.getByRole('button', { name: 'Make the empty sheet' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the sheet' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('empty-diary-sheet.pdf')
  const path = `${phone.profile}/empty.pdf`
  await file.saveAs(path)
  const text = textOf(path)
  expect(text).toContain('Page 3 of 3')
  expect(text).not.toContain('Only for my own sheet')
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await expect(page.getByText('None yet.')).toBeVisible()
})
