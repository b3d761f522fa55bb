// node tests/bench/save.mjs: what a save costs, from the call to "saved", beside one raw strict put of the same bytes.
import { measured, median } from './measured.mjs'

const { raw, save, bytes } = await measured('bench/save-page.ts', 200)
const [least, ours] = [median(raw), median(save)]
console.log(
  `${bytes} bytes, median of 200: raw strict put ${least.toFixed(2)} ms, save with read-back ${ours.toFixed(2)} ms, ${(ours / least).toFixed(2)} times`,
)
