/** What the comparing page shows of a sample everybody has finished: disagreements side by side, then the figures. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { sliceCodePoints } from '#listening/code-points.ts'
import { themes, type Stance } from '../tables.ts'
import { disagreementsOf, type Compared, type Comparison } from './comparison.rules.ts'
import type { Sample, SampleUnit } from './find-samples.ts'
import { findCompared, findVerdicts } from './settle-sample.ts'

export type ThemeName = { id: string; slug: string; label: string; colour: string }

export type Marked = { quote: string; isWhole: boolean; theme: ThemeName; stance: Stance; intensity: number }

export type Dispute = {
	theme: ThemeName
	givenBy: string[]
	verdict: { applies: boolean; note: string; decidedBy: string } | null
}

export type DisputedUnit = {
	unit: SampleUnit
	/** In the order of the coders, also of those who marked nothing. */
	sides: { coder: string; marked: Marked[] }[]
	disputes: Dispute[]
}

export type ComparisonFacts = {
	comparison: Comparison
	themes: ThemeName[]
	disputed: DisputedUnit[]
	/** Disagreements nobody has decided yet. */
	open: number
	contributions: number
}

/** `compared` is for the figures, which take longer than a transaction should: `compareCodings`. */
export type FoundComparison = Omit<ComparisonFacts, 'comparison'> & { compared: Compared }

/** @throws {Problem} `sample-still-coding` */
export async function findComparison(db: MunicipalityDatabase, sample: Sample): Promise<FoundComparison> {
	const { units, codings, compared } = await findCompared(db, sample)
	const named = await db
		.select({ id: themes.id, slug: themes.slug, label: themes.label, colour: themes.colour })
		.from(themes)
	const themeById = new Map(named.map((theme) => [theme.id, theme]))
	const verdicts = new Map((await findVerdicts(db, sample.id)).map((one) => [`${one.unitId} ${one.themeId}`, one]))
	const nameOf = new Map(sample.coders.map(({ id, name }) => [id, name]))
	const byUnit = Map.groupBy(disagreementsOf(compared), ({ unitId }) => unitId)
	const codingsOf = Map.groupBy(codings, ({ unitId }) => unitId)
	const disputed = units.flatMap((unit): DisputedUnit[] => {
		const own = byUnit.get(unit.id)
		if (!own) return []
		const disputes = own.map(({ themeId, givenBy }): Dispute => {
			const verdict = verdicts.get(`${unit.id} ${themeId}`)
			return {
				theme: themeById.get(themeId)!,
				givenBy: givenBy.map((id) => nameOf.get(id) ?? ''),
				verdict: verdict ? { applies: verdict.applies, note: verdict.note, decidedBy: verdict.decidedBy } : null,
			}
		})
		const sides = sample.coders.map(({ id, name }) => ({
			coder: name,
			marked: (codingsOf.get(unit.id) ?? [])
				.filter(({ coderId }) => coderId === id)
				.map(({ themeId, start, end, stance, intensity }) => {
					const quote = sliceCodePoints(unit.text, start, end)
					return { quote, isWhole: quote === unit.text, theme: themeById.get(themeId)!, stance, intensity }
				}),
		}))
		return [{ unit, sides, disputes }]
	})
	const open = disputed.flatMap(({ disputes }) => disputes).filter(({ verdict }) => verdict === null).length
	return { compared, themes: named, disputed, open, contributions: units.length }
}
