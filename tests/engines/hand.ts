/**
 * What a person does with any browser, and no more: go, tap, type, see. The journey is written once against this;
 * how an engine is driven stands in its own file. Things are found by role and accessible name, as the engine
 * itself works them out.
 */

export type Role = 'button' | 'link' | 'checkbox' | 'radio' | 'textbox' | 'heading' | 'combobox'
/** A whole name, or a part of one. */
export type Name = string | RegExp

export interface Hand {
  /** Goes to a place of the app: '' is home, `log` the form. */
  go(place: string): Promise<void>
  tap(role: Role, name: Name): Promise<void>
  /** Replaces what stands in a field. */
  type(label: Name, words: string): Promise<void>
  /** Hands a file to a field that asks for one. */
  give(label: Name, path: string): Promise<void>
  /** Waits until the words can be read on the screen. */
  see(words: Name): Promise<void>
  /** Waits until they can not. */
  seeNo(words: Name): Promise<void>
  /** All that can be read on the screen. */
  text(): Promise<string>
  /** What a field holds now. */
  holds(label: Name): Promise<string>
  reload(): Promise<void>
  /** Waits until everything is kept for offline use. */
  installed(): Promise<void>
  /** Waits for a saved file whose name ends so; its path. */
  saved(ending: string): Promise<string>
  /** Closes the whole browser and opens it again at home. */
  restart(): Promise<void>
  /** What a script in the page noted under a name in the `data-` attributes of the document; '' for nothing. */
  noted(name: string): Promise<string>
  /** Runs the body of a function in the page and gives back what it returns: for what no person can see. */
  run(script: string): Promise<unknown>
  /** Errors that the page met and nobody caught, and what its policy blocked. */
  faults(): Promise<string[]>
  /** Kills the whole browser, as a dead battery does; its profile stays until {@link close}. The folder of the profile. */
  kill(): Promise<string>
  close(): Promise<void>
}

export interface Engine {
  name: string
  /** Whether it can be driven on this machine. */
  installed: boolean
  /** Whether what is stored outlives the browser when it is driven. WebKitGTK's automation is always a private session (measured). */
  keepsData: boolean
  /**
   * A browser with a fresh profile, on the first page of the app at `address`; files it saves land in `folder`.
   * @param proxy port of a proxy on this machine for every request of the browser, those to this machine too
   */
  open(address: string, folder: string, proxy?: number): Promise<Hand>
}

export const patience = 20_000

/** Asks again until the answer is not `undefined`; at most so many milliseconds. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  atMost = patience,
): Promise<T> {
  const end = Date.now() + atMost
  let last: unknown
  for (;;) {
    try {
      const answer = await ask()
      if (answer !== undefined) return answer
    } catch (error) {
      last = error // A part that was drawn anew in between: ask again.
    }
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`, { cause: last })
    await new Promise(done => setTimeout(done, 60))
  }
}

export const fits = (name: Name, text: string): boolean =>
  typeof name === 'string' ? text === name : name.test(text)

export const contains = (words: Name, text: string): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text)

/** Run in the page once it is loaded: notes what nobody caught where every kind of driver can read it. */
export const noteFaults = `
  if (!document.documentElement.dataset.faults) {
    document.documentElement.dataset.faults = '[]'
    const note = text => {
      const faults = JSON.parse(document.documentElement.dataset.faults)
      document.documentElement.dataset.faults = JSON.stringify([...faults, text])
    }
    addEventListener('error', event => note('error: ' + event.message))
    addEventListener('unhandledrejection', event => note('rejected: ' + String(event.reason)))
    document.addEventListener('securitypolicyviolation', event => note('blocked: ' + event.violatedDirective))
  }`
