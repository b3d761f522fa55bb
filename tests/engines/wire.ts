/** A hand over the WebDriver protocol, for the browsers that speak it in one way or another. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { contains, fits, type Hand, type Name, noteFaults, type Role, until } from './hand.ts'

/** The few commands we need of a browser; elements go by the names the browser gives them. */
export interface Wire {
  open(address: string): Promise<void>
  elements(selector: string): Promise<string[]>
  /** The accessible name, as the engine works it out. */
  label(element: string): Promise<string>
  click(element: string): Promise<void>
  keys(element: string, text: string): Promise<void>
  /** An element as an argument of `run`. */
  reference(element: string): unknown
  /** Runs the body of a function in the page and gives back what it returns. */
  run(script: string, ...args: unknown[]): Promise<unknown>
  /** As {@link Hand.kill} */
  kill(): Promise<string>
  close(): Promise<void>
}

const selectors: Record<Role, string> = {
  button: 'button, summary, [role=button]',
  link: 'a[href]:not([role])',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  textbox: 'input:not([type=checkbox], [type=radio], [type=file]), textarea',
  heading: 'h1, h2, h3',
  combobox: 'select',
}

/** WebDriver's key codes: Control pressed, A, everything released. */
const selectAll = '\uE009a\uE000'
/** Dates and times are given whole, as WebDriver asks; WebKit's driver would type them into the parts one by one. */
const setDate = `
  const [field, value] = arguments
  if (!['date', 'time'].includes(field.type)) return false
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return true`
const modal = 'dialog[open] '

/** @param start opens the browser again; once at the beginning and at each restart */
export async function handOver(start: () => Promise<Wire>, address: string, folder: string): Promise<Hand> {
  let wire = await start()

  const home = async (place = '') => {
    await wire.open(`${address}#/${place}`)
    await wire.run(noteFaults)
  }
  const named = (selector: string, name: Name) =>
    until(`${selector} named ${name}`, async () => {
      // What lies under an open dialog cannot be reached.
      const inDialog = (await wire.elements(modal)).length > 0
      const all = inDialog ? selector.replaceAll(/(^|, )/g, `$1${modal}`) : selector
      for (const element of await wire.elements(all)) {
        if (fits(name, await wire.label(element))) return element
      }
      return undefined
    })
  const text = async () => String(await wire.run('return document.body.innerText'))
  const field = (label: Name) => named(`${selectors.textbox}, ${selectors.combobox}`, label)

  const hand: Hand = {
    go: home,
    async tap(role, name) {
      await until(`a tap on ${role} ${name}`, async () => {
        const element = await named(selectors[role], name)
        // WebKit's driver does not scroll to what is only just out of sight.
        await wire.run("arguments[0].scrollIntoView({ block: 'center' })", wire.reference(element))
        await wire.click(element)
        return true
      })
    },
    async type(label, words) {
      const element = await field(label)
      if (await wire.run(setDate, wire.reference(element), words)) return
      await wire.keys(element, selectAll)
      await wire.keys(element, words)
    },
    give: async (label, path) => wire.keys(await named('input[type=file]', label), path),
    text,
    async see(words) {
      await until(`the words ${words}`, async () => contains(words, await text()) || undefined)
    },
    async seeNo(words) {
      await until(`no words ${words}`, async () => !contains(words, await text()) || undefined)
    },
    async holds(label) {
      await field(label)
      const name = String(label)
      return String(
        await wire.run(
          "return [...document.querySelectorAll('input, textarea, select')].find(one => one.labels[0]?.innerText.includes(arguments[0])).value",
          name,
        ),
      )
    },
    async reload() {
      // As a person does it: Marionette's own command goes past the service worker (measured).
      await wire.run("document.documentElement.dataset.before = ''; location.reload()")
      await until('the page to load again', async () =>
        (await wire.run(
          "return document.readyState === 'complete' && !('before' in document.documentElement.dataset)",
        )) === true
          ? true
          : undefined,
      )
      await wire.run(noteFaults)
    },
    async installed() {
      await until('everything kept for offline use', async () =>
        (await wire.run("return navigator.serviceWorker.controller?.state === 'activated'")) === true
          ? true
          : undefined,
      )
    },
    saved: ending => savedIn(folder, ending),
    async restart() {
      await wire.close()
      wire = await start()
      await home()
    },
    run: script => wire.run(script),
    noted: async name => String(await hand.run(`return document.documentElement.dataset.${name} ?? ''`)),
    faults: async () => JSON.parse(await hand.noted('faults')),
    kill: () => wire.kill(),
    close: () => wire.close(),
  }
  await home()
  return hand
}

/** The path of a file in the folder whose name ends so; browsers write into one of another name until it is whole. */
export const savedIn = (folder: string, ending: string): Promise<string> =>
  until(`a file that ends in ${ending}`, async () => {
    if (!existsSync(folder)) return undefined
    const names = readdirSync(folder)
    if (names.some(name => name.endsWith('.part') || name.endsWith('.crdownload'))) return undefined
    const name = names.find(one => one.endsWith(ending))
    return name && join(folder, name)
  })
