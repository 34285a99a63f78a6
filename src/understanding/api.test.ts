import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import type { Member } from '#people/request.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { findDesk } from './coding/find-desk.ts'
import { sampleApi } from './request-sample.ts'
import { sampleConversation } from './sample.ts'

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const { desk, talk } = await inMunicipality(database, town.id, async (db) => {
	const sample = await sampleConversation(db)
	return { talk: sample, desk: await findDesk(db, 'erzaehlcafe') }
})
const themeId = talk.themeIds['community']!

const apiFor = (member: Member | null) => sampleApi(database, town, member)
const analyst = apiFor(town.team.analyst)
const [first] = desk.turns.filter(({ mayCode }) => mayCode)
const passage = { transcriptId: desk.transcriptId, start: first!.start, end: first!.start + 4, themeId }

test('only who may code codes; everybody else reads why not', async () => {
	for (const [member, code] of [
		[null, 'sign-in-needed'],
		[town.team.partner, 'right-missing'],
		[town.team.moderator, 'right-missing'],
	] as const) {
		const answer = await apiFor(member)('/api/v1/codings', 'POST', passage)
		assert.equal(answer.status, 403)
		assert.equal(answer.headers.get('content-type'), 'application/problem+json')
		assert.equal(((await answer.json()) as { code: string }).code, code)
	}
	assert.equal((await apiFor(town.team.moderator)(`/api/v1/codings?transcript=${desk.transcriptId}`)).status, 200)
})

test('a note is changed and deleted by whoever wrote it, or who answers for the team', async () => {
	const colleague = apiFor({ ...town.team.analyst, accountId: town.team.editor.accountId, name: 'Cem Arslan' })
	const steward = apiFor(town.team.steward)
	const on = { transcriptId: desk.transcriptId, position: first!.position }
	const note = { id: crypto.randomUUID(), on, text: 'Noch einmal fragen.' }
	const address = `/api/v1/memos/${note.id}`
	const texts = async () => {
		const answer = await analyst(`/api/v1/memos?transcript=${desk.transcriptId}`)
		return ((await answer.json()) as { memos: { text: string }[] }).memos.map(({ text }) => text)
	}
	assert.equal((await analyst('/api/v1/memos', 'POST', note)).status, 201)
	assert.equal((await analyst('/api/v1/memos', 'POST', note)).status, 201)
	for (const refused of [
		await colleague(address, 'PATCH', { text: 'Anders.' }),
		await colleague(address, 'DELETE'),
		await colleague('/api/v1/memos', 'POST', note),
	])
		assert.match(((await refused.json()) as { code: string }).code, /memo-not-yours|memo-exists/)
	assert.equal((await analyst(address, 'PATCH', { text: 'Zweimal fragen.' })).status, 200)
	assert.deepEqual(await texts(), ['Zweimal fragen.'])
	assert.equal((await steward(address, 'DELETE')).status, 204)
	assert.equal((await colleague(address, 'DELETE')).status, 204)
	assert.deepEqual(await texts(), [])
})

test('a coding is made, changed, taken back and brought again', async () => {
	const made = await analyst('/api/v1/codings', 'POST', { ...passage, stance: 'wish' })
	assert.equal(made.status, 201)
	const { id, quote } = (await made.json()) as { id: string; quote: string }
	assert.equal(quote, 'Also')
	const list = async () =>
		(
			(await (await analyst(`/api/v1/codings?transcript=${desk.transcriptId}`)).json()) as {
				codings: { id: string; intensity: number }[]
			}
		).codings
	assert.equal((await analyst(`/api/v1/codings/${id}`, 'PATCH', { intensity: 3 })).status, 200)
	assert.deepEqual(
		(await list()).map((coding) => coding.intensity),
		[3],
	)
	assert.equal((await analyst(`/api/v1/codings/${id}`, 'DELETE')).status, 204)
	assert.deepEqual(await list(), [])
	assert.equal((await analyst(`/api/v1/codings/${id}/restore`, 'POST')).status, 200)
	assert.equal((await list()).length, 1)
	await analyst(`/api/v1/codings/${id}`, 'DELETE')
})

test('whatever is sent, the answer says what does not fit', async () => {
	const codeOf = async (method: string, path: string, body: unknown) => {
		const answer = await analyst(path, method, body)
		const { code, detail } = (await answer.json()) as { code: string; detail: string }
		assert.notEqual(detail, code, 'there is a sentence for it')
		return `${answer.status} ${code}`
	}
	const codings = '/api/v1/codings'
	assert.equal(await codeOf('POST', codings, undefined), '422 body-not-json')
	assert.equal(await codeOf('POST', codings, { ...passage, themeId: 'x' }), '422 field-invalid')
	assert.equal(await codeOf('POST', codings, { ...passage, start: -1 }), '422 field-invalid')
	assert.equal(await codeOf('POST', codings, { ...passage, end: passage.start }), '422 passage-empty')
	assert.equal(await codeOf('POST', codings, { ...passage, intensity: 9 }), '422 intensity-unknown')
	assert.equal(await codeOf('PATCH', `${codings}/${'-'.repeat(36)}`, {}), '404 coding-unknown')
	assert.equal(await codeOf('DELETE', `${codings}/${themeId}`, undefined), '404 coding-unknown')
})
