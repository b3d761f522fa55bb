/** "My landlord and me": who writes, how it is safe to reach them, and whom the sheet is for. All optional. */
import * as v from 'valibot'
import { code, line, words } from './shapes.ts'

export const sameLandlord = ['yes', 'no', 'notSure', 'myOwnHome'] as const

export const Landlord = v.strictObject({
  name: v.optional(line),
  email: v.optional(line),
  /** Address of a web form; shown as text to copy, never opened by us. */
  form: v.optional(line),
})
export type Landlord = v.InferOutput<typeof Landlord>

export const Profile = v.strictObject({
  name: v.optional(line),
  address: v.optional(words),
  phone: v.optional(line),
  email: v.optional(line),
  /** Tenancy, case or reference number at the landlord. */
  caseNumber: v.optional(line),
  safeContact: v.optional(words),
  speakToMeFirst: v.optional(v.boolean()),
  whoIsAffected: v.optional(words),
  whatIAsk: v.optional(words),
  /** Whether the home it is thought to come from has the same landlord, or is the writer's own home. */
  sourceLandlord: v.optional(code(sameLandlord)),
  landlord: v.optional(Landlord),
})
export type Profile = v.InferOutput<typeof Profile>

/** The landlord we serve first (its page on drugs, read November 2026). */
export const allianceHomes: Landlord = {
  name: 'Alliance Homes',
  email: 'communitysafety@alliancehomes.org.uk',
}
