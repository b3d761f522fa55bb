/**
 * The one Trusted Types policy. `new Worker(address)` throws under our policy unless the address went through
 * here (measured), and only our own scripts do.
 */
type Policy = { createScriptURL(address: string): string }
type Factory = { createPolicy(name: string, rules: Policy): Policy }

const rules: Policy = {
  createScriptURL(address) {
    const url = new URL(address, document.baseURI)
    const here = new URL('.', document.baseURI)
    const ours = url.origin === here.origin && url.pathname.startsWith(here.pathname)
    const known =
      url.pathname === `${here.pathname}sw.js` || /\/assets\/[\w.-]*worker[\w.-]*\.js$/.test(url.pathname)
    if (!ours || !known) throw new TypeError('not one of our scripts')
    return url.href
  },
}

// Not every engine has Trusted Types (Safari from 26, Firefox from 148); the rule holds in all.
const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes
const policy = factory ? factory.createPolicy('doorstep', rules) : rules

/** The address of one of our own scripts, in the form that the engine asks for. Throws for any other. */
export const ownScript = (address: string): string => policy.createScriptURL(address)

/** Starts one of our own workers. */
export const startWorker = (address: string): Worker => new Worker(ownScript(address), { type: 'module' })
