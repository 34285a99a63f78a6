/** `doctor`: how this installation stands, and what whoever runs it should know or change. */
import { statSync } from 'node:fs'
import { inMunicipality, type Database } from '#platform/database/database.ts'
import type { Command } from '#platform/cli/command.ts'
import { findLoginStanding, isHumble } from '#platform/database/login-standing.ts'
import { findStanding } from '#platform/database/schema-standing.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { verifyAuditLog } from './audit-log.ts'
import { findMunicipalities } from './find-municipalities.ts'

/** `notice`: works, but should be known. `wrong`: should be changed. */
type Finding = { check: string; state: 'fine' | 'notice' | 'wrong'; sentence: string }

export const doctorCommand: Command = {
	name: 'doctor',
	usage: '[--json]',
	summary: {
		de: 'Untersucht die Anlage: Datenbank, Rechte, Schlüssel, Protokoll; endet mit 1, wenn etwas zu ändern ist',
		en: 'Examines the installation: database, rights, keys, audit log; ends with 1 when something has to change',
	},
	async run(command) {
		const database = await command.openDatabase()
		const findings = [
			engine(database),
			schema(await findStanding(database)),
			...(await login(database)),
			...secrets(command.settings.secretsFile),
			...(await auditLogs(database)),
		]
		command.printJson({ engine: database.engine, findings })
		if (!command.json) for (const { state, sentence } of findings) command.print(`${SIGNS[state]} ${sentence}`)
		// Whoever lets a machine ask learns it from how the command ends.
		if (findings.some(({ state }) => state === 'wrong')) throw new Problem('conflict', 'doctor-found')
	},
}

const SIGNS = { fine: '✓', notice: '·', wrong: '✗' }

function engine(database: Database): Finding {
	const check = 'engine'
	return database.engine === 'postgres'
		? { check, state: 'fine', sentence: m.people_doctor_postgres() }
		: { check, state: 'notice', sentence: m.people_doctor_embedded() }
}

/** Opening has already brought it up to date, or refused. */
function schema(standing: string): Finding {
	const isCurrent = standing === 'current'
	const sentence = isCurrent ? m.people_doctor_schema() : m.people_doctor_schema_old()
	return { check: 'schema', state: isCurrent ? 'fine' : 'wrong', sentence }
}

async function login(database: Database): Promise<Finding[]> {
	if (database.engine === 'embedded') return []
	const standing = await findLoginStanding(database)
	const { login: name, ownsTables, seesEverything, inheritsRoles } = standing
	const check = 'login'
	if (isHumble(standing)) return [{ check, state: 'fine', sentence: m.people_doctor_login({ login: name }) }]
	return [
		...(seesEverything
			? [{ check, state: 'wrong' as const, sentence: m.people_doctor_login_mighty({ login: name }) }]
			: []),
		...(ownsTables > 0
			? [{ check, state: 'notice' as const, sentence: m.people_doctor_login_owns({ login: name }) }]
			: []),
		...(inheritsRoles
			? [{ check, state: 'notice' as const, sentence: m.people_doctor_login_inherits({ login: name }) }]
			: []),
	]
}

function secrets(path: string): Finding[] {
	const file = statSync(path, { throwIfNoEntry: false })
	if (!file || process.platform === 'win32') return []
	const isOpen = (file.mode & 0o077) !== 0
	const sentence = isOpen ? m.people_doctor_secrets_open({ path }) : m.people_doctor_secrets({ path })
	return [{ check: 'secrets', state: isOpen ? 'wrong' : 'fine', sentence }]
}

async function auditLogs(database: Database): Promise<Finding[]> {
	const findings: Finding[] = []
	for (const { id, name } of await findMunicipalities(database)) {
		const { entries, brokenAt } = await inMunicipality(database, id, verifyAuditLog)
		findings.push(
			brokenAt === null
				? { check: 'audit', state: 'fine', sentence: m.people_cli_audit_holds({ name, entries }) }
				: { check: 'audit', state: 'wrong', sentence: m.problem_audit_broken({ name, entry: brokenAt }) },
		)
	}
	return findings
}

/** One line at the start of a server whose login is more than it should be; null when all is well. */
export async function loginNotice(database: Database): Promise<string | null> {
	const [first] = (await login(database)).filter(({ state }) => state !== 'fine')
	return first?.sentence ?? null
}
