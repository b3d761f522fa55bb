/// <reference lib="webworker" />
/**
 * The service worker: keeps every file of one build and answers from them, so that the app opens with no network.
 * It adds the page's policy to all it serves, because a worker takes its policy from the response that brought
 * its script and not from the page's <meta> (measured in Chromium, Firefox and WebKitGTK).
 */
import { cleanupOutdatedCaches, matchPrecache, precache } from 'workbox-precaching'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Parameters<typeof precache>[0] }
declare const __POLICY__: string

// A file that fails to arrive fails the install: the old version then stays whole.
precache(self.__WB_MANIFEST)
cleanupOutdatedCaches()

// Two windows may hold a half-written entry: a new version waits until the person says so.
self.addEventListener('message', event => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || !url.href.startsWith(self.registration.scope)) return
  event.respondWith(answer(event.request, url))
})

async function answer(request: Request, url: URL): Promise<Response> {
  // Every screen lives behind the # of one page; anything else asked for by address is the file of that name.
  const page = url.pathname === new URL(self.registration.scope).pathname
  const kept = await matchPrecache(page ? new URL('index.html', self.registration.scope).href : url.href)
  const response =
    kept ?? (url.pathname.includes('-rarely') ? await keptOnceUsed(request) : await fetch(request))
  const headers = new Headers(response.headers)
  headers.set('Content-Security-Policy', __POLICY__)
  headers.set('X-Content-Type-Options', 'nosniff')
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

/** Large and seldom wanted: not fetched before somebody wants it, and kept from then on. Its name changes with its content. */
async function keptOnceUsed(request: Request): Promise<Response> {
  const cache = await caches.open('rarely')
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (!response.ok) return response
  for (const older of await cache.keys()) await cache.delete(older)
  await cache.put(request, response.clone())
  return response
}
