import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { MadeBackup } from '../../backup/make.ts'
import { hold } from '../../browser/held.ts'
import { backup as words } from '../../text/backup.ts'
import { say } from '../../ui/say.tsx'
import { lastBackupSetting } from '../facts.ts'
import { HandOver } from '../HandOver.tsx'
import { useDiary } from '../live.ts'
import { tried } from '../saving.ts'
import { backingUp } from './backing-up.ts'

/** The file is there before the tap that shares it. Whether it arrived only the person can know, and only that counts. */
export function BackupReady({ backup }: { backup: MadeBackup }) {
  const diary = useDiary()
  const [gone, setGone] = useState<'not yet' | 'asking' | 'no'>('not yet')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  // The file is in memory alone until it is saved, and the question is not answered yet.
  useLayoutEffect(hold, [])
  const arrived = async () => {
    if (!(await tried(diary.saveSetting(lastBackupSetting, backup.made)))) return
    say(words.noted)
    backingUp.set({ is: 'idle' })
  }
  return (
    <section class="card arrive" aria-labelledby="backup-ready">
      <h2 id="backup-ready" ref={heading} tabIndex={-1}>
        {words.ready}
      </h2>
      <p>{words.readyWords}</p>
      {backup.tooBig && <p class="note warn">{words.tooBig}</p>}
      <HandOver
        bytes={backup.bytes}
        name={backup.name}
        type="text/plain"
        what={words.file}
        onGone={() => setGone('asking')}
      />
      {gone !== 'not yet' && (
        <section class="stack arrive" aria-labelledby="backup-arrived">
          <h3 id="backup-arrived">{words.arrived}</h3>
          <p class="quiet">{gone === 'asking' ? words.arrivedHint : words.notArrived}</p>
          <div class="row">
            <button type="button" class="button" onClick={() => void arrived()}>
              {words.arrivedYes}
            </button>
            <button type="button" class="button" onClick={() => setGone('no')}>
              {words.arrivedNo}
            </button>
          </div>
        </section>
      )}
      <div>
        <button type="button" class="button plain" onClick={() => backingUp.set({ is: 'idle' })}>
          {words.discard}
        </button>
      </div>
    </section>
  )
}
