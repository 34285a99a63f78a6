/** What we know of a coding and the exchange format has no place for, as the text of a note beside it. */
import type { SpecialCategory, Stance } from '../tables.ts'

export type CodingMarks = {
	stance: Stance
	intensity: number
	isGoodQuote: boolean
	isSensitive: boolean
	specialCategory: SpecialCategory | null
}

export const PLAIN_MARKS: CodingMarks = {
	stance: 'neutral',
	intensity: 1,
	isGoodQuote: false,
	isSensitive: false,
	specialCategory: null,
}

const BEGINNING = 'Gehört:'

/** `Gehört: stance=hinders intensity=3 good-quote sensitive category=health`; empty when there is nothing to say. */
export function marksText({ stance, intensity, isGoodQuote, isSensitive, specialCategory }: CodingMarks): string {
	const marks = [
		stance === 'neutral' ? '' : `stance=${stance}`,
		intensity === 1 ? '' : `intensity=${intensity}`,
		isGoodQuote ? 'good-quote' : '',
		isSensitive ? 'sensitive' : '',
		specialCategory ? `category=${specialCategory}` : '',
	].filter((mark) => mark !== '')
	return marks.length === 0 ? '' : [BEGINNING, ...marks].join(' ')
}

/** Undefined for a note of anybody's own. */
export function readMarks(
	text: string,
	stances: readonly Stance[],
	categories: readonly SpecialCategory[],
): CodingMarks | undefined {
	const [beginning, ...marks] = text.trim().split(' ')
	if (beginning !== BEGINNING) return undefined
	const named = (name: string) => marks.find((mark) => mark.startsWith(`${name}=`))?.slice(name.length + 1)
	return {
		stance: stances.find((stance) => stance === named('stance')) ?? 'neutral',
		intensity: [1, 2, 3].find((intensity) => String(intensity) === named('intensity')) ?? 1,
		isGoodQuote: marks.includes('good-quote'),
		isSensitive: marks.includes('sensitive'),
		specialCategory: categories.find((category) => category === named('category')) ?? null,
	}
}
