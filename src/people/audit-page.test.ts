import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { CommandContext } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { asOwner, freshDatabase } from '#platform/database/fresh-database.ts'
import { findLoginStanding, isHumble } from '#platform/database/login-standing.ts'
import { auditCommand } from './audit-command.ts'
import { appendAudit } from './audit-log.ts'
import { actorWord, actWords, AUDIT_ACTS } from './audit-words.ts'
import { doctorCommand } from './doctor-command.ts'
import { findAudit, findAuditChoices } from './find-audit.ts'
import { removeMember } from './remove-member.ts'
import { sampleMunicipality } from './sample.ts'

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const at = new Date('2026-11-22T09:00:00Z')
const { analyst, moderator, steward } = town.team
const note = (by: string, act: Parameters<typeof appendAudit>[1]['act']) =>
	inMunicipality(database, town.id, (db) => appendAudit(db, { by, act, subject: 'conversation', at }))
await note(analyst.accountId, 'transcript-read')
await note(moderator.accountId, 'contact-read')
await note(analyst.accountId, 'quote-cleared')
await note('system', 'speaker-erased')

test('the log is read newest first, by person and by act, with names', async () => {
	const read = (wanted: { act?: string; by?: string; offset?: number }) =>
		inMunicipality(database, town.id, (db) => findAudit(db, { limit: 2, offset: 0, ...wanted }))
	const { total, lines } = await read({})
	assert.equal(total, 4)
	assert.deepEqual(
		lines.map(({ by, name, act }) => `${actorWord(by, name)} ${actWords(act)}`),
		['Gehört selbst hat eine Person gelöscht', 'Anna Lindner hat ein Zitat freigegeben'],
	)
	assert.equal((await read({ by: analyst.accountId })).total, 2)
	assert.equal((await read({ act: 'contact-read' })).lines[0]?.name, 'Ben Okafor')
	assert.equal((await read({ offset: 2 })).lines.length, 2)
})

test('whoever left the team keeps their name in the log', async () => {
	await inMunicipality(database, town.id, (db) =>
		removeMember(db, { accountId: moderator.accountId, by: steward.accountId, at }),
	)
	const { people } = await inMunicipality(database, town.id, findAuditChoices)
	assert.ok(people.some(({ name }) => name === 'Ben Okafor'))
})

test('every act has words', () => {
	for (const act of AUDIT_ACTS) assert.match(actWords(act), /^hat /, act)
})

test('the command says whether the log holds, and names the entry where it does not', async () => {
	assert.deepEqual(JSON.parse((await run(auditCommand, true)).join('\n')), [
		{ municipality: 'birkenrode', entries: 5, brokenAt: null },
	])
	await asOwner(database, `update audit_entry set act = 'signed-in' where sequence = 2`)
	await assert.rejects(run(auditCommand, false), { code: 'audit-broken', facts: { name: 'Birkenrode', entry: 2 } })
})

test('the doctor tells of a broken log, of keys others can read and of a login that may too much', async () => {
	const lines: string[] = []
	await assert.rejects(run(doctorCommand, true, lines), { code: 'doctor-found' })
	const said = JSON.parse(lines.join('\n')) as {
		findings: { check: string; state: string }[]
	}
	const stateOf = (check: string) => said.findings.find((finding) => finding.check === check)?.state
	assert.equal(stateOf('audit'), 'wrong')
	assert.equal(stateOf('secrets'), 'wrong')
	assert.equal(stateOf('schema'), 'fine')
	if (database.engine === 'embedded') return assert.equal(stateOf('engine'), 'notice')
	assert.equal(stateOf('login'), 'fine')
	const owner = { pool: { query: async (text: string) => ({ rows: await asOwner(database, text) }) } }
	assert.equal(isHumble(await findLoginStanding(owner as unknown as typeof database)), false)
})

async function run(command: typeof auditCommand, json: boolean, lines: string[] = []): Promise<string[]> {
	const folder = mkdtempSync(join(tmpdir(), 'gehoert-doctor-'))
	after(() => rmSync(folder, { recursive: true, force: true }))
	const secretsFile = join(folder, 'secrets.json')
	writeFileSync(secretsFile, '{}')
	chmodSync(secretsFile, 0o644)
	await command.run({
		settings: { secretsFile },
		json,
		openDatabase: async () => database,
		print: (line: string) => lines.push(line),
		printJson: (answer: unknown) => json && lines.push(JSON.stringify(answer)),
	} as unknown as CommandContext)
	return lines
}
