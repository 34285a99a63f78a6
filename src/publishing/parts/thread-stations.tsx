/** The thread of a voice as stations: what was said, how it was understood, where it stands, what happens, the answers. */
import type { Thread, ThreadCoding, ThreadStep } from '#answering/thread.rules.ts'
import { threadSteps } from '#answering/thread.rules.ts'
import { FormatWord } from '#listening/format-word.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import type { Station } from '#platform/ui/thread.tsx'
import { Voice } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import { commitmentStateWord, stanceWord } from '../public-words.ts'
import { excerptOf } from '../shown-threads.rules.ts'
import { answerStation } from './dossier-stations.tsx'
import { InitiativeState } from './initiative-row.tsx'

/** Of words that may not be used nothing is owed: that the team still had to read or answer them would be untrue. */
export function threadStations(thread: Thread, mayBeUsed: boolean): Station[] {
	const steps = threadSteps(thread)
	if (mayBeUsed) return steps.map((step, at) => stationOf(step, at, thread.codings))
	const been = steps.filter(({ stage, isOpen }) => stage === 'act' || !isOpen)
	const unused: Station = {
		key: 'unused',
		stage: 'answer',
		state: 'open',
		label: m.publishing_receipt_unused(),
		children: <p>{m.publishing_receipt_unused_text()}</p>,
	}
	return [...been.map((step, at) => stationOf(step, at, thread.codings)), unused]
}

function stationOf(step: ThreadStep, at: number, codings: ThreadCoding[]): Station {
	if (step.stage === 'listen') return listenStation(step, codings)
	if (step.stage === 'understand') return understandStation(step)
	if (step.stage === 'focus') return focusStation(step)
	if (step.stage === 'act') return actStation(step)
	if (!step.isOpen) return { ...answerStation(step.answer).station, key: `answer-${at}` }
	return owedStation(step)
}

/** A sentence at first, all of it on demand: somebody may be looking over the reader's shoulder. */
function listenStation({ voice }: Extract<ThreadStep, { stage: 'listen' }>, codings: ThreadCoding[]): Station {
	const excerpt = excerptOf({ voice, codings })
	return {
		key: 'listen',
		stage: 'listen',
		label: (
			<>
				{m.publishing_receipt_you_said()} · <FormatWord of={voice.format} />
				{voice.heardIn ? (
					<>
						, <DateText day={`${voice.heardIn}-01`} style="month" />
					</>
				) : null}
			</>
		),
		children: (
			<>
				<Voice>{excerpt}</Voice>
				{excerpt === voice.text ? null : (
					<details className="whole-words">
						<summary>{m.publishing_receipt_all_words()}</summary>
						<Voice>{voice.text}</Voice>
					</details>
				)}
			</>
		),
	}
}

function understandStation({ codings, isOpen }: Extract<ThreadStep, { stage: 'understand' }>): Station {
	const themes = [...new Set(codings.map(({ theme, stance }) => `${theme.label} (${stanceWord(stance)})`))]
	return {
		key: 'understand',
		stage: 'understand',
		state: isOpen ? 'open' : undefined,
		label: m.publishing_receipt_understood(),
		children: <p>{isOpen ? m.publishing_receipt_not_yet_read() : themes.join(' · ')}</p>,
	}
}

function focusStation({ focusTheme }: Extract<ThreadStep, { stage: 'focus' }>): Station {
	return {
		key: `focus-${focusTheme.slug}`,
		stage: 'focus',
		label: m.publishing_receipt_stands_there(),
		children: (
			<p>
				<a href={`/themen/${focusTheme.slug}`}>{focusTheme.title}</a>. {focusTheme.guidingQuestion}
			</p>
		),
	}
}

function actStation({ initiative }: Extract<ThreadStep, { stage: 'act' }>): Station {
	return {
		key: `act-${initiative.slug}`,
		stage: 'act',
		state: initiative.state === 'running' ? 'now' : undefined,
		label: (
			<>
				{m.publishing_receipt_happens()} · <InitiativeState initiative={initiative} />
			</>
		),
		children: (
			<>
				<h2>
					<a href={`/vorhaben/${initiative.slug}`}>{initiative.title}</a>
				</h2>
				<p>{initiative.teaser}</p>
				<ul>
					{initiative.commitments
						.filter(({ state }) => state === 'promised' || state === 'open')
						.slice(0, 3)
						.map(({ id, what, until, actor, standing }) => (
							<li key={id}>
								{what} · {actor?.name ?? m.publishing_nobody_yet()}
								{until ? (
									<>
										, {m.publishing_until()} <DateText day={until} style="medium" />
									</>
								) : null}
								{standing.kind === 'late' ? <strong> · {commitmentStateWord(standing)}</strong> : null}
							</li>
						))}
				</ul>
			</>
		),
	}
}

function owedStation({ next }: Extract<ThreadStep, { stage: 'answer'; isOpen: true }>): Station {
	if (!next)
		return {
			key: 'owed',
			stage: 'answer',
			state: 'open',
			label: m.publishing_receipt_no_answer(),
			children: <p>{m.publishing_receipt_no_answer_text()}</p>,
		}
	return {
		key: 'owed',
		stage: 'answer',
		state: 'open',
		label: (
			<>
				{m.publishing_promised_until()} <DateText day={next.by} />
			</>
		),
		children: (
			<p>
				{m.publishing_answer_about({ about: next.about })}
				{next.isOverdue ? <strong> · {m.publishing_overdue()}</strong> : null}
			</p>
		),
	}
}
