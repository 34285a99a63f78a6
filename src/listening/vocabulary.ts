/** The closed lists of this stage. Apart from the tables, so that readers of files need no database. */
import { CONSENT_CHANNELS } from '#method/consent-texts.ts'
import { FORMAT_KINDS, type FormatKind } from '#method/formats.ts'

export const FORMATS = FORMAT_KINDS
export type Format = FormatKind

/** Written by one person, without anybody to ask back; all others are spoken. */
export const WRITTEN_FORMATS: Format[] = ['written', 'card']
export const SPOKEN_FORMATS: Format[] = FORMATS.filter((format) => !WRITTEN_FORMATS.includes(format))

export const AGE_BANDS = ['under-18', '18-29', '30-44', '45-59', '60-74', '75-plus'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

export const CHANNELS = CONSENT_CHANNELS
export type Channel = (typeof CHANNELS)[number]

/** What a writer may say of their own words: it drives things forward, it holds them back, it is a wish. */
export const CHOSEN_STANCES = ['helps', 'hinders', 'wish'] as const
export type ChosenStance = (typeof CHOSEN_STANCES)[number]
