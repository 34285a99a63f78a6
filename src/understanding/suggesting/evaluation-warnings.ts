/** What may make the figures of an evaluation better or worse than the suggestions will be. */
import { m } from '#platform/words/words.ts'
import { warningSentence } from '#listening/warning-sentence.ts'
import type { Evaluate, Evaluation } from './evaluate-suggester.ts'

/** From this many fair shares on, one group decides what is learned and what is asked. */
const FAIR_SHARES = 2

/** As sentences. */
export function evaluationWarnings(
	{ rareLabels, repeatedTexts, unknownLabels, largestGroup }: Evaluation,
	{
		learned,
		tested,
		folds,
		separator,
	}: Pick<Evaluate, 'learned' | 'tested' | 'folds'> & { separator: string | undefined },
): string[] {
	const [encoded] = [...learned.warnings, ...(tested?.warnings ?? [])]
	const isSeparated = separator === undefined || learned.labels.some((own) => own.length > 1)
	const repeated = tested
		? m.understanding_evaluate_repeated_in_test
		: learned.groups
			? m.understanding_evaluate_repeated_in_groups
			: m.understanding_evaluate_repeated
	return [
		encoded ? warningSentence(encoded) : '',
		isSeparated ? '' : m.understanding_evaluate_not_separated({ separator }),
		repeatedTexts > 0 ? repeated({ count: repeatedTexts }) : '',
		!tested && largestGroup * folds > FAIR_SHARES
			? m.understanding_evaluate_large_group({ percent: Math.round(largestGroup * 100) })
			: '',
		rareLabels.length > 0 ? m.understanding_evaluate_rare({ labels: listed(rareLabels) }) : '',
		unknownLabels.length > 0 ? m.understanding_evaluate_unknown_labels({ labels: listed(unknownLabels) }) : '',
	].filter((sentence) => sentence !== '')
}

function listed(labels: readonly string[]): string {
	return labels.slice(0, 12).join(', ') + (labels.length > 12 ? ' …' : '')
}
