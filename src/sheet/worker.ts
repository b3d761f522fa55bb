/** Makes a document away from the page, which stays responsive. Ended from outside where the person cancels. */
import type { Entry, Revision } from '../core/record.ts'
import { documentOf } from './document.ts'
import { readFace } from './fonts/face.ts'
import bold from './fonts/NotoSans-Bold.ttf?inline'
import regular from './fonts/NotoSans-Regular.ttf?inline'
import { phoneEngine } from './hard/engine.ts'
import type { Asked, FromWorker, ToWorker } from './messages.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const say = (message: FromWorker, transfer: Transferable[] = []) => scope.postMessage(message, transfer)

const incidents: Entry<'incident'>[] = []
const reports: Entry<'report'>[] = []
const revisions: Revision[] = []

scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.is === 'make') return make(data.asked)
  incidents.push(...(data.incidents ?? []))
  reports.push(...(data.reports ?? []))
  revisions.push(...(data.revisions ?? []))
})

function make(asked: Asked): void {
  try {
    const engine = phoneEngine()
    const faces = {
      regular: readFace(bytesOf(regular)),
      bold: readFace(bytesOf(bold)),
      ...(engine ? { engine } : {}),
    }
    const whole =
      'emptyPages' in asked
        ? asked
        : { ...asked, incidents, reports, ...(asked.revisions ? { revisions } : {}) }
    const made = documentOf(whole, faces, (done, about) => say({ is: 'progress', done, about }))
    say({ is: 'made', made }, [made.bytes.buffer])
  } catch (thrown) {
    say({ is: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) })
  }
}

/** Fonts come inside the script as data addresses: the policy lets nothing be fetched. */
function bytesOf(address: string): Uint8Array {
  const text = atob(address.slice(address.indexOf(',') + 1))
  return Uint8Array.from(text, sign => sign.charCodeAt(0))
}
