import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { requireRound } from './open-focus-theme.ts'
import { focusChoices } from './tables.ts'

/** Paragraphs, in order: why these focus themes, and what was left out. */
export type ExplainChoice = { roundId: string; reasons: string[]; leftOut: string[] }

/** @throws {Problem} `focus-round-unknown` */
export async function explainChoice(db: MunicipalityDatabase, { roundId, reasons, leftOut }: ExplainChoice) {
	await requireRound(db, roundId)
	const said = { reasons: tidy(reasons), leftOut: tidy(leftOut) }
	await db
		.insert(focusChoices)
		.values({ roundId, ...said })
		.onConflictDoUpdate({ target: [focusChoices.municipalityId, focusChoices.roundId], set: said })
}

function tidy(texts: string[]): string[] {
	return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
}
