/** What the public form and its reader agree on. */

/** Name of a field no person sees. */
export const DECOY_FIELD = 'webseite'

/** Code points somebody may write at once: about eight pages. */
export const LONGEST_SUBMISSION = 20_000
export const LONGEST_TITLE = 150
