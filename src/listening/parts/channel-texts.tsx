/** One channel: the wording in force in three languages, how to write the next one, and all before it. */
import type { ConsentText } from '#people/find-consent-texts.ts'
import { LONGEST_CONSENT_TEXT } from '#method/consent-texts.ts'
import type { RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { Channel } from '../vocabulary.ts'
import { channelWord } from './consent-marks.tsx'

type Version = ConsentText & { people: number }

export type ChannelTextsProps = {
	channel: Channel
	/** The newest first. */
	versions: readonly Version[]
	mayWrite: boolean
	refused: RefusedForm | undefined
}

const LANGUAGES = [
	{ key: 'de', lang: 'de', word: m.listening_in_german },
	{ key: 'de-leicht', lang: 'de', word: m.listening_in_plain_german },
	{ key: 'en', lang: 'en', word: m.listening_in_english },
] as const

export function ChannelTexts({ channel, versions, mayWrite, refused }: ChannelTextsProps) {
	const [current, ...older] = versions
	return (
		<section aria-labelledby={channel} className="channel-texts">
			<h2 id={channel}>{channelWord(channel)}</h2>
			{current ? <Wordings version={current} /> : null}
			{mayWrite ? (
				<details open={refused !== undefined}>
					<summary>{m.listening_consent_text_write()}</summary>
					<NextVersion channel={channel} current={current} refused={refused} />
				</details>
			) : null}
			{older.length > 0 ? (
				<details>
					<summary>{m.listening_consent_texts_older({ count: older.length })}</summary>
					{older.map((version) => (
						<Wordings key={version.id} version={version} />
					))}
				</details>
			) : null}
		</section>
	)
}

function Wordings({ version: { version, wording, validFrom, people } }: { version: Version }) {
	return (
		<article className="wordings">
			<p className="note">
				<strong>{m.listening_wording_version({ version })}</strong> · {m.listening_valid_from()}{' '}
				<DateText day={validFrom} /> · {m.listening_agreed_people({ count: people })}
			</p>
			<dl className="wordings__languages">
				{LANGUAGES.map(({ key, lang, word }) =>
					wording[key] ? (
						<div key={key}>
							<dt>{word()}</dt>
							<dd lang={lang}>{wording[key]}</dd>
						</div>
					) : null,
				)}
			</dl>
		</article>
	)
}

function NextVersion({
	channel,
	current,
	refused,
}: Pick<ChannelTextsProps, 'channel' | 'refused'> & { current: Version | undefined }) {
	return (
		<form method="post" className="sheet">
			<input type="hidden" name="channel" value={channel} />
			<input type="hidden" name="basedOn" value={current?.version ?? 0} />
			<p className="note">{m.listening_consent_text_hint()}</p>
			{LANGUAGES.map(({ key, word }) => (
				<Field
					key={key}
					kind="textarea"
					name={`${channel}-${key}`}
					label={word()}
					rows={4}
					required
					maxLength={LONGEST_CONSENT_TEXT}
					value={refused?.values[`${channel}-${key}`] ?? current?.wording[key]}
				/>
			))}
			<Button>{m.listening_consent_text_save()}</Button>
		</form>
	)
}
