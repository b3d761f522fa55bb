// The figures of the last whole run, as the README shows them.

const begin = '<!-- figures: written by npm run bench -->'
const end = '<!-- end of figures -->'

/** @returns the README with the table of these results in the place of the one before */
export function withFigures(readme, results) {
  const [before, rest] = readme.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error('the README has no place for figures')
  return `${before}${begin}\n${tableOf(results)}\n${end}${after}`
}

export function tableOf({ taken, machine, parts }) {
  const { browser, node, cores, memory, processor } = machine
  const rows = Object.entries(parts).flatMap(([name, { failed, checks = [] }]) =>
    failed
      ? [`| ${name} | | ✗ ${failed} |`]
      : checks.map(
          ({ what, asked, measured, met }) => `| ${what} | ${asked} | ${met ? '' : '✗ '}${measured} |`,
        ),
  )
  return [
    `Taken ${taken.slice(0, 10)} with ${browser} and Node ${node.slice(1)}, on ${cores} cores of ${processor}, ${memory}. ✗: not what was asked.`,
    '',
    '| what | asked | measured |',
    '|---|---|---|',
    ...rows,
  ].join('\n')
}
