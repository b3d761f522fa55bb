/// <reference lib="webworker" />
/**
 * The service worker: keeps every file of one build and answers from them, so that the app opens with no network.
 * It adds the page's policy to all it serves, because a worker takes its policy from the response that brought
 * its script and not from the page's <meta> (measured in Chromium, Firefox and WebKitGTK).
 *
 * Each version has a cache of its own, named by what is in it, and a version takes over only when all of it is there.
 * The one before stays as long as windows of it may be open and ask for a screen they have not shown yet.
 */
import { databaseVersion } from './store/database-version.ts'

/** One file of this build. `rarely`: kept once it was wanted, and not before. */
interface KeptFile {
  url: string
  /** As `fetch` takes it: a file that is other than what was built is no file of ours. */
  integrity: string
  /** `null` where the name itself says what is in it. */
  revision: string | null
  rarely?: true
}

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: KeptFile[] }
declare const __POLICY__: string

const { scope } = self.registration
const addressOf = (url: string) => new URL(url, scope).href
const files = new Map(self.__WB_MANIFEST.map(file => [addressOf(file.url), file]))
const home = addressOf('index.html')
const assets = addressOf('assets/')

/** Other apps may live on this origin, above or below us. */
const ours = `diary ${scope} `
const cacheName = nameOfVersion()

async function nameOfVersion(): Promise<string> {
  const all = [...files.values()].map(({ integrity }) => integrity).sort()
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(all.join()))
  return ours + [...new Uint8Array(digest, 0, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** The names of our other versions, the newest first. */
async function otherVersions(): Promise<string[]> {
  const mine = await cacheName
  return (await caches.keys()).filter(name => name.startsWith(ours) && name !== mine).reverse()
}

self.addEventListener('install', event => event.waitUntil(keepAll()))
self.addEventListener('activate', event => event.waitUntil(tidy().then(() => self.clients.claim())))

/** What does not arrive, or arrives as something else, fails the install: the old version then stays whole. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(await cacheName)
  const others = await otherVersions()
  const keep = async ({ address, file }: { address: string; file: KeptFile }) => {
    // An install that broke off goes on where it was.
    if (await cache.match(address)) return
    const response =
      (await unchanged(address, file, others)) ?? (file.rarely ? undefined : await bring(address, file))
    // The page is kept as it is served: a start waits for nothing but the cache.
    if (response) await cache.put(address, address === home ? await underPolicy(response) : response)
  }
  const all = [...files].map(([address, file]) => ({ address, file }))
  await Promise.all(all.filter(({ address }) => address !== home).map(keep))
  // Last of all: a cache that has the page has everything.
  await Promise.all(all.filter(({ address }) => address === home).map(keep))
}

/** A file that an older version has already; its name says what is in it. */
async function unchanged(
  address: string,
  { revision }: KeptFile,
  others: string[],
): Promise<Response | undefined> {
  if (revision !== null) return undefined
  for (const name of others) {
    const kept = await caches.match(address, { cacheName: name })
    if (kept) return kept
  }
  return undefined
}

const bring = (address: string, { integrity }: KeptFile) => fetch(address, { integrity, cache: 'no-cache' })

/** Keeps this version and the last whole one before it. */
async function tidy(): Promise<void> {
  let before: string | undefined
  for (const name of await otherVersions()) {
    if (!before && (await caches.match(home, { cacheName: name }))) before = name
    else await caches.delete(name)
  }
}

// Two windows may hold a half-written entry: a new version waits until the person says so.
// The two words stay as they are for ever: pages of older versions say them.
self.addEventListener('message', event => {
  if (event.data === 'takeOver') void self.skipWaiting()
  else if (event.data === 'databaseVersion') event.ports[0]?.postMessage(databaseVersion)
})

self.addEventListener('fetch', event => {
  const { origin, pathname } = new URL(event.request.url)
  // Every screen lives behind the # of one page; anything else asked for by address is the file of that name.
  const address = origin + pathname === scope ? home : origin + pathname
  // What is not ours is not touched: a page beside us, a file that is missing.
  if (event.request.method === 'GET' && (files.has(address) || address.startsWith(assets)))
    event.respondWith(answer(address, event.request.destination))
})

const policyHeader = 'Content-Security-Policy'
const hasPolicy = new Set<RequestDestination>(['document', 'worker', 'iframe', 'frame', ''])

async function answer(address: string, wanted: RequestDestination): Promise<Response> {
  const response = (await kept(address)) ?? (await fetchAnew(address))
  // A script as it was kept brings the engine's compiled code along, which a new response around it loses: a start
  // at half the price (measured). Only pages and workers have a policy of their own.
  if (!hasPolicy.has(wanted) || response.headers.get(policyHeader) === __POLICY__) return response
  return await underPolicy(response)
}

async function underPolicy(response: Response): Promise<Response> {
  const headers = new Headers(response.headers)
  headers.set(policyHeader, __POLICY__)
  headers.set('X-Content-Type-Options', 'nosniff')
  return new Response(await response.blob(), {
    status: response.status,
    statusText: response.statusText,
    headers,
  })
}

/** As this version has it; a window of the version before may ask for a file that only that one had. */
async function kept(address: string): Promise<Response | undefined> {
  for (const name of [await cacheName, ...(files.has(address) ? [] : await otherVersions())]) {
    const found = await caches.match(address, { cacheName: name })
    if (found) return found
  }
  return undefined
}

async function fetchAnew(address: string): Promise<Response> {
  const file = files.get(address)
  if (!file?.rarely) return await fetch(address)
  const response = await bring(address, file)
  const cache = await caches.open(await cacheName)
  await cache.put(address, response.clone())
  return response
}
