import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Language } from '#platform/words/words.ts'
import { findCurrentConsentTexts } from '#people/find-consent-texts.ts'
import { inLanguage } from './wording.rules.ts'
import type { Channel } from './vocabulary.ts'

export type ConsentWording = {
	/** Of the version; goes with the answer, so that everybody keeps the wording they read. */
	id: string
	text: string
	/** In plain German, beside the German text. */
	plain: string | null
}

/** The wording in force of each channel. */
export async function findConsentWordings(
	db: MunicipalityDatabase,
	language: Language,
): Promise<Partial<Record<Channel, ConsentWording>>> {
	const found = await findCurrentConsentTexts(db)
	return Object.fromEntries(
		found.map(({ id, channel, wording }) => {
			const plain = language === 'de' ? (wording['de-leicht'] ?? null) : null
			return [channel, { id, text: inLanguage(wording, language), plain }]
		}),
	)
}
