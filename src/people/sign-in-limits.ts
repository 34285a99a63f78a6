/** Guessing is slowed down per visitor and per address, in memory; nobody is ever locked out of an account for good. */
import { createRateLimit } from '#platform/http/rate-limit.ts'

/** A team behind one connection shares these; still far too few to guess. */
export const VISITOR_LIMIT = createRateLimit({ tries: 20, minutes: 15 })
export const ADDRESS_LIMIT = createRateLimit({ tries: 8, minutes: 15 })
/** Questions to passkeys and to another house: each leaves a row for minutes. */
export const QUESTION_LIMIT = createRateLimit({ tries: 60, minutes: 15 })
/** Links mailed to one address: nobody's mailbox is filled from here. */
export const LINK_LIMIT = createRateLimit({ tries: 3, minutes: 15 })
/** Passwords and codes typed by somebody who is signed in, to confirm who they are. */
export const CONFIRM_LIMIT = createRateLimit({ tries: 8, minutes: 15 })
