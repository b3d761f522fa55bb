// The kill switch. Publish this file as sw.js in place of the app's own when a version must go and no better one is
// at hand; docs/hosting/README.md says when. Every phone takes it the next time it opens the app.
//
// It drops the files that were kept for offline use and takes itself away, so that the page comes from the host again.
// It leaves the diary alone: IndexedDB and localStorage are not touched, and neither are the caches of other apps
// on this origin. Windows that are open load anew by themselves once their drafts are kept (src/browser/update.ts).

// Asked again each second until it is so: Chromium 156 forgets a worker that asked while the one before answered a page.
const asking = setInterval(() => self.skipWaiting(), 1000)
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(takeAway()))

async function takeAway() {
  clearInterval(asking)
  const ours = `diary ${self.registration.scope} `
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith(ours)).map(name => caches.delete(name)))
  await self.registration.unregister()
}
