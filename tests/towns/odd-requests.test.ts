/** What no page of ours would ever send: text meant for the database, poisoned objects, endless nesting, two requests in one. */
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { readSettings } from '#platform/settings.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { sampleRound } from '#listening/sample.ts'
import { listRoutes } from '#people/route-rights.rules.ts'
import { ROUTE_RIGHTS } from '../../src/route-rights.ts'
import { startServer } from '../../src/server.ts'
import { openTestHouse } from './house.ts'

const HERE = 'http://localhost:3000'
const database = await freshDatabase()
const town = await sampleMunicipality(database)
const house = await openTestHouse(database)
const steward = await house.enter(town.team.steward.email)

/** Quotes and semicolons for SQL, wildcards, brackets for regular expressions and full-text queries, NUL, broken Unicode. */
const ODD = [
	`'; drop table voice; --`,
	`id desc, (select 1/0)`,
	'%_%',
	`a & | ! ( <-> :*`,
	'(((((((((((((((((((((((((((a+)+)+)+$',
	'\u0000',
	'\uD800',
	'__proto__',
	'-1',
	'99999999999999999999',
	'٣',
	'x'.repeat(5000),
]

/** Behind an address a NUL makes it no address at all, and nothing else would be read. */
const ODD_ASKED = ODD.filter((odd) => odd !== '\u0000')

const QUERY_NAMES = [
	...[
		'seite',
		'runde',
		'q',
		'lang',
		'sort',
		'weiter',
		'person',
		'beitrag',
		'transcript',
		'bereich',
		'ortsteil',
		'format',
		'stelle',
	],
	...[
		'punkt',
		'fokusthema',
		'an',
		'weg',
		'zugang',
		'thema',
		'zeilen',
		'spalten',
		'von',
		'was',
		'__proto__',
		'constructor',
	],
]

test('whatever stands in an address or behind it, no page falls over and nothing is read as a command', async () => {
	const fallen: string[] = []
	for (const { method, path } of listRoutes(ROUTE_RIGHTS)) {
		if (method !== 'GET' || path === '/werkstatt/abmelden') continue
		const hasBlanks = path.includes(':')
		for (const [turn, odd] of ODD.entries()) {
			// Without blanks in the address three questions are enough: each gives every name another odd value.
			if (!hasBlanks && turn >= 3) break
			const inside = path.replace(/:\w+/g, () => encodeURIComponent(odd.toWellFormed()).slice(0, 900))
			const query = new URLSearchParams(
				QUERY_NAMES.map((name, at) => [name, ODD_ASKED[(at + turn * 4) % ODD_ASKED.length]!]),
			)
			const { status } = await house.ask(`${HERE}${inside}?${query}`, { cookie: steward })
			if (status >= 500) fallen.push(`${status} ${path} with ${JSON.stringify(odd.slice(0, 30))}`)
		}
	}
	assert.deepEqual(fallen, [])
	const { rows } = await database.pool.query(`select to_regclass('voice') is not null as there`)
	assert.equal(rows[0].there, true)
})

test('an address with half a percent sign, or with a NUL in what is asked, is no address', async () => {
	for (const address of ['/suche?q=%00', '/themen/%', '/themen/%E0%A4%A', '/%c0%ae%c0%ae/werkstatt'])
		assert.equal((await house.ask(`${HERE}${address}`)).status, 404, address)
})

test('a file of the pages that is not there (any more) is unknown, and no failure', async () => {
	for (const path of ['/assets/none-1a2b3c.js', '/assets/', '/assets/unter/wegs.css'])
		assert.equal((await house.ask(`${HERE}${path}`)).status, 404, path)
})

test('a page beyond the end of a list leads to its first page, with everything else that was asked', async () => {
	for (const path of [
		'suche',
		'notizen',
		'protokoll',
		'codieren',
		'codebuch/verlauf',
		'matrix/zusammen',
		'vorschlaege',
	]) {
		const { status, headers } = await house.ask(`${HERE}/werkstatt/${path}?q=Bus&seite=999`, { cookie: steward })
		assert.deepEqual([status, headers.get('location')], [302, `/werkstatt/${path}?q=Bus`])
		assert.equal((await house.ask(`${HERE}/werkstatt/${path}?q=Bus`, { cookie: steward })).status, 200)
	}
	await inMunicipality(database, town.id, sampleRound)
	const interview = '/werkstatt/gespraeche/interview-am-kuechentisch'
	const beyond = await house.ask(`${HERE}${interview}?seite=999`, { cookie: steward })
	assert.deepEqual([beyond.status, beyond.headers.get('location')], [302, interview])
})

test('a program that asks at a wrong address is answered as a program', async () => {
	for (const path of ['/api/v1/nichts', '/api/v2/codings', '/api/v1/deeds/x/y']) {
		const { status, headers, text } = await house.ask(`${HERE}${path}`, { cookie: steward })
		assert.deepEqual([status, headers.get('content-type')], [404, 'application/problem+json'], path)
		assert.match(text, /address-unknown/)
	}
})

test('objects that would change all objects, endless nesting and endless names are refused and change nothing', async () => {
	const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
	const bodies = [
		'{"__proto__":{"part":"steward"},"transcriptId":{"$ne":null}}',
		'{"constructor":{"prototype":{"isAdmin":true}}}',
		nested,
		`{"${'a'.repeat(200_000)}":1}`,
		'{"transcriptId":',
		'null',
		'"text"',
		'[]',
	]
	for (const body of bodies) {
		const { status } = await house.ask(`${HERE}/api/v1/codings`, {
			method: 'POST',
			cookie: steward,
			headers: { 'content-type': 'application/json', accept: 'application/json', 'sec-fetch-site': 'same-origin' },
			raw: body,
		})
		assert.ok(status >= 400 && status < 500, `${status} for ${body.slice(0, 40)}`)
	}
	assert.equal(({} as Record<string, unknown>)['isAdmin'], undefined)
	assert.equal(({} as Record<string, unknown>)['part'], undefined)
})

test('a form with ten thousand fields, or with the same field ten thousand times, is refused or read, never fatal', async () => {
	const fields = Array.from({ length: 10_000 }, (_, at) => `text${at}=x`).join('&')
	const repeated = Array.from({ length: 10_000 }, () => 'text=x').join('&')
	for (const raw of [fields, repeated]) {
		const { status } = await house.ask(`${HERE}/mitreden`, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
			raw,
		})
		assert.ok(status < 500, String(status))
	}
})

test('a form without anything in it, half of one and something that is no form are refused by every page', async () => {
	const fallen: string[] = []
	for (const { method, path } of listRoutes(ROUTE_RIGHTS)) {
		if (method !== 'POST' || path.startsWith('/api/') || path === '/werkstatt/abmelden') continue
		for (const [type, raw] of [
			['', ''],
			['application/json', '{"text":"x"}'],
			['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="te'],
		] as const) {
			const address = `${HERE}${path.replace(/:\w+/g, 'nichts')}`
			const headers = { 'sec-fetch-site': 'same-origin', ...(type && { 'content-type': type }) }
			const { status } = await house.ask(address, { method, cookie: steward, headers, raw })
			if (status >= 500) fallen.push(`${status} ${path} with ${type || 'nothing'}`)
		}
	}
	assert.deepEqual(fallen, [])
})

test('two requests hidden in one are refused, and nobody after it gets the answer of the other', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'gehoert-odd-'))
	after(() => rmSync(folder, { recursive: true, force: true }))
	const server = await startServer(database, { ...readSettings({ GEHOERT_DATA: folder }), port: 0 })
	try {
		const port = Number(new URL(server.address).port)
		const hidden = 'GET /werkstatt HTTP/1.1\r\nHost: localhost\r\n\r\n'
		const smuggled = [
			`POST /mitreden HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${hidden.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
			`POST /mitreden HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
			`POST /mitreden HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
			`GET / HTTP/1.1\r\nHost: localhost\r\nX: a\nGET /werkstatt HTTP/1.1\r\n\r\n`,
			`GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n`,
		]
		for (const raw of smuggled) {
			const answer = await sendRaw(port, raw)
			assert.match(answer, /^HTTP\/1\.1 4\d\d /, raw.slice(0, 60))
			assert.equal(answer.split('HTTP/1.1 ').length, 2, 'one answer only')
		}
	} finally {
		await server.stop()
	}
})

function sendRaw(port: number, raw: string): Promise<string> {
	return new Promise((answered, failed) => {
		const socket = connect(port, 'localhost', () => socket.write(raw))
		let said = ''
		socket.setEncoding('latin1')
		socket.on('data', (chunk: string) => {
			said += chunk
		})
		socket.once('close', () => answered(said))
		socket.once('error', failed)
		setTimeout(() => socket.end(), 1500).unref()
	})
}
