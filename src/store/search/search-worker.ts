/** Looks through the diary away from the page, which stays responsive. What it opens is in its memory alone. */
import { searchIndex, type ToSearch } from './search-index.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const take = searchIndex(answer => scope.postMessage(answer))
scope.addEventListener('message', ({ data }: MessageEvent<ToSearch>) => take(data))
