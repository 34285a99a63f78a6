/** `audit verify`: whether anybody has changed the audit log behind the application's back. */
import { inMunicipality } from '#platform/database/database.ts'
import type { Command, CommandContext } from '#platform/cli/command.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { verifyAuditLog } from './audit-log.ts'
import { findMunicipalities } from './find-municipalities.ts'

export const auditCommand: Command = {
	name: 'audit verify',
	usage: '[--json]',
	summary: {
		de: 'Prüft, ob das Protokoll unverändert ist; endet mit 1 und nennt den Eintrag, wenn nicht',
		en: 'Checks whether the audit log is unchanged; ends with 1 and names the entry if not',
	},
	run: verify,
}

/** Every municipality, or the one that is named. Exit code 1 when one of the chains is broken. */
async function verify(command: CommandContext) {
	const database = await command.openDatabase()
	const wanted = command.municipality
	const towns = (await findMunicipalities(database)).filter(({ slug }) => !wanted || slug === wanted)
	if (wanted && towns.length === 0) throw new Problem('not-found', 'municipality-unknown', { slug: wanted })
	const standings = []
	for (const { id, slug, name } of towns)
		standings.push({ municipality: slug, name, ...(await inMunicipality(database, id, verifyAuditLog)) })
	command.printJson(standings.map(({ name: _, ...standing }) => standing))
	for (const { name, entries, brokenAt } of standings)
		if (brokenAt === null && !command.json) command.print(m.people_cli_audit_holds({ name, entries }))
	const broken = standings.find(({ brokenAt }) => brokenAt !== null)
	if (broken) throw new Problem('conflict', 'audit-broken', { name: broken.name, entry: broken.brokenAt! })
}
