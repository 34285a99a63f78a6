/** Drives two municipalities with whatever people do, in any order, and looks at every byte that comes out. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { inMunicipality, type Database } from '#platform/database/database.ts'
import { openSecrets } from '#platform/secrets.ts'
import { outboxMails } from '#platform/tables.ts'
import { findTeamAccounts, readPackageContent } from '#publishing/package/export-package.ts'
import { ROUTE_RIGHTS } from '../../src/route-rights.ts'
import { issueFormToken } from '#listening/form-token.ts'
import { everythingIn } from '#protecting/pdf.sample.ts'
import { partsOfZip } from '../journeys/everything-said.ts'
import { openTestHouse, type Answer, type Asked, type House } from './house.ts'
import { openTwoTowns, type Town } from './two-towns.ts'

type World = {
	house: House
	towns: [Town, Town]
	cookies: Map<string, string>
	log: string[]
	outcomes: Map<string, number>
}
type Done = { what: string; of: Town; said: string }
type Command = fc.AsyncCommand<Record<string, never>, World>

/** Opens both towns; `run` plays that many random stories of up to `longest` deeds and returns what was looked at. */
export async function openWorld(database: Database) {
	const log = listenToLog()
	const towns = await openTwoTowns(database)
	const house = await openTestHouse(database)
	const world: World = { house, towns, cookies: new Map(), log, outcomes: new Map() }
	for (const town of towns)
		for (const member of Object.values(town.team)) world.cookies.set(member.email, await house.enter(member.email))
	return {
		world,
		run: async (stories: number, longest: number) => {
			const story = fc.commands(allDeeds(database, towns), { maxCommands: longest })
			await fc.assert(
				fc.asyncProperty(story, (told) => fc.asyncModelRun(() => ({ model: {}, real: world }), told)),
				{ numRuns: stories, endOnFailure: true },
			)
			const deeds = [...world.outcomes.values()].reduce((sum, times) => sum + times, 0)
			return { stories, deeds, outcomes: world.outcomes }
		},
	}
}

/** Whatever the server writes on standard error, as well as there. */
function listenToLog(): string[] {
	const lines: string[] = []
	const write = process.stderr.write.bind(process.stderr)
	process.stderr.write = ((chunk: string | Uint8Array) => {
		lines.push(String(chunk))
		return true
	}) as typeof write
	return lines
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * Fails when something that was said for one town holds a letter, an id, an address or a person of the other. What was
 * `given` in the question may come back in the answer.
 */
export function assertOwn({ what, of, said: whole }: Done, towns: readonly [Town, Town], given: string[] = []) {
	const said = given.reduce((rest, word) => rest.replaceAll(word, '').replaceAll(encodeURIComponent(word), ''), whole)
	const other = towns.find((town) => town !== of)!
	const foreign = foreignKeys(other)
	const strays = [
		...(said.includes(other.letter) ? [`the letter ${other.letter}: ${around(said, other.letter)}`] : []),
		...[...said.matchAll(UUID)].map(([id]) => id).filter((id) => foreign.has(id)),
		...[`@${other.slug}.example`, `sample-${other.slug}`].filter((mark) => said.includes(mark)),
	]
	assert.deepEqual(strays, [], `${what} for ${of.slug} holds what is ${other.slug}'s`)
}

const keys = new WeakMap<Town, Set<string>>()

function foreignKeys(town: Town): Set<string> {
	if (!keys.has(town)) keys.set(town, new Set([town.id, ...Object.values(town.ids).flat()]))
	return keys.get(town)!
}

const around = (said: string, mark: string) => said.slice(Math.max(0, said.indexOf(mark) - 60), said.indexOf(mark) + 60)

/** One deed of somebody in one town; everything the server answers and logs meanwhile is looked at. */
function deed(
	what: string,
	town: Town,
	towns: readonly [Town, Town],
	work: (world: World) => Promise<Answer | string>,
	given: string[] = [],
): Command {
	return {
		check: () => true,
		toString: () => `${what} in ${town.slug}`,
		run: async (_model, world) => {
			world.log.length = 0
			const answer = await work(world)
			const outcome = `${what}: ${typeof answer === 'string' ? 'read' : answer.status}`
			world.outcomes.set(outcome, (world.outcomes.get(outcome) ?? 0) + 1)
			const said = typeof answer === 'string' ? answer : `${JSON.stringify([...answer.headers])} ${saidIn(answer)}`
			assertOwn({ what, of: town, said }, towns, given)
			for (const line of world.log) assert.doesNotMatch(line, /[ɲŋ]|@\w+\.example/, 'a log line tells what people said')
			if (typeof answer !== 'string') assert.ok(answer.status < 500, `${what}: ${answer.status}`)
		},
	}
}

/** Files are opened: in packed bytes a letter stands by chance, and words that are there are not seen. */
function saidIn({ bytes, text }: Answer): string {
	const file = Buffer.from(bytes)
	const beginning = file.toString('latin1', 0, 4)
	if (beginning.startsWith('PK')) return partsOfZip(file).map(String).join(' ')
	return beginning === '%PDF' ? everythingIn(bytes) : text
}

function allDeeds(database: Database, towns: [Town, Town]): fc.Arbitrary<Command>[] {
	const town = fc.integer({ min: 0, max: 1 }).map((at) => towns[at]!)
	const seed = fc.nat(1_000_000)
	const other = (own: Town) => towns.find((one) => one !== own)!
	const at = (own: Town, path: string) => `http://localhost:3000/${own.slug}${path}`
	const pick = (list: readonly string[] | undefined, number: number) => list?.[number % list.length] ?? 'nichts'
	const make = (
		what: string,
		work: (own: Town, number: number) => [string, Asked?] | ((world: World) => Promise<Answer | string>),
		given: (own: Town, number: number) => string[] = () => [],
	) =>
		fc.tuple(town, seed).map(([own, number]) => {
			const plan = work(own, number)
			const act =
				typeof plan === 'function'
					? plan
					: (world: World) => world.house.ask(at(own, plan[0]), withCookie(world, plan[1]))
			return deed(what, own, towns, act, given(own, number))
		})
	const team = (own: Town, part: keyof Town['team'] = 'steward') => ({ cookie: own.team[part].email })
	const open = Object.keys(ROUTE_RIGHTS).filter(
		(path) => ROUTE_RIGHTS[path]?.GET === 'everybody' && !/[:*.]/.test(path),
	)
	const closed = Object.keys(ROUTE_RIGHTS).filter(
		(path) => ROUTE_RIGHTS[path]?.GET && path.startsWith('/werkstatt') && !/[:*.]|abmelden|bogen/.test(path),
	)
	return [
		make('reading a public page', (_own, n) => [pick(open, n)]),
		make('reading a theme', (own, n) => [`/themen/${pick(own.slugs['focusThemes'], n)}`]),
		make('reading an initiative', (own, n) => [`/vorhaben/${pick(own.slugs['initiatives'], n)}`]),
		make('reading the report', () => ['/bericht/bericht.html']),
		make('reading the feed', () => ['/feed.atom']),
		make('searching in public', (own, n) => [`/suche?q=${encodeURIComponent(wordsOf(own, n))}`]),
		make(
			'searching for words of the other',
			(own, n) => [`/${n % 2 ? 'werkstatt/' : ''}suche?q=${encodeURIComponent(wordsOf(other(own), n))}`, team(own)],
			// The search says how it read the words, in small letters.
			(own, n) => [wordsOf(other(own), n), ...wordsOf(other(own), n).toLowerCase().split(' ')],
		),
		make('searching in the workshop', (own, n) => [
			`/werkstatt/suche?q=${encodeURIComponent(wordsOf(own, n))}`,
			team(own),
		]),
		make('reading a page of the workshop', (own, n) => [
			pick(closed, n),
			team(own, (['steward', 'analyst', 'moderator', 'editor', 'partner'] as const)[n % 5]),
		]),
		make('reading a conversation', (own, n) => [
			`/werkstatt/gespraeche/${pick(own.slugs['conversations'], n)}`,
			team(own),
		]),
		make('opening the coding desk', (own, n) => [
			`/werkstatt/gespraeche/${pick(own.slugs['conversations'], n)}/codieren`,
			team(own),
		]),
		make('asking for codings', (own, n) => [
			`/api/v1/codings?transcript=${pick(own.ids['transcripts'], n)}`,
			{ ...team(own), headers: { accept: 'application/json' } },
		]),
		make('opening what belongs to the other', (own, n) => [
			`/werkstatt/gespraeche/${pick(other(own).slugs['conversations'], n)}`,
			team(own),
		]),
		make(
			'asking for codings of the other',
			(own, n) => [
				`/api/v1/codings?transcript=${pick(other(own).ids['transcripts'], n)}`,
				{ ...team(own), headers: { accept: 'application/json' } },
			],
			(own, n) => [pick(other(own).ids['transcripts'], n)],
		),
		make('coming with the session of the other', (own, n) => [
			pick(closed, n),
			{ cookie: other(own).team.steward.email },
		]),
		make('coding', (own, n) => [
			'/api/v1/codings',
			{
				...team(own, 'analyst'),
				json: {
					transcriptId: pick(own.ids['transcripts'], n),
					themeId: pick(own.ids['themes'], n >> 3),
					start: n % 80,
					end: (n % 80) + 30,
				},
			},
		]),
		make(
			'coding with a theme of the other',
			(own, n) => [
				'/api/v1/codings',
				{
					...team(own),
					json: {
						transcriptId: pick(own.ids['transcripts'], n),
						themeId: pick(other(own).ids['themes'], n),
						start: 0,
						end: 9,
					},
				},
			],
			(own, n) => [pick(other(own).ids['themes'], n)],
		),
		make(
			'changing a coding of the other',
			(own, n) => [
				`/api/v1/codings/${pick(other(own).ids['codings'], n)}`,
				{ ...team(own), method: n % 2 ? 'PATCH' : 'DELETE', json: { intensity: 2 } },
			],
			(own, n) => [pick(other(own).ids['codings'], n)],
		),
		make('answering', (own, n) => [
			'/werkstatt/antworten/neu',
			{
				...team(own),
				form: {
					an: `focus-theme:${pick(own.ids['focusThemes'], n)}`,
					art: 'done',
					antwort: `Die Bank steht, ${own.letter}ummer ${n}.`,
					stelle: 'Ortsrat',
				},
			},
		]),
		make(
			'answering the other',
			(own, n) => [
				'/werkstatt/antworten/neu',
				{
					...team(own),
					form: {
						an: `focus-theme:${pick(other(own).ids['focusThemes'], n)}`,
						art: 'done',
						antwort: 'Ja.',
						stelle: 'Rat',
					},
				},
			],
			(own, n) => [pick(other(own).ids['focusThemes'], n)],
		),
		make('inviting', (own, n) => [
			'/werkstatt/team/einladen',
			{
				...team(own),
				form: {
					name: `Neu ${own.letter}`,
					email: `neu-${n}@${own.slug}.example`,
					part: 'partner',
					intent: 'mail',
					art: 'mail',
				},
			},
		]),
		make('speaking', (own, n) => (world) => speak(world, own, at(own, '/mitreden'), n)),
		make(
			'looking at the mails',
			(own) => () =>
				inMunicipality(database, own.id, async (db) => JSON.stringify(await db.select().from(outboxMails).limit(50))),
		),
		make('exporting everything', (own) => async () => {
			const accounts = await findTeamAccounts(database, own.id)
			return JSON.stringify(await inMunicipality(database, own.id, (db) => readPackageContent(db, own.id, accounts)))
		}),
	]
}

const wordsOf = (town: Town, number: number) => WORDS[number % WORDS.length]!.replaceAll('n', town.letter)

const WORDS = ['Dorfladen', 'Verein', 'Kinder', 'Bahnhof', 'Stadtrat', 'Ehrenamt', 'Wohnen', 'Mensch']

/** Deeds name members by mail address; the cookie of their session is known here. */
function withCookie(world: World, asked: Asked = {}): Asked {
	return { ...asked, cookie: asked.cookie && world.cookies.get(asked.cookie) }
}

/** In a form opened a minute ago: whoever sends at once is kept waiting, as machines are. */
async function speak({ house }: World, own: Town, address: string, number: number): Promise<Answer> {
	const form = issueFormToken(openSecrets(house.settings.secretsFile), new Date(Date.now() - 60_000))
	const text = `Am Bahnhof fehlt eine Bank zum Warten, sagt Stimme ${number}.`.replaceAll('n', own.letter)
	const from = `198.${number % 250}.${(number >> 8) % 250}.9`
	return house.ask(address, { address: from, form: { form, text, analyse: 'ja', quote: 'ja' } })
}
