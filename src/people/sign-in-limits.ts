/** Guessing is slowed down per visitor and per address, in memory; nobody is ever locked out of an account for good. */
import { createRateLimit } from '#platform/http/rate-limit.ts'

/** A team behind one connection shares these; still far too few to guess. */
export const VISITOR_LIMIT = createRateLimit({ tries: 20, minutes: 15 })
export const ADDRESS_LIMIT = createRateLimit({ tries: 8, minutes: 15 })
