/** Long words on every screen, and whether what measures the screens would find anything. */
import { layoutFaults, zoomFaults } from './layout.ts'
import { expect, test } from './phone.ts'
import { fullScreens, states, walk } from './screens.ts'

test('words of any length wrap', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(8)
  for (const label of ['Where do you notice it?', 'What happened?']) await page.getByLabel(label).fill(long)
  await page.getByRole('button', { name: 'Save' }).click()
  const line = page.getByRole('link', { name: /Donaudampf/ })
  const incident = ((await line.getAttribute('href')) ?? '').replace(/.*\//, '')
  const walked = fullScreens({ incident, report: '' }).filter(([, place]) => !place.startsWith('report/'))
  const sheet = states({ incident, report: '' }).filter(([name]) => name === 'Sheet, looked at first')
  expect(sheet).toHaveLength(1)
  await walk(phone, page, [...walked, ...sheet], zoomFaults)
})

test('the measure finds what is cut, beyond the edge, overlapping and small', async ({ phone }) => {
  const page = await phone.open()
  const spoil = (css: string) =>
    page.evaluate(style => {
      for (const element of document.querySelectorAll<HTMLElement>(
        'main h1, main :is(button, [role=button]), .choice, .bar a',
      ))
        element.style.cssText = style
    }, css)
  const expectFault = async (css: string, fault: string) => {
    await spoil('')
    expect(await layoutFaults(page, 48)).toEqual([])
    await spoil(css)
    expect((await layoutFaults(page, 48)).join(' ')).toContain(fault)
  }
  await expectFault('position: absolute; width: 150vw', 'beyond the edge')
  await expectFault('width: 150vw', 'scrolls sideways')
  await expectFault('min-height: 0; height: 20px; padding: 0', 'small: ')
  await expectFault('width: 60px; overflow: hidden; white-space: nowrap', 'cut by ')
  await page.goto(`${phone.site.address}#/log`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectFault('margin: -30px', 'overlaps: ')
})
