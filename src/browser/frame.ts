/** When things are drawn. */

let last: Promise<unknown> = Promise.resolve()

/**
 * Resolves after a frame that nobody else who asks is given: what is put on the page then is laid out by itself, in the
 * next. Several parts of a list that came in one frame took more than 50 ms on a phone four times slower (measured).
 */
export function ownFrame(): Promise<unknown> {
  last = last.then(nextFrame)
  return last
}

/** A page that is not seen has no frames. Not within the frame: its task is long enough with the layout of the last. */
const nextFrame = () =>
  new Promise<unknown>(done => {
    const after = () => setTimeout(done)
    if (document.hidden) after()
    else requestAnimationFrame(after)
  })
