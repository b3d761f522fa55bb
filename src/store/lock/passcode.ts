/** How pages hand a passcode over: worked on in a worker of its own, started as the policy asks. */
import { type Derive, deriveAhead, deriveIn, type StartWorker } from '../../seal/argon.ts'

export const derivedIn = (startWorker: StartWorker): Derive => deriveIn(startWorker)

/** The same with the worker started while somebody still types; `end` where the passcode is not asked for any more. */
export const derivedAhead = (startWorker: StartWorker): ReturnType<typeof deriveAhead> =>
  deriveAhead(startWorker)
