/** Everything an installation says to somebody outside the team, one entry per channel and place. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { textOfPdf } from '../../src/platform/pdf/pdf-text.ts'
import { everythingIn } from '../../src/protecting/pdf.sample.ts'
import type { Journey } from './browser.ts'

/** `channel` is a kind of output, `where` the place: an address, a file. */
export type Said = { channel: string; where: string; bytes: Buffer }

/** One line per secret and place; upper and lower case, spaces, dashes and entities do not hide anything. */
export function findSecrets(said: readonly Said[], secrets: Readonly<Record<string, string>>): string[] {
	const wanted = Object.entries(secrets).map(([name, secret]) => [name, plain(secret)] as const)
	return said.flatMap(({ channel, where, bytes }) => {
		const text = plain(bytes.toString('utf8')) + plain(bytes.toString('latin1'))
		return wanted.filter(([, secret]) => text.includes(secret)).map(([name]) => `${name} in ${channel} ${where}`)
	})
}

function plain(text: string): string {
	const decoded = text.replace(/&#x?([0-9a-f]+);/gi, (_, code: string) =>
		String.fromCodePoint(Number.parseInt(code, 16)),
	)
	return decoded
		.normalize('NFC')
		.toLowerCase()
		.replaceAll('%20', '')
		.replace(/[\s\-–.]/g, '')
}

type Route = { method: string; path: string; rights: Record<string, string> }

/** Every public page in both languages and as data, what the search answers to the words `asked`, feeds, files, error pages, answers' headers, logs, mails. */
export async function readEverythingPublic(journey: Journey, asked: readonly string[]): Promise<Said[]> {
	const routes = JSON.parse(await journey.gehoert('routes', '--rights', '--json')) as Route[]
	const open = routes.filter(({ method, rights }) => method === 'GET' && rights['public'] === 'yes')
	const addresses = [...new Set((await Promise.all(open.map(({ path }) => addressesOf(journey, path)))).flat())]
	const said: Said[] = []
	for (const address of addresses) {
		said.push(...(await ask(journey, `page ${pattern(address)}`, address)))
		said.push(...(await ask(journey, 'page in English', withQuery(address, 'lang=en'))))
		if (!address.includes('.'))
			said.push(...(await ask(journey, 'page as data', `${address === '/' ? '/_root' : address}.data`)))
	}
	for (const word of asked) {
		const answers = await ask(journey, 'search', `/suche?q=${encodeURIComponent(word)}`)
		// A search shows the question again; what must not be there is an answer to it.
		if (answers[0]!.bytes.includes('<mark')) said.push(...answers)
	}
	said.push(...(await askInTheWrongWay(journey, routes)))
	said.push({ channel: 'log', where: 'server', bytes: Buffer.from(journey.log()) })
	for (const args of PUBLIC_COMMANDS) {
		said.push({
			channel: `command ${args[0]}`,
			where: args.join(' '),
			bytes: Buffer.from(await journey.gehoert(...args)),
		})
	}
	said.push(...(await readReports(journey)))
	return said
}

const PUBLIC_COMMANDS = [['matrix', '--rows', 'theme', '--columns', 'sector', '--public', '--json']]

/** Addresses behind a route: those with a blank are taken from the links of the page above. */
async function addressesOf(journey: Journey, path: string): Promise<string[]> {
	if (path === '/*') return ['/gibt-es-nicht', '/themen/gibt-es-nicht']
	if (path.startsWith('/bericht/')) return []
	if (!path.includes(':')) return [path]
	const above = path.slice(0, path.indexOf('/:'))
	if (above === '' || path.includes('anmelden')) return [path.replace(/:\w+/g, 'gibt-es-nicht')]
	const html = await (await fetch(journey.address + above)).text()
	const links = [...html.matchAll(/href="(\/[^"#?]*)"/g)].map(([, href]) => href!)
	const inside = links.filter((href) => href.startsWith(`${above}/`) && !/\.\w+$/.test(href))
	return [...new Set(inside)].slice(0, 8)
}

const withQuery = (address: string, query: string) => `${address}${address.includes('?') ? '&' : '?'}${query}`

/** `/themen/dorfladen` → `/themen/…`, so that ten themes are one channel. */
const pattern = (address: string) => address.replace(/^(\/[^/]+)\/.+$/, '$1/…')

async function ask(journey: Journey, channel: string, address: string, init: RequestInit = {}): Promise<Said[]> {
	const answer = await fetch(journey.address + address, { redirect: 'manual', ...init })
	const headers = JSON.stringify([...answer.headers])
	return [
		{ channel, where: address, bytes: Buffer.from(await answer.arrayBuffer()) },
		{ channel: 'headers', where: address, bytes: Buffer.from(headers) },
	]
}

/** Refusals and mistakes: what they say must not be more than they know. */
async function askInTheWrongWay(journey: Journey, routes: readonly Route[]): Promise<Said[]> {
	const form = { 'content-type': 'application/x-www-form-urlencoded', origin: journey.address }
	const post = (address: string, body: string) =>
		ask(journey, `refused form ${address}`, address, { method: 'POST', headers: form, body })
	const closed = routes.filter(({ method, rights }) => method === 'GET' && rights['public'] !== 'yes')
	const shut = closed.map(({ path }) => path.replace(/:\w+/g, 'gibt-es-nicht'))
	return [
		...(await Promise.all(shut.map((address) => ask(journey, 'page of the team, asked by nobody', address)))).flat(),
		...(
			await Promise.all(shut.map((address) => ask(journey, 'data of the team, asked by nobody', `${address}.data`)))
		).flat(),
		...(await post('/mitreden', 'text=&form=gefälscht')),
		...(await post('/beleg', 'code=7KQ2M-9XHTA-B3C8W-51DEF')),
		...(await post('/werkstatt/anmelden', 'email=niemand%40beispiel.example&password=falschfalschfalsch')),
		...(await ask(journey, 'form from another site', '/mitreden', {
			method: 'POST',
			headers: { ...form, origin: 'https://boese.example' },
			body: 'text=x',
		})),
		...(await ask(journey, 'wrong method', '/themen', { method: 'PUT', headers: form, body: 'x' })),
		...(await ask(journey, 'API, unknown', '/api/v1/gibt-es-nicht')),
		...(await ask(journey, 'API, not signed in', '/api/v1/codings?transcript=00000000-0000-4000-8000-000000000000')),
		...(await ask(journey, 'odd address', '/%2e%2e/werkstatt')),
		...(await ask(journey, 'sitemap and robots', '/robots.txt')),
		...(await ask(journey, 'sitemap and robots', '/sitemap.xml')),
	]
}

/** The report in every format, by command and by download, with what lies inside the files. */
async function readReports(journey: Journey): Promise<Said[]> {
	const said: Said[] = []
	for (const format of ['pdf', 'docx', 'html'] as const) {
		const path = join(journey.dataFolder, `bericht.${format}`)
		await journey.gehoert('report', '--out', path)
		said.push(...(await insidesOf(`report as ${format}`, path)))
		said.push(...(await ask(journey, `download of the report as ${format}`, `/bericht/bericht.${format}`)))
	}
	return said
}

async function insidesOf(channel: string, path: string): Promise<Said[]> {
	const bytes = readFileSync(path)
	if (path.endsWith('.docx')) return [{ channel, where: path, bytes: Buffer.concat(partsOfZip(bytes)) }]
	if (!path.endsWith('.pdf')) return [{ channel, where: path, bytes }]
	const { text } = await textOfPdf(bytes)
	return [
		{ channel, where: path, bytes },
		{ channel: `${channel}: text`, where: path, bytes: Buffer.from(text) },
		{ channel: `${channel}: metadata`, where: path, bytes: Buffer.from(everythingIn(bytes), 'latin1') },
	]
}

/** What leaves the house with everything in it, for the municipality itself; whoever holds it must still open no receipt. */
export async function readEverythingKept(journey: Journey): Promise<Said[]> {
	const path = join(journey.dataFolder, 'alles.gehoert')
	await journey.gehoert('export', '--format', 'gehoert', '--out', path)
	const parts = partsOfZip(readFileSync(path))
	const database = await openDatabase({ dataFolder: journey.dataFolder, holder: 'test' })
	try {
		const { rows: tables } = await database.pool.query<{ name: string }>(
			`select format('%I.%I', schemaname, tablename) as name from pg_tables
			where schemaname in ('public', 'pgboss', 'drizzle')`,
		)
		const backup = join(journey.dataFolder, 'alles.backup')
		await journey.gehoert('backup', '--out', backup)
		const said: Said[] = [
			{ channel: 'package', where: path, bytes: Buffer.concat(parts) },
			{ channel: 'backup', where: backup, bytes: Buffer.concat(partsOfZip(readFileSync(backup))) },
		]
		for (const { name } of tables) {
			const { rows } = await database.pool.query(`select * from ${name}`)
			said.push({ channel: 'database', where: name, bytes: Buffer.from(JSON.stringify(rows)) })
		}
		return said
	} finally {
		await database.close()
	}
}

/** The parts of a zip whose sizes stand in its directory. */
export function partsOfZip(zip: Buffer): Buffer[] {
	const parts: Buffer[] = []
	for (
		let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
		at >= 0;
		at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')
	) {
		const [method, size, header] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
		const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
		const packed = zip.subarray(start, start + size)
		parts.push(method === 0 ? packed : inflateRawSync(packed))
	}
	return parts
}
