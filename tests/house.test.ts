/** The house stays one that a newcomer can walk through. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

test('no source file is longer than 300 lines', () => {
  const long = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map(file => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300)
  expect(long).toEqual([])
})

test('the arrows tool finds a wrong import', () => {
  const wrong = join(root, 'src', 'core', 'wrong-import-of-a-test.ts')
  writeFileSync(wrong, "import { faults } from '../text/faults.ts'\nexport default faults\n")
  try {
    const { status, stdout } = spawnSync(
      'npx',
      ['--no-install', 'depcruise', '--config', 'tools/arrows.cjs', 'src/core'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    )
    expect(status).not.toBe(0)
    expect(stdout).toContain('core-arrows')
  } finally {
    rmSync(wrong)
  }
})
