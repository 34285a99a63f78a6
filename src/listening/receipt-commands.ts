/** Commands about receipts: a sheet of them on paper, and new peppers. */
import { rename, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UsageError, type Command, type CommandContext } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { openSecrets, renewPeppers } from '#platform/secrets.ts'
import { m } from '#platform/words/words.ts'
import { appendAudit } from '#people/audit-log.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { findMunicipalityAddress } from '#people/municipality-address.ts'
import { drawReceiptCodes, keepReceipts } from './print-receipts.ts'
import { renderReceiptSheet } from './receipt-sheet/render-receipt-sheet.ts'

export const receiptCommands: Command[] = [
	{
		name: 'receipts print',
		usage: '--count N --out FILE.pdf',
		summary: {
			de: 'Druckbogen mit Belegen für Interviews; die Codes stehen nur in dieser Datei',
			en: 'Sheet of receipts for interviews; the codes are in this file only',
		},
		options: { count: { type: 'string' }, out: { type: 'string' } },
		run: printReceipts,
	},
	{
		name: 'receipts renew-peppers',
		usage: '',
		summary: {
			de: 'Zieht neue Schlüssel für Belege; alte Belege öffnen weiter. Danach den Server neu starten',
			en: 'Draws new keys for receipts; old receipts still open. Restart the server afterwards',
		},
		async run({ settings, print, printJson, json }) {
			openSecrets(settings.secretsFile)
			const { pepperId } = renewPeppers(settings.secretsFile)
			printJson({ pepperId })
			if (!json) print(m.listening_cli_peppers_renewed({ path: settings.secretsFile }))
			return Promise.resolve()
		},
	},
]

async function printReceipts(command: CommandContext) {
	const { count, out } = command.options
	if (typeof out !== 'string' || typeof count !== 'string')
		throw new UsageError('--count --out', m.listening_cli_receipts_usage())
	const codes = drawReceiptCodes(Number(count))
	const database = await command.openDatabase()
	const municipality = await chooseMunicipality(database, command.municipality)
	const { id: municipalityId, timeZone, name, profile } = municipality
	const { secretsFile } = command.settings
	const baseUrl = await findMunicipalityAddress(database, command.settings.baseUrl, municipality)
	const pdf = await renderReceiptSheet({ codes, baseUrl, name, convener: profile.convener })
	const path = resolve(out)
	await writeFile(`${path}.partial`, pdf, { mode: 0o600 })
	const at = new Date()
	await inMunicipality(database, municipalityId, async (db) => {
		await keepReceipts(db, { municipalityId, timeZone, secrets: openSecrets(secretsFile), codes, at })
		await appendAudit(db, { by: 'command', act: 'receipts-printed', subject: 'receipt', at })
	})
	await rename(`${path}.partial`, path)
	command.printJson({ out: path, receipts: codes.length })
	if (!command.json) command.print(m.listening_cli_receipts_printed({ count: codes.length, path }))
}
