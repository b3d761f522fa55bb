/** How the pages look: A4 in points, one family, two weights, a few greys and one quiet accent. */
import type { Sheet } from '../../core/sheet/model.ts'

export interface Look {
  page: { width: number; height: number }
  margin: { left: number; right: number; top: number; bottom: number }
}

const millimetres = 72 / 25.4
const a4 = { width: 595.28, height: 841.89 }

const around = (sides: number, top = sides, bottom = sides): Look['margin'] => ({
  left: sides * millimetres,
  right: sides * millimetres,
  top: top * millimetres,
  bottom: bottom * millimetres,
})

/** Between the columns of a table, in points. */
export const columnGap = 7

/**
 * The landlord's sheet uses the paper; the record keeps the 3.5 cm margins that courts ask for (evidence.md 2.2); a
 * sheet to be written in by hand lies across, for wide columns.
 */
export const looks: Record<Sheet['for'], Look> = {
  landlord: { page: a4, margin: around(16, 19, 18) },
  record: { page: a4, margin: around(35) },
  hand: { page: { width: a4.height, height: a4.width }, margin: around(14, 14, 16) },
}

export interface Type {
  /** Points. */
  size: number
  /** Distance of two baselines. */
  leading: number
  /** Stands on the baseline of a type of this size, where it is beside one. */
  beside?: number
  bold?: boolean
  accent?: boolean
  tone?: number
}

/** 0 is paper, 1 is ink. The quiet tone still has a contrast of 6 to 1 on paper. */
export const tones = { ink: 0.9, quiet: 0.63, rule: 0.2, formRule: 0.4, strongRule: 0.75 } as const

/** The green of a front door, as on screen; prints as a dark grey. */
export const accent = '0.11 0.34 0.3 rg'

export const types = {
  title: { size: 23, leading: 28, bold: true, accent: true },
  section: { size: 11.5, leading: 15, bold: true },
  entry: { size: 9.5, leading: 13.5 },
  body: { size: 9, leading: 12.75 },
  label: { size: 8, leading: 12.75, tone: tones.quiet, beside: 9 },
  cell: { size: 7.75, leading: 10.5 },
  head: { size: 7.25, leading: 10, tone: tones.quiet },
  quiet: { size: 8.25, leading: 11.75, tone: tones.quiet },
  furniture: { size: 7.5, leading: 10, tone: tones.quiet },
} satisfies Record<string, Type>
export type TypeName = keyof typeof types

export const scaled = (type: Type, scale: number): Type =>
  scale === 1
    ? type
    : {
        ...type,
        size: type.size * scale,
        leading: type.leading * scale,
        ...(type.beside === undefined ? {} : { beside: type.beside * scale }),
      }

/** Ink for the tones of a picture: 0 is an empty place, drawn as an outline. Told apart in black and white, too. */
export const pictureInks = [0, 0.14, 0.32, 0.56, 0.82] as const
