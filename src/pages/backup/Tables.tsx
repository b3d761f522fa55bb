import { useEffect, useRef, useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import { usualChoices } from '../../core/sheet/choosing.ts'
import { wallAt } from '../../core/time.ts'
import { tables as words } from '../../text/backup.ts'
import { HandOver } from '../HandOver.tsx'
import { useDiary } from '../live.ts'
import { gather } from '../sheet/making.ts'

interface Made {
  date: string
  incidents: Uint8Array<ArrayBuffer>
  reports: Uint8Array<ArrayBuffer>
}

/** The diary as tables for a spreadsheet. */
export function Tables() {
  const diary = useDiary()
  const [state, setState] = useState<'idle' | 'making' | 'failed' | Made>('idle')
  const asked = useRef(0)
  // What was read before words were removed holds them.
  useEffect(
    () =>
      diary.onChange(change => {
        if (change !== 'removed') return
        asked.current++
        setState('idle')
      }),
    [diary],
  )
  const make = async () => {
    const mine = ++asked.current
    setState('making')
    const [{ tablesOf }, { sheetWording }, request] = await Promise.all([
      import('../../core/sheet/tables.ts'),
      import('../../text/sheet.ts'),
      gather(diary, usualChoices('record')),
    ])
    const { incidents, reports } = tablesOf(request, sheetWording)
    const encoder = new TextEncoder()
    if (mine !== asked.current) return
    setState({
      date: wallAt(now(), zone()).date,
      incidents: encoder.encode(incidents),
      reports: encoder.encode(reports),
    })
  }
  const start = () =>
    make().catch(error => {
      setState('failed')
      reportError(error)
    })
  return (
    <section class="stack" aria-labelledby="backup-tables">
      <h2 id="backup-tables">{words.title}</h2>
      <p>{words.intro}</p>
      {typeof state === 'string' && (
        <div>
          <button type="button" class="button" disabled={state === 'making'} onClick={() => void start()}>
            {words.make}
          </button>
        </div>
      )}
      <div role="status">{state === 'failed' && <p class="note bad">{words.failed}</p>}</div>
      {typeof state === 'object' && (
        <div class="card arrive">
          {(['incidents', 'reports'] as const).map(which => (
            <HandOver
              key={which}
              bytes={state[which]}
              name={`diary-${which}-${state.date}.csv`}
              type="text/csv"
              what={words[which]}
            />
          ))}
        </div>
      )}
    </section>
  )
}
