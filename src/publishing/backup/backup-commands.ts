/** `backup` and `restore`. */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UsageError, type Command, type CommandContext } from '#platform/cli/command.ts'
import type { MunicipalityId } from '#platform/database/database.ts'
import { m } from '#platform/words/words.ts'
import { withdrawAgain } from '../withdraw-again.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

export const backupCommands: Command[] = [
	{
		name: 'backup',
		usage: '--out FILE',
		summary: {
			de: 'Sichert alle Kommunen und Konten in eine Datei; auch neben dem laufenden Server',
			en: 'Saves all municipalities and accounts into one file; also beside the running server',
		},
		options: { out: { type: 'string' } },
		run: backup,
	},
	{
		name: 'restore',
		usage: 'FILE',
		summary: {
			de: 'Spielt eine Sicherung in eine leere Installation zurück',
			en: 'Brings a backup into an empty installation',
		},
		run: restore,
	},
]

async function backup(command: CommandContext) {
	const { out } = command.options
	if (typeof out !== 'string' || out === '') throw new UsageError('--out FILE')
	const path = resolve(out)
	const progress = (done: number, of: number) => command.progress(done, of, m.publishing_cli_tables())
	const manifest = await writeBackup(await command.openDatabase(), { path, by: 'command', at: new Date(), progress })
	const { size } = await stat(path)
	const counts = countsOf(manifest)
	command.printJson({ out: path, bytes: size, ...counts })
	if (command.json) return
	command.print(m.publishing_cli_backup_written({ path, ...counts }))
	command.print(m.publishing_cli_backup_secrets({ path: command.settings.secretsFile }))
}

async function restore(command: CommandContext) {
	const [file] = command.words
	if (!file) throw new UsageError('FILE')
	const progress = (done: number, of: number) => command.progress(done, of, m.publishing_cli_tables())
	const database = await command.openDatabase()
	const manifest = await restoreBackup(database, { path: resolve(file), progress })
	const towns = manifest.municipalities.map(({ id }) => ({ id: id as MunicipalityId }))
	const people = await withdrawAgain(database, towns, new Date())
	const counts = countsOf(manifest)
	command.printJson({ ...counts, withdrawnAgain: people })
	if (!command.json) command.print(m.publishing_cli_restored({ ...counts, people }))
}

function countsOf({ installation, municipalities }: BackupManifest) {
	const parts = [installation, ...municipalities.map((town) => town.parts)].flat()
	return { municipalities: municipalities.length, rows: parts.reduce((sum, { rows }) => sum + rows, 0) }
}
