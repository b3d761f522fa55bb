import { utf16Hex } from '../tagged/words.ts'

/** A PDF's ToUnicode map (ISO 32000-1, 9.10.3): which text each code of a font stands for; `digits`: how long its codes are. */
export function unicodeMap(texts: readonly (readonly [code: number, text: string])[], digits: 2 | 4): string {
  const hex = (code: number) => code.toString(16).padStart(digits, '0')
  const lines: string[] = []
  for (let at = 0; at < texts.length; at += 100) {
    const few = texts.slice(at, at + 100)
    lines.push(
      `${few.length} beginbfchar`,
      ...few.map(([code, text]) => `<${hex(code)}> <${utf16Hex(text)}>`),
      'endbfchar',
    )
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    `<${'0'.repeat(digits)}> <${'F'.repeat(digits)}>`,
    'endcodespacerange',
    ...lines,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}
