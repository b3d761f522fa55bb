// What the bench measures. Each part gives `figures` and `checks`: what was asked, what was measured, whether it is met.
// Run by all.mjs, each part in a process of its own: node parts.mjs NAME SIZES
import { said } from './phone.mjs'

/** What home shows at its start, beside a page that shows nothing; see startup.mjs. */
async function startup({ some, many, rounds }) {
  const { measureStart } = await import('./startup.mjs')
  const figures = await measureStart([0, some, many], rounds)
  const of = name => figures.find(one => one.name === name) ?? { usable: Number.NaN, times: Number.NaN }
  const growth = of(many).usable / of(some).usable
  return {
    figures,
    checks: [
      {
        what: `Start offline with ${said(some)} incidents, on a phone four times slower`,
        asked: 'at most 1.5 times a blank page',
        measured: `${of(some).times} times (${of(some).usable} ms)`,
        met: of(some).times <= 1.5,
      },
      {
        what: `Start with ${said(some)} incidents: blocking time`,
        asked: 'at most 50 ms',
        measured: `${of(some).blocking} ms`,
        met: of(some).blocking <= 50,
      },
      {
        what: `Start with ${said(many)} incidents`,
        asked: `at most 1.2 times ${said(some)}`,
        measured: `${growth.toFixed(2)} times (${of(many).usable} ms)`,
        met: growth <= 1.2,
      },
    ],
  }
}

export const parts = {
  startup,
  scroll: async ({ middle, seconds }) =>
    (await import('./scroll.mjs')).measureScroll({ incidents: middle, seconds }),
  search: async ({ middle, rounds }) =>
    (await import('./search.mjs')).measureSearch({ incidents: middle, rounds }),
  'search-all': async ({ many }) =>
    (await import('./search.mjs')).measureSearch({ incidents: many, rounds: 1, huge: true }),
  patterns: async ({ middle, rounds }) =>
    (await import('./patterns.mjs')).measurePatterns({ incidents: middle, rounds }),
  save: async ({ many, rounds }) => (await import('./save.mjs')).measureSave({ incidents: many, rounds }),
  memory: async ({ few, many, rounds }) =>
    (await import('./memory.mjs')).measureMemory({ few, many, rounds }),
  lock: async ({ some, rounds }) => (await import('./lock.mjs')).measureLock({ incidents: some, rounds }),
  backup: async ({ middle, rounds }) =>
    (await import('./backup.mjs')).measureBackup({ incidents: middle, rounds }),
  sheet: async ({ rounds }) =>
    (await import('./sheet/run.mjs')).measureSheet({ rounds: Math.ceil(rounds / 2) }),
  'sheet-page': async ({ some, rounds }) =>
    (await import('./sheet/responsive.mjs')).measureResponse({ incidents: some, rounds }),
}

const [, , name, sizes] = process.argv
if (process.send && name && sizes) {
  const { figures, checks } = await parts[name](JSON.parse(sizes))
  process.send({ figures, checks }, () => process.exit(0))
}
