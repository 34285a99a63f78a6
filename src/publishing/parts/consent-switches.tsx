/** What somebody allows, channel by channel, in the words they agreed to: taking back is one press, as giving was. */
import type { OwnConsent, WordingVersion } from '#listening/find-own-consents.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import { channelName, givenWord } from '../public-words.ts'
import { GivenDay } from './given-day.tsx'

export function ConsentSwitches({ consents }: { consents: readonly OwnConsent[] }) {
	return (
		<ul className="switches">
			{consents.map((consent) => (
				<ConsentSwitch key={consent.channel} {...consent} />
			))}
		</ul>
	)
}

function ConsentSwitch(consent: OwnConsent) {
	const { channel, given, givenOn, withdrawnOn, wordingAgain } = consent
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
					{isInForce ? (
						givenOn && <GivenDay day={givenOn} isWeek={given === 'on-the-web'} />
					) : (
						<DateText day={withdrawnOn} />
					)}
				</span>
			</p>
			<Wordings {...consent} />
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

/** What they agreed to stays readable whatever came after it; what saying yes again would mean stands apart. */
function Wordings({ wording, version, hasNewerWording, withdrawnOn, wordingAgain, versionAgain }: OwnConsent) {
	if (wording === '') return null
	const isSame = version?.number === versionAgain?.number
	return (
		<div className="switch__wording">
			{wordingAgain && !isSame ? <h4>{m.publishing_consent_agreed_before()}</h4> : null}
			<p>{m.publishing_quoted({ words: wording })}</p>
			<p className="note">
				<VersionText version={version} />
				{hasNewerWording && !withdrawnOn ? ` ${m.publishing_consent_newer()}` : null}
			</p>
			{wordingAgain && !isSame ? (
				<>
					<h4>{m.publishing_consent_would_be()}</h4>
					<p>{m.publishing_quoted({ words: wordingAgain })}</p>
					<p className="note">
						<VersionText version={versionAgain} />
					</p>
				</>
			) : null}
		</div>
	)
}

/** Which version, and since which day it has been in force. */
export function VersionText({ version }: { version: WordingVersion | null }) {
	if (!version) return m.publishing_consent_version_unknown()
	return (
		<>
			{m.publishing_consent_version({ version: version.number })} <DateText day={version.validFrom} />.
		</>
	)
}
