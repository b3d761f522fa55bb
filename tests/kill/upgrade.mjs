// node tests/kill/upgrade.mjs [browser] [kills]: fills a diary, kills the browser in the middle of an upgrade to a
// version to come, and holds that the version of today still finds everything; then lets the upgrade end.
import { visits } from './visits.mjs'

const [name = 'chromium', kills = '5'] = process.argv.slice(2)
const wanted = 200
const { visit, told, end } = await visits('kill/page.ts', name)

let run = 0
/** How many entries the version of today finds, all in order. */
async function whole() {
  const { state, entries, check } = await visit(`run=look-${++run}`, ({ is }) => is === 'found')
  if (state !== 'ok' || entries.length < wanted || check.findings.length > 0)
    throw new Error(`${state}, ${entries.length} entries, ${JSON.stringify(check.findings.slice(0, 5))}`)
  return entries.length
}

try {
  await visit('log&run=fill', ({ is, entry }) => is === 'saved' && entry[1] >= wanted)
  const entries = await whole()
  for (let i = 0; i < Number(kills); i++) {
    await visit('upgrade&run=upgrade', ({ is }) => is === 'upgrading', Math.random() * 1000)
    if (told.some(({ is }) => is === 'upgraded')) throw new Error('the kill came after the upgrade')
    const found = await whole()
    if (found !== entries) throw new Error(`${found} of ${entries} entries after kill ${i + 1}`)
  }
  const upgraded = await visit('upgrade&run=upgrade', ({ is }) => is === 'upgraded')
  if (upgraded.version !== 1 || upgraded.entries !== entries || upgraded.copied !== entries)
    throw new Error(JSON.stringify([upgraded, entries, told]))
  console.log(
    `${name}: killed ${kills} times in the middle of an upgrade, ${entries} entries whole each time, then upgraded`,
  )
} finally {
  end()
}
