/** A story café with three people, one moderator and one who did not agree to be analysed. For tests. */
import { randomUUID } from 'node:crypto'
import {
	inInstallation,
	type Database,
	type MunicipalityDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { districts, municipalities, sectors } from '#people/tables.ts'
import { consents } from '#listening/consent.tables.ts'
import { conversations, rounds, speakers, transcripts, turns, voices } from '#listening/tables.ts'
import { coderByName } from './coding/coder-of.ts'
import { themes } from './tables.ts'

export type SampleTurn = { by: string; text: string }

export const STORY_CAFE: SampleTurn[] = [
	{ by: 'M', text: 'Was hat sich verändert?' },
	{ by: 'B3', text: 'Also 👵🏼 früher gab es die Gemeindeschwester, die kam einmal die Woche, und die wusste alles.' },
	{ by: 'B7', text: 'Na ja, das machen wir ja heute selber, ich fahre meine Nachbarin sowieso. Wer haftet denn?' },
	{ by: 'B9', text: 'Das bitte nicht aufschreiben.' },
	{ by: 'B7', text: 'Gefragt schon. Da hieß es, das müsse geprüft werden.' },
]

export async function sampleTown(database: Database): Promise<MunicipalityId> {
	const id = randomUUID() as MunicipalityId
	const profile = { convener: 'Zukunft e. V.', address: [], email: 'post@example.org', responsible: 'Ana Beispiel' }
	await inInstallation(database, async (db) => {
		await db.insert(municipalities).values({ id, slug: `town-${id.slice(0, 8)}`, name: 'Birkenrode', profile })
	})
	return id
}

export type SampleConversation = {
	conversationId: string
	transcriptId: string
	text: string
	/** Where the turns begin, in code points. */
	starts: number[]
	voiceIds: (string | null)[]
	speakerIds: Record<string, string>
	/** By slug. */
	themeIds: Record<string, string>
	coderId: string
}

/** `B9` did not agree to be analysed, `M` asks; all others agreed. B3 speaks for the church, B7 for business. */
export async function sampleConversation(
	db: MunicipalityDatabase,
	{ slug = 'erzaehlcafe', sampleTurns = STORY_CAFE }: { slug?: string; sampleTurns?: SampleTurn[] } = {},
): Promise<SampleConversation> {
	const [round] = await db
		.insert(rounds)
		.values({ slug: `runde-${slug}`, title: 'Birkenrode hört zu' })
		.returning()
	const [conversation] = await db
		.insert(conversations)
		.values({ roundId: round!.id, slug, title: 'Erzählcafé Oberdorf', format: 'story-cafe', heldOn: '2025-05-08' })
		.returning()
	const speakerIds = await insertSpeakers(db, conversation!.id, [...new Set(sampleTurns.map(({ by }) => by))])
	const text = sampleTurns.map((turn) => turn.text).join('\n')
	const [transcript] = await db
		.insert(transcripts)
		.values({ conversationId: conversation!.id, text, length: codePointLength(text) })
		.returning({ id: transcripts.id })
	const starts: number[] = []
	const voiceIds = sampleTurns.map(({ by }) => (by === 'M' ? null : randomUUID()))
	const rows = sampleTurns.map(({ by, text: said }, position) => {
		const start = starts.length === 0 ? 0 : starts.at(-1)! + codePointLength(sampleTurns[position - 1]!.text) + 1
		starts.push(start)
		return {
			said,
			position,
			speakerId: speakerIds[by]!,
			voiceId: voiceIds[position]!,
			start,
			end: start + codePointLength(said),
		}
	})
	const spoken = rows.filter(({ voiceId }) => voiceId !== null)
	for (let from = 0; from < spoken.length; from += 1000) {
		await db.insert(voices).values(
			spoken.slice(from, from + 1000).map(({ voiceId, speakerId, position, said }) => ({
				id: voiceId,
				conversationId: conversation!.id,
				speakerId,
				position,
				text: said,
			})),
		)
	}
	for (let from = 0; from < rows.length; from += 1000) {
		await db
			.insert(turns)
			.values(rows.slice(from, from + 1000).map(({ said: _, ...turn }) => ({ ...turn, transcriptId: transcript!.id })))
	}
	return {
		conversationId: conversation!.id,
		transcriptId: transcript!.id,
		text,
		starts,
		voiceIds,
		speakerIds,
		themeIds: await insertThemes(db),
		coderId: await coderByName(db, { kind: 'human', name: 'Anna' }),
	}
}

async function insertSpeakers(db: MunicipalityDatabase, conversationId: string, codes: string[]) {
	await db
		.insert(sectors)
		.values([
			{ slug: 'church', label: { de: 'Kirche' } },
			{ slug: 'business', label: { de: 'Wirtschaft' } },
		])
		.onConflictDoNothing()
	await db
		.insert(districts)
		.values([
			{ slug: 'oberlohe', name: 'Oberlohe' },
			{ slug: 'kernstadt', name: 'Kernstadt' },
		])
		.onConflictDoNothing()
	const sectorIds = new Map((await db.select().from(sectors)).map(({ slug, id }) => [slug, id]))
	const districtIds = new Map((await db.select().from(districts)).map(({ slug, id }) => [slug, id]))
	const rows = await db
		.insert(speakers)
		.values(
			codes.map((code) => ({
				conversationId,
				code,
				isModerator: code === 'M',
				sectorId: code === 'B3' ? sectorIds.get('church') : code === 'B7' ? sectorIds.get('business') : null,
				districtId: code === 'B3' ? districtIds.get('oberlohe') : null,
				ageBand: code === 'B3' ? ('60-74' as const) : null,
			})),
		)
		.returning({ id: speakers.id, code: speakers.code })
	const analysable = rows.filter(({ code }) => code !== 'B9' && code !== 'M')
	await db
		.insert(consents)
		.values(analysable.map(({ id }) => ({ speakerId: id, channel: 'analyse' as const, given: 'on-paper' as const })))
	return Object.fromEntries(rows.map(({ code, id }) => [code, id]))
}

async function insertThemes(db: MunicipalityDatabase) {
	const given = ['infrastructure', 'community', 'administration']
	await db
		.insert(themes)
		.values(given.map((theme, position) => ({ slug: theme, label: theme, position, colour: '#2b5c8a' })))
		.onConflictDoNothing()
	return Object.fromEntries(
		(await db.select({ slug: themes.slug, id: themes.id }).from(themes)).map((theme) => [theme.slug, theme.id]),
	)
}

function codePointLength(text: string): number {
	return Array.from(text).length
}
