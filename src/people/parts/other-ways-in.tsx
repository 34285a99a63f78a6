import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'

/** What else opens the door. Links only: the page carries no script. */
export function OtherWaysIn({ target, provider }: { target: string; provider: string | null }) {
	const onward = `?weiter=${encodeURIComponent(target)}`
	return (
		<section className="section" style={{ marginBlockStart: 'var(--gap)' }} aria-labelledby="andere-wege">
			<h2 id="andere-wege">{m.people_other_ways()}</h2>
			<Buttons>
				{provider ? (
					<ButtonLink href={`/werkstatt/anmelden/anbieter${onward}`} look="secondary">
						{m.people_by_provider({ provider })}
					</ButtonLink>
				) : null}
				<ButtonLink href={`/werkstatt/anmelden/passkey${onward}`} look="secondary">
					{m.people_by_passkey()}
				</ButtonLink>
				<ButtonLink href="/werkstatt/anmelden/link" look="secondary">
					{m.people_by_mail()}
				</ButtonLink>
				<ButtonLink href="/werkstatt/einladung" look="secondary">
					{m.people_by_invitation()}
				</ButtonLink>
			</Buttons>
			<p className="muted">{m.people_sign_in_lost()}</p>
		</section>
	)
}
