/** Offline and new versions: registers the service worker, says when a newer version waits, and follows it. */
import { held } from './held.ts'
import { newVersion, readyOffline } from './new-version.ts'
import { ownScript } from './trusted.ts'

const daily = 86_400_000
/** A worker that is just starting answers well within this (milliseconds). */
const patience = 3000

/** Registers the worker and looks for updates on start, on return to the page, and daily. */
export async function keepUpToDate(): Promise<void> {
  // None in some private windows: the app then works as a page does.
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker
  if (!workers) return readyOffline.set(false)
  let worker = workers.controller
  if (!worker) readyOffline.set(false)
  workers.addEventListener('controllerchange', () => {
    // The very first worker brings nothing new: it keeps what this page came from.
    if (worker) follow()
    worker = workers.controller
  })
  const registration = await workers.register(ownScript('sw.js'), { updateViaCache: 'none' })
  const offer = () => newVersion.set(waitingIn(registration))
  const watch = () => registration.installing?.addEventListener('statechange', offer)
  registration.addEventListener('updatefound', watch)
  watch() // Another window may have found one already.
  offer()
  void workers.ready.then(async ({ scope }) => {
    // A worker alone keeps nothing: the kill switch is one (docs/hosting/kill-switch/sw.js).
    readyOffline.set((await caches.keys()).some(name => name.startsWith(`diary ${scope} `)))
  })
  const look = () => {
    if (document.visibilityState === 'visible') registration.update().catch(offline)
  }
  // An installed app on iOS that returns from the background does not look by itself, for days.
  for (const moment of ['focus', 'pageshow'] as const) addEventListener(moment, look)
  document.addEventListener('visibilitychange', look)
  setInterval(look, daily)
}

function waitingIn({ active, waiting }: ServiceWorkerRegistration) {
  if (!active || !waiting) return undefined
  return { databaseVersion: () => ask(waiting), takeOver: () => takeOver(waiting) }
}

/** Asks again each second: Chromium 156 forgets a worker that asked while the one before answered a page (seen). */
function takeOver(waiting: ServiceWorker): void {
  // Another window may have been quicker: then all that is left is to follow.
  if (waiting.state !== 'installed') follow()
  else {
    waiting.postMessage('takeOver')
    setTimeout(takeOver, 1000, waiting)
  }
}

function ask(worker: ServiceWorker): Promise<number | undefined> {
  return new Promise(done => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => done(typeof data === 'number' ? data : undefined)
    setTimeout(done, patience, undefined)
    worker.postMessage('databaseVersion', [port2])
  })
}

/**
 * Loads this window anew under the version that took over. Drafts are written as the page leaves; where there are
 * words or work that loading would lose (a question half answered, a draft that the browser did not take, a backup or
 * a restore) it waits, and the files of the version before are kept for it that long (src/sw.ts).
 */
function follow(): void {
  if (held.value > 0 || document.querySelector('dialog[open], [data-unkept]')) setTimeout(follow, 500)
  else location.reload()
}

/** Looking for an update fails without a network, which is how the app is meant to work. */
function offline(): void {}
