import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { manifest } from './src/text/manifest.ts'
import { frameInPage } from './tools/frame-in-page.ts'
import { sbomOf } from './tools/sbom.ts'

/** The one place where the policy stands is index.html; the service worker adds the same to what it serves. */
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(
  readFileSync(new URL('index.html', import.meta.url), 'utf8'),
)?.[1]
if (!policy) throw new Error('index.html has no policy')

/**
 * Live queries are most of what Dexie carries that we never ask of it, then hooks and indexes by halves of their key; the
 * store switches them off (src/store/database.ts). Left out, the first screen is 5 KB gzip lighter. A release that has these lines no more stops the build.
 */
function withoutUnused(code: string): string {
  let rest = code
  for (const line of [
    'this.use(cacheMiddleware);',
    'this.use(observabilityMiddleware);',
    'this.use(virtualIndexMiddleware);',
    'this.use(hooksMiddleware);',
    '\n    liveQuery,\n    extendObservabilitySet,',
  ]) {
    if (rest.split(line).length !== 2)
      throw new Error(`Dexie has changed; look at what this leaves out: ${line}`)
    rest = rest.replace(line, '')
  }
  return rest
}

/** Another language is another build, beside the English one: see tools/language.mjs. */
const code = process.env.LANGUAGE

/** Where this build is written; known once Vite has read all its options. */
let outDir = 'dist'

/** The hash of each file as `fetch` takes it: the service worker keeps nothing else in its place (src/sw.ts). */
const withIntegrity = <Entry extends { url: string }>(entry: Entry) => ({
  ...entry,
  integrity: `sha256-${createHash('sha256')
    .update(readFileSync(join(outDir, entry.url)))
    .digest('base64')}`,
  ...(/-rarely[^/]*\.js$/.test(entry.url) && { rarely: true }),
})

/** What Settings says of this build; tests build two. */
const version: unknown =
  process.env.DIARY_VERSION ??
  JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).version

export default defineConfig({
  // Relative, so that dist/ works at the root of a host and under a sub-path alike.
  base: './',
  define: { __POLICY__: JSON.stringify(policy), __VERSION__: JSON.stringify(version) },
  resolve: {
    alias: [
      // Its package entry wraps the ES5 build; this is the same release for today's browsers (2 KB gzip less).
      {
        find: /^dexie$/,
        replacement: new URL('node_modules/dexie/dist/modern/dexie.mjs', import.meta.url).pathname,
      },
      {
        find: /^(canvg|html2canvas|dompurify)$/,
        replacement: new URL('src/sheet/unused.ts', import.meta.url).pathname,
      },
      {
        find: /^@noble\/(post-quantum\/hybrid|curves\/(nist|ed25519))\.js$/,
        replacement: new URL('src/backup/unused.ts', import.meta.url).pathname,
      },
    ],
  },
  build: {
    outDir: code ? `dist/${code}` : 'dist',
    target: ['chrome100', 'firefox100', 'safari15.4'],
    // The polyfill would fetch(), which our own policy forbids.
    modulePreload: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // All that the first look needs in one file, and what home and form bring in next in another: small files apart
    // cost 5 KB gzip and a round trip each.
    rolldownOptions: {
      // Older browsers get fields of classes as assignments, not as calls of a helper for each.
      transform: { assumptions: { setPublicClassFields: true } },
      output: {
        codeSplitting: {
          groups: [
            { name: 'early', test: /src\/store\/early\.ts$/, priority: 3 },
            { name: 'main', tags: ['$initial'], priority: 2 },
            { name: 'welcome', test: /src\/pages\/Welcome\.tsx$/, priority: 1 },
            { name: 'diary', test: /src\/(store\/diary|pages\/entries\/Log)\.tsx?$/, priority: 1 },
          ],
        },
      },
    },
    // One style sheet: it is small, and each import() then needs no help to bring its own.
    cssCodeSplit: false,
  },
  worker: { format: 'es' },
  plugins: [
    code ? import('./tools/language.mjs').then(({ inLanguage }) => inLanguage(code)) : [],
    {
      name: 'dexie-without-unused',
      apply: 'build',
      transform: { filter: { id: /\/dexie\.mjs$/ }, handler: withoutUnused },
    },
    {
      name: 'no-policy-while-developing',
      apply: (_, { command, isPreview }) => command === 'serve' && !isPreview,
      transformIndexHtml: html => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]+>/, ''),
    },
    {
      name: 'bill-of-materials',
      apply: 'build',
      generateBundle() {
        const lock = JSON.parse(readFileSync(new URL('package-lock.json', import.meta.url), 'utf8'))
        const source = `${JSON.stringify(sbomOf(lock), undefined, 1)}\n`
        this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source })
      },
    },
    {
      name: 'where-it-is-written',
      configResolved(config) {
        outDir = resolve(config.root, config.build.outDir)
      },
    },
    {
      // There is one style sheet and nothing is loaded ahead: an import() needs no help (1 KB gzip).
      name: 'import-without-help',
      enforce: 'pre',
      apply: 'build',
      load: id =>
        id === '\0vite/preload-helper.js' ? 'export const __vitePreload = load => load()' : undefined,
    },
    {
      // Rolldown gives its one helper a file of its own: a round trip at every start.
      name: 'helper-inside',
      apply: 'build',
      generateBundle(_, bundle) {
        const helper = Object.values(bundle).find(one => one.name === 'rolldown-runtime')
        if (helper?.type !== 'chunk') return
        const code = helper.code.replace(/export\{(\w+)\};?\s*$/, 'return $1')
        if (code === helper.code) throw new Error(`Rolldown has changed its helper: ${helper.code}`)
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !chunk.imports.includes(helper.fileName)) continue
          chunk.code = chunk.code.replace(
            /import\{\w+ as (\w+)\}from"\.\/rolldown-runtime-[^"]*";/,
            (_, name) => `var ${name}=(()=>{${code}})();`,
          )
          if (chunk.code.includes('rolldown-runtime'))
            throw new Error(`Its helper is still asked for: ${chunk.fileName}`)
        }
        delete bundle[helper.fileName]
      },
    },
    {
      // Nearly all of these files runs at a start, most of it only once the database has answered: too late for the
      // engine's own store of compiled code, so that the page compiled it function by function at every start.
      // Chromium from 136 on reads this comment and compiles it beside the page while the file comes: a tenth of a start
      // and a quarter of what blocks it (measured). To others it is a comment. See https://v8.dev/blog/explicit-compile-hints
      name: 'compiled-beside-the-page',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          for (const name of ['index', 'diary']) {
            const chunk = Object.values(bundle).find(one => one.name === name)
            if (chunk?.type !== 'chunk') throw new Error(`the file is not there: ${name}`)
            chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
          }
        },
      },
    },
    {
      // What asks for the database comes before what asks for everything else (src/store/early.ts).
      name: 'early-first',
      apply: 'build',
      transformIndexHtml: {
        order: 'post',
        handler: (html, { bundle = {} }) => {
          const early = Object.values(bundle).find(({ name }) => name === 'early')
          if (!early) throw new Error('the file that asks for the database is not there')
          return html.replace(
            /<script type="module"/,
            found => `${found} crossorigin src="./${early.fileName}"></script>\n    ${found}`,
          )
        },
      },
    },
    frameInPage(code),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      manifest,
      includeManifestIcons: false,
      injectManifest: {
        // The other icons are read once, by whoever installs the app and so has a network; the phone keeps them.
        globPatterns: ['**/*.{html,js,css,webmanifest,svg}', 'icons/apple-touch-icon.png'],
        manifestTransforms: [entries => ({ manifest: entries.map(withIntegrity) })],
        maximumFileSizeToCacheInBytes: 3_000_000,
      },
    }),
  ],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    // A busy machine is not a failure: nothing here is timed.
    testTimeout: 300_000,
    // By itself it leaves one processor alone, of two.
    maxWorkers: 2,
    pool: 'threads',
  },
})
