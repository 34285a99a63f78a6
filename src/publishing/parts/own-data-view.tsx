/** Everything kept of one person, readable. Serif around their own words only. */
import type { ReactNode } from 'react'
import { PACK_AGE_BANDS } from '#method/age-bands.ts'
import { inLanguage } from '#listening/wording.rules.ts'
import { FormatWord } from '#listening/format-word.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { Voice } from '#platform/ui/voice.tsx'
import { language, m } from '#platform/words/words.ts'
import { GivenDay } from './given-day.tsx'
import type { OwnConversation, OwnData, OwnVoice } from '../own-data/own-data.ts'
import { OwnRequests } from './own-requests.tsx'
import { VersionText } from './consent-switches.tsx'
import { answerKindWord, channelName, givenWord, specialCategoryWord, stanceWord } from '../public-words.ts'

export function OwnDataView({ data }: { data: OwnData }) {
	return (
		<>
			<p className="note">
				{data.municipality} · {data.convener} · <DateText day={data.exportedOn} />
			</p>
			{data.conversations.map((conversation, at) => (
				<Conversation key={at} {...conversation} />
			))}
		</>
	)
}

function Conversation(conversation: OwnConversation) {
	const { about, consents, voices, requests, contact, hasSealedOriginal } = conversation
	const isByWeb = conversation.format === 'written' && consents.some(({ given }) => given === 'on-the-web')
	return (
		<>
			<section className="own-section">
				<h2>{m.publishing_own_about()}</h2>
				<dl className="facts">
					<Fact name={m.publishing_own_spoke_in()}>
						<FormatWord of={conversation.format} />
						{conversation.heldOn ? (
							<>
								, <GivenDay day={conversation.heldOn} isWeek={isByWeb} />
							</>
						) : null}
					</Fact>
					<Fact name={m.publishing_own_pseudonym()}>{about.pseudonym}</Fact>
					<Fact name={m.publishing_own_sector()}>{about.sector}</Fact>
					<Fact name={m.publishing_own_role()}>{about.role}</Fact>
					<Fact name={m.publishing_own_district()}>{about.district}</Fact>
					<Fact name={m.publishing_own_age()}>
						{about.isUnder16 ? m.publishing_own_under_16() : ageWord(about.ageBand)}
					</Fact>
					<Fact name={m.publishing_own_contact()}>{contact ?? m.publishing_own_no_contact()}</Fact>
					<Fact name={m.publishing_own_restricted()}>
						{about.restrictedOn ? <DateText day={about.restrictedOn} /> : null}
					</Fact>
					<Fact name={m.publishing_own_original()}>{hasSealedOriginal ? m.publishing_own_original_text() : null}</Fact>
				</dl>
			</section>
			<section className="own-section">
				<h2>{m.publishing_consent_heading()}</h2>
				<ul>
					{consents.map(({ channel, wording, version, given, givenOn, withdrawnOn, hasScan }) => (
						<li key={channel}>
							<strong>{channelName(channel)}</strong>: {givenWord(given)}
							{givenOn ? (
								<>
									, <GivenDay day={givenOn} isWeek={given === 'on-the-web'} />
								</>
							) : null}
							{withdrawnOn ? (
								<>
									; {m.publishing_consent_withdrawn()}, <DateText day={withdrawnOn} />
								</>
							) : null}
							{hasScan ? `; ${m.publishing_own_scan()}` : null}
							{wording ? (
								<p className="note">
									{m.publishing_quoted({ words: wording })} <VersionText version={version} />
								</p>
							) : null}
						</li>
					))}
				</ul>
			</section>
			<section className="own-section">
				<h2>{m.publishing_own_words()}</h2>
				{voices.map((voice, at) => (
					<OwnWords key={at} {...voice} />
				))}
			</section>
			<OwnRequests requests={requests} />
		</>
	)
}

function OwnWords({ title, text, understood, quotes, answers }: OwnVoice) {
	return (
		<div className="own-words">
			{title ? (
				<h3 className="spoken" lang="de">
					{title}
				</h3>
			) : null}
			<Voice>{text}</Voice>
			<ul>
				{understood.map(({ theme, stance, specialCategory, passage }, at) => (
					<li key={`theme ${at}`}>
						{m.publishing_own_understood()} {theme} ({stanceWord(stance)}
						{specialCategory ? `, ${specialCategoryWord(specialCategory)}` : ''}):{' '}
						<q className="spoken" lang="de">
							{passage}
						</q>
					</li>
				))}
				{quotes.map(({ wording, label, under }, at) => (
					<li key={`quote ${at}`}>
						{m.publishing_own_quoted({ under, label })}{' '}
						<q className="spoken" lang="de">
							{wording}
						</q>
					</li>
				))}
				{answers.map(({ kind, because, byOffice, answeredOn }, at) => (
					<li key={`answer ${at}`}>
						{answerKindWord(kind)}, {byOffice}, <DateText day={answeredOn} />: {because}
					</li>
				))}
			</ul>
		</div>
	)
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
	if (children === null) return null
	return (
		<>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</>
	)
}

function ageWord(band: string | null): string | null {
	const found = PACK_AGE_BANDS.find(({ key }) => key === band)
	return found ? inLanguage(found.label, language()) : null
}
