/** How pages hand a passcode over: worked on in a worker of its own, started as the policy asks. */
import { type Derive, deriveIn } from '../../seal/argon.ts'

/** @param startWorker starts one of our own scripts */
export const derivedIn = (startWorker: (address: string) => Worker): Derive => deriveIn(startWorker)
