/** Exchange files on the command line: a part of `import` and of `export`. */
import { readFileSync, statSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { UsageError, type CommandContext } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import type { Importer } from '#listening/commands.ts'
import { readChannels, readFormat } from '#listening/import-words.ts'
import { endingOf } from '#listening/readers/readers.ts'
import { readSpeakerMap } from '#listening/readers/speaker-map.ts'
import { exportCodings, type ExportFormat } from './export-codings.ts'
import { importExchangeFile } from './import-exchange-file.ts'
import { lossSentence, readingSentence } from './loss-words.ts'
import { ARCHIVE_LIMIT_BYTES, EXCHANGE_ENDINGS } from './plan-file.ts'
import { PROFILES } from './write-qdpx.ts'

export const exchangeImporter: Importer = { endings: EXCHANGE_ENDINGS, importFile }

async function importFile(command: CommandContext, path: string) {
	const text = (name: string) => textOption(command, name)
	const round = text('round')
	if (!round && endingOf(path) !== 'qdc') throw new UsageError('--round SLUG')
	const map = text('speaker-map')
	const file = { name: basename(path), bytes: bytesOf(path) }
	const options = {
		format: readFormat(text('format')),
		heldOn: text('date'),
		district: text('district'),
		channels: readChannels(text('consents')),
		...(map && { speakerMap: readSpeakerMap(map, bytesOf(map)) }),
	}
	const database = await command.openDatabase()
	const { id } = await chooseMunicipality(database, command.municipality)
	const { codings, memos, losses, readings, ...counts } = await importExchangeFile(database, id, {
		file,
		round,
		beginsRound: true,
		options,
		at: new Date(),
		by: 'command',
		progress: (done, of) => command.progress(done, of, file.name),
	})
	const carried = m.understanding_cli_import_exchange({ codings, memos })
	return {
		...counts,
		codings,
		memos,
		warnings: [carried, ...readings.map(readingSentence), ...losses.map(lossSentence)],
	}
}

function bytesOf(path: string): Uint8Array {
	const found = statSync(path, { throwIfNoEntry: false })
	if (!found?.isFile()) throw new Problem('not-found', 'file-missing', { name: basename(path) })
	if (found.size > ARCHIVE_LIMIT_BYTES)
		throw new Problem('too-large', 'file-too-large', { megabytes: ARCHIVE_LIMIT_BYTES / 1024 / 1024 })
	return readFileSync(path)
}

function textOption({ options }: CommandContext, name: string): string | undefined {
	const value = options[name]
	return typeof value === 'string' && value !== '' ? value : undefined
}

/** Codings for other programs, and what of them stays behind. */
export async function writeExchangeFile(command: CommandContext, format: ExportFormat, path: string) {
	const wanted = textOption(command, 'profile')
	const profile = PROFILES.find((known) => known === (wanted ?? 'lf'))
	if (!profile) throw new UsageError(m.understanding_cli_export_profile())
	const [round, theme, coder] = ['round', 'theme', 'coder'].map((name) => textOption(command, name))
	const database = await command.openDatabase()
	const { id } = await chooseMunicipality(database, command.municipality)
	const { bytes, codings, losses } = await inMunicipality(database, id, (db) =>
		exportCodings(db, { format, round, theme, coder, profile, by: 'command', at: new Date() }),
	)
	await writeFile(`${path}.partial`, bytes)
	await rename(`${path}.partial`, path)
	const warnings = losses.map(lossSentence)
	command.printJson({ out: path, codings, warnings })
	if (command.json) return
	command.print(m.understanding_cli_exported({ count: codings, path }))
	for (const warning of warnings) command.print(`– ${warning}`)
}
