/** The sheet that is printed empty: as many pages as asked for, the columns of the sheet, room to sign on each page. */
import { describe, expect, it } from 'vitest'
import { emptyPages } from '../../src/core/sheet/request.ts'
import { sheetWording } from '../../src/text/sheet.ts'
import { make, pageTexts } from './read.ts'
import { sampleRequest } from './sample.ts'

const { madeAt } = sampleRequest(0, 0)

describe('an empty sheet', () => {
  it.each(emptyPages)('of %i pages has so many', async asked => {
    const { bytes, pages, name, revisions } = make({ emptyPages: asked, madeAt })
    const texts = await pageTexts(bytes)
    expect([pages, texts.length]).toEqual([asked, asked])
    expect(name).toBe('empty-diary-sheet.pdf')
    expect(revisions).toEqual({})
    for (const [i, text] of texts.entries()) {
      for (const head of Object.values(sheetWording.table.columns)) expect(text).toContain(head)
      expect(text).toContain(sheetWording.declaration.signature)
      expect(text).toContain(`Page ${i + 1} of ${asked}`)
    }
  })

  it('numbers its rows through, and begins with how to fill it in', async () => {
    const [first = '', ...others] = await pageTexts(make({ emptyPages: 3, madeAt }).bytes)
    for (const rule of sheetWording.empty.rules) expect(first).toContain(rule)
    const numbers = [...others.join(' ').matchAll(/(?<= )\d+(?= )/g)].map(Number)
    const rows = numbers.filter(one => one > 4)
    expect(rows).toEqual(Array.from({ length: 14 }, (_, i) => i + 5))
  })
})
