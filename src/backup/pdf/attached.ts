/** What a full record carries inside, also after other programs have written the file anew. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { dumpFormat } from '../../core/backup/dump.ts'
import { limits } from '../../core/backup/json.ts'
import type { FromPdfWorker } from './messages.ts'

// We are in a worker already: pdf.js does its work right here.
Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } })

/** Rejects for what pdf.js cannot read at all. */
export async function attachedText(bytes: Uint8Array): Promise<FromPdfWorker> {
  const loading = getDocument({
    data: bytes,
    isEvalSupported: false,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const found = (await (await loading.promise).getAttachments()) as Record<string, unknown> | null
    const texts = Object.values(found ?? {}).flatMap(textOf)
    const backup = texts.find(text => text.startsWith(`{"format":"${dumpFormat}"`))
    if (backup !== undefined) return { is: 'found', text: backup }
    // Our own data without the diary behind it: something was left out or masked in this copy.
    return {
      is: 'refused',
      why: texts.some(text => /^\s*\{\s*"format":\s*"doorstep-diary"/.test(text)) ? 'leftOut' : 'noData',
    }
  } finally {
    await loading.destroy()
  }
}

function textOf(attachment: unknown): string[] {
  const content = (attachment as { content?: unknown } | null)?.content
  if (!(content instanceof Uint8Array) || content.length > limits.characters) return []
  return [new TextDecoder().decode(content)]
}
