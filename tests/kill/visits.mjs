// One profile and one page that tells what it does, visited again and again by a browser that is killed each time.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { site } from '../harness/site.mjs'
import { browsers } from './browsers.mjs'

/**
 * @param entry the page, a file under tests/
 * @param name of the browser
 */
export async function visits(entry, name) {
  const profile = mkdtempSync(join(tmpdir(), 'diary-visits-'))
  const told = []
  const { url, close } = await site(entry, body => told.push(JSON.parse(body)))
  return {
    /** All that the page told since it was last visited. */
    told,
    /** Opens the page, waits until it tells what is looked for and then `later` milliseconds, and kills the browser. */
    async visit(query, met, later = 0) {
      told.length = 0
      const browser = await browsers[name].start(profile, `${url}?${query}`)
      try {
        for (const late = Date.now() + 300_000; Date.now() < late; await pause(2)) {
          const failed = told.find(({ is }) => is === 'failed')
          if (failed) throw new Error(JSON.stringify(failed))
          const one = told.find(met)
          if (!one) continue
          await pause(later)
          return one
        }
        throw new Error(`no answer to ${query}; last heard ${JSON.stringify(told.at(-1))}`)
      } finally {
        await browser.kill()
      }
    },
    end() {
      close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
