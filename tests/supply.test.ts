/**
 * What others wrote and we ship, or build and test with: exact, checked by hash, running nothing when it is installed,
 * and none below a version that mends a known fault. `npm audit` asks a server that not every registry has; this asks
 * nobody.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type LockFile, packageName, sbomOf } from '../tools/sbom.ts'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'overrides',
  Record<string, string>
>
const lock = JSON.parse(read('package-lock.json')) as LockFile & {
  packages: Record<string, { resolved?: string; hasInstallScript?: boolean }>
}
const locked = Object.entries(lock.packages).filter(([path]) => path)

/**
 * The first version without the fault, for the line we use (read in November 2026; by advisory, most of several). To add
 * one is a line; to take one away is never needed.
 */
const mended: Record<string, [version: string, fault: string]> = {
  jspdf: ['4.2.1', 'CVE-2026-31938, CVE-2026-31898 and ten before them'],
  dompurify: ['3.4.13', 'GHSA-55q2-fjhq-7xh7 and those before it; we build without it'],
  preact: ['10.28.2', 'CVE-2026-22028: data from a file could become elements'],
  valibot: ['1.4.2', 'GHSA-5qjj-4xww-7phc; CVE-2025-66020'],
  rollup: ['4.59.0', 'CVE-2026-27606'],
  'serialize-javascript': ['7.0.5', 'GHSA-5c6j-r48x-rmvq and the one after it'],
  vite: ['8.0.5', 'files of the developer readable by other pages'],
}

const older = (version: string, than: string): boolean => {
  const parts = (text: string) => text.split(/[.-]/).map(part => Number.parseInt(part, 10) || 0)
  const [a, b] = [parts(version), parts(than)]
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return (a[i] ?? 0) < (b[i] ?? 0)
  return version.includes('-')
}
const belowMended = (packages: readonly (readonly [string, { version?: string }])[]) =>
  packages.filter(([path, { version = '0' }]) => {
    const [first] = mended[packageName(path)] ?? []
    return first && older(version, first)
  })

describe('known faults', () => {
  it('are mended in every package that is installed', () => expect(belowMended(locked)).toEqual([]))
  it('would be found, wherever in the tree', () =>
    expect(
      belowMended([
        ['node_modules/jspdf', { version: '4.2.0' }],
        ['node_modules/a/node_modules/rollup', { version: '4.58.9' }],
        ['node_modules/preact', { version: '10.28.2-rc.1' }],
        ['node_modules/valibot', { version: '1.10.0' }],
      ]).map(([path]) => packageName(path)),
    ).toEqual(['jspdf', 'rollup', 'preact']))
  it('are listed only for packages that are there', () => {
    const there = new Set(locked.map(([path]) => packageName(path)))
    expect(Object.keys(mended).filter(name => !there.has(name))).toEqual([])
  })
})

describe('what is installed', () => {
  it('is named by exact versions', () => {
    const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides }
    expect(Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    for (const [name, version] of Object.entries(asked))
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version)
  })
  it('comes with its hash, and from no place of its own', () => {
    const odd = locked.filter(
      ([, { resolved, integrity = '' }]) => resolved || !integrity.startsWith('sha512-'),
    )
    expect(odd.map(([path]) => path)).toEqual([])
  })
  it('runs nothing of its own', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    // core-js only asks for donations; fsevents is for macOS alone. Another one has to be looked at.
    const scripted = locked.filter(([, one]) => one.hasInstallScript).map(([path]) => packageName(path))
    expect(scripted.filter(name => !['core-js', 'fsevents'].includes(name))).toEqual([])
  })
})

describe('what we ship', () => {
  it('is listed with licence, size and reason', () => {
    const rows = [
      ...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm),
    ]
    expect(rows.map(([, name]) => name).sort()).toEqual(Object.keys(manifest.dependencies).sort())
    for (const [, name = '', licence = '', size = '', why = ''] of rows) {
      expect(licence.trim(), name).toBe(lock.packages[`node_modules/${name}`]?.license)
      expect(size, name).toMatch(/\d KB/)
      expect(why.length, name).toBeGreaterThan(20)
    }
  })
  it('has licences that allow it', () => {
    const free =
      /^\(?(MIT|ISC|Apache-2\.0|BSD-3-Clause|Zlib|0BSD|MPL-2\.0|SEE LICENSE IN FEEL-FREE\.md| OR | AND )+\)?$/
    const others = locked.filter(([, { dev, license = '' }]) => !dev && !free.test(license))
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })
})

describe('the bill of materials', () => {
  const bill = sbomOf(lock) as {
    bomFormat: string
    components: { name: string; version: string; purl: string; hashes: { content: string }[] }[]
    dependencies: { ref: string; dependsOn: string[] }[]
  }
  it('names every package that is not for development, with its hash', () => {
    expect(bill.bomFormat).toBe('CycloneDX')
    const names = bill.components.map(({ name }) => name)
    for (const name of Object.keys(manifest.dependencies)) expect(names).toContain(name)
    for (const name of Object.keys(manifest.devDependencies).filter(name => name !== 'typescript'))
      expect(names).not.toContain(name)
    for (const { name, hashes } of bill.components)
      expect(hashes[0]?.content, name).toMatch(/^[0-9a-f]{128}$/)
  })
  it('says which needs which, and only those that it names', () => {
    const refs = new Set(bill.components.map(({ purl }) => purl))
    const needed = bill.dependencies.flatMap(({ dependsOn }) => dependsOn)
    expect(needed.filter(ref => !refs.has(ref))).toEqual([])
    expect(bill.dependencies.find(({ ref }) => ref.includes('/jspdf@'))?.dependsOn).toContain(
      `pkg:npm/fflate@${lock.packages['node_modules/fflate']?.version}`,
    )
  })
})
