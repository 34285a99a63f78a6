/**
 * The one gate: no session begins anywhere else. Whoever has shown the first factor – password, link, another house,
 * invitation – comes here, and is asked for the second if there is one. Until then there is no session, only a question.
 */
import { and, eq } from 'drizzle-orm'
import { enterMunicipality, type InstallationDatabase, type MunicipalityId } from '#platform/database/database.ts'
import { appendAudit } from './audit-log.ts'
import { issueToken } from './one-time-tokens.ts'
import { beginSession, SESSION_DAYS } from './sessions.ts'
import type { Cookies, SetCookies } from './sign-in-cookies.ts'
import { accounts, memberships } from './account.tables.ts'

/** Not yet in (`isIn` false): the cookies hold only the question for the second factor. */
export type Entrance = { accountId: string; isIn: boolean; cookies: SetCookies }

export type Enter = {
	accountId: string
	municipalityId: MunicipalityId
	/** `shown`: by a code, or by a passkey, which asks for finger or PIN itself. */
	secondFactor: 'open' | 'shown'
	at: Date
}

/** Minutes to find the phone. */
const SECOND_FACTOR_MINUTES = 10

/** Null for an account that has no place in this team: to this municipality it is a stranger. The last word of `db`. */
export async function enter(
	db: InstallationDatabase,
	cookies: Cookies,
	{ accountId, municipalityId, secondFactor, at }: Enter,
): Promise<Entrance | null> {
	const [member] = await db
		.select({ id: memberships.id, asksTwice: accounts.twoFactorEnabled })
		.from(memberships)
		.innerJoin(accounts, eq(accounts.id, memberships.accountId))
		.where(and(eq(memberships.accountId, accountId), eq(memberships.municipalityId, municipalityId)))
	if (!member) return null
	if (member.asksTwice && secondFactor === 'open') {
		const token = await issueToken(db, {
			purpose: 'second-factor',
			value: accountId,
			minutes: SECOND_FACTOR_MINUTES,
			at,
		})
		return { accountId, isIn: false, cookies: [cookies.set('second', token, SECOND_FACTOR_MINUTES * 60)] }
	}
	const token = await beginSession(db, accountId, at)
	const inside = await enterMunicipality(db, municipalityId)
	await appendAudit(inside, { by: accountId, act: 'signed-in', subject: 'membership', subjectId: member.id, at })
	return {
		accountId,
		isIn: true,
		cookies: [cookies.set('session', token, SESSION_DAYS * 86_400), cookies.clear('second')],
	}
}
