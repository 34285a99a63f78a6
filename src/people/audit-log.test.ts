import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { asOwner, freshDatabase } from '#platform/database/fresh-database.ts'
import { appendAudit, verifyAuditLog } from './audit-log.ts'
import { sampleMunicipality } from './sample.ts'
import { auditEntries } from './tables.ts'

test('the log shows when an entry was changed or taken out afterwards', async () => {
	const database = await freshDatabase()
	const town = await sampleMunicipality(database)
	const by = town.team.analyst.accountId
	const read = (subjectId: string) =>
		inMunicipality(database, town.id, (db) =>
			appendAudit(db, { by, act: 'transcript-read', subject: 'transcript', subjectId, at: new Date() }),
		)
	await Promise.all(Array.from({ length: 6 }, () => read(crypto.randomUUID())))
	const verify = () => inMunicipality(database, town.id, verifyAuditLog)
	assert.deepEqual(await verify(), { entries: 6, brokenAt: null })

	await assert.rejects(
		inMunicipality(database, town.id, (db) => db.update(auditEntries).set({ by: 'system' })),
		denied,
	)
	await assert.rejects(
		inMunicipality(database, town.id, (db) => db.delete(auditEntries)),
		denied,
	)
	assert.deepEqual(await verify(), { entries: 6, brokenAt: null }, 'the application itself cannot change it')

	await asOwner(database, `update audit_entry set by = 'system' where sequence = 4`)
	assert.deepEqual(await verify(), { entries: 6, brokenAt: 4 })
	await asOwner(database, 'delete from audit_entry where sequence = 2')
	assert.deepEqual(await verify(), { entries: 5, brokenAt: 2 })
})

/** PostgreSQL: insufficient privilege. */
const denied = (error: Error) => (error.cause as { code?: string }).code === '42501'
