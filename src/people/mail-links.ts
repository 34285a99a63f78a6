/**
 * Mails that open something. They are written only where a mail server takes them away at once: without one they would
 * lie readable in the outbox.
 */
import { and, eq } from 'drizzle-orm'
import {
	enterMunicipality,
	inInstallation,
	type Database,
	type MunicipalityDatabase,
} from '#platform/database/database.ts'
import { letterOf } from '#platform/letter.rules.ts'
import { writeMail } from '#platform/mail.ts'
import { Problem } from '#platform/problem.ts'
import type { Settings } from '#platform/settings.ts'
import { m } from '#platform/words/words.ts'
import { MAILED_LINK_MINUTES } from './account.rules.ts'
import { confirmOwnAddress, findByAddress } from './address-proof.ts'
import { appendAudit } from './audit-log.ts'
import { INVITATION_DAYS, type Invitation } from './invite.ts'
import { invitationAddress, linkAddress } from './link-address.ts'
import { issueToken, revokeTokens, takeToken } from './one-time-tokens.ts'
import { partLabel } from './part-words.ts'
import type { Municipality } from './request.ts'
import type { Session } from './sessions.ts'
import { memberships } from './account.tables.ts'

type Place = { municipality: Municipality; settings: Pick<Settings, 'baseUrl' | 'smtpUrl'> }

/** Whether mails leave this house. */
export function canMail({ smtpUrl }: Pick<Settings, 'smtpUrl'>): boolean {
	return smtpUrl !== undefined
}

/** @throws {Problem} `mail-server-missing` */
export function requireMail(settings: Pick<Settings, 'smtpUrl'>) {
	if (!canMail(settings)) throw new Problem('unavailable', 'mail-server-missing')
}

/**
 * Mails a link to a member who may come in by it; an earlier one ends. For everybody else nothing happens. To be run after
 * the answer, so that the answer does not tell who is who.
 */
export async function mailSignInLink(database: Database, { municipality, settings }: Place, email: string, at: Date) {
	requireMail(settings)
	await inInstallation(database, async (db) => {
		const account = await findByAddress(db, email)
		if (!account?.opensByMail) return
		const { accountId } = account
		const [member] = await db
			.select({ id: memberships.id })
			.from(memberships)
			.where(and(eq(memberships.accountId, accountId), eq(memberships.municipalityId, municipality.id)))
		if (!member) return
		await revokeTokens(db, ['mailed-link'], accountId)
		const token = await issueToken(db, {
			purpose: 'mailed-link',
			value: `${accountId} ${email}`,
			minutes: MAILED_LINK_MINUTES,
			at,
		})
		await writeMail(await enterMunicipality(db, municipality.id), {
			recipient: email,
			subject: m.people_mail_link_subject({ town: municipality.name }),
			...letterOf({
				greeting: m.people_mail_greeting(),
				paragraphs: [m.people_mail_link_text({ town: municipality.name, minutes: MAILED_LINK_MINUTES })],
				link: { href: linkAddress(settings, token), label: m.people_sign_in_button() },
				afterwards: [m.people_mail_link_not_you()],
				signature: m.people_mail_signature({ town: municipality.name }),
			}),
		})
	})
}

/** Mails an invitation; `db` is the transaction that wrote it. */
export async function mailInvitation(
	db: MunicipalityDatabase,
	{ municipality, settings }: Place,
	{ code, email, name, part }: Invitation,
	from: string,
) {
	requireMail(settings)
	await writeMail(db, {
		recipient: email ?? '',
		subject: m.people_mail_invitation_subject({ town: municipality.name }),
		...letterOf({
			greeting: m.people_mail_greeting_name({ name }),
			paragraphs: [
				m.people_mail_invitation_text({ from, town: municipality.name, part: partLabel(part) }),
				m.people_mail_invitation_once({ days: INVITATION_DAYS.mail }),
			],
			link: { href: invitationAddress(settings, code), label: m.people_invitation_open() },
			afterwards: [m.people_mail_invitation_not_you()],
			signature: m.people_mail_signature({ town: municipality.name }),
		}),
	})
}

/** Mails somebody who is signed in a link that confirms their own address. */
export async function mailConfirmation(
	database: Database,
	{ municipality, settings }: Place,
	{ session, email, at }: { session: Session; email: string; at: Date },
) {
	requireMail(settings)
	await inInstallation(database, async (db) => {
		await revokeTokens(db, ['confirm-address'], session.accountId)
		const value = `${session.accountId} ${email}`
		const token = await issueToken(db, { purpose: 'confirm-address', value, minutes: CONFIRM_MINUTES, at })
		await writeMail(await enterMunicipality(db, municipality.id), {
			recipient: email,
			subject: m.people_mail_confirm_subject({ town: municipality.name }),
			...letterOf({
				greeting: m.people_mail_greeting(),
				paragraphs: [m.people_mail_confirm_text({ town: municipality.name })],
				link: { href: `${settings.baseUrl}/werkstatt/zugang/adresse/${token}`, label: m.people_address_confirm() },
				afterwards: [m.people_mail_link_not_you()],
				signature: m.people_mail_signature({ town: municipality.name }),
			}),
		})
	})
}

const CONFIRM_MINUTES = 24 * 60

/** @throws {Problem} `link-used` also for the link of somebody else, or of an address that has changed since */
export async function confirmByMail(
	database: Database,
	{ municipality, session, token, at }: { municipality: Municipality; session: Session; token: string; at: Date },
) {
	await inInstallation(database, async (db) => {
		const value = await takeToken(db, { purpose: 'confirm-address', token, at })
		const [accountId, email = ''] = value?.split(' ') ?? []
		const isOwn = accountId === session.accountId && (await confirmOwnAddress(db, { accountId, email, at }))
		if (!isOwn) throw new Problem('not-allowed', 'link-used')
		const inside = await enterMunicipality(db, municipality.id)
		await appendAudit(inside, { by: session.accountId, act: 'address-confirmed', subject: 'account', at })
	})
}
