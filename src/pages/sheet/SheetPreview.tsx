import { useMemo, useState } from 'preact/hooks'
import type { Choices, Mask } from '../../core/sheet/choices.ts'
import { composeSheet } from '../../core/sheet/compose.ts'
import { masksNow, type TextsUnder, textsUnder } from '../../core/sheet/masks.ts'
import { sheetWording } from '../../text/sheet.ts'
import { sheetPage as words } from '../../text/sheet-page.ts'
import { lengthOf, Paper } from '../../ui/paper.tsx'
import { useLive } from '../live.ts'
import { gather } from './making.ts'
import '../../styles/paper.css'
import '../../styles/picture.css'

interface Props {
  choices: Choices
  putOn: TextsUnder
  onMask: (masks: Mask[], putOn: TextsUnder) => void
}

/** How much of a long document is drawn before somebody asks for more. */
const portion = 40

/** The sheet as it will read. Each word that the person wrote can be masked here, since names stand in free text. */
export default function SheetPreview({ choices, putOn, onMask }: Props) {
  const [most, setMost] = useState(portion)
  const request = useLive(diary => gather(diary, choices, putOn), [JSON.stringify(choices), putOn])
  const sheet = useMemo(() => request && composeSheet(request, sheetWording), [request])
  if (!request || !sheet) return null
  const { held, anew } = masksNow(choices.masks, putOn, request)
  const mask = (masks: Mask[]) => onMask(masks, textsUnder(masks, request, putOn))
  const same = (a: Mask, b: Mask) => a.id === b.id && a.field === b.field && a.word === b.word
  const toggle = (place: Mask) => {
    const masks = [...held, ...anew]
    const others = masks.filter(one => !same(one, place))
    mask(others.length < masks.length ? others : [...others, place])
  }
  return (
    <div class="stack">
      <p class="hint">{words.maskHint}</p>
      {anew.length > 0 && (
        <div class="note warn stack">
          <p>{words.maskedAnew}</p>
          <div>
            <button type="button" class="button" onClick={() => mask(held)}>
              {words.maskedShow}
            </button>
          </div>
        </div>
      )}
      <Paper sheet={sheet} masking={{ masked: sheetWording.masked, toggle }} most={most} />
      {lengthOf(sheet) > most && (
        <button type="button" class="button" onClick={() => setMost(most + 200)}>
          {words.previewMore}
        </button>
      )}
    </div>
  )
}
