/** `pseudonymise FILE`: a text with what would stand in it instead of its names. Nothing is kept; a person decides. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { UsageError, type Command, type CommandContext } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { findGazetteer } from '#protecting/find-gazetteer.ts'
import { findNames, type Gazetteer } from '#protecting/find-names.rules.ts'
import { namesOfGermany } from '#protecting/names-of-germany.ts'
import { applyReplacements, numberFindings, type NumberedFinding } from '#protecting/number-findings.rules.ts'
import { kindWord } from '#protecting/name-kind-words.ts'
import { FILE_LIMIT_BYTES } from './readers/decode-text.ts'
import { readFile } from './readers/read-file.ts'

export const pseudonymiseCommand: Command = {
	name: 'pseudonymise',
	usage: 'FILE [--json]',
	summary: {
		de: 'Findet in einem Text, was jemanden verraten kann, und zeigt, was stattdessen dastünde.',
		en: 'Finds in a text what may give somebody away, and shows what would stand there instead.',
	},
	run: async (command) => {
		const [path, ...more] = command.words
		if (!path || more.length > 0) throw new UsageError('FILE')
		const text = await readText(path)
		const findings = numberFindings(findNames(text, await gazetteerOf(command)))
		command.printJson({ text, findings: findings.map(asAnswer) })
		if (command.json) return
		command.print(applyReplacements(text, findings))
		command.print('')
		command.print(m.listening_cli_findings({ count: findings.length }))
		for (const { text: words, kind, replacement, certainty } of findings)
			command.print(`– ${words} → ${replacement} (${kindWord(kind)}${certainty === 'cue' ? ', ?' : ''})`)
	},
}

/** Positions are code points of `text`, half-open. */
function asAnswer({ start, end, kind, replacement, certainty, text }: NumberedFinding) {
	return { start, end, kind, replacement, certainty, text }
}

/** Conversations of one file stand under each other. */
async function readText(path: string): Promise<string> {
	const found = statSync(path, { throwIfNoEntry: false })
	if (!found?.isFile()) throw new Problem('not-found', 'file-missing', { name: basename(path) })
	if (found.size > FILE_LIMIT_BYTES)
		throw new Problem('too-large', 'file-too-large', { megabytes: FILE_LIMIT_BYTES / 1024 / 1024 })
	const file = { name: basename(path), bytes: readFileSync(path) }
	const nobody = { channels: [], knownDistricts: [], knownRoles: [] }
	const { conversations } = await readFile(file, nobody, { besideServer: false })
	return conversations.map(({ text }) => text).join('\n\n')
}

/** The municipality's own names where there is one; a text can be searched without. */
async function gazetteerOf(command: CommandContext): Promise<Gazetteer> {
	const { dataFolder, databaseUrl } = command.settings
	const isThere =
		databaseUrl !== undefined || command.municipality !== undefined || existsSync(join(dataFolder, 'database'))
	if (!isThere) return { ...namesOfGermany(), own: [] }
	const database = await command.openDatabase()
	try {
		const { id } = await chooseMunicipality(database, command.municipality)
		return await inMunicipality(database, id, findGazetteer)
	} catch (error) {
		if (error instanceof Problem && error.code === 'municipality-missing') return { ...namesOfGermany(), own: [] }
		throw error
	}
}
