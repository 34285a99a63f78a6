/** What somebody allows, channel by channel, in the words they agreed to: taking back is one press, as giving was. */
import type { OwnConsent } from '#listening/find-own-consents.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import { channelName, givenWord } from '../public-words.ts'

export function ConsentSwitches({ consents }: { consents: readonly OwnConsent[] }) {
	return (
		<ul className="switches">
			{consents.map((consent) => (
				<ConsentSwitch key={consent.channel} {...consent} />
			))}
		</ul>
	)
}

function ConsentSwitch({ channel, wording, given, givenOn, withdrawnOn, wordingAgain }: OwnConsent) {
	const name = channelName(channel)
	const isInForce = withdrawnOn === null
	return (
		<li className="switch">
			<h3>{name}</h3>
			<p className="switch__state">
				{isInForce ? (
					<StateWord stage="act">{m.publishing_consent_allowed()}</StateWord>
				) : (
					<StateWord tone="quiet">{m.publishing_consent_withdrawn()}</StateWord>
				)}{' '}
				<span className="note">
					{isInForce ? givenWord(given) : null}
					{isInForce && givenOn ? ' · ' : null}
					{isInForce ? givenOn && <DateText day={givenOn} /> : <DateText day={withdrawnOn} />}
				</span>
			</p>
			{wording ? <p className="switch__wording">„{isInForce ? wording : (wordingAgain ?? wording)}“</p> : null}
			{isInForce || wordingAgain ? (
				<form method="post" action="/beleg">
					<input type="hidden" name="channel" value={channel} />
					<Button
						name="intent"
						value={isInForce ? 'withdraw' : 'give'}
						look="secondary"
						aria-label={
							isInForce ? m.publishing_consent_withdraw_this({ name }) : m.publishing_consent_give_this({ name })
						}
					>
						{isInForce ? m.publishing_consent_withdraw() : m.publishing_consent_give()}
					</Button>
				</form>
			) : (
				<p className="note">{m.publishing_consent_ask_team()}</p>
			)}
		</li>
	)
}
