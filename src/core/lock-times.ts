/** When an unlocked diary locks itself. Minutes. */
import * as v from 'valibot'

export const idleMinutes = ['1', '5', '15'] as const
export const hiddenMinutes = ['0', '1', '5'] as const

/** `idle`: with nobody touching it. `hidden`: with something else in front of it. */
export const LockTimes = v.strictObject({ idle: v.picklist(idleMinutes), hidden: v.picklist(hiddenMinutes) })
export type LockTimes = v.InferOutput<typeof LockTimes>

export const usualTimes: LockTimes = { idle: '5', hidden: '1' }
