/** The further steps: what stands where, what to take back, are you sure, what to write back. */
import { CHANNELS, type Channel } from '#listening/vocabulary.ts'
import { Button, Buttons, ButtonLink } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { dayText } from '#platform/ui/dates.ts'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { useTown } from '#platform/ui/town.tsx'
import { Voice } from '#platform/ui/voice.tsx'
import { language, m } from '#platform/words/words.ts'
import { editionLabel } from '../public-words.ts'
import type { WhatStands } from '../withdrawing/find-what-stands.ts'
import { nameOf } from './find-somebody.tsx'

const CHANNEL_WORDS: Record<Channel, () => string> = {
	record: m.listening_channel_record,
	analyse: m.listening_channel_analyse,
	quote: m.listening_channel_quote,
	'quote-with-office': m.listening_channel_quote_with_office,
	contact: m.listening_channel_contact,
	photo: m.listening_channel_photo,
}

const readChannels = (channels: readonly string[]) => CHANNELS.filter((channel) => channels.includes(channel))
const wordsFor = (channels: readonly Channel[]) => channels.map((channel) => CHANNEL_WORDS[channel]()).join(', ')

type Standing = { stands: WhatStands }

export function WhereItStands({ stands: { person, said, consents, printed } }: Standing) {
	return (
		<>
			<section className="section" aria-labelledby="person">
				<h2 id="person">{nameOf(person)}</h2>
				<p>
					<a href={`/werkstatt/gespraeche/${person.conversation.slug}`}>{person.conversation.title}</a>
					{person.conversation.heldOn ? (
						<>
							, <DateText day={person.conversation.heldOn} />
						</>
					) : null}
				</p>
				<ul>
					{consents.map(({ channel, withdrawnAt }) => (
						<li key={channel}>
							{CHANNEL_WORDS[channel]()}:{' '}
							<StateWord tone="quiet">
								{withdrawnAt ? m.publishing_withdrawal_is_withdrawn() : m.publishing_withdrawal_is_allowed()}
							</StateWord>
						</li>
					))}
				</ul>
			</section>
			<section className="section stands" aria-labelledby="printed">
				<h2 id="printed">{m.publishing_withdrawal_where()}</h2>
				{printed.length === 0 ? <p>{m.publishing_withdrawal_nowhere()}</p> : null}
				{printed.map(({ edition, isLive, theme, slug, wording, label }) => (
					<Voice
						key={`${edition.number} ${wording}`}
						label={label}
						after={
							<>
								{editionLabel(edition)} ·{' '}
								{isLive ? <a href={`/themen/${slug}`}>{theme}</a> : m.publishing_withdrawal_earlier({ theme })}
							</>
						}
					>
						{wording}
					</Voice>
				))}
			</section>
			<details>
				<summary>{m.publishing_withdrawal_said({ count: said.length })}</summary>
				{said.map(({ id, text }) => (
					<p key={id} className="spoken" lang="de">
						{text}
					</p>
				))}
			</details>
		</>
	)
}

export function ChooseChannels({ stands: { consents } }: Standing) {
	const live = consents.filter(({ withdrawnAt }) => withdrawnAt === null)
	if (live.length === 0) return <Notice title={m.publishing_withdrawal_nothing_left()} />
	return (
		<form method="get" className="form section">
			<Field
				kind="checkboxes"
				name="kanal"
				label={m.publishing_withdrawal_what()}
				hint={m.publishing_withdrawal_what_hint()}
				options={live.map(({ channel }) => ({ value: channel, label: CHANNEL_WORDS[channel]() }))}
				values={live.map(({ channel }) => channel)}
			/>
			<Field
				kind="radios"
				name="via"
				label={m.publishing_withdrawal_via()}
				options={[
					{ value: 'mail', label: m.publishing_withdrawal_via_mail() },
					{ value: 'in-person', label: m.publishing_withdrawal_via_person() },
				]}
				value="mail"
				required
			/>
			<Button>{m.publishing_withdrawal_next()}</Button>
		</form>
	)
}

export function AskToConfirm({
	stands: { person, printed },
	channels,
	via,
}: Standing & { channels: readonly string[]; via: 'mail' | 'in-person' }) {
	const wanted = readChannels(channels)
	return (
		<Notice kind="warning" title={m.publishing_withdrawal_sure({ name: nameOf(person) })}>
			<p>
				{m.publishing_withdrawal_sure_channels({ channels: wordsFor(wanted) })}{' '}
				{printed.length > 0 && wanted.some((channel) => channel === 'quote' || channel === 'analyse')
					? m.publishing_withdrawal_sure_printed({ count: printed.length })
					: null}
			</p>
			<form method="post">
				<input type="hidden" name="via" value={via} />
				{wanted.map((channel) => (
					<input key={channel} type="hidden" name="kanal" value={channel} />
				))}
				<Buttons>
					<Button look="danger">{m.publishing_withdrawal_now()}</Button>
					<ButtonLink href={`/werkstatt/anliegen/${person.id}/widerruf`} look="secondary">
						{m.publishing_withdrawal_back()}
					</ButtonLink>
				</Buttons>
			</form>
		</Notice>
	)
}

/** Said only of what the database shows as withdrawn, whatever the address claims. */
export function WhatToReply({ stands: { consents }, withdrawn }: Standing & { withdrawn: readonly string[] }) {
	const { timeZone } = useTown()
	const gone = consents.filter(({ channel, withdrawnAt }) => withdrawnAt && withdrawn.includes(channel))
	if (gone.length === 0) return null
	const latest = new Date(Math.max(...gone.map(({ withdrawnAt }) => Number(withdrawnAt))))
	const day = dayText(
		Temporal.Instant.fromEpochMilliseconds(latest.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
		language(),
	)
	const channels = gone.map(({ channel }) => channel)
	const reachedPublic = channels.includes('quote') || channels.includes('analyse')
	return (
		<Notice kind="success" title={m.publishing_withdrawal_done()} announce>
			<p>{m.publishing_withdrawal_reply_intro()}</p>
			<blockquote className="reply">
				<p>
					{m.publishing_withdrawal_reply({ day, channels: wordsFor(channels) })}{' '}
					{reachedPublic ? m.publishing_withdrawal_reply_public() : null}
				</p>
			</blockquote>
		</Notice>
	)
}
