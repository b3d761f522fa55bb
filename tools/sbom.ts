/** The bill of materials that a build carries: every package of the lock file that is not for development alone. */

interface LockedPackage {
  version?: string
  license?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
export interface LockFile {
  name: string
  version: string
  packages: Record<string, LockedPackage>
}

/** `node_modules/a/node_modules/@b/c` is the package `@b/c`. */
export const packageName = (path: string): string => path.replace(/^.*node_modules\//, '')
const purl = (name: string, version = '') => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** A CycloneDX 1.5 document (ECMA-424). The same lock file gives the same bytes: no time, no serial number. */
export function sbomOf(lock: LockFile): object {
  const own = lock.packages[''] ?? {}
  const kept = Object.entries(lock.packages).filter(([path, { dev }]) => path && !dev)
  /** As Node looks for it: from the package's own folder upwards. */
  const found = (from: string, name: string): string | undefined => {
    for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
      const path = `${folder ? `${folder}/` : ''}node_modules/${name}`
      if (path in lock.packages) return path
      if (!folder) return undefined
    }
  }
  const refOf = (path: string) =>
    path ? purl(packageName(path), lock.packages[path]?.version) : purl(lock.name, lock.version)
  const dependsOn = (path: string, { dependencies, optionalDependencies }: LockedPackage) => ({
    ref: refOf(path),
    dependsOn: [
      ...new Set(
        Object.keys({ ...dependencies, ...optionalDependencies })
          .map(name => found(path, name))
          .filter(to => to !== undefined)
          .map(refOf),
      ),
    ].sort(),
  })
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': refOf(''),
        name: lock.name,
        version: lock.version,
        licenses: [{ expression: own.license }],
      },
    },
    components: kept.map(([path, { version, license, optional, integrity = '' }]) => ({
      type: 'library',
      'bom-ref': refOf(path),
      name: packageName(path),
      version,
      // jsPDF's optional packages are replaced by nothing in the build (src/sheet/unused.ts).
      scope: optional ? 'optional' : 'required',
      purl: refOf(path),
      hashes: [
        { alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') },
      ],
      licenses: [license?.includes('SEE LICENSE') ? { license: { name: license } } : { expression: license }],
    })),
    dependencies: [dependsOn('', own), ...kept.map(([path, one]) => dependsOn(path, one))],
  }
}
