/** A believable round for tests: a small town, two people at a kitchen table, one who writes. */
import {
	inInstallation,
	inMunicipality,
	type Database,
	type MunicipalityDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { districts, municipalities, roles, sectors } from '#people/tables.ts'
import { createRound } from './create-round.ts'
import { originKeyOf, type PreparedConversation } from './prepared-conversation.ts'
import { recordConversations } from './record-conversation.ts'
import type { Channel } from './vocabulary.ts'
import { splitTurns } from './turns.rules.ts'

export const SAMPLE_DAY = new Date('2025-04-10T10:00:00Z')

export const SAMPLE_INTERVIEW = `I: Was bringt das Dorf voran?

B1: Die Leute. Wenn das Bad gestrichen wird, sind am Samstag um acht zwölf da. 👍

I: Und was hält es auf?

B2: Der Bus. Der 417 fährt zweimal am Tag, und am Wochenende gar nicht.

B1: Und der Laden fehlt. Seit 2021 gibt es keinen mehr.`

/** An interview as a reader would hand it over: B1 may be quoted, B2 only analysed. */
export function preparedInterview(text = SAMPLE_INTERVIEW): PreparedConversation {
	const split = splitTurns(text)
	const consented: Record<string, Channel[]> = { B1: ['record', 'analyse', 'quote'], B2: ['record', 'analyse'] }
	return {
		originKey: originKeyOf('interview', text),
		title: 'Interview am Küchentisch',
		format: 'interview',
		heldOn: '2025-04-09',
		place: 'Küche',
		moderators: ['anna'],
		text: split.text,
		turns: split.turns,
		speakers: split.speakers.map(({ code, isModerator }) => ({
			code,
			isModerator,
			...(consented[code] && {
				consent: { channels: consented[code], given: 'on-paper', givenOn: '2025-04-09' } as const,
			}),
		})),
	}
}

/** One written voice, a conversation of one. */
export function preparedWrittenVoice(
	text = 'Eine Bank am Bach wäre schön.',
	title: string | null = 'Bank am Bach',
): PreparedConversation {
	return {
		originKey: originKeyOf('written', text, title ?? ''),
		title: title ?? text.slice(0, 80),
		format: 'written',
		heldOn: '2025-05-02',
		text,
		speakers: [{ code: 'S1', consent: { channels: ['analyse', 'quote'], given: 'on-the-web' } }],
		turns: [{ speaker: 'S1', start: 0, end: [...text].length, title }],
	}
}

/** A round with one interview; returns the ids a later stage needs to code it. */
export async function sampleRound(db: MunicipalityDatabase) {
	const round = await createRound(db, { title: 'Birkenrode hört zu', slug: 'birkenrode-hoert-zu', at: SAMPLE_DAY })
	const recorded = await recordConversations(db, {
		roundId: round.id,
		conversations: [preparedInterview()],
		at: SAMPLE_DAY,
	})
	const [conversationId] = recorded.ids
	return { round, conversationId: conversationId!, voices: recorded.writtenVoices }
}

/** A town with two districts, two sectors and two roles. */
export async function sampleTown(database: Database, slug = 'birkenrode'): Promise<MunicipalityId> {
	const profile = {
		convener: 'Zukunft Birkenrode e. V.',
		address: [],
		email: 'post@birkenrode.example',
		responsible: '',
	}
	const [town] = await inInstallation(database, (db) =>
		db
			.insert(municipalities)
			.values({ slug, name: 'Birkenrode', isFictional: true, profile })
			.returning({ id: municipalities.id }),
	)
	const id = town!.id as MunicipalityId
	await inMunicipality(database, id, async (db) => {
		await db.insert(districts).values([
			{ slug: 'kernstadt', name: 'Kernstadt', population: 5650 },
			{ slug: 'oberlohe', name: 'Oberlohe', population: 1140 },
		])
		await db.insert(sectors).values([
			{ slug: 'business', label: { de: 'Wirtschaft' } },
			{ slug: 'church', label: { de: 'Kirche' } },
		])
		await db.insert(roles).values([
			{ slug: 'retailer', label: { de: 'Einzelhandel' }, population: 20 },
			{ slug: 'resident', label: { de: 'Stimme aus der Gemeinde' }, population: 8700 },
		])
	})
	return id
}
