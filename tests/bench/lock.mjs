// Unlocking at 4x CPU slow-down, and what sealing costs when home opens: the app beside the same app with a cipher that
// does nothing, in turn, in one run.
import { median } from './measured.mjs'
import { aPhone, said, unsealedApp } from './phone.mjs'
import { start } from './startup.mjs'

const slow = 4
const passcode = 'blue kettle 7'

/** The browser slows a page and not its workers: this holds what a worker answers back for as long as it is missing. */
function slowWorkers(times) {
  window.Worker = class extends Worker {
    #began = performance.now()
    postMessage(...message) {
      this.#began = performance.now()
      super.postMessage(...message)
    }
    addEventListener(type, listener, ...rest) {
      const later = event => {
        const { data } = event
        if (typeof data?.took !== 'number') return listener(event)
        const wait = (performance.now() - this.#began) * (times - 1)
        const slower = new MessageEvent('message', { data: { ...data, took: data.took * times } })
        setTimeout(() => listener(slower), wait)
      }
      super.addEventListener(type, type === 'message' ? later : listener, ...rest)
    }
  }
}

async function slowPage(phone, times = slow) {
  const page = await phone.context.newPage()
  const devtools = await phone.context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: times })
  await page.addInitScript(slowWorkers, times)
  await page.addInitScript(() => {
    addEventListener(
      'click',
      ({ target }) => {
        if (target.closest?.('button[type=submit]')) window.pressed = performance.now()
      },
      true,
    )
    new MutationObserver((_, watcher) => {
      if (!document.querySelector('.entry-what')) return
      watcher.disconnect()
      requestAnimationFrame(() => {
        window.opened = performance.now()
      })
    }).observe(document, { childList: true, subtree: true })
  })
  return page
}

async function setLock(phone) {
  const page = await slowPage(phone)
  await page.goto(`${phone.address}#/settings/lock`)
  const press = name => page.getByRole('button', { name }).click()
  await press('Set a passcode')
  await page.getByLabel('Passcode', { exact: true }).fill(passcode)
  await page.getByLabel('The same passcode again').fill(passcode)
  await press('Next')
  const groups = await page
    .getByRole('list', { name: 'Your recovery code' })
    .getByRole('listitem')
    .allTextContents()
  await press('I have written it down')
  for (const [i, group] of groups.entries()) {
    const field = page.getByLabel(`Group ${i + 1}`)
    if (await field.count()) await field.fill(group.slice(1))
  }
  await press('Set a passcode')
  await page.getByText('Your diary now has a lock.').waitFor({ timeout: 60_000 })
  await page.getByText('is being sealed with the new key').waitFor({ state: 'hidden', timeout: 120_000 })
  const kdf = await page.evaluate(() => JSON.stringify(localStorage).match(/memory[^}]*?passes[^,]*/)?.[0])
  await page.close()
  return kdf
}

/**
 * From the press on Unlock until the list stands: milliseconds by the clock, and of work by all threads of the page,
 * which a busy machine does not lengthen.
 */
async function unlock(phone, times) {
  const page = await slowPage(phone, times)
  const devtools = await phone.context.newCDPSession(page)
  await devtools.send('Performance.enable')
  const worked = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return 1000 * metrics.find(({ name }) => name === 'ProcessTime').value
  }
  await page.goto(phone.address)
  const field = page.getByLabel('Passcode', { exact: true })
  await field.click()
  // A thumb takes longer.
  await field.pressSequentially(passcode, { delay: 100 })
  const before = await worked()
  await page.getByRole('button', { name: 'Unlock' }).click()
  await page.waitForFunction(() => window.opened > 0, undefined, { polling: 100 })
  const took = await page.evaluate(() => window.opened - window.pressed)
  const work = (await worked()) - before
  await page.close()
  return { took, work }
}

/** @param {{ incidents?: number, rounds?: number }} options medians in milliseconds, at 4x slow-down */
export async function measureLock({ incidents = 1000, rounds = 7 } = {}) {
  const phones = {
    sealed: await aPhone({ incidents }),
    unsealed: await aPhone({ incidents, sealed: false, folder: await unsealedApp() }),
  }
  try {
    const usable = { sealed: [], unsealed: [] }
    for (const phone of Object.values(phones)) {
      await phone.install()
      await phone.cutOff()
    }
    for (let round = -1; round < rounds; round++) {
      for (const [name, phone] of Object.entries(phones)) {
        const one = await start(phone)
        // The first round warms up.
        if (round >= 0) usable[name].push(one.usable)
      }
    }
    const kdf = await setLock(phones.sealed)
    const slowly = []
    const quickly = []
    for (let round = 0; round < rounds; round++) {
      slowly.push(await unlock(phones.sealed, slow))
      quickly.push(await unlock(phones.sealed, 1))
    }
    const each = (all, key) => Math.round(median(all.map(one => one[key])))
    const times = median(usable.sealed.map((ms, round) => ms / usable.unsealed[round]))
    const opening = {
      sealed: Math.round(median(usable.sealed)),
      unsealed: Math.round(median(usable.unsealed)),
    }
    // By the clock, and four times the work of one without slow-down, which a busy machine does not lengthen.
    const unlocking = { clock: each(slowly, 'took'), work: slow * each(quickly, 'work') }
    return {
      figures: { incidents, opening, times: Number(times.toFixed(2)), kdf, unlocking },
      checks: [
        {
          what: `Home with ${said(incidents)} sealed incidents`,
          asked: 'at most 1.3 times the same unsealed',
          measured: `${times.toFixed(2)} times (${opening.sealed} ms, ${opening.unsealed} ms)`,
          met: times <= 1.3,
        },
        {
          what: 'Unlocking with a passcode on a phone four times slower',
          asked: 'under 2 s',
          measured: `${(unlocking.clock / 1000).toFixed(1)} s`,
          met: unlocking.clock < 2000,
        },
      ],
    }
  } finally {
    for (const phone of Object.values(phones)) await phone.throwAway()
  }
}
