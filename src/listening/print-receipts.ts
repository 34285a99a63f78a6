/** Receipts for paper: drawn before anybody knows who will get them. Their codes are on the printed sheet and nowhere else. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Secrets } from '#platform/secrets.ts'
import { randomReceiptCode, receiptLookupOf, sealIds } from '#protecting/receipt-cryptography.ts'
import type { ReceiptCode } from '#protecting/receipt-code.ts'
import { weekOf } from './submission.rules.ts'
import { receipts } from './consent.tables.ts'

export const MOST_RECEIPTS = 400

/** @throws {Problem} `receipt-count-invalid` */
export function drawReceiptCodes(count: number): ReceiptCode[] {
	if (!Number.isInteger(count) || count < 1 || count > MOST_RECEIPTS)
		throw new Problem('invalid', 'receipt-count-invalid', { most: MOST_RECEIPTS })
	return Array.from({ length: count }, randomReceiptCode)
}

export type KeepReceipts = {
	municipalityId: string
	timeZone: string
	secrets: Secrets
	codes: readonly ReceiptCode[]
	at: Date
}

/** Makes drawn codes valid: they open nothing yet. The order of the rows is not the order on the sheet. */
export async function keepReceipts(
	db: MunicipalityDatabase,
	{ municipalityId, timeZone, secrets, codes, at }: KeepReceipts,
) {
	const { week } = weekOf(at, timeZone)
	const rows = codes.map((code) => ({
		lookup: receiptLookupOf(secrets, municipalityId, code),
		pepperId: secrets.pepperId,
		sealed: sealIds(secrets, municipalityId, code, []),
		issuedWeek: week,
	}))
	await db.insert(receipts).values(rows.toSorted((one, other) => (one.lookup < other.lookup ? -1 : 1)))
}
