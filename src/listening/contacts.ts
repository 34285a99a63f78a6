/** How to reach somebody who allowed it: sealed, apart from their words, and every opening is noted. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Secrets } from '#platform/secrets.ts'
import { appendAudit } from '#people/audit-log.ts'
import { openSealedBytes, sealBytes } from '#protecting/sealed-bytes.ts'
import { tidyContact } from './speak-form.rules.ts'
import { SHOWN_TITLE, speakerAllows } from './speaker-allows.ts'
import { contacts } from './consent.tables.ts'
import { conversations, speakers, voices } from './tables.ts'

type Sealing = { secrets: Secrets; municipalityId: string }

export type KeepContacts = Sealing & { contacts: readonly { speakerId: string; text: string }[] }

/** Seals what people wrote with their voice; the caller has their consent. What was kept before is replaced. */
export async function keepContacts(
	db: MunicipalityDatabase,
	{ secrets, municipalityId, contacts: given }: KeepContacts,
) {
	if (given.length === 0) return
	const rows = given.map(({ speakerId, text }) => ({
		speakerId,
		sealed: sealBytes(secrets, municipalityId, 'contact', new TextEncoder().encode(text)),
	}))
	await db
		.insert(contacts)
		.values(rows)
		.onConflictDoUpdate({
			target: [contacts.municipalityId, contacts.speakerId],
			set: { sealed: sql`excluded.sealed` },
		})
}

export type ContactInList = {
	speakerId: string
	code: string
	pseudonym: string | null
	conversation: { slug: string; title: string }
	/** First words of what they said, so that the team knows whom to ask what; null while restricted or withdrawn. */
	beginning: string | null
	isKept: boolean
}

/** Everybody who allows to be asked again, with or without a contact. The contacts themselves stay sealed. */
export async function findContacts(db: MunicipalityDatabase): Promise<ContactInList[]> {
	return db
		.select({
			speakerId: speakers.id,
			code: speakers.code,
			pseudonym: speakers.pseudonym,
			conversation: { slug: conversations.slug, title: SHOWN_TITLE },
			beginning: sql<string | null>`case when ${speakerAllows('analyse')} then (
				select left(${voices.text}, 160) from ${voices} where ${voices.speakerId} = ${speakers.id}
				order by ${voices.position} limit 1
			) end`,
			isKept: sql<boolean>`${contacts.id} is not null`,
		})
		.from(speakers)
		.innerJoin(conversations, eq(conversations.id, speakers.conversationId))
		.leftJoin(contacts, eq(contacts.speakerId, speakers.id))
		.where(speakerAllows('contact'))
		.orderBy(sql`${contacts.id} is null`, asc(conversations.slug), asc(speakers.code))
}

/** @throws {Problem} `contact-not-allowed` when this person does not allow it (any more), or is not here */
export async function findContact(db: MunicipalityDatabase, speakerId: string): Promise<ContactInList> {
	const found = (await findContacts(db)).find((contact) => contact.speakerId === speakerId)
	if (!found) throw new Problem('not-found', 'contact-not-allowed')
	return found
}

export type OpenContact = Sealing & { speakerId: string; by: string; at: Date }

/**
 * What they wrote, for a member who asked for it; noted before it is shown.
 *
 * @throws {Problem} `contact-not-allowed`; `contact-none` when nothing is kept; `contact-sealed-elsewhere` when it was
 * sealed with another secrets file
 */
export async function openContact(
	db: MunicipalityDatabase,
	{ secrets, municipalityId, speakerId, by, at }: OpenContact,
): Promise<string> {
	await requireAllowed(db, speakerId)
	const [kept] = await db.select({ sealed: contacts.sealed }).from(contacts).where(eq(contacts.speakerId, speakerId))
	if (!kept) throw new Problem('not-found', 'contact-none')
	const plain = openSealedBytes(secrets, municipalityId, 'contact', kept.sealed)
	if (!plain) throw new Problem('conflict', 'contact-sealed-elsewhere')
	await appendAudit(db, { by, act: 'contact-read', subject: 'speaker', subjectId: speakerId, at })
	return new TextDecoder().decode(plain)
}

/**
 * Keeps what somebody said or wrote on paper.
 *
 * @throws {Problem} `contact-not-allowed`, `contact-missing`, `contact-too-long`
 */
export async function writeContact(
	db: MunicipalityDatabase,
	{ text, speakerId, by, at, ...sealing }: OpenContact & { text: string },
) {
	await requireAllowed(db, speakerId)
	await keepContacts(db, { ...sealing, contacts: [{ speakerId, text: tidyContact(text) }] })
	await appendAudit(db, { by, act: 'contact-written', subject: 'speaker', subjectId: speakerId, at })
}

async function requireAllowed(db: MunicipalityDatabase, speakerId: string) {
	const [allowing] = isUuid(speakerId)
		? await db
				.select({ id: speakers.id })
				.from(speakers)
				.where(and(eq(speakers.id, speakerId), speakerAllows('contact')))
		: []
	if (!allowing) throw new Problem('not-found', 'contact-not-allowed')
}
