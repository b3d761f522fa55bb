/** The whole diary in memory, for a backup or for what a file brings in. Loaded when wanted. */
import type { Holding } from '../../core/backup/dump.ts'
import { bounded, patience } from '../bounded.ts'
import type { Context } from '../context.ts'
import { type Opener, opening } from './opening.ts'
import { readRows } from './rows.ts'

export interface DumpOptions {
  /** Told after every batch how many of how many rows are read. */
  onProgress?: ((done: number, of: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/**
 * Reads everything as it stands at one moment. Where something does not open, what can still be told of it is.
 * @throws CannotRead, ConnectionLost; the signal's reason
 */
export function dump({ db, ...ctx }: Context, { onProgress, signal }: DumpOptions = {}): Promise<Holding> {
  const { take, held } = opening(ctx)
  return reading(signal, async () => {
    await readRows(db.backendDB(), take, (done, of) => {
      signal?.throwIfAborted()
      onProgress?.(done, of)
    })
    return held()
  })
}

/**
 * Gives whoever reads the diary away from the page what that takes: its keys, and the name of its database.
 * @param read resolves once all of it is read
 * @throws CannotRead, ConnectionLost; the signal's reason
 */
export function handOver<T>(
  { db, diary, chain, ring }: Context,
  read: (opener: Opener, database: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  return reading(signal, () => read({ diary, chain, ring }, db.name))
}

async function reading<T>(signal: AbortSignal | undefined, read: () => Promise<T>): Promise<T> {
  try {
    return await bounded('read', read, undefined, patience.all)
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  }
}
