import type { Database } from '#platform/database/database.ts'
import { addMember } from './add-member.ts'
import { findTeam } from './find-team.ts'
import type { Municipality } from './request.ts'

/**
 * The address the first link is for: a steward's, as long as no steward has a password. A municipality without a steward
 * gets one. Null as soon as somebody can sign in by themselves.
 */
export async function firstSteward(
	database: Database,
	{ id, slug, name }: Municipality,
	at: Date,
): Promise<string | null> {
	const stewards = (await findTeam(database, id)).filter(({ part }) => part === 'steward')
	if (stewards.some(({ hasPassword }) => hasPassword)) return null
	const [steward] = stewards
	if (steward) return steward.email
	const added = await addMember(database, {
		municipalityId: id,
		email: `team@${slug}.example`,
		name: `Team ${name}`,
		part: 'steward',
		by: 'system',
		at,
	})
	return added.needsLink ? added.email : null
}
