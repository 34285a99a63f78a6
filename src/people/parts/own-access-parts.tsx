/** The parts of the page about one's own access, each with what can be done there. */
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { TimeText } from '#platform/ui/date-text.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import type { OwnAccess } from '../find-own-access.ts'

type Part = { access: OwnAccess }

export function AddressPart({ access: { email, isConfirmed, hasPassword }, canMail }: Part & { canMail: boolean }) {
	return (
		<section className="section" aria-labelledby="passwort">
			<h2 id="passwort">{m.people_access_password_title()}</h2>
			<p>
				{email}
				<br />
				{isConfirmed ? m.people_address_is_confirmed() : m.people_address_not_confirmed()}
				<br />
				{hasPassword ? m.people_access_password() : m.people_access_none()}
			</p>
			<Buttons>
				<ButtonLink href="/werkstatt/passwort" look="secondary">
					{hasPassword ? m.people_access_change_title() : m.people_access_first_title()}
				</ButtonLink>
			</Buttons>
			{!isConfirmed && canMail ? (
				<form method="post">
					<Button name="intent" value="confirm-address" look="secondary">
						{m.people_address_confirm()}
					</Button>
				</form>
			) : null}
		</section>
	)
}

export function PasskeyPart({ access: { passkeys } }: Part) {
	return (
		<section className="section" aria-labelledby="passkeys">
			<h2 id="passkeys">{m.people_passkeys()}</h2>
			<p>{m.people_passkeys_text()}</p>
			{passkeys.length === 0 ? null : (
				<Rows label={m.people_passkeys()}>
					{passkeys.map(({ id, name, addedAt }) => (
						<Row key={id} title={name || m.people_passkey_unnamed()}>
							<p>
								{m.people_passkey_since()} <TimeText at={addedAt} />
							</p>
							<form method="post" style={{ marginBlockStart: '0.6rem' }}>
								<input type="hidden" name="passkey" value={id} />
								<Button
									small
									look="danger"
									name="intent"
									value="remove-passkey"
									aria-label={m.people_remove_who({ name: name || m.people_passkey_unnamed() })}
								>
									{m.people_remove()}
								</Button>
							</form>
						</Row>
					))}
				</Rows>
			)}
			<Buttons>
				<ButtonLink href="/werkstatt/zugang/passkey" look="secondary">
					{m.people_passkey_new()}
				</ButtonLink>
			</Buttons>
		</section>
	)
}

export function SecondFactorPart({ access: { recoveryCodesLeft } }: Part) {
	return (
		<section className="section" aria-labelledby="zweiter-schritt">
			<h2 id="zweiter-schritt">{m.people_factor_title()}</h2>
			<p>
				{recoveryCodesLeft === null ? m.people_factor_is_off() : m.people_factor_left({ count: recoveryCodesLeft })}
			</p>
			<Buttons>
				<ButtonLink href="/werkstatt/zugang/zweiter-schritt" look="secondary">
					{recoveryCodesLeft === null ? m.people_factor_begin() : m.people_change()}
				</ButtonLink>
			</Buttons>
		</section>
	)
}

export function SessionPart({ access: { sessions } }: Part) {
	return (
		<section className="section" aria-labelledby="angemeldet">
			<h2 id="angemeldet">{m.people_sessions()}</h2>
			<p>{m.people_sessions_text()}</p>
			<ul>
				{sessions.map(({ id, beganAt, isThis }) => (
					<li key={id}>
						{m.people_session_since()} <TimeText at={beganAt} />
						{isThis ? ` ${m.people_session_this()}` : ''}
					</li>
				))}
			</ul>
			<form method="post">
				<Button look="secondary" name="intent" value="end-sessions">
					{m.people_sessions_end()}
				</Button>
			</form>
		</section>
	)
}

/** Folded away: nobody leaves by a slip of the hand. */
export function LeavePart() {
	return (
		<details className="section">
			<summary>{m.people_leave()}</summary>
			<p>{m.people_leave_text()}</p>
			<form method="post">
				<Button look="danger" name="intent" value="leave">
					{m.people_leave_button()}
				</Button>
			</form>
		</details>
	)
}
