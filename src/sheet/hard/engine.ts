/** The phone's own text engine: shapes and draws what the embedded font cannot. */

export interface TextStyle {
  bold: boolean
  /** 0 is paper, 1 is ink. */
  tone: number
  fromRight: boolean
}

/** A picture of text, drawn on white. */
export interface TextPicture {
  width: number
  height: number
  /** Pixels from the top to the baseline, and from the left edge to where the text begins. */
  baseline: number
  left: number
  /** Pixels to one size of the text. */
  perEm: number
  /** One byte a pixel where all is grey, else three. */
  colours: 1 | 3
  pixels: Uint8Array
}

export interface TextEngine {
  /** In thousandths of the size, as the face's widths are. */
  measure(text: string, bold: boolean): number
  draw(text: string, style: TextStyle): TextPicture
  /** Whether the phone has glyphs for all of this. */
  has(cluster: string): boolean
}

/** 300 pixels to the inch at 10 points. */
const perEm = 42
const family = '"Noto Sans", system-ui, "Segoe UI", Roboto, sans-serif'

/** The engine of this browser; undefined where its workers cannot draw (Safari before 16.4). */
export function phoneEngine(): TextEngine | undefined {
  if (typeof OffscreenCanvas === 'undefined') return undefined
  const context = contextOf(8, 8)
  if (!context) return undefined
  const measured = new Map<string, TextMetrics>()
  const known = new Map<string, boolean>()

  function metricsOf(text: string, bold: boolean): TextMetrics {
    const key = `${bold ? 'b' : 'r'}${text}`
    let metrics = measured.get(key)
    if (!metrics) {
      if (measured.size > 20_000) measured.clear()
      setUp(context as OffscreenCanvasRenderingContext2D, bold, false)
      metrics = (context as OffscreenCanvasRenderingContext2D).measureText(text)
      measured.set(key, metrics)
    }
    return metrics
  }

  function draw(text: string, { bold, tone, fromRight }: TextStyle): TextPicture {
    const metrics = metricsOf(text, bold)
    const room = 3
    const left = Math.ceil(Math.max(0, metrics.actualBoundingBoxLeft)) + room
    const up = Math.ceil(Math.max(metrics.actualBoundingBoxAscent, perEm * 0.75)) + room
    const down = Math.ceil(Math.max(metrics.actualBoundingBoxDescent, perEm * 0.25)) + room
    const width = left + Math.ceil(Math.max(metrics.width, metrics.actualBoundingBoxRight)) + room
    const height = up + down
    const page = contextOf(width, height)
    if (!page) throw new Error('no canvas to draw text on')
    page.fillStyle = '#fff'
    page.fillRect(0, 0, width, height)
    setUp(page, bold, fromRight)
    const grey = Math.round(255 * (1 - tone))
    page.fillStyle = `rgb(${grey},${grey},${grey})`
    page.fillText(text, left, up)
    const { data } = page.getImageData(0, 0, width, height)
    return { width, height, baseline: up, left, perEm, ...packed(data) }
  }

  const missing = new Set<string>()
  const has = (cluster: string): boolean => {
    let answer = known.get(cluster)
    if (answer === undefined) {
      if (missing.size === 0) for (const probe of nowhere) missing.add(frameOf(draw(probe, plainStyle)))
      answer = [...cluster].every(sign => unseen.test(sign) || !missing.has(frameOf(draw(sign, plainStyle))))
      known.set(cluster, answer)
    }
    return answer
  }
  return { measure: (text, bold) => (metricsOf(text, bold).width * 1000) / perEm, draw, has }
}

const plainStyle: TextStyle = { bold: false, tone: 1, fromRight: false }

/** Signs that show nothing by themselves, or only on another. */
const unseen = /[\p{M}\p{Cf}\p{Zs}\p{Emoji_Modifier}]/u

/** Code points that no font has: two that are not assigned and one for private use in the last plane. */
const nowhere = ['\u0378', '\u{2ffef}', '\u{10fffd}']

/**
 * What is drawn for a missing glyph is a box, in some engines with the number inside: its four edges tell it from
 * any letter. Nothing drawn at all counts as missing, too.
 */
function frameOf({ width, height, colours, pixels }: TextPicture): string {
  const inked = (x: number, y: number) => (pixels[(y * width + x) * colours] ?? 255) < 128
  const row = (y: number) => Array.from({ length: width }, (_, x) => (inked(x, y) ? 1 : 0)).join('')
  const column = (x: number) => Array.from({ length: height }, (_, y) => (inked(x, y) ? 1 : 0)).join('')
  const rows = Array.from({ length: height }, (_, y) => row(y))
  const columns = Array.from({ length: width }, (_, x) => column(x))
  const isInked = (line: string) => line.includes('1')
  const [top, left] = [rows.find(isInked), columns.find(isInked)]
  if (top === undefined || left === undefined) return 'nothing'
  const [bottom, right] = [[...rows].reverse().find(isInked), [...columns].reverse().find(isInked)]
  return [top, bottom, left, right].join(' ')
}

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D | null {
  // Each picture has a canvas of its own size: read back at once, and in software for that reason.
  return new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false })
}

function setUp(context: OffscreenCanvasRenderingContext2D, bold: boolean, fromRight: boolean): void {
  context.font = `${bold ? 700 : 400} ${perEm}px ${family}`
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.direction = fromRight ? 'rtl' : 'ltr'
}

/** RGBA as grey where no pixel has a colour, else as RGB. */
function packed(data: Uint8ClampedArray): { colours: 1 | 3; pixels: Uint8Array } {
  const count = data.length / 4
  let grey = true
  for (let i = 0; i < data.length && grey; i += 4) {
    // Some engines smooth type with colours; a difference that small is no colour.
    const [red = 0, green = 0, blue = 0] = [data[i], data[i + 1], data[i + 2]]
    grey = Math.max(red, green, blue) - Math.min(red, green, blue) < 12
  }
  const colours = grey ? 1 : 3
  const pixels = new Uint8Array(count * colours)
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < colours; c++) {
      // Sixteen steps are enough to print, and deflate to half.
      pixels[i * colours + c] = Math.round((data[i * 4 + c] ?? 255) / 17) * 17
    }
  }
  return { colours, pixels }
}
