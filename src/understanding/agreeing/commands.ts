/** `agreement` on the command line: of a table, of marked spans, or of a round's samples. */
import { UsageError, type Command, type CommandContext } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { bytesOf } from '#listening/readers/file-bytes.ts'
import {
	agreementOfRatings,
	agreementOfSpans,
	figuresAsJson,
	KAPPAS,
	UNIT_ALPHAS,
	type Agreement,
	type FigureName,
} from './agreement.rules.ts'
import { figureText, figureWord, reasonText } from './agreement-words.ts'
import { findRoundAgreement } from './find-round-agreement.ts'
import { LEVELS, type Level } from './krippendorff.rules.ts'
import { columnsOf, readRatings, readSpans } from './read-coded-table.ts'

export const agreementCommand: Command = {
	name: 'agreement',
	usage:
		'--round SLUG [--sample SLUG] | --csv FILE --coders A,B,… [--level nominal|ordinal|interval|ratio] [--order low,…,high] [--values N] | --spans FILE --length N [--coders A,B,…] [--seed N]',
	summary: { de: 'Misst, wie einig sich Codierende sind.', en: 'Measures how far coders agree.' },
	options: Object.fromEntries(
		['round', 'sample', 'csv', 'spans', 'coders', 'level', 'order', 'values', 'length', 'seed'].map((name) => [
			name,
			{ type: 'string' as const },
		]),
	),
	run: async (command) => {
		const ways = ['round', 'csv', 'spans'].filter((name) => textOption(command, name))
		if (ways.length > 1) throw new UsageError(`--${ways.join(' | --')}`)
		if (textOption(command, 'csv')) return printTable(command)
		if (textOption(command, 'spans')) return printSpans(command)
		if (textOption(command, 'round')) return printSample(command)
		throw new UsageError('--round | --csv | --spans')
	},
}

function printTable(command: CommandContext) {
	const bytes = bytesOf(textOption(command, 'csv')!)
	const coders = listOption(command, 'coders')
	if (coders.length === 0) throw new UsageError(`--coders (${columnsOf(bytes).join(', ')})`)
	const level = levelOf(textOption(command, 'level') ?? 'nominal')
	const ratings = readRatings(bytes, { coders, level, order: listOption(command, 'order') })
	const options = { level, values: numberOption(command, 'values'), seed: numberOption(command, 'seed') }
	const agreement = agreementOfRatings(ratings, options)
	command.printJson({ ...agreementAsJson(agreement, KAPPAS), ...missingOf(agreement, KAPPAS) })
	if (!command.json) printFigures(command, agreement, KAPPAS)
}

function printSpans(command: CommandContext) {
	const length = numberOption(command, 'length')
	if (length === undefined || length < 1) throw new UsageError('--length N')
	const spans = readSpans(bytesOf(textOption(command, 'spans')!), length)
	const named = listOption(command, 'coders')
	const coders = named.length > 0 ? named : [...new Set(spans.map(({ coder }) => coder))]
	const unknown = spans.find(({ coder }) => !coders.includes(coder))
	const own = spans.filter(({ coder }) => coders.includes(coder))
	if (unknown && own.length === 0) {
		const known = [...new Set(spans.map(({ coder }) => coder))].join(', ')
		throw new Problem('invalid', 'coder-column-unknown', { coder: named.join(', '), known })
	}
	const { byValue, coverage, ...agreement } = agreementOfSpans(coders, own, length)
	const names = [...KAPPAS, ...UNIT_ALPHAS]
	const each = Object.entries(byValue).map(([value, one]) => [
		value,
		{ ...figuresAsJson(one.figures), coverage: one.coverage },
	])
	command.printJson({
		...agreementAsJson(agreement, names),
		length,
		coverage,
		alphaKu: Object.fromEntries(Object.entries(byValue).map(([value, { figures }]) => [value, figures.alphaKu.value])),
		byValue: Object.fromEntries(each),
		...missingOf(agreement, names),
	})
	if (!command.json) printFigures(command, agreement, names)
}

/** The newest sample of the round that everybody has finished, or the one named. */
async function printSample(command: CommandContext) {
	const database = await command.openDatabase()
	const { id } = await chooseMunicipality(database, command.municipality)
	const found = await inMunicipality(database, id, (db) =>
		findRoundAgreement(db, { round: textOption(command, 'round')!, sample: textOption(command, 'sample') }),
	)
	const { sample, comparison, themes, disagreements } = found
	const { overall, alphaU, sameThemes, stance, intensity } = comparison
	const agreement = { ...overall, figures: { ...overall.figures, alphaU, alphaUBinary: alphaU } }
	const nameOf = (coderId: string) => sample.coders.find((coder) => coder.id === coderId)?.name ?? coderId
	const named = { ...agreement, coders: sample.coders.map(({ name }) => name) }
	command.printJson({
		...agreementAsJson(named, [...KAPPAS, 'alphaU']),
		sample: sample.slug,
		state: sample.state,
		contributions: sample.units,
		disagreements,
		sameThemes: sameThemes.value,
		stance: stance.value,
		intensity: intensity.value,
		themes: comparison.byTheme.map((one) => ({
			theme: themes.get(one.themeId) ?? one.themeId,
			...figuresAsJson({ ...pick(one.agreement.figures), alphaU: one.alphaU }),
		})),
		pairs: comparison.byPair.map(({ coderIds, agreement: of }) => ({
			coders: coderIds.map(nameOf),
			...figuresAsJson(pick(of.figures)),
		})),
		...missingOf(named, KAPPAS),
	})
	if (command.json) return
	command.print(`${sample.title} (${sample.slug})`)
	printFigures(command, named, [...KAPPAS, 'alphaU'])
	for (const one of comparison.byTheme)
		command.print(`  ${themes.get(one.themeId) ?? ''}: ${figureText(one.agreement.figures.alpha)}`)
}

function pick({ percent, cohen, brennanPrediger, alpha }: Agreement['figures']) {
	return { percent, cohen, brennanPrediger, alpha }
}

/** The fixed names first; `cohenIs` says what Cohen means with more than two coders. */
function agreementAsJson(
	{ figures, coders, interval, level, units, shared, values }: Agreement,
	names: readonly FigureName[],
) {
	return {
		...figuresAsJson({ ...figures, ...Object.fromEntries(names.map((name) => [name, figures[name]])) }),
		alphaInterval: interval,
		level,
		coders,
		units,
		shared,
		values,
		cohenIs: coders.length > 2 ? 'mean-over-pairs' : 'of-the-pair',
	}
}

/** `reason`: the sentence for the first figure that has none, left out when all have one. */
function missingOf({ figures }: Agreement, names: readonly FigureName[]): { reason?: string } {
	const missing = names.map((name) => figures[name]).find(({ value }) => value === null)
	return missing?.reason ? { reason: reasonText(missing.reason) } : {}
}

function printFigures(command: CommandContext, agreement: Agreement, names: readonly FigureName[]) {
	const { coders, shared, interval, figures } = agreement
	command.print(m.understanding_agreement_of({ coders: coders.join(', ') || '–', units: shared }))
	for (const name of names) {
		const range = name === 'alpha' && interval ? ` ${intervalText(interval)}` : ''
		command.print(`  ${figureWord(name)}: ${figureText(figures[name])}${range}`)
	}
	if (coders.length > 2) command.print(m.understanding_agreement_over_pairs())
}

function intervalText({ low, high }: { low: number; high: number }): string {
	return m.understanding_agreement_interval({ low: low.toFixed(4), high: high.toFixed(4) })
}

function levelOf(written: string): Level {
	const level = LEVELS.find((one) => one === written)
	if (!level) throw new UsageError(`--level ${LEVELS.join(' | ')}`)
	return level
}

function textOption({ options }: CommandContext, name: string): string | undefined {
	const value = options[name]
	return typeof value === 'string' && value !== '' ? value : undefined
}

function listOption(command: CommandContext, name: string): string[] {
	const named = (textOption(command, name) ?? '').split(',').flatMap((one) => one.trim() || [])
	return [...new Set(named)]
}

function numberOption(command: CommandContext, name: string): number | undefined {
	const written = textOption(command, name)
	if (written === undefined) return undefined
	if (!/^\d{1,9}$/.test(written)) throw new UsageError(`--${name} N`)
	return Number(written)
}
