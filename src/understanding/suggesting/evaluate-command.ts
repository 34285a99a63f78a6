/** `evaluate`: what the suggester would be worth on texts somebody has already labelled. Needs no municipality. */
import { UsageError, type Command, type CommandContext } from '#platform/cli/command.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { evaluateSuggester, type Evaluation } from './evaluate-suggester.ts'
import { evaluationWarnings } from './evaluation-warnings.ts'
import { readLabelled, type LabelledColumns, type LabelledTexts } from './read-labelled.ts'

export const evaluateCommand: Command = {
	name: 'evaluate',
	usage:
		'FILE… --text COL[,COL] --label COL [--only LABEL,LABEL] [--test FILE] [--group COL] [--multi SEP] [--folds 5] [--seed 42] [--json]',
	summary: {
		de: 'Misst an schon eingeordneten Texten (csv, tsv), wie gut die Vorschläge wären.',
		en: 'Measures on texts that carry labels already (csv, tsv) how good suggestions would be.',
	},
	options: {
		text: { type: 'string', multiple: true },
		label: { type: 'string' },
		test: { type: 'string', multiple: true },
		group: { type: 'string' },
		only: { type: 'string' },
		multi: { type: 'string' },
		folds: { type: 'string', default: '5' },
		seed: { type: 'string', default: '42' },
	},
	run: async (command) => {
		const columns = columnsOf(command)
		const folds = wholeNumber(command, 'folds', 2, 100)
		const seed = wholeNumber(command, 'seed', 0, 2 ** 32 - 1)
		if (command.words.length === 0) throw new UsageError('FILE')
		const tests = (command.options['test'] as string[] | undefined) ?? []
		const learned = readLabelled(command.words, columns)
		refuseUnknown(columns, learned)
		const tested = tests.length > 0 ? readLabelled(tests, { ...columns, group: undefined }) : undefined
		const onProgress = (done: number, of: number) => command.progress(done, of, m.understanding_evaluate_progress())
		const several = columns.separator !== undefined
		const found = evaluateSuggester({ learned, tested, folds, seed, several, onProgress })
		const { withoutLabel, withoutText, leftOut } = learned
		const warnings = evaluationWarnings(found, { learned, tested, folds, separator: columns.separator })
		command.printJson({ ...found, withoutLabel, withoutText, leftOut, folds, seed, warnings })
		if (command.json) return
		printEvaluation(command, found, { learned, folds: tested ? undefined : folds })
		for (const warning of warnings) command.print(`\n${warning}`)
	},
}

function columnsOf({ options }: CommandContext): LabelledColumns {
	const given = (name: string) => {
		const value = options[name] as string | undefined
		if (value === '') throw new UsageError(`--${name}`)
		return value
	}
	const text = ((options['text'] as string[] | undefined) ?? []).join(',')
	const label = given('label')
	if (!text) throw new UsageError('--text COL[,COL]')
	if (!label) throw new UsageError('--label COL')
	const only = given('only')
		?.split(',')
		.map((one) => one.normalize('NFC').trim())
	const separator = given('multi')?.replaceAll('\\n', '\n').replaceAll('\\t', '\t')
	return { text, label, only, group: given('group'), separator }
}

/** A label asked for that no row carries is mostly a slip of the pen. */
function refuseUnknown({ only = [] }: LabelledColumns, { known }: LabelledTexts) {
	const unknown = only.find((label) => !known.has(label))
	if (unknown === undefined) return
	const labels = [...known].slice(0, 30).join(', ').slice(0, 300)
	throw new Problem('invalid', 'label-not-in-column', { label: unknown.slice(0, 60), labels })
}

function wholeNumber({ options }: CommandContext, name: string, least: number, most: number): number {
	const number = Number(options[name])
	if (!/^\d+$/.test(String(options[name])) || number < least || number > most)
		throw new UsageError(`--${name} ${least} … ${most}`)
	return number
}

function printEvaluation(
	{ print }: CommandContext,
	found: Evaluation,
	{ learned, folds }: { learned: LabelledTexts; folds: number | undefined },
) {
	const { examples, accuracy, macroF1, microF1, hitAt3, trainSeconds, labelMilliseconds } = found
	print(m.understanding_evaluate_read({ count: examples }))
	if (learned.withoutLabel > 0) print(m.understanding_evaluate_without_label({ count: learned.withoutLabel }))
	if (learned.leftOut > 0) print(m.understanding_evaluate_left_out({ count: learned.leftOut }))
	if (learned.withoutText > 0) print(m.understanding_evaluate_without_text({ count: learned.withoutText }))
	print(folds === undefined ? m.understanding_evaluate_on_test() : m.understanding_evaluate_in_folds({ folds }))
	print('')
	print(m.understanding_evaluate_total({ accuracy: three(accuracy), macroF1: three(macroF1), microF1: three(microF1) }))
	print(m.understanding_evaluate_hits({ hits: three(hitAt3) }))
	print(m.understanding_evaluate_times({ train: trainSeconds.toFixed(2), label: labelMilliseconds.toFixed(2) }))
	print('')
	printTable(print, [
		[
			m.understanding_evaluate_label(),
			m.understanding_evaluate_count(),
			m.understanding_evaluate_precision(),
			m.understanding_evaluate_recall(),
			'F1',
		],
		...Object.entries(found.labels).map(([label, own]) => [
			label,
			String(own.count),
			three(own.precision),
			three(own.recall),
			three(own.f1),
		]),
	])
	if (!found.learningCurve) return
	print(`\n${m.understanding_evaluate_curve()}`)
	printTable(print, [
		[m.understanding_evaluate_count(), m.understanding_evaluate_accuracy(), 'Macro-F1'],
		...found.learningCurve.map((point) => [String(point.examples), three(point.accuracy), three(point.macroF1)]),
	])
}

function three(share: number): string {
	return share.toFixed(3)
}

/** The first column stands left, figures right. */
function printTable(print: (line: string) => void, rows: string[][]) {
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
	for (const row of rows) {
		print(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '))
	}
}
