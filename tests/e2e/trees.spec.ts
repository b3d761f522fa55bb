/**
 * What a screen reader is told: the accessibility tree of every screen, kept beside this file and read by a person.
 * After a change that was meant: `npm run e2e -- trees --update-snapshots`, then read the difference.
 */
import { expect, type Phone, test } from './phone.ts'
import {
  emptyScreens,
  enterExample,
  exampleStates,
  fill,
  fullScreens,
  open,
  states,
  throughTheLock,
} from './screens.ts'

/** One winter evening: the times on the screens are in the trees. */
const evening = '2026-11-23T22:40:00Z'

/** What is another each time: ids, and what chance made up. */
const steady = (tree: string) =>
  tree
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(id)')
    .replace(/(listitem: "?\d) [0-9A-Z]{4}\b/g, '$1 (group)')
    .replace(/(code: ).*/g, '$1(passphrase)')
    .replace(/(textbox "Passphrase": ).*/g, '$1(passphrase)')
    .replace(/Code [0-9A-Z]{8}/g, 'Code (code)')
    .replace(/in \d+ seconds?/g, 'in (some) seconds')
    .replace(/Group \d/g, 'Group (one)')

/** The page and what lies over it; with `whole`, the header and the bar that every screen repeats. */
async function keep(phone: Phone, name: string, whole = false): Promise<void> {
  if (name.startsWith('Install')) return // Whether the browser offers it, and when, is the browser's.
  const [page] = phone.context.pages()
  if (!page) throw new Error('no page')
  const dialog = page.locator('dialog[open]')
  const part = whole
    ? page.locator('body')
    : (await dialog.count()) > 0
      ? dialog
      : page.locator('main').first()
  let tree = ''
  await expect
    .poll(async () => {
      const before = tree
      tree = await part.ariaSnapshot()
      return tree === before
    })
    .toBe(true)
  const file = `${name.replace(/[^\p{L}]+/gu, '-').toLowerCase()}.yml`
  expect.soft(`${steady(tree)}\n`).toMatchSnapshot(file)
}

async function evenings(phone: Phone) {
  const page = await phone.open()
  await page.clock.setFixedTime(evening)
  await page.reload()
  return page
}

test('each screen, empty and full, reads as it was reviewed', async ({ phone }) => {
  test.setTimeout(180_000)
  const page = await evenings(phone)
  for (const [name, place] of emptyScreens) {
    await open(page, phone.site.address, place)
    await keep(phone, `${name}, empty`, name === 'Diary')
  }
  await page.goto(`${phone.site.address}#/`)
  for (const [name, place] of fullScreens(await fill(page))) {
    await open(page, phone.site.address, place)
    // What to do next comes after the list, and later.
    if (name === 'Diary') await page.getByText('What you could do next').waitFor()
    await keep(phone, name)
  }
})

test('each dialog, error and unfolded part reads as it was reviewed', async ({ phone }) => {
  test.setTimeout(180_000)
  const page = await evenings(phone)
  for (const [name, place, act] of states(await fill(page))) {
    await open(page, phone.site.address, place)
    await act?.(page)
    await keep(phone, name)
  }
})

test('each screen of the example reads as it was reviewed', async ({ phone }) => {
  test.setTimeout(180_000)
  const page = await evenings(phone)
  await enterExample(page)
  for (const [name, place, act] of exampleStates) {
    // The rest are the screens of any diary; what differs is what they hold.
    if (!/Sheet$|not here|asked|words left/.test(name)) continue
    await open(page, phone.site.address, place)
    await act?.(page)
    await keep(phone, name, /not here/.test(name))
  }
})

test('each screen of the lock reads as it was reviewed', async ({ phone }) => {
  test.setTimeout(180_000)
  const page = await evenings(phone)
  await throughTheLock(page, phone.site.address, name => keep(phone, name))
})
