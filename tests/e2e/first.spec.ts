/** The first minutes: the app says what it is for and is never in the way. */
import { expect, test } from './phone.ts'

test('on the very first visit the button is there at once, with three parts below it, gone after the first entry', async ({
  phone,
}) => {
  const page = await phone.open()
  const log = page.getByRole('button', { name: 'Log an incident' })
  await expect(log).toBeInViewport()
  await expect(page.getByRole('region', { name: 'Good to know' }).getByRole('heading')).toHaveCount(3)
  await log.click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: /Smell like cannabis/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Good to know' })).toBeHidden()
})

test('the welcome comes each time, however its code and the diary race', async ({ phone }) => {
  const page = await phone.open()
  for (let i = 0; i < 12; i++) {
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Nothing written yet' })).toBeVisible()
  }
})

test('a shortcut opens the form itself, even on a phone that never had the app', async ({ phone, site }) => {
  const page = await phone.switchOn()
  await page.goto(`${site.address}#/log`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
})

test('whoever lost a diary is not greeted as a newcomer', async ({ phone, site }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
  await page.evaluate(
    () => new Promise(done => Object.assign(indexedDB.deleteDatabase('doorstep-diary'), { onsuccess: done })),
  )
  await page.goto(site.address)
  await page.getByRole('button', { name: 'Go on with what is here' }).click()
  await expect(page.getByText('Nothing written yet')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Good to know' })).toBeHidden()
})

test('a tap on the large button counts before any script has run', async ({ phone, site }) => {
  const page = await phone.switchOn()
  const devtools = await phone.context.newCDPSession(page)
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true })
  await page.goto(site.address)
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await expect(page).toHaveURL(`${site.address}#/log`)
})

test('whoever logs before the diary was open is not told on coming back that nothing is written', async ({
  phone,
  site,
}) => {
  const page = await phone.open()
  await page.addInitScript(() => {
    let gone = false
    const seen = { wrong: false }
    Object.assign(window, { seen })
    // At the very moment at which the welcome of the first look stands.
    new MutationObserver(() => {
      if (!document.querySelector('.empty')) return
      if (document.querySelector('.say p')) seen.wrong = true
      if (!gone) location.hash = '#/log'
      gone = true
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(site.address)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: /Smell like cannabis/ })).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { seen: { wrong: boolean } }).seen)).toEqual({
    wrong: false,
  })
})
