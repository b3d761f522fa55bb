import { useEffect, useRef, useState } from 'preact/hooks'
import { copyText } from '../browser/clipboard.ts'
import { saving } from '../text/frame.ts'
import type { Attempt } from './saving.ts'

/** Says that it is NOT saved, why, and gives the words out so that they can be kept elsewhere. */
export function NotSavedNote({ attempt, text }: { attempt: Attempt; text: () => string }) {
  const box = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState<boolean>()
  useEffect(() => {
    if (attempt.failed) box.current?.focus()
  }, [attempt.failed])
  if (!attempt.failed) return null
  return (
    <div ref={box} class="note bad stack" role="alert" tabIndex={-1}>
      <h2>{saving.notSaved}</h2>
      <p>{saving.why[attempt.failed]}</p>
      <p>{saving.wordsSafe}</p>
      <div class="row">
        <button type="button" class="button main" onClick={() => void attempt.run()}>
          {saving.again}
        </button>
        <button type="button" class="button" onClick={async () => setCopied(await copyText(text()))}>
          {saving.copy}
        </button>
      </div>
      {copied !== undefined && <p role="status">{copied ? saving.copied : saving.copyFailed}</p>}
      {copied === false && <pre class="small">{text()}</pre>}
    </div>
  )
}
