/** Files out of the app: the phone's share sheet where there is one, a download elsewhere. */

import { stepOut } from './stepping-out.ts'

export type Shared = 'shared' | 'closed' | 'tapAgain' | 'cannot'

const asFile = (bytes: Uint8Array<ArrayBuffer>, name: string, type: string) =>
  new File([bytes], name, { type })

/** Whether the share sheet takes a file of this type. Firefox on Android and most desktops say no. */
export function canShareFile(type: string): boolean {
  return (
    typeof navigator.share === 'function' &&
    typeof navigator.canShare === 'function' &&
    navigator.canShare({ files: [new File([new Uint8Array(1)], 'diary.pdf', { type })] })
  )
}

/** Whether this is an app on an iPhone's home screen. */
export const isHomeScreenApp = (): boolean => 'standalone' in navigator && navigator.standalone === true

/**
 * Opens the share sheet. `closed`: the person closed it. `tapAgain`: the tap was too long ago, ask for another.
 * `cannot`: the phone refused, offer to save instead.
 */
export async function shareFile(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): Promise<Shared> {
  const back = stepOut()
  try {
    await navigator.share({ files: [asFile(bytes, name, type)] })
    return 'shared'
  } catch (error) {
    const fault = error instanceof DOMException ? error.name : ''
    if (fault === 'AbortError') return 'closed'
    if (fault === 'NotAllowedError') return 'tapAgain'
    return 'cannot'
  } finally {
    back()
  }
}

/** Hands the file to the browser's downloads. */
export function downloadFile(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): void {
  const address = URL.createObjectURL(asFile(bytes, name, type))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Firefox reads the address after click() returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
