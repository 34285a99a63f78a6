/**
 * What everybody at a table allows, a row each: walked through with Tab and space. On a phone each row is a card.
 * Ticks, ways, days and scans are named by the speaker's id, see `readSpeakersForm`.
 */
import { DateText } from '#platform/ui/date-text.tsx'
import { fieldId } from '#platform/ui/asked.tsx'
import { m } from '#platform/words/words.ts'
import type { FoundGiven, FoundSpeaker } from '../find-conversation.ts'
import { CHANNELS } from '../vocabulary.ts'
import { channelWord } from './consent-marks.tsx'

export type ConsentTableProps = {
	speakers: readonly (FoundSpeaker & { firstWords: string })[]
	/** What had been entered before a refusal; then what is ticked there counts, and nothing else. */
	values: Record<string, string> | undefined
	/** Sentence for the scan of one speaker that was refused. */
	refusedScan: { speakerId: string; sentence: string } | undefined
	mayReadScans: boolean
}

export function ConsentTable({ speakers, ...rest }: ConsentTableProps) {
	return (
		<table className="consent-table">
			<caption className="hidden">{m.listening_consent_table()}</caption>
			<thead>
				<tr>
					<th scope="col">{m.listening_speaker()}</th>
					{CHANNELS.map((channel) => (
						<th scope="col" key={channel}>
							{channelWord(channel)}
						</th>
					))}
					<th scope="col">{m.listening_under16()}</th>
					<th scope="col">{m.listening_guardian()}</th>
					<th scope="col">{m.listening_given_how()}</th>
					<th scope="col">{m.listening_scan_head()}</th>
				</tr>
			</thead>
			<tbody>
				{speakers.map((speaker) => (
					<SpeakerRow key={speaker.id} speaker={speaker} {...rest} />
				))}
			</tbody>
		</table>
	)
}

type RowProps = Omit<ConsentTableProps, 'speakers'> & { speaker: ConsentTableProps['speakers'][number] }

function SpeakerRow({ speaker, values, refusedScan, mayReadScans }: RowProps) {
	const { id, code, pseudonym, firstWords, channels, isUnder16, byGuardian } = speaker
	const ticked = (name: string, before: boolean) => (values ? values[`${name}-${id}`] === 'ja' : before)
	const tick = (name: string, word: string, before: boolean) => (
		<Tick name={`${name}-${id}`} who={code} word={word} isTicked={ticked(name, before)} />
	)
	return (
		<tr>
			<th scope="row">
				<strong>{code}</strong> {pseudonym}
				<span className="consent-table__words spoken" lang="de">
					{firstWords}
				</span>
			</th>
			{CHANNELS.map((channel) => (
				<td key={channel} className="consent-table__tick">
					{tick(`may-${channel}`, channelWord(channel), channels.includes(channel))}
				</td>
			))}
			<td className="consent-table__tick">{tick('under16', m.listening_under16(), isUnder16)}</td>
			<td className="consent-table__tick">{tick('guardian', m.listening_guardian(), byGuardian)}</td>
			<td>
				<How speaker={speaker} values={values} />
			</td>
			<td>
				<Scan
					speaker={speaker}
					note={values?.[`scan-note-${id}`]}
					refusal={refusedScan?.speakerId === id ? refusedScan.sentence : undefined}
					mayRead={mayReadScans}
				/>
			</td>
		</tr>
	)
}

/** The whole cell can be pressed. */
function Tick({ name, who, word, isTicked }: { name: string; who: string; word: string; isTicked: boolean }) {
	return (
		<label>
			<input
				type="checkbox"
				className="kern-form-check__checkbox"
				id={fieldId(name)}
				name={name}
				value="ja"
				defaultChecked={isTicked}
			/>
			<span className="consent-table__word">
				<span className="hidden">{who}: </span>
				{word}
			</span>
		</label>
	)
}

/** Only for whom it differs from everybody; what was noted before stands beneath. */
function How({ speaker: { id, code, givens }, values }: Pick<RowProps, 'speaker' | 'values'>) {
	const [way, day] = [`given-${id}`, `given-on-${id}`]
	return (
		<div className="consent-table__how">
			<select
				name={way}
				aria-label={`${code}: ${m.listening_given_how()}`}
				className="kern-form-input__select"
				defaultValue={values?.[way] ?? ''}
			>
				<option value="">{m.listening_given_as_all()}</option>
				<option value="on-paper">{m.listening_given_on_paper()}</option>
				<option value="by-voice">{m.listening_given_by_voice()}</option>
			</select>
			<input
				type="date"
				name={day}
				aria-label={`${code}: ${m.listening_given_on()}`}
				className="kern-form-input__input"
				defaultValue={values?.[day] ?? ''}
			/>
			{givens.map((given) => (
				<small key={[given.given, given.givenOn, given.notedBy].join()}>
					<Given {...given} />
				</small>
			))}
		</div>
	)
}

function Given({ given, givenOn, notedBy }: FoundGiven) {
	return (
		<>
			{givenWord(given)}
			{givenOn ? (
				<>
					, <DateText day={givenOn} style="short" />
				</>
			) : null}
			{notedBy ? `, ${m.listening_noted_by({ name: notedBy })}` : null}
		</>
	)
}

export function givenWord(given: FoundGiven['given']): string {
	return {
		'on-paper': m.listening_given_on_paper,
		'by-voice': m.listening_given_by_voice,
		'on-the-web': m.listening_given_on_the_web,
		imported: m.listening_given_imported,
	}[given]()
}

type ScanProps = {
	speaker: RowProps['speaker']
	/** Of a scan that was kept while something else was refused. */
	note: string | undefined
	refusal: string | undefined
	mayRead: boolean
}

function Scan({ speaker: { id, code, scanFileId }, note, refusal, mayRead }: ScanProps) {
	const name = `scan-${id}`
	return (
		<div className="consent-table__scan">
			{note ? <input type="hidden" name={`scan-note-${id}`} value={note} /> : null}
			{note ? <small>{m.listening_scan_waits()}</small> : null}
			{scanFileId ? (
				<small>
					{mayRead ? (
						<a href={`/werkstatt/einwilligungen/bogen/${id}`}>{m.listening_scan_open()}</a>
					) : (
						m.listening_scan_there()
					)}
				</small>
			) : null}
			{refusal ? (
				<p className="kern-error" id={`${fieldId(name)}-fehler`}>
					{refusal}
				</p>
			) : null}
			<input
				type="file"
				id={fieldId(name)}
				name={name}
				accept="image/jpeg,image/png,image/webp,application/pdf"
				aria-label={`${code}: ${m.listening_given_scan()}`}
				aria-describedby={refusal ? `${fieldId(name)}-fehler` : undefined}
			/>
		</div>
	)
}
