import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { contrastOf, isReadableTownColour } from '#platform/ui/contrast.rules.ts'
import { parseEmail } from './account.rules.ts'
import { appendAudit } from './audit-log.ts'
import { municipalities, type MunicipalityProfile } from './tables.ts'

export type SaveProfile = MunicipalityProfile & { name: string; by: string; at: Date }

/** Where the contrast is measured that a refusal tells. */
const PAPER = { light: '#ffffff', dark: '#12171c' } as const
const TOO_WEAK = { light: 'colour-too-weak-light', dark: 'colour-too-weak-dark' } as const

/**
 * What the municipality shows of itself.
 *
 * @throws {Problem} `municipality-name-missing`, `convener-missing`, `email-invalid`, `colour-invalid`,
 * `colour-too-weak-light`, `colour-too-weak-dark` with the contrast it has
 */
export async function saveProfile(db: MunicipalityDatabase, { name, by, at, ...wanted }: SaveProfile) {
	if (name.trim() === '') throw new Problem('invalid', 'municipality-name-missing')
	if (wanted.convener.trim() === '') throw new Problem('invalid', 'convener-missing')
	const profile: MunicipalityProfile = {
		convener: wanted.convener.trim(),
		address: wanted.address.map((line) => line.trim()).filter((line) => line !== ''),
		email: wanted.email.trim() === '' ? '' : parseEmail(wanted.email),
		responsible: wanted.responsible.trim(),
		...(wanted.dataProtectionOfficer?.trim() && { dataProtectionOfficer: wanted.dataProtectionOfficer.trim() }),
		...(wanted.supervisoryAuthority?.trim() && { supervisoryAuthority: wanted.supervisoryAuthority.trim() }),
		...(wanted.townColour && { townColour: checkColour(wanted.townColour) }),
	}
	// What this form does not show stays as it is.
	const [known] = await db.select({ profile: municipalities.profile }).from(municipalities)
	const { guide, formats } = known!.profile
	const kept = { ...(guide && { guide }), ...(formats && { formats }) }
	await db.update(municipalities).set({ name: name.trim(), profile: { ...profile, ...kept } })
	await appendAudit(db, { by, act: 'municipality-changed', subject: 'municipality', at })
}

function checkColour(colour: NonNullable<MunicipalityProfile['townColour']>) {
	for (const scheme of ['light', 'dark'] as const) {
		if (!/^#[0-9a-f]{6}$/.test(colour[scheme])) throw new Problem('invalid', 'colour-invalid')
		if (isReadableTownColour(colour[scheme], scheme)) continue
		throw new Problem('invalid', TOO_WEAK[scheme], { ratio: contrastOf(colour[scheme], PAPER[scheme]).toFixed(1) })
	}
	return colour
}
