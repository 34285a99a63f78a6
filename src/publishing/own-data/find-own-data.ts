import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { Language } from '#platform/words/words.ts'
import { districts, roles, sectors } from '#people/tables.ts'
import { openSealedBytes } from '#protecting/sealed-bytes.ts'
import { findOwnConsents } from '#listening/find-own-consents.ts'
import { contacts, dataRequests } from '#listening/consent.tables.ts'
import { dueOn } from '#listening/data-request.rules.ts'
import { sealedOriginals } from '#listening/names.tables.ts'
import { conversations, speakers, voices } from '#listening/tables.ts'
import { inLanguage } from '#listening/wording.rules.ts'
import { codings } from '#understanding/tables.ts'
import { focusThemes, quotes } from '#focusing/tables.ts'
import { findThreads } from '#answering/find-thread.ts'
import type { Thread } from '#answering/thread.rules.ts'
import type { OwnConversation, OwnData, OwnVoice } from './own-data.ts'

export type FindOwnData = {
	municipality: { id: string; name: string; profile: { convener: string } }
	secrets: Secrets
	speakerIds: readonly string[]
	/** ISO date in the municipality's time zone. */
	today: string
	language: Language
}

/**
 * Everything kept of these speakers, who are one person: own words, own consents, what was understood and published of
 * them, own answers and requests. Not: what others said, who coded, memos, moderators, titles the team gave.
 *
 * @throws {Problem} `speaker-unknown`
 */
export async function findOwnData(db: MunicipalityDatabase, wanted: FindOwnData): Promise<OwnData> {
	const { municipality, speakerIds, today } = wanted
	const found: OwnConversation[] = []
	for (const speakerId of speakerIds) found.push(await findOne(db, wanted, speakerId))
	return {
		format: 'gehoert-own-data-1',
		municipality: municipality.name,
		convener: municipality.profile.convener,
		exportedOn: today,
		conversations: found,
	}
}

async function findOne(db: MunicipalityDatabase, wanted: FindOwnData, speakerId: string): Promise<OwnConversation> {
	const { language } = wanted
	const [person] = await db
		.select({
			speaker: speakers,
			conversation: conversations,
			sector: sectors.label,
			role: roles.label,
			district: districts.name,
		})
		.from(speakers)
		.innerJoin(conversations, eq(conversations.id, speakers.conversationId))
		.leftJoin(sectors, eq(sectors.id, speakers.sectorId))
		.leftJoin(roles, eq(roles.id, speakers.roleId))
		.leftJoin(districts, eq(districts.id, speakers.districtId))
		.where(eq(speakers.id, speakerId))
	if (!person) throw new Problem('not-found', 'speaker-unknown')
	const { speaker, conversation, sector, role, district } = person
	const sealed = eq(sealedOriginals.conversationId, conversation.id)
	return {
		format: conversation.format,
		heldOn: conversation.heldOn,
		about: {
			pseudonym: speaker.pseudonym,
			sector: sector && inLanguage(sector, language),
			role: role && inLanguage(role, language),
			district,
			ageBand: speaker.ageBand,
			isUnder16: speaker.isUnder16,
			restrictedOn: speaker.restrictedAt?.toISOString().slice(0, 10) ?? null,
		},
		contact: await findContact(db, wanted, speakerId),
		consents: await findOwnConsents(db, { speakerId, language }),
		voices: await findOwnWords(db, wanted, speakerId),
		requests: await findOwnRequests(db, [speakerId]),
		hasSealedOriginal: (await db.$count(sealedOriginals, sealed)) > 0,
	}
}

async function findContact(db: MunicipalityDatabase, { secrets, municipality }: FindOwnData, speakerId: string) {
	const [contact] = await db.select({ sealed: contacts.sealed }).from(contacts).where(eq(contacts.speakerId, speakerId))
	const opened = contact && openSealedBytes(secrets, municipality.id, 'contact', contact.sealed)
	return opened ? Buffer.from(opened).toString() : null
}

/** What these people asked for, oldest first. */
export async function findOwnRequests(
	db: MunicipalityDatabase,
	speakerIds: readonly string[],
): Promise<OwnConversation['requests']> {
	const found = await db
		.select({
			kind: dataRequests.kind,
			wish: dataRequests.wish,
			receivedOn: dataRequests.receivedOn,
			doneOn: dataRequests.doneOn,
			extendedBecause: dataRequests.extendedBecause,
			declinedBecause: dataRequests.declinedBecause,
		})
		.from(dataRequests)
		.where(inArray(dataRequests.speakerId, [...speakerIds]))
		.orderBy(asc(dataRequests.receivedOn))
	return found.map((request) => ({ ...request, dueOn: dueOn(request) }))
}

async function findOwnWords(db: MunicipalityDatabase, { today }: FindOwnData, speakerId: string): Promise<OwnVoice[]> {
	const said = await db
		.select({ id: voices.id, latitude: voices.latitude, longitude: voices.longitude })
		.from(voices)
		.where(eq(voices.speakerId, speakerId))
		.orderBy(asc(voices.position))
	const voiceIds = said.map(({ id }) => id)
	const threads = new Map((await findThreads(db, { voiceIds, today })).map((thread) => [thread.voice.id, thread]))
	const special = await findSpecialCategories(db, voiceIds)
	const quoted = Map.groupBy(await findQuotes(db, voiceIds), ({ voiceId }) => voiceId)
	return said.flatMap(({ id, latitude, longitude }) => {
		const thread = threads.get(id)
		if (!thread) return []
		return {
			title: thread.voice.title,
			text: thread.voice.text,
			place: latitude !== null && longitude !== null ? { latitude, longitude } : null,
			understood: thread.codings.map(({ codingId, passage, theme, stance }) => ({
				...{ passage, stance, theme: theme.label },
				specialCategory: special.get(codingId) ?? null,
			})),
			quotes: (quoted.get(id) ?? []).map(({ voiceId: _, ...quote }) => quote),
			answers: answersOf(thread),
		}
	})
}

function answersOf({ answers }: Thread): OwnVoice['answers'] {
	return answers.map(({ kind, because, byOffice, answeredOn, to }) => ({
		...{ kind, because, byOffice, answeredOn },
		about: to.title,
	}))
}

async function findSpecialCategories(db: MunicipalityDatabase, voiceIds: readonly string[]) {
	const found = await db
		.select({ id: codings.id, specialCategory: codings.specialCategory })
		.from(codings)
		.where(and(inArray(codings.voiceId, [...voiceIds]), isNull(codings.removedAt)))
	return new Map(found.map(({ id, specialCategory }) => [id, specialCategory]))
}

function findQuotes(db: MunicipalityDatabase, voiceIds: readonly string[]) {
	return db
		.select({
			voiceId: codings.voiceId,
			wording: quotes.wording,
			label: quotes.publicLabel,
			under: focusThemes.title,
		})
		.from(quotes)
		.innerJoin(codings, eq(codings.id, quotes.codingId))
		.innerJoin(focusThemes, eq(focusThemes.id, quotes.focusThemeId))
		.where(inArray(codings.voiceId, [...voiceIds]))
		.orderBy(asc(quotes.position))
}
