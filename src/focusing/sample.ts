/** A believable conversation, coded, for tests of this and later stages. */
import {
	inInstallation,
	inMunicipality,
	type Database,
	type MunicipalityDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { districts, municipalities, rolePopulations, roles, sectors } from '#people/tables.ts'
import { consents } from '#listening/consent.tables.ts'
import { conversations, rounds, speakers, transcripts, turns, voices } from '#listening/tables.ts'
import { coders, codings, themes } from '#understanding/tables.ts'

/** What two people said in a story café; the first may be quoted, the second may not. */
const SAID = [
	{
		code: 'B1',
		role: 'volunteer',
		text: 'Früher hat man im Laden erfahren, wem es schlecht geht. Heute erfährt man es bei der Beerdigung. Der Kleinbus vom Sportverein Rot-Weiß steht die ganze Woche in der Garage.',
	},
	{
		code: 'B2',
		role: 'village-mayor',
		text: 'Der Bus fährt zweimal am Tag. Das steht seit vier Jahren im Protokoll, und keiner macht was.',
	},
] as const

const CODED = [
	{
		key: 'shop',
		code: 'B1',
		theme: 'infrastructure',
		quote: 'Früher hat man im Laden erfahren, wem es schlecht geht. Heute erfährt man es bei der Beerdigung.',
		stance: 'hinders',
		isGoodQuote: true,
	},
	{
		key: 'minibus',
		code: 'B1',
		theme: 'mobility',
		quote: 'Der Kleinbus vom Sportverein Rot-Weiß steht die ganze Woche in der Garage.',
		stance: 'helps',
		isGoodQuote: false,
	},
	{
		key: 'bus',
		code: 'B2',
		theme: 'mobility',
		quote: 'Der Bus fährt zweimal am Tag.',
		stance: 'hinders',
		isGoodQuote: true,
	},
	{
		key: 'minutes',
		code: 'B2',
		theme: 'administration',
		quote: 'Das steht seit vier Jahren im Protokoll, und keiner macht was.',
		stance: 'hinders',
		isGoodQuote: false,
	},
] as const

type PassageKey = (typeof CODED)[number]['key']

export type SampleTown = {
	municipalityId: MunicipalityId
	roundId: string
	districtId: string
	/** `mobility` stands below `infrastructure`; `administration` beside them. */
	themes: Record<'infrastructure' | 'mobility' | 'administration', string>
	codings: Record<PassageKey, string>
	voices: Record<'B1' | 'B2', string>
	speakers: Record<'B1' | 'B2', string>
	/** Runs work in one transaction of this town. */
	inTown: <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => Promise<Result>
}

/** Quellheim: 4,000 people, one village, one round, one story café. Several may live in one database under other slugs. */
export async function sampleTown(database: Database, slug = 'quellheim'): Promise<SampleTown> {
	const profile = {
		convener: 'Zukunft Quellheim e. V.',
		address: [],
		email: 'post@quellheim.example',
		responsible: 'Ada Quell',
	}
	const [town] = await inInstallation(database, (db) =>
		db.insert(municipalities).values({ slug, name: 'Quellheim', profile }).returning({ id: municipalities.id }),
	)
	const municipalityId = town!.id as MunicipalityId
	const inTown: SampleTown['inTown'] = (work) => inMunicipality(database, municipalityId, work)
	const heard = await inTown(async (db) => ({ ...(await people(db)), themes: await codebook(db) }))
	const spoken = await inTown((db) => conversation(db, heard))
	const coded = await inTown((db) => code(db, spoken, heard.themes))
	return { municipalityId, inTown, ...heard, ...spoken, codings: coded }
}

async function people(db: MunicipalityDatabase) {
	const [district] = await db
		.insert(districts)
		.values({ slug: 'oberquell', name: 'Oberquell', population: 400 })
		.returning({ id: districts.id })
	const [sector] = await db
		.insert(sectors)
		.values({ slug: 'civil-society', label: { de: 'Zivilgesellschaft' } })
		.returning({ id: sectors.id })
	const [resident] = await db
		.insert(roles)
		.values({ slug: 'resident', label: { de: 'Bürgerin oder Bürger', en: 'resident' }, population: 4000 })
		.returning({ id: roles.id })
	const [volunteer, mayor] = await db
		.insert(roles)
		.values([
			{
				slug: 'volunteer',
				label: { de: 'Engagierte', en: 'volunteers' },
				population: 300,
				parentId: resident!.id,
				sectorId: sector!.id,
			},
			{
				slug: 'village-mayor',
				label: { de: 'Ortsbürgermeisterin', en: 'village mayor' },
				population: 1,
				parentId: resident!.id,
			},
		])
		.returning({ id: roles.id })
	await db.insert(rolePopulations).values({ roleId: volunteer!.id, districtId: district!.id, population: 40 })
	const [round] = await db
		.insert(rounds)
		.values({ slug: 'hoert-zu', title: 'Quellheim hört zu' })
		.returning({ id: rounds.id })
	return {
		roundId: round!.id,
		districtId: district!.id,
		sectorId: sector!.id,
		roles: { volunteer: volunteer!.id, 'village-mayor': mayor!.id },
	}
}

async function codebook(db: MunicipalityDatabase): Promise<SampleTown['themes']> {
	const [infrastructure, administration] = await db
		.insert(themes)
		.values([
			{ slug: 'infrastructure', label: 'Infrastruktur & Grundversorgung' },
			{ slug: 'administration', label: 'Verwaltung & Politik', position: 1 },
		])
		.returning({ id: themes.id })
	const [mobility] = await db
		.insert(themes)
		.values({ slug: 'mobility', label: 'Mobilität', parentId: infrastructure!.id, position: 2 })
		.returning({ id: themes.id })
	return { infrastructure: infrastructure!.id, mobility: mobility!.id, administration: administration!.id }
}

type Heard = Awaited<ReturnType<typeof people>>

async function conversation(db: MunicipalityDatabase, { roundId, districtId, sectorId, roles }: Heard) {
	const [cafe] = await db
		.insert(conversations)
		.values({
			roundId,
			slug: 'erzaehlcafe',
			title: 'Erzählcafé Oberquell',
			format: 'story-cafe',
			heldOn: '2025-05-08',
			districtId,
		})
		.returning({ id: conversations.id })
	const conversationId = cafe!.id
	const spoke = await db
		.insert(speakers)
		.values(SAID.map(({ code, role }) => ({ conversationId, code, sectorId, roleId: roles[role], districtId })))
		.returning({ id: speakers.id })
	const [first, second] = spoke.map(({ id }) => id) as [string, string]
	await db.insert(consents).values([
		{ speakerId: first, channel: 'analyse', given: 'on-paper' },
		{ speakerId: first, channel: 'quote', given: 'on-paper' },
		{ speakerId: second, channel: 'analyse', given: 'on-paper' },
	])
	const text = SAID.map(({ text }) => text).join('\n\n')
	const [transcript] = await db
		.insert(transcripts)
		.values({ conversationId, text, length: [...text].length })
		.returning({ id: transcripts.id })
	const said = await db
		.insert(voices)
		.values(SAID.map(({ text }, position) => ({ conversationId, speakerId: spoke[position]!.id, position, text })))
		.returning({ id: voices.id })
	await db.insert(turns).values(
		SAID.map((turn, position) => {
			const start = [...text.slice(0, text.indexOf(turn.text))].length
			return {
				transcriptId: transcript!.id,
				speakerId: spoke[position]!.id,
				voiceId: said[position]!.id,
				position,
				start,
				end: start + [...turn.text].length,
			}
		}),
	)
	return {
		transcriptId: transcript!.id,
		text,
		speakers: { B1: first, B2: second },
		voices: { B1: said[0]!.id, B2: said[1]!.id },
	}
}

type Spoken = Awaited<ReturnType<typeof conversation>>

async function code(db: MunicipalityDatabase, { transcriptId, text, voices }: Spoken, themeIds: SampleTown['themes']) {
	const [coder] = await db.insert(coders).values({ kind: 'human', name: 'Anna' }).returning({ id: coders.id })
	const rows = await db
		.insert(codings)
		.values(
			CODED.map(({ code, theme, quote, stance, isGoodQuote }) => {
				const start = [...text.slice(0, text.indexOf(quote))].length
				const end = start + [...quote].length
				return {
					transcriptId,
					voiceId: voices[code],
					themeId: themeIds[theme],
					coderId: coder!.id,
					start,
					end,
					quote,
					stance,
					isGoodQuote,
				}
			}),
		)
		.returning({ id: codings.id })
	return Object.fromEntries(CODED.map(({ key }, at) => [key, rows[at]!.id])) as SampleTown['codings']
}
