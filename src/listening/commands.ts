/** `round create`, `rounds` and `import` on the command line. */
import { basename } from 'node:path'
import { UsageError, type Command, type CommandContext } from '#platform/cli/command.ts'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { createRound } from './create-round.ts'
import { findRounds } from './find-rounds.ts'
import { importFile } from './import-file.ts'
import { readChannels, readFormat } from './import-words.ts'
import { bytesOf } from './readers/file-bytes.ts'
import { endingOf, READABLE_ENDINGS } from './readers/readers.ts'
import { pseudonymiseCommand } from './pseudonymise-command.ts'
import { readSpeakerMap } from './readers/speaker-map.ts'
import { readColumnList } from './readers/table-columns.rules.ts'
import { warningSentence } from './warning-sentence.ts'

const roundCreate: Command = {
	name: 'round create',
	usage: 'SLUG --title TITLE [--question QUESTION] [--from DATE] [--to DATE]',
	summary: { de: 'Plant eine Runde des Zuhörens.', en: 'Plans a round of listening.' },
	options: {
		title: { type: 'string' },
		question: { type: 'string' },
		from: { type: 'string' },
		to: { type: 'string' },
	},
	run: async (command) => {
		const [slug] = command.words
		const title = textOption(command, 'title')
		if (!slug || !title) throw new UsageError('SLUG --title')
		const wanted = {
			slug,
			title,
			question: textOption(command, 'question'),
			startsOn: textOption(command, 'from'),
			endsOn: textOption(command, 'to'),
		}
		const round = await inChosen(command, (db) => createRound(db, { ...wanted, at: new Date() }))
		command.printJson({ id: round.id, slug: round.slug, title: round.title })
		if (!command.json) command.print(m.listening_cli_round_created({ title: round.title, slug: round.slug }))
	},
}

const rounds: Command = {
	name: 'rounds',
	usage: '',
	summary: { de: 'Zeigt alle Runden.', en: 'Lists all rounds.' },
	run: async (command) => {
		const found = await inChosen(command, findRounds)
		command.printJson(found)
		if (command.json) return
		if (found.length === 0) command.print(m.listening_cli_no_rounds())
		for (const { slug, title, conversations, voices } of found)
			command.print(m.listening_cli_round({ slug, title, conversations, voices }))
	},
}

/** What `import --json` prints. */
export type ImportReport = {
	added: number
	unchanged: number
	conversations: number
	voices: number
	turns: number
	speakers: number
	themes: number
	/** Where a file brings codings along. */
	codings?: number
	memos?: number
	warnings: string[]
}

/** Another stage's way to bring in a kind of file: packages, exchange formats. */
export type Importer = {
	/** Endings of file names, lower case, without the dot. */
	endings: readonly string[]
	/** Brings in one file; progress and printing of the report are done for it. */
	importFile: (command: CommandContext, path: string) => Promise<ImportReport>
}

/** The `import` command; `others` take the files whose endings they name. */
export function importCommand(others: readonly Importer[] = []): Command {
	const endings = [...READABLE_ENDINGS, ...others.flatMap((other) => other.endings)]
	return {
		name: 'import',
		usage:
			'FILE… --round SLUG [--format interview|town-talk|vision-workshop|story-cafe|written|card] [--district D] [--date YYYY-MM-DD] [--title T] [--consents analyse,quote] [--speaker-map FILE] [--columns text=COL,title=COL,date=COL,place=COL,role=COL,theme=COL,lat=COL,lon=COL,id=COL]',
		summary: { de: `Liest Dateien ein: ${endings.join(', ')}.`, en: `Brings in files: ${endings.join(', ')}.` },
		options: Object.fromEntries(
			['round', 'format', 'district', 'date', 'title', 'consents', 'speaker-map', 'columns'].map((name) => [
				name,
				{ type: 'string' as const },
			]),
		),
		run: async (command) => {
			if (command.words.length === 0) throw new UsageError('FILE')
			const reports: ImportReport[] = []
			for (const path of command.words) reports.push(await importNamed(command, path, others))
			printReport(command, reports.reduce(together))
		},
	}
}

/** With several files the one that was refused is named; those before it are in. */
async function importNamed(command: CommandContext, path: string, others: readonly Importer[]): Promise<ImportReport> {
	try {
		const ending = endingOf(path)
		const other = others.find(({ endings }) => endings.includes(ending))
		if (!other && !READABLE_ENDINGS.includes(ending)) {
			const endings = [...READABLE_ENDINGS, ...others.flatMap((one) => one.endings)].join(', ')
			throw new Problem('invalid', 'file-kind-unknown', { ending: ending || '–', endings })
		}
		return await (other ? other.importFile(command, path) : importOwn(command, path))
	} catch (error) {
		if (error instanceof Problem) process.stderr.write(`${basename(path)}: `)
		throw error
	}
}

async function importOwn(command: CommandContext, path: string): Promise<ImportReport> {
	const round = textOption(command, 'round')
	if (!round) throw new UsageError('--round SLUG')
	const columns = textOption(command, 'columns')
	const map = textOption(command, 'speaker-map')
	const options = {
		format: readFormat(textOption(command, 'format')),
		title: textOption(command, 'title'),
		heldOn: textOption(command, 'date'),
		district: textOption(command, 'district'),
		channels: readChannels(textOption(command, 'consents')),
		...(map && { speakerMap: readSpeakerMap(map, bytesOf(map)) }),
		...(columns && { columns: readColumnList(columns) }),
	}
	const file = { name: basename(path), bytes: bytesOf(path) }
	const database = await command.openDatabase()
	const { id } = await chooseMunicipality(database, command.municipality)
	const progress = (done: number, of: number) => command.progress(done, of, file.name)
	const {
		warnings,
		ids: _,
		writtenVoices: __,
		...counts
	} = await importFile(database, id, {
		file,
		round,
		beginsRound: true,
		options,
		at: new Date(),
		progress,
		besideServer: false,
	})
	return { ...counts, warnings: warnings.map(warningSentence) }
}

function together(one: ImportReport, other: ImportReport): ImportReport {
	const sum = (name: Exclude<keyof ImportReport, 'warnings'>) => (one[name] ?? 0) + (other[name] ?? 0)
	const brought = ('codings' in one || 'codings' in other) && { codings: sum('codings'), memos: sum('memos') }
	return {
		added: sum('added'),
		unchanged: sum('unchanged'),
		conversations: sum('conversations'),
		voices: sum('voices'),
		turns: sum('turns'),
		speakers: sum('speakers'),
		themes: sum('themes'),
		...brought,
		warnings: [...one.warnings, ...other.warnings],
	}
}

function printReport(command: CommandContext, report: ImportReport) {
	command.printJson(report)
	if (command.json) return
	command.print(m.listening_cli_imported(report))
	for (const warning of report.warnings) command.print(`– ${warning}`)
}

async function inChosen<Result>(
	command: CommandContext,
	work: (db: MunicipalityDatabase) => Promise<Result>,
): Promise<Result> {
	const database = await command.openDatabase()
	const { id } = await chooseMunicipality(database, command.municipality)
	return inMunicipality(database, id, work)
}

function textOption({ options }: CommandContext, name: string): string | undefined {
	const value = options[name]
	return typeof value === 'string' && value !== '' ? value : undefined
}

export const listeningCommands: Command[] = [pseudonymiseCommand, roundCreate, rounds]
