/** Opens a receipt by its code. What it opens is sealed with the code; the database alone tells nothing. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { allPeppers, type Peppers, type Secrets } from '#platform/secrets.ts'
import { randomReceiptCode, openSealedIds, receiptLookupOf, sealIds } from '#protecting/receipt-cryptography.ts'
import { readReceiptCode, type ReceiptCode } from '#protecting/receipt-code.ts'
import { receipts } from './consent.tables.ts'
import { speakers, voices } from './tables.ts'

export type FindReceipt = { municipalityId: string; secrets: Secrets; code: ReceiptCode }

/**
 * Reads what somebody typed.
 *
 * @throws {Problem} `receipt-code-incomplete`, `receipt-code-typo`: neither counts as a try
 */
export function readTypedCode(typed: string): ReceiptCode {
	const code = readReceiptCode(typed)
	if (code === 'incomplete') throw new Problem('invalid', 'receipt-code-incomplete')
	if (code === 'typo') throw new Problem('invalid', 'receipt-code-typo')
	return code
}

/**
 * Ids of the speakers whose receipt this is: one, or several where one receipt was given for more than one voice.
 *
 * An unknown, a revoked and a foreign code, and one whose voices were deleted, take the same statements and the same
 * cryptography and get the same answer.
 *
 * @throws {Problem} `receipt-unknown`; `receipt-not-linked` for one from paper that nobody has linked yet
 */
export async function findReceipt(db: MunicipalityDatabase, wanted: FindReceipt): Promise<string[]> {
	const receipt = await openReceipt(db, wanted)
	const speakerIds = await findSpeakersIn(db, receipt?.contents ?? [randomId()])
	if (!receipt || (receipt.contents.length > 0 && speakerIds.length === 0))
		throw new Problem('not-found', 'receipt-unknown')
	if (receipt.contents.length === 0) throw new Problem('conflict', 'receipt-not-linked')
	if (receipt.isOfOldPepper) await sealReceipt(db, wanted, receipt)
	return speakerIds
}

/** Ids a receipt opens: of voices, or `speaker:ID` for everything one speaker said. Empty: not linked yet. */
export type ReceiptContents = readonly string[]

export type OpenedReceipt = { id: string; contents: ReceiptContents; isOfOldPepper: boolean }

export function contentsForSpeaker(speakerId: string): ReceiptContents {
	return [`${SPEAKER}${speakerId}`]
}

const SPEAKER = 'speaker:'

/** Null for unknown, revoked and foreign codes, after the same work. `toChange` keeps others from changing it meanwhile. */
export async function openReceipt(
	db: MunicipalityDatabase,
	{ municipalityId, secrets, code }: FindReceipt,
	{ toChange = false } = {},
): Promise<OpenedReceipt | null> {
	const peppers = allPeppers(secrets)
	const lookups = peppers.map((pepper) => receiptLookupOf(pepper, municipalityId, code))
	const wanted = db
		.select({ id: receipts.id, lookup: receipts.lookup, sealed: receipts.sealed })
		.from(receipts)
		.where(and(inArray(receipts.lookup, lookups), isNull(receipts.revokedAt)))
	const [receipt] = await (toChange ? wanted.for('update') : wanted)
	const madeWith = receipt ? lookups.indexOf(receipt.lookup) : 0
	const sealed = receipt?.sealed ?? decoyOf(peppers[0]!, municipalityId)
	const contents = openSealedIds(peppers[madeWith]!, municipalityId, code, sealed)
	return receipt && contents ? { id: receipt.id, contents, isOfOldPepper: madeWith > 0 } : null
}

/** Writes what a receipt opens, under the peppers in force. */
export async function sealReceipt(
	db: MunicipalityDatabase,
	{ municipalityId, secrets, code }: FindReceipt,
	{ id, contents }: Pick<OpenedReceipt, 'id' | 'contents'>,
) {
	await db
		.update(receipts)
		.set({
			lookup: receiptLookupOf(secrets, municipalityId, code),
			pepperId: secrets.pepperId,
			sealed: sealIds(secrets, municipalityId, code, contents),
		})
		.where(eq(receipts.id, id))
}

/** A sealed note of nobody's, opened in vain where there is no receipt. */
function decoyOf(pepper: Peppers, municipalityId: string): Uint8Array {
	return (decoy ??= sealIds(pepper, municipalityId, randomReceiptCode(), []))
}

let decoy: Uint8Array | undefined

/**
 * Those whose words are still here; a receipt never opens what a moderator said. One statement, whatever a receipt holds:
 * its shape must not tell a deleted one from one that never was.
 */
async function findSpeakersIn(db: MunicipalityDatabase, contents: ReceiptContents): Promise<string[]> {
	const voiceIds = contents.filter(isUuid)
	const speakerIds = contents.filter((id) => id.startsWith(SPEAKER)).map((id) => id.slice(SPEAKER.length))
	const found = await db
		.selectDistinct({ speakerId: voices.speakerId })
		.from(voices)
		.innerJoin(speakers, eq(speakers.id, voices.speakerId))
		.where(
			and(
				eq(speakers.isModerator, false),
				sql`(${voices.id} = any(${sql.param(voiceIds)}::uuid[]) or ${voices.speakerId} = any(${sql.param(speakerIds)}::uuid[]))`,
			),
		)
	return found.map(({ speakerId }) => speakerId)
}

const randomId = () => crypto.randomUUID() as string
