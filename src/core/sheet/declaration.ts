/** What the writer declares, and room to sign it. */

import { type Scene, writer } from './incident-words.ts'
import type { Block } from './model.ts'
import type { SheetRequest } from './request.ts'
import { plain, quiet } from './written.ts'

export function declarationOf(request: SheetRequest, scene: Scene): Block {
  const { declaration } = scene.wording
  const formal = request.choices.statement === 'formal'
  return {
    is: 'together',
    anchor: 'declaration',
    blocks: [
      {
        is: 'heading',
        level: 2,
        words: plain(formal ? declaration.formalHeading : declaration.heading),
        bookmark: formal ? declaration.formalHeading : declaration.heading,
      },
      ...(formal
        ? declaration.formal.map((text): Block => ({ is: 'paragraph', words: plain(text) }))
        : [{ is: 'list', items: declaration.plain.map(plain) } as const]),
      {
        is: 'rooms',
        rooms: [
          { label: declaration.signature, share: 45 },
          { label: declaration.printedName(writer(request, scene)), share: 33 },
          { label: declaration.date, share: 22 },
        ],
      },
      { is: 'paragraph', words: quiet(declaration.dateNote), look: 'quiet' },
    ],
  }
}
