import { useMemo, useState } from 'preact/hooks'
import type { Choices, Mask } from '../../core/sheet/choices.ts'
import { composeSheet } from '../../core/sheet/compose.ts'
import { sheetWording } from '../../text/sheet.ts'
import { sheetPage as words } from '../../text/sheet-page.ts'
import { lengthOf, Paper } from '../../ui/paper.tsx'
import { useLive } from '../live.ts'
import { gather } from './making.ts'
import '../../styles/paper.css'
import '../../styles/picture.css'

interface Props {
  choices: Choices
  onMask: (masks: Mask[]) => void
}

/** How much of a long document is drawn before somebody asks for more. */
const portion = 40

/** The sheet as it will read. Each word that the person wrote can be masked here, since names stand in free text. */
export default function SheetPreview({ choices, onMask }: Props) {
  const [most, setMost] = useState(portion)
  const request = useLive(diary => gather(diary, choices), [JSON.stringify(choices)])
  const sheet = useMemo(() => request && composeSheet(request, sheetWording), [request])
  if (!sheet) return null
  const same = (a: Mask, b: Mask) => a.id === b.id && a.field === b.field && a.word === b.word
  const toggle = (place: Mask) => {
    const others = choices.masks.filter(mask => !same(mask, place))
    onMask(others.length < choices.masks.length ? others : [...others, place])
  }
  return (
    <div class="stack">
      <p class="hint">{words.maskHint}</p>
      <Paper sheet={sheet} masking={{ masked: sheetWording.masked, toggle }} most={most} />
      {lengthOf(sheet) > most && (
        <button type="button" class="button" onClick={() => setMost(most + 200)}>
          {words.previewMore}
        </button>
      )}
    </div>
  )
}
