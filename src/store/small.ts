/** The small things beside the record, each sealed in one row: the profile, settings, which incidents go on. */
import * as v from 'valibot'
import { Profile } from '../core/profile.ts'
import type { Ring } from '../seal/ring.ts'
import { seal, unseal } from '../seal/sealed.ts'
import type { Context } from './context.ts'
import { Damaged } from './errors.ts'
import { bindSmall, SmallRow } from './tables.ts'

const shapes = {
  profile: v.optional(Profile, {}),
  settings: v.optional(v.record(v.string(), v.unknown()), {}),
  ongoing: v.optional(v.strictObject({ ids: v.array(v.string()) }), { ids: [] }),
} as const
type Small = { [Name in keyof typeof shapes]: v.InferOutput<(typeof shapes)[Name]> }

/** Within a transaction or on its own. @throws Damaged */
export async function readSmall<Name extends keyof Small>(
  { db }: Pick<Context, 'db'>,
  ring: Ring,
  name: Name,
): Promise<Small[Name]> {
  return openSmall(await db.small.get(name), ring, name)
}

/** The small thing in a stored row; as it begins where there is none. @throws Damaged */
export function openSmall<Name extends keyof Small>(stored: unknown, ring: Ring, name: Name): Small[Name] {
  try {
    const body: unknown =
      stored === undefined
        ? undefined
        : JSON.parse(unseal(v.parse(SmallRow, stored).sealed, bindSmall(name), ring))
    return v.parse(shapes[name], body) as Small[Name]
  } catch (cause) {
    throw new Damaged(name, { cause })
  }
}

/** Within a transaction that writes. */
export async function updateSmall<Name extends keyof Small>(
  ctx: Pick<Context, 'db'>,
  ring: Ring,
  name: Name,
  update: (before: Small[Name]) => Small[Name],
): Promise<void> {
  const body = update(await readSmall(ctx, ring, name))
  await ctx.db.small.put({ name, sealed: seal(JSON.stringify(body), bindSmall(name), ring) })
}
