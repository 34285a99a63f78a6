/** Ids are no keys: whoever knows an id or an address of another municipality gets the answer for one that does not exist. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { listRoutes } from '#people/route-rights.rules.ts'
import { ROUTE_RIGHTS } from '../../src/route-rights.ts'
import { openTestHouse, type Answer, type Asked } from './house.ts'
import { openTwoTowns, otherId, type Town } from './two-towns.ts'

const database = await freshDatabase()
const onPostgres = { skip: database.engine === 'embedded' && 'the embedded database holds one municipality' }

test(
	'an id of another municipality, in path, query, form or JSON, is as unknown as one that was never given',
	onPostgres,
	async () => {
		const [town, other] = await openTwoTowns(database)
		const house = await openTestHouse(database)
		const cookie = await house.enter(town.team.steward.email)
		const at = `http://localhost:3000/${town.slug}`
		const told: string[] = []
		let compared = 0
		const statuses = new Map<number, number>()
		for (const [what, asked] of attempts(town, other)) {
			const answers: string[] = []
			for (const key of [asked.foreign, asked.unknown]) {
				const { address, ...init } = asked.with(key)
				const answer = await house.ask(at + address, { cookie, ...init })
				answers.push(plain(answer, key))
				statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
			}
			compared++
			if (answers[0] !== answers[1]) told.push(`${what}\n${whereTheyDiffer(answers[0]!, answers[1]!)}`)
			if (answers.some((text) => text.includes(other.letter))) told.push(`${what} shows words of ${other.slug}`)
		}
		assert.deepEqual(told, [])
		process.stdout.write(`${compared} keys of another municipality, answered ${JSON.stringify([...statuses])}\n`)
		assert.ok(compared > 200, `${compared} compared`)
	},
)

/** The first place where two answers differ, with a little of what stands around it. */
function whereTheyDiffer(one: string, other: string): string {
	const at = [...one].findIndex((letter, index) => letter !== other[index])
	const around = (text: string) => text.slice(Math.max(0, at - 120), at + 120)
	return `  ${around(one)}\n  ${around(other)}`
}

type Attempt = { foreign: string; unknown: string; with: (key: string) => Asked & { address: string } }

function attempts(town: Town, other: Town): [string, Attempt][] {
	return [...inPaths(town, other), ...inQueries(other), ...inForms(town, other), ...inJson(town, other)]
}

/** One id of each kind that addresses and forms carry. */
const KINDS = ['transcripts', 'codings', 'voices', 'speakers', 'themes', 'quotes', 'initiatives']
const someIds = ({ ids }: Town) => KINDS.flatMap((table) => (ids[table]?.[0] ? [[table, ids[table][0]] as const] : []))
const unknownFor = (key: string) => (/^[0-9a-f-]{36}$/.test(key) ? otherId(key, 'nobody') : `${key}-gibt-es-nicht`)

/** Every address with a blank, each blank filled with every kind of id and address the other municipality has. */
function inPaths(town: Town, other: Town): [string, Attempt][] {
	const keys = [
		...someIds(other),
		...Object.entries(other.slugs).flatMap(([table, slugs]) => {
			const own = new Set(town.slugs[table])
			const foreign = slugs.find((slug) => !own.has(slug))
			return foreign ? [[table, foreign] as const] : []
		}),
	]
	return listRoutes(ROUTE_RIGHTS)
		.filter(({ path, method }) => path.includes(':') && method !== 'POST')
		.flatMap(({ method, path }) =>
			keys.map(([table, key]): [string, Attempt] => [
				`${method} ${path} with ${table}`,
				{
					foreign: key,
					unknown: unknownFor(key),
					with: (filled) => ({
						method,
						address: path.replace(/:\w+/g, filled),
						...(method !== 'GET' && { json: {} }),
					}),
				},
			]),
		)
}

/** Names of parameters our pages read. */
const PARAMETERS = [
	'transcript',
	'beitrag',
	'thema',
	'runde',
	'an',
	'ort',
	'theme',
	'q',
	'seite',
	'zeile',
	'spalte',
	'rolle',
	'person',
]

function inQueries(other: Town): [string, Attempt][] {
	const pages = Object.keys(ROUTE_RIGHTS).filter((path) => ROUTE_RIGHTS[path]?.GET && !/[:*]/.test(path))
	const [voice] = other.ids['voices']!
	return pages.flatMap((path) =>
		[voice!].map((key): [string, Attempt] => [
			`GET ${path} with foreign parameters`,
			{
				foreign: key,
				unknown: unknownFor(key),
				with: (filled) => ({
					method: 'GET',
					address: `${path}?${new URLSearchParams(PARAMETERS.map((name) => [name, filled])).toString()}`,
				}),
			},
		]),
	)
}

/** What forms of the team send, each id replaced by the other municipality's. */
function inForms(town: Town, other: Town): [string, Attempt][] {
	const first = (owner: Town, table: string) => owner.ids[table]![0]!
	const slug = (owner: Town, table: string) => owner.slugs[table]![0]!
	const forms: [string, string, (id: string) => Record<string, string>][] = [
		['/werkstatt/team', 'account', (account) => ({ intent: 'link', account })],
		['/werkstatt/team', 'account', (account) => ({ intent: 'remove', account })],
		['/werkstatt/team', 'account', (account) => ({ intent: 'part', account, part: 'editor' })],
		[
			'/werkstatt/antworten/neu',
			'focusThemes',
			(an) => ({ an: `focus-theme:${an}`, art: 'done', antwort: 'Ja.', stelle: 'Rat' }),
		],
		['/werkstatt/antworten/neu', 'voices', (an) => ({ an: `voice:${an}`, art: 'done', antwort: 'Ja.', stelle: 'Rat' })],
		['/werkstatt/ausgaben', 'rounds', (round) => ({ intent: 'freeze', round, runde: round, title: 'Ausgabe' })],
		[
			'/werkstatt/codebuch',
			'themes',
			(theme) => ({ intent: 'move', theme, id: theme, themeId: theme, direction: 'up' }),
		],
		[
			`/werkstatt/fokusthemen/${slug(town, 'focusThemes')}`,
			'codings',
			(codingId) => ({ intent: 'cite', codingId, coding: codingId, part: 'analysis', text: `Satz [${codingId}]` }),
		],
		[
			`/werkstatt/vorhaben/${slug(town, 'initiatives')}`,
			'commitments',
			(commitment) => ({ intent: 'keep', commitment, commitmentId: commitment, what: 'Tun' }),
		],
		[
			`/werkstatt/gespraeche/${slug(town, 'conversations')}/sprechende`,
			'speakers',
			(speaker) => ({ intent: 'save', speaker, speakerId: speaker }),
		],
		[
			'/werkstatt/anliegen/neu',
			'speakers',
			(person) => ({ kind: 'access', person, via: 'mail', received: '2025-05-01' }),
		],
	]
	const accounts = { foreign: other.team.partner.accountId, unknown: 'sample-nobody-partner' }
	return forms.map(([address, table, form]) => {
		const foreign = table === 'account' ? accounts.foreign : first(other, table)
		const unknown = table === 'account' ? accounts.unknown : unknownFor(foreign)
		return [`POST ${address} with ${table}`, { foreign, unknown, with: (key) => ({ address, form: form(key) }) }]
	})
}

function inJson(town: Town, other: Town): [string, Attempt][] {
	const [own, foreign] = [town.ids, other.ids]
	const fields: [string, string, (id: string) => Record<string, unknown>][] = [
		['transcript', foreign['transcripts']![0]!, (transcriptId) => ({ transcriptId, themeId: own['themes']![0] })],
		['theme', foreign['themes']![0]!, (themeId) => ({ transcriptId: own['transcripts']![0], themeId })],
		[
			'own id taken elsewhere',
			foreign['codings']![0]!,
			(id) => ({ id, transcriptId: own['transcripts']![0], themeId: own['themes']![0] }),
		],
	]
	const created = fields.map(([name, key, body]): [string, Attempt] => [
		`POST /api/v1/codings with ${name}`,
		{
			foreign: key,
			unknown: unknownFor(key),
			with: (filled) => ({ address: '/api/v1/codings', json: { start: 0, end: 5, ...body(filled) } }),
		},
	])
	const changed = [
		['PATCH', (id: string) => `/api/v1/codings/${id}`],
		['DELETE', (id: string) => `/api/v1/codings/${id}`],
		['POST', (id: string) => `/api/v1/codings/${id}/restore`],
	] as const
	const coding = foreign['codings']![0]!
	return [
		...created,
		...changed.map(([method, address]): [string, Attempt] => [
			`${method} a coding`,
			{
				foreign: coding,
				unknown: unknownFor(coding),
				with: (key) => ({ method, address: address(key), json: { intensity: 3 } }),
			},
		]),
	]
}

/** The answer without what differs from request to request: the key itself, times, nonces, tokens. */
function plain({ status, text, headers }: Answer, key: string): string {
	const target = headers.get('location') ?? ''
	return (
		`${status} ${target} ${text}`
			.replaceAll(key, 'KEY')
			.replaceAll(encodeURIComponent(key), 'KEY')
			.replace(/"instance":"[^"]*"/g, '')
			.replace(/nonce="[^"]*"|nonce\\?",\\?"[^"]*"/g, '')
			.replace(/value="[A-Za-z0-9_.-]{20,}"/g, '')
			.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
			// When something was made, and when a page was asked for: forms send it along.
			.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\[\\?"D\\?",\d+\]/g, 'TIME')
			// The search tells how it read what was asked.
			.replaceAll(key.replaceAll('-', ' '), 'KEY')
			.replaceAll(key.replaceAll('-', ''), 'KEY')
			// Where a sample begins is drawn anew each time the form is asked for.
			.replace(/<input[^>]*name="startzahl"[^>]*>/g, '')
	)
}
