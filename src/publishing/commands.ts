/** Commands of the last stage: the printed report, and a municipality as a package. */
import { extname, resolve } from 'node:path'
import { rename, writeFile } from 'node:fs/promises'
import { inMunicipality } from '#platform/database/database.ts'
import { UsageError, type Command, type CommandContext } from '#platform/cli/command.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { appendAudit } from '#people/audit-log.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { todayIn } from '#people/request.ts'
import { writeExchangeFile } from '#understanding/exchanging/commands.ts'
import { EXPORT_FORMATS } from '#understanding/exchanging/export-codings.ts'
import { matrixCommand } from './matrix-command.ts'
import { findEdition, findLiveEdition, type Edition } from './find-edition.ts'
import { exportPackage } from './package/export-package.ts'
import { importPackage } from './package/import-package.ts'
import { readPackageFile } from './package/read-package-file.ts'
import { withdrawAgain } from './withdraw-again.ts'
import { readReport, renderAs, REPORT_FORMATS, type ReportFormat } from './render-edition.ts'

export const publishingCommands: Command[] = [
	matrixCommand,
	{
		name: 'report',
		usage: '[--edition NUMBER] --out FILE.pdf|.docx|.html',
		summary: {
			de: 'Schreibt den Bericht einer Ausgabe, ohne Angabe der neuesten.',
			en: 'Writes the report of an edition, the newest unless one is named.',
		},
		options: { edition: { type: 'string' }, out: { type: 'string' } },
		run: writeReport,
	},
	{
		name: 'export',
		usage: `--format gehoert|${EXPORT_FORMATS.join('|')} --out FILE [--round SLUG] [--theme SLUG] [--coder NAME] [--profile lf|maxqda]`,
		summary: {
			de: 'Schreibt alles, was der Kommune gehört, in ein Paket, oder Codierungen für andere Programme.',
			en: 'Writes everything the municipality owns into a package, or codings for other programs.',
		},
		options: {
			format: { type: 'string' },
			out: { type: 'string' },
			round: { type: 'string' },
			theme: { type: 'string' },
			coder: { type: 'string' },
			profile: { type: 'string' },
		},
		run: writeExport,
	},
]

async function writeReport(command: CommandContext) {
	const path = outPath(command)
	const format = extname(path).slice(1) as ReportFormat
	if (!REPORT_FORMATS.includes(format)) throw new UsageError('--out', m.publishing_cli_report_format())
	const { edition: wanted } = command.options
	if (wanted !== undefined && !/^\d+$/.test(String(wanted))) throw new UsageError(m.publishing_cli_edition_number())
	const database = await command.openDatabase()
	const municipality = await chooseMunicipality(database, command.municipality)
	const report = await inMunicipality(database, municipality.id, async (db) => {
		const edition: Edition | null =
			wanted === undefined ? await findLiveEdition(db) : await findEdition(db, Number(wanted))
		if (!edition) throw new Problem('not-found', 'edition-missing')
		return readReport(db, { edition, municipality, today: todayIn(municipality) })
	})
	const bytes = await renderAs(format, report)
	await writeFile(`${path}.partial`, bytes)
	await rename(`${path}.partial`, path)
	command.printJson({ out: path, bytes: bytes.length })
	if (!command.json) command.print(m.publishing_cli_written({ path }))
}

async function writeExport(command: CommandContext) {
	const path = outPath(command)
	const format = command.options['format']
	const exchanged = EXPORT_FORMATS.find((known) => known === format)
	if (exchanged) return writeExchangeFile(command, exchanged, path)
	if (format !== 'gehoert') throw new UsageError(`--format gehoert|${EXPORT_FORMATS.join('|')}`)
	const database = await command.openDatabase()
	const municipality = await chooseMunicipality(database, command.municipality)
	await exportPackage(database, municipality.id, path)
	// Whoever holds the package holds every transcript.
	await inMunicipality(database, municipality.id, (db) =>
		appendAudit(db, { by: 'command', act: 'package-exported', subject: 'municipality', at: new Date() }),
	)
	command.printJson({ out: path })
	if (!command.json) command.print(m.publishing_cli_written({ path }))
}

/** For the import command: brings a `.gehoert` package into an installation that does not have its municipality. */
export async function importPackageFile(command: CommandContext, path: string) {
	const { content, sources } = await readPackageFile(resolve(path))
	const database = await command.openDatabase()
	const id = await importPackage(database, content, sources, (done, of) =>
		command.progress(done, of, content.municipality.name),
	)
	await withdrawAgain(database, [{ id }], new Date())
	const count = (name: keyof typeof content.rows) => content.rows[name]?.length ?? 0
	return {
		added: count('conversations'),
		unchanged: 0,
		conversations: count('conversations'),
		voices: count('voices'),
		turns: count('turns'),
		speakers: count('speakers'),
		themes: count('themes'),
		warnings: [] as string[],
	}
}

function outPath({ options }: CommandContext): string {
	if (typeof options['out'] !== 'string') throw new UsageError('--out', m.publishing_cli_out_missing())
	return resolve(options['out'])
}
