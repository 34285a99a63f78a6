/** Opens a receipt by its code. */
import { and, eq, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { createRateLimit } from '#platform/http/rate-limit.ts'
import { Problem } from '#platform/problem.ts'
import type { Secrets } from '#platform/secrets.ts'
import { randomReceiptCode, openSealedIds, receiptLookupOf, sealIds } from '#protecting/receipt-cryptography.ts'
import { readReceiptCode, type ReceiptCode } from '#protecting/receipt-code.ts'
import { receipts } from './tables.ts'

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
 * Ids of the voices a receipt opens.
 *
 * An unknown, a revoked and a foreign code take the same work and get the same answer.
 *
 * @throws {Problem} `receipt-unknown`
 */
export async function findReceipt(
	db: MunicipalityDatabase,
	{ municipalityId, secrets, code }: FindReceipt,
): Promise<string[]> {
	const lookup = receiptLookupOf(secrets, municipalityId, code)
	const [receipt] = await db
		.select({ sealed: receipts.sealed })
		.from(receipts)
		.where(and(eq(receipts.lookup, lookup), isNull(receipts.revokedAt)))
	const nothing = (decoy ??= sealIds(secrets, municipalityId, randomReceiptCode(), []))
	const opened = openSealedIds(secrets, municipalityId, code, receipt?.sealed ?? nothing)
	if (!opened) throw new Problem('not-found', 'receipt-unknown')
	return opened
}

let decoy: Uint8Array | undefined

const inAMinute = createRateLimit({ tries: 10, minutes: 1 })
const inAnHour = createRateLimit({ tries: 60, minutes: 60 })

/**
 * Counts one try of a visitor (see `visitorContext`) to open a receipt.
 *
 * @throws {Problem} `too-many-tries`
 */
export function countReceiptTry(visitor: string) {
	inAMinute.take(visitor)
	inAnHour.take(visitor)
}
