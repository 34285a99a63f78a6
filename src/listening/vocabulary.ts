/** The closed lists of this stage. Apart from the tables, so that readers of files need no database. */

export const FORMATS = ['interview', 'town-talk', 'vision-workshop', 'story-cafe', 'written', 'card'] as const
export type Format = (typeof FORMATS)[number]

export const AGE_BANDS = ['under-18', '18-29', '30-44', '45-59', '60-74', '75-plus'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

export const CHANNELS = ['record', 'analyse', 'quote', 'quote-with-office', 'contact', 'photo'] as const
export type Channel = (typeof CHANNELS)[number]

/** What a writer may say of their own words: it drives things forward, it holds them back, it is a wish. */
export const CHOSEN_STANCES = ['helps', 'hinders', 'wish'] as const
export type ChosenStance = (typeof CHOSEN_STANCES)[number]
