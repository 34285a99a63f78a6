/** Opens what is under seal, for a reason that is written down. */
import { eq } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit, type AuditAct } from '#people/audit-log.ts'
import { sealedOriginals } from '../names.tables.ts'
import { unsealOriginal, type Original, type Seal } from './seal-original.ts'

/** A closed list, because the audit log holds no free words. */
export const OPENING_REASONS = ['meaning', 'correction', 'person', 'law'] as const
export type OpeningReason = (typeof OPENING_REASONS)[number]

const ACTS: Record<OpeningReason, AuditAct> = {
	meaning: 'original-opened-for-meaning',
	correction: 'original-opened-for-correction',
	person: 'original-opened-for-person',
	law: 'original-opened-for-law',
}

export type OpenOriginal = { originalId: string; reason: string; seal: Seal; by: string; at: Date }

/** @throws {Problem} `original-unknown`, `opening-reason-missing`, `original-unreadable` with another secrets file */
export async function openOriginal(
	db: MunicipalityDatabase,
	{ originalId, reason, seal, by, at }: OpenOriginal,
): Promise<Original> {
	const given = OPENING_REASONS.find((one) => one === reason)
	if (!given) throw new Problem('invalid', 'opening-reason-missing')
	const [found] = isUuid(originalId)
		? await db
				.select({ sealed: sealedOriginals.sealed })
				.from(sealedOriginals)
				.where(eq(sealedOriginals.id, originalId))
		: []
	if (!found) throw new Problem('not-found', 'original-unknown')
	const original = unsealOriginal(found.sealed, seal)
	if (!original) throw new Problem('unavailable', 'original-unreadable')
	await appendAudit(db, { by, act: ACTS[given], subject: 'sealed_original', subjectId: originalId, at })
	return original
}
