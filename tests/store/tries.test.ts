import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { byPasscode, LockPhone, passcode } from './lock-phone.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function wrong(phone: LockPhone, times: number) {
  const page = await phone.window()
  for (let i = 0; i < times; i++) expect(await page.unlock(byPasscode('red kettle'))).toEqual({ is: 'wrong' })
  return page
}

describe('wrong tries', () => {
  test('the fourth waits its turn, over a restart, and whatever the clock says; then it may be the right one', async () => {
    const phone = new LockPhone()
    await phone.lock()
    await wrong(phone, 3)
    const page = await phone.window()
    expect(page.waitLeft('passcode')).toBe(10_000)
    vi.setSystemTime(Date.now() + 86_400_000)
    expect(await page.unlock(byPasscode())).toEqual({ is: 'wait' })
    vi.setSystemTime(Date.now() - 40 * 86_400_000)
    expect(await page.unlock(byPasscode())).toEqual({ is: 'wait' })
    const stop = page.letTimePass(() => {})
    await vi.advanceTimersByTimeAsync(6_000)
    stop()
    const after = await phone.window()
    expect(after.waitLeft('passcode')).toBe(4_000)
    expect(await after.unlock(byPasscode())).toEqual({ is: 'wait' })
    after.letTimePass(() => {})
    await vi.advanceTimersByTimeAsync(4_000)
    expect((await after.unlock(byPasscode())).is).toBe('open')
    expect(after.waitLeft('passcode')).toBe(0)
  })

  test('fifty never unlock, each waits longer, and the fifty-first still waits its turn; the recovery code opens', async () => {
    const phone = new LockPhone()
    const { recoveryCode } = await phone.lock()
    const page = await phone.window()
    const waits: number[] = []
    for (let i = 0; i < 50; i++) {
      expect(await page.unlock(byPasscode(`wrong ${i}`))).toEqual({ is: 'wrong' })
      waits.push(page.waitLeft('passcode'))
      page.passTime(page.waitLeft('passcode'))
    }
    expect(waits).toEqual([0, 0, 10, 20, 40, 80, 160, ...Array(43).fill(300)].map(seconds => seconds * 1000))
    await page.unlock(byPasscode('wrong again'))
    expect(await page.unlock(byPasscode(passcode))).toEqual({ is: 'wait' })
    expect((await page.unlock({ by: 'recovery', typed: recoveryCode })).is).toBe('open')
  })

  test('count before the answer: killing the app in the middle wins nothing', async () => {
    const phone = new LockPhone()
    await phone.lock()
    await wrong(phone, 2)
    const page = await phone.window()
    void page.unlock({ ...byPasscode('red kettle'), derive: () => new Promise(() => {}) })
    await vi.waitFor(() =>
      expect(phone.storage.getItem('doorstep-diary.tries.passcode')).toContain('"wrong":3'),
    )
    expect((await phone.window()).waitLeft('passcode')).toBe(10_000)
  })

  test('of the recovery code slow down as well, later', async () => {
    const phone = new LockPhone()
    const { recoveryCode } = await phone.lock()
    const page = await phone.window()
    for (let i = 0; i < 10; i++)
      expect(await page.unlock({ by: 'recovery', typed: '1'.repeat(24) })).toEqual({ is: 'wrong' })
    expect(await page.unlock({ by: 'recovery', typed: recoveryCode })).toEqual({ is: 'wait' })
    expect((await page.unlock(byPasscode())).is).toBe('open')
  })

  test('a slip that is no whole code counts for nothing', async () => {
    const phone = new LockPhone()
    await phone.lock()
    const page = await phone.window()
    for (let i = 0; i < 20; i++)
      expect(await page.unlock({ by: 'recovery', typed: '0110-2' })).toEqual({ is: 'none' })
    expect(page.waitLeft('recovery')).toBe(0)
  })

  test('time passes once however many windows are open, and not while the phone sleeps', async () => {
    const held = new Set<string>()
    const phone = new LockPhone()
    await phone.lock()
    const before = await phone.window()
    for (let i = 0; i < 8; i++) before.countTry('passcode')
    const locks = {
      request: (name: string, _: unknown, use: () => Promise<void>) => {
        if (!name.endsWith('tries') || held.has(name)) return new Promise(() => {})
        held.add(name)
        return use()
      },
      query: async () => ({ held: [] }),
    }
    vi.stubGlobal('navigator', { locks })
    const [one, other] = [await phone.window(), await phone.window()]
    vi.stubGlobal('navigator', { locks })
    const seen: number[] = []
    const stops = [one, other].map(page => page.letTimePass(() => seen.push(page.waitLeft('passcode'))))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(one.waitLeft('passcode')).toBe(290_000)
    expect(seen.length).toBe(40)
    for (const stop of stops) stop()
  })
})
