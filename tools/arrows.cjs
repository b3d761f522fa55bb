// The arrows of the house (README, "The house"): which folder may import which. Checked by `npm run arrows`.
const only = (from, to, why) => ({
  name: `${from}-arrows`,
  severity: 'error',
  comment: why,
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: `^src/(${[from, ...to].join('|')})/` },
})
const library = (name, folder) => ({
  name: `only-${folder}-knows-${name}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${folder}/` },
  to: { path: `node_modules/${name}/` },
})
/** Heavy rooms are reached by import() or as a worker's address alone, so that the first screen never pays for them. */
const lazy = folder => ({
  name: `${folder}-only-when-wanted`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${folder}/` },
  to: { path: `^src/${folder}/`, dependencyTypesNot: ['dynamic-import', 'type-only'] },
})

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-missing',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    only('core', [], 'core decides and knows nothing of ours'),
    only('seal', ['core'], 'seal encrypts bytes'),
    only('text', ['core'], 'text names the codes of core'),
    only('store', ['core', 'seal', 'text'], 'store keeps the record'),
    only('sheet', ['core', 'text'], 'sheet draws the model of core'),
    only('backup', ['core', 'seal', 'store', 'text'], 'backup carries files out and in'),
    only('browser', ['core', 'text'], "browser holds the platform's side effects"),
    only('ui', ['core', 'text'], 'ui parts know no page and no storage'),
    only(
      'pages',
      ['core', 'store', 'sheet', 'backup', 'browser', 'ui', 'text', 'styles'],
      'pages draw what core decides',
    ),
    library('dexie', 'store'),
    library('jspdf', 'sheet'),
    library('age-encryption', 'backup'),
    lazy('sheet'),
    lazy('backup'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
