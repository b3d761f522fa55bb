/**
 * What is left in a browser's profile after use and a dead battery. With the lock on: none of what was typed, and no
 * key that opens it. The same search finds all of it in a control that is built without sealing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { argon2id } from '@noble/hashes/argon2.js'
import { expect, test } from '@playwright/test'
import * as v from 'valibot'
import { build } from 'vite'
import { utf8 } from '../../src/core/bytes.ts'
import { normalPasscode } from '../../src/core/passcode.ts'
import { fromPlain } from '../../src/seal/base64.ts'
import { LockBox, unwrapRing, wayBy } from '../../src/seal/lock-box.ts'
import { ringIn } from '../../src/seal/ring.ts'
import { dist } from '../e2e/phone.ts'
import { Site } from '../e2e/site.ts'
import { chromium } from '../engines/chromium.ts'
import { firefox } from '../engines/firefox.ts'
import type { Hand } from '../engines/hand.ts'
import { type Found, type Needles, searchProfile } from './search.ts'
import { leaveDrafts, Markers, passcode, setLock, unlock, useTheDiary, writeWhileLocked } from './typing.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** `npm run test:privacy` asks for all; `npm test` for the product with the lock on, in Chromium. */
const long = process.env.EVERY_ENGINE !== undefined
const engines = long ? [chromium, firefox] : [chromium]

/** The app without sealing, for the control. */
async function buildUnsealed(folder: string): Promise<void> {
  const unsealed = fileURLToPath(new URL('unsealed.ts', import.meta.url))
  await build({
    root,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
    plugins: [
      {
        name: 'unsealed',
        enforce: 'pre',
        resolveId: source => (/\/sealed\.ts$/.test(source) ? unsealed : undefined),
      },
    ],
  })
}

const keyBox = async (hand: Hand): Promise<unknown> =>
  fromPlain(JSON.parse(String(await hand.run("return localStorage.getItem('doorstep-diary.keys')"))))

/** The keys that a lock is there to hide, by what the passcode opens. */
function lockedKeys(stored: unknown, recoveryCode: string): Needles {
  const box = v.parse(LockBox, stored)
  const way = wayBy(box, 'passcode')
  if (!way) throw new Error('the box has no passcode')
  const { memory, passes, salt } = way.kdf
  const wrapper = argon2id(normalPasscode(passcode), salt, { m: memory, t: passes, p: 1, dkLen: 32 })
  const ring = unwrapRing(box, way, wrapper)
  if (!ring?.current.notes) throw new Error('the passcode does not open the box')
  return {
    'current key': ring.current.key,
    'key of notes': ring.current.notes.secret,
    'key made of the passcode': wrapper,
    'recovery code': utf8(recoveryCode),
  }
}

interface Left {
  found: Found
  markers: Markers
}

/** Uses the app as built in `folder`, kills the browser and searches its profile. */
async function leftBy(engine: typeof chromium, folder: string, lock: boolean): Promise<Left> {
  const site = new Site(folder)
  await site.start()
  const saved = mkdtempSync(join(tmpdir(), 'diary-saved-'))
  const markers = new Markers()
  const hand = await engine.open(site.address, saved)
  try {
    await hand.installed()
    const recoveryCode = lock ? await setLock(hand) : ''
    await useTheDiary(hand, markers)
    // Closing and opening again makes the browsers tidy up their files.
    await hand.restart()
    if (lock) {
      await unlock(hand)
      await writeWhileLocked(hand, markers)
      await unlock(hand)
    }
    await leaveDrafts(hand, markers)
    // Browsers write what a page keeps, and the state of its forms, some seconds later.
    await new Promise(done => setTimeout(done, 8_000))
    const stored = await keyBox(hand)
    const open = ringIn(stored)
    const needles: Needles = lock
      ? lockedKeys(stored, recoveryCode)
      : open
        ? { 'open key': open.current.key }
        : {}
    const profile = await hand.kill()
    return { found: searchProfile(profile, needles), markers }
  } finally {
    await hand.close()
    await site.stop()
    rmSync(saved, { recursive: true, force: true })
  }
}

/** The markers that were found, each with where it was typed and where it was found. */
const seen = ({ found, markers }: Left) =>
  [...found.where].map(
    ([word, files]) => `${markers.typed.get(word)?.where ?? word}: ${[...files].join(', ')}`,
  )

for (const engine of engines) {
  test.describe(engine.name, () => {
    test('with the lock on nothing is found', async () => {
      const left = await leftBy(engine, dist, true)
      expect(left.markers.typed.size).toBeGreaterThanOrEqual(50)
      expect(seen(left)).toEqual([])
    })

    if (long) {
      test('the control, without sealing: all that was kept is found', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'diary-unsealed-'))
        try {
          await buildUnsealed(folder)
          const { found, markers } = await leftBy(engine, folder, false)
          const kept = [...markers.typed].filter(([, one]) => one.kept)
          expect(kept.filter(([word]) => !found.where.has(word)).map(([, { where }]) => where)).toEqual([])
          expect(found.where.has('open key')).toBe(true)
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      })

      test('without a lock the words are not found, but the key is: it lies beside them', async () => {
        const left = await leftBy(engine, dist, false)
        expect(left.found.where.delete('open key')).toBe(true)
        // The writer's own details, half-typed ones too, are left to the browser's memory until there is a lock (WCAG 1.3.5).
        const own = [...left.markers.typed].filter(([, { where }]) => where.startsWith('own '))
        for (const word of left.found.where.keys())
          if (own.some(([whole]) => whole.startsWith(word))) left.found.where.delete(word)
        expect(seen(left)).toEqual([])
      })
    }
  })
}
