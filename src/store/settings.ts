/** The profile and the small settings, sealed like everything else. */
import * as v from 'valibot'
import { canonical, sameData } from '../core/canonical.ts'
import { Profile } from '../core/profile.ts'
import { bounded, writing } from './bounded.ts'
import type { Context } from './context.ts'
import { NotSaved, Refused } from './errors.ts'
import { ringHere } from './heads.ts'
import { readSmall, updateSmall } from './small.ts'

export const profile = (ctx: Context): Promise<Profile> =>
  bounded('read', () => readSmall(ctx, ctx.ring, 'profile'))

/** @throws Refused where it is not a profile's shape; the errors of a save */
export async function saveProfile(ctx: Context, profile: Profile): Promise<void> {
  const checked = v.safeParse(Profile, profile)
  if (!checked.success) throw new Refused('shape')
  await keep(ctx, 'profile', () => checked.output)
}

export async function setting<T>(
  ctx: Context,
  name: string,
  shape: v.GenericSchema<unknown, T>,
): Promise<T | undefined> {
  const all = await bounded('read', () => readSmall(ctx, ctx.ring, 'settings'))
  const read = v.safeParse(shape, all[name])
  return read.success ? read.output : undefined
}

/** `undefined` forgets it. */
export const saveSetting = (ctx: Context, name: string, value: unknown): Promise<void> =>
  keep(ctx, 'settings', before => ({ ...before, [name]: value }))

async function keep<Name extends 'profile' | 'settings'>(
  ctx: Context,
  name: Name,
  update: Parameters<typeof updateSmall<Name>>[3],
): Promise<void> {
  let wrote: unknown
  await writing(ctx.db, async () => {
    const ring = await ringHere(ctx)
    await updateSmall(ctx, ring, name, before => {
      const after = update(before)
      wrote = JSON.parse(canonical(after))
      return after
    })
  })
  if (!sameData(await bounded('write', () => readSmall(ctx, ctx.ring, name)), wrote))
    throw new NotSaved('readBack')
  ctx.announce(name)
}
