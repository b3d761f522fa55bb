/** Whether this is the app from its icon or a browser's tab, and how it may become the first. */
import { shared } from '../core/shared.ts'

/** What a browser that can install the app gives us to ask with, once. */
export interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
  userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** Every browser on an iPhone or iPad says this, and no other does. */
const standalone = (navigator as { standalone?: boolean }).standalone

/** A tab on an iPhone or iPad: emptied after seven days without a visit, and apart from the app on the home screen. */
export const inIosTab = standalone === false && navigator.maxTouchPoints > 0
export const fromIosIcon = standalone === true

export const isInstalled = (): boolean => fromIosIcon || matchMedia('(display-mode: standalone)').matches

/** Whether somebody who has never written is first shown how to put it on the home screen. */
export const installFirst = shared(inIosTab)

export const installPrompt = shared<InstallPrompt | undefined>(undefined)
// Said once and early: whoever listens later has missed it.
addEventListener('beforeinstallprompt', event => {
  event.preventDefault()
  installPrompt.set(event as InstallPrompt)
})
addEventListener('appinstalled', () => installPrompt.set(undefined))
