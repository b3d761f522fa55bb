/** Offline and new versions: registers the service worker and says when a newer version waits. */

import { Workbox } from 'workbox-window'
import { applyUpdate, readyOffline } from './new-version.ts'
import { ownScript } from './trusted.ts'

/** Registers the worker and looks for updates on start, on return to the page, and daily. */
export async function keepUpToDate(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  // workbox-window takes a TrustedScriptURL, which its types do not know yet (GoogleChrome/workbox#2855).
  const workbox = new Workbox(ownScript('sw.js'), { updateViaCache: 'none' })
  let switching = false
  workbox.addEventListener('waiting', () => {
    applyUpdate.set(() => {
      switching = true
      workbox.messageSkipWaiting()
    })
  })
  // Another window may have asked for the switch: this one keeps its words and its old files, and offers to follow.
  workbox.addEventListener('controlling', event => {
    if (switching) location.reload()
    else if (event.isUpdate) applyUpdate.set(() => location.reload())
  })
  await workbox.register()
  void navigator.serviceWorker.ready.then(() => {
    readyOffline.set(true)
  })
  const look = () => {
    if (document.visibilityState === 'visible') workbox.update().catch(offline)
  }
  // An installed app on iOS that returns from the background does not look by itself, for days.
  for (const moment of ['focus', 'pageshow'] as const) addEventListener(moment, look)
  document.addEventListener('visibilitychange', look)
  setInterval(look, 86_400_000)
}

/** Looking for an update fails without a network, which is how the app is meant to work. */
function offline(): void {}
