/** A text engine for machines without one: every assigned character is a grey box. What is checked is the text behind. */
import { clustersOf } from '../../src/sheet/hard/clusters.ts'
import type { TextEngine } from '../../src/sheet/hard/engine.ts'

export const boxEngine: TextEngine = {
  measure: text => clustersOf(text).length * 600,
  draw(text, { tone }) {
    const [width, height] = [clustersOf(text).length * 24, 40]
    const pixels = new Uint8Array(width * height).fill(255)
    for (let y = 8; y < 32; y++)
      for (let x = 0; x < width; x++)
        if (x % 24 > 3) pixels[y * width + x] = Math.round(255 * (1 - tone * 0.6))
    return { width, height, baseline: 30, left: 0, perEm: 40, colours: 1, pixels }
  },
  has: cluster => !/[\p{Cn}\p{Co}]/u.test(cluster),
}
