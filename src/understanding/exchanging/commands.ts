/** Exchange files on the command line: a part of `import`. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { UsageError, type CommandContext } from '#platform/cli/command.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import type { Importer } from '#listening/commands.ts'
import { readChannels, readFormat } from '#listening/import-words.ts'
import { endingOf } from '#listening/readers/readers.ts'
import { readSpeakerMap } from '#listening/readers/speaker-map.ts'
import { importExchangeFile } from './import-exchange-file.ts'
import { lossSentence, readingSentence } from './loss-words.ts'
import { ARCHIVE_LIMIT_BYTES, EXCHANGE_ENDINGS } from './plan-file.ts'

export const exchangeImporter: Importer = { endings: EXCHANGE_ENDINGS, importFile }

async function importFile(command: CommandContext, path: string) {
	const text = (name: string) => {
		const value = command.options[name]
		return typeof value === 'string' && value !== '' ? value : undefined
	}
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
