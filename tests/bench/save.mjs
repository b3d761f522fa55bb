// What a save and a reading cost beside IndexedDB alone and Dexie alone with the same rows; and from the tap on Log to
// the word that it is saved, in a diary of years beside an empty one.
import { median } from './measured.mjs'
import { aPhone, said } from './phone.mjs'

/** In the page, on home: logs an incident with two taps; resolves with the milliseconds of both until "Saved" is said. */
async function logAndSave() {
  const button = name =>
    [...document.querySelectorAll('main :is(button, [role=button])')].find(one => one.textContent === name)
  const until = seen =>
    new Promise(done => {
      const look = () => {
        const found = seen()
        if (!found) return
        changes.disconnect()
        done(found)
      }
      const changes = new MutationObserver(look)
      changes.observe(document.body, { childList: true, subtree: true, characterData: true })
      look()
    })
  const quiet = () => document.querySelector('.say')?.textContent === ''
  await until(() => button('Log an incident') && quiet())
  const started = performance.now()
  button('Log an incident').click()
  const save = await until(() => button('Save'))
  const drawn = performance.now() - started
  await new Promise(done => setTimeout(done, 300))
  const tapped = performance.now()
  save.click()
  await until(() => !quiet())
  return { form: drawn, saved: performance.now() - tapped }
}

async function page(phone) {
  await phone.install()
  const opened = await phone.context.newPage()
  await opened.goto(phone.address)
  await opened.getByRole('button', { name: 'Log an incident' }).waitFor()
  // The first start is over, and the form's code is there.
  await opened.waitForTimeout(2500)
  return opened
}

/** @param {{ incidents?: number, rounds?: number, saves?: number }} options medians in milliseconds */
export async function measureSave({ incidents = 100_000, rounds = 9, saves = 60 } = {}) {
  const empty = await aPhone()
  const full = await aPhone({ incidents })
  try {
    const bench = await empty.bench()
    const store = await bench.evaluate(times => window.measureStore(times), saves)
    await bench.close()
    const of = name => Number(median(store[name]).toFixed(2))
    const phones = { empty: await page(empty), full: await page(full) }
    const taken = { empty: [], full: [] }
    for (let round = -2; round < rounds; round++) {
      for (const [name, phone] of Object.entries(phones)) {
        const { form, saved } = await phone.evaluate(logAndSave)
        // The first two rounds warm up.
        if (round >= 0) taken[name].push(form + saved)
      }
    }
    const [few, many] = [median(taken.empty), median(taken.full)]
    const times = median(taken.full.map((ms, round) => ms / taken.empty[round]))
    const beside = doing => `${of(`${doing}, IndexedDB alone`)} and ${of(`${doing}, Dexie alone`)} ms`
    return {
      figures: {
        store: Object.fromEntries(Object.keys(store).map(name => [name, of(name)])),
        incidents,
        logAndSave: { empty: Math.round(few), full: Math.round(many), times: Number(times.toFixed(2)) },
      },
      checks: [
        {
          what: `Log, then Save, until it says "Saved", in a diary of ${said(incidents)}`,
          asked: 'at most 1.3 times an empty one',
          measured: `${times.toFixed(2)} times (${Math.round(many)} ms, ${Math.round(few)} ms)`,
          met: times <= 1.3,
        },
        {
          what: 'A save, sealed, linked and read back',
          asked: 'beside IndexedDB alone and Dexie alone',
          measured: `${of('save, the diary')} ms, beside ${beside('save')}`,
          met: true,
        },
        {
          what: 'Reading the newest 30 incidents',
          asked: 'beside IndexedDB alone and Dexie alone',
          measured: `${of('read 30, the diary')} ms, beside ${beside('read 30')}`,
          met: true,
        },
      ],
    }
  } finally {
    await empty.throwAway()
    await full.throwAway()
  }
}
