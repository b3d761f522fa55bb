import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bounded, patience } from '../../src/store/bounded.ts'

class FakeDocument extends EventTarget {
  visibilityState: 'visible' | 'hidden' = 'visible'
  turn(state: 'visible' | 'hidden') {
    this.visibilityState = state
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

let page: FakeDocument

beforeEach(() => {
  vi.useFakeTimers()
  page = new FakeDocument()
  vi.stubGlobal('document', page)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const never = () => new Promise<never>(() => {})

describe('every question', () => {
  for (const [doing, name] of [
    ['open', 'CannotOpen'],
    ['read', 'CannotRead'],
    ['write', 'NotSaved'],
  ] as const) {
    test(`to ${doing} that is never answered ends in ${patience[doing]} ms`, async () => {
      const gaveUp = vi.fn()
      const asked = expect(bounded(doing, never, gaveUp)).rejects.toMatchObject({ name, why: 'timeout' })
      await vi.advanceTimersByTimeAsync(patience[doing] - 1)
      expect(gaveUp).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(1)
      await asked
      expect(gaveUp).toHaveBeenCalledOnce()
    })
  }

  test('that is answered in time leaves no timer behind', async () => {
    expect(await bounded('read', async () => 7)).toBe(7)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is not asked while the page is hidden', async () => {
    page.visibilityState = 'hidden'
    const work = vi.fn(async () => 7)
    const asked = bounded('write', work)
    await vi.advanceTimersByTimeAsync(60_000)
    page.turn('hidden')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(work).not.toHaveBeenCalled()
    page.turn('visible')
    expect(await asked).toBe(7)
  })

  test('under way while the page was away gets its whole time again on return', async () => {
    let answer = (_: number) => {}
    const asked = bounded('write', () => new Promise<number>(resolve => (answer = resolve)))
    await vi.advanceTimersByTimeAsync(patience.write - 1)
    page.turn('hidden')
    await vi.advanceTimersByTimeAsync(patience.write - 1)
    page.turn('visible')
    await vi.advanceTimersByTimeAsync(patience.write - 1)
    answer(7)
    expect(await asked).toBe(7)
  })
})
