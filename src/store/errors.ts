/**
 * What can go wrong with the record, sorted by who must act. Anything not named here is a fault of ours and goes
 * on up as it is. What browsers do is collected in the words of their own errors: see {@link asStoreError}.
 */

/** Errors that name themselves in words that a build does not shorten. */
class StoreError<Why = undefined> extends Error {
  /** What the person or the page must know to act. */
  readonly why: Why
  constructor(name: string, why: Why, options?: ErrorOptions) {
    super(String(why ?? ''), options)
    this.name = name
    this.why = why
  }
}

/**
 * It did NOT get saved. The person must keep, copy or share the words; the draft stays.
 *
 * `full`: the browser gives us no more room. `disk`: the disk does not take it, mostly because it is full.
 * `timeout`: the browser did not answer. `readBack`: what was read back was not what was written.
 */
export class NotSaved extends StoreError<'full' | 'disk' | 'timeout' | 'readBack' | 'unknown'> {
  constructor(why: NotSaved['why'], options?: ErrorOptions) {
    super('NotSaved', why, options)
  }
}

/**
 * The browser dropped the database under the page. Nothing in this document heals it (measured in WebKit):
 * the page must reload once, and then do again what was being done. Nothing was saved.
 */
export class ConnectionLost extends StoreError {
  constructor(options?: ErrorOptions) {
    super('ConnectionLost', undefined, options)
  }
}

/**
 * The diary does not open. Drafts still work.
 *
 * `timeout`: no answer in time. `newer`: a newer version of the app has written here: update this one.
 * `forbidden`: this browser or window keeps no data. `locked`: the key ring is wrapped. `disk`: as in NotSaved.
 */
export class CannotOpen extends StoreError<
  'timeout' | 'newer' | 'forbidden' | 'locked' | 'disk' | 'unknown'
> {
  constructor(why: CannotOpen['why'], options?: ErrorOptions) {
    super('CannotOpen', why, options)
  }
}

/** The browser did not answer a question about the diary. Nothing is lost; asking again may do. */
export class CannotRead extends StoreError<'timeout' | 'disk' | 'unknown'> {
  constructor(why: CannotRead['why'], options?: ErrorOptions) {
    super('CannotRead', why, options)
  }
}

/** What is stored here does not open or is not what we write: `why` is its id. The rest of the diary is not touched. */
export class Damaged extends StoreError<string> {
  constructor(id: string, options?: ErrorOptions) {
    super('Damaged', id, options)
  }
}

/**
 * The diary does not do this; the page must say why, or not have asked. Nothing was written.
 *
 * `meanwhile`: it was amended elsewhere since the form was opened. `shape`: not what a record holds.
 */
export class Refused extends StoreError<'notThere' | 'withdrawn' | 'meanwhile' | 'shape' | 'notRemovable'> {
  constructor(why: Refused['why'], options?: ErrorOptions) {
    super('Refused', why, options)
  }
}

/** Another window was first. Nothing was written; look and do it again. Never leaves the store. */
export class Overtaken extends StoreError {
  constructor(options?: ErrorOptions) {
    super('Overtaken', undefined, options)
  }
}

/** No answer within the time that we wait, in milliseconds. */
export class TimedOut extends StoreError<number> {
  constructor(after: number) {
    super('TimedOut', after)
  }
}

/** An error of IndexedDB or Dexie as the one of ours that says who must act; errors of ours go through. */
export function asStoreError(cause: unknown, doing: 'open' | 'read' | 'write'): Error {
  if (cause instanceof StoreError && !(cause instanceof TimedOut)) return cause
  const told = chainOf(cause)
  const named = (...names: string[]) => told.some(({ name }) => names.includes(name))
  const says = (words: RegExp) => told.some(({ message }) => words.test(message))

  const why = named('TimedOut')
    ? 'timeout'
    : named('QuotaExceededError')
      ? 'full'
      : says(/IO error|backing store|disk/i)
        ? 'disk'
        : named('DatabaseClosedError') || says(/(connection|database) .*(lost|clos)|not allow mutations/i)
          ? 'lost'
          : 'unknown'

  if (doing === 'open') {
    if (named('VersionError')) return new CannotOpen('newer', { cause })
    if (named('MissingAPIError', 'SecurityError')) return new CannotOpen('forbidden', { cause })
    // Firefox that never remembers history refuses with InvalidStateError (dexie#883).
    if (why === 'lost' && says(/mutation/i)) return new CannotOpen('forbidden', { cause })
  }
  if (doing === 'write' && named('ConstraintError')) return new Overtaken({ cause })
  if (why === 'lost') return new ConnectionLost({ cause })
  if (doing === 'write') return new NotSaved(why, { cause })
  const short = why === 'full' ? 'disk' : why
  return doing === 'open' ? new CannotOpen(short, { cause }) : new CannotRead(short, { cause })
}

/** An error and those inside it: Dexie keeps the browser's own as `inner`. An aborted transaction may have `null`. */
function chainOf(error: unknown): { name: string; message: string }[] {
  const told: { name: string; message: string }[] = []
  for (let one = error; typeof one === 'object' && one !== null && told.length < 5; ) {
    const { name, message, inner, cause } = one as Record<string, unknown>
    told.push({ name: String(name), message: String(message) })
    one = inner ?? cause
  }
  return told
}
