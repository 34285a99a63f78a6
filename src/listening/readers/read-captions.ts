/** Captions as a conversation: cues of one speaker in a row are one turn. */
import { Problem } from '#platform/problem.ts'
import { codePointLength } from '../code-points.ts'
import { originKeyOf, type PreparedTurn } from '../prepared-conversation.ts'
import { findLabelledLines, nameSpeakers, type FoundSpeaker } from '../speaker-labels.rules.ts'
import { cutLongTurn } from '../turns.rules.ts'
import { readCues, type Cue } from './captions.ts'
import { decodeText } from './decode-text.ts'
import type { GivenFile, ReadOptions, ReadResult } from './read-options.ts'
import { titleOf } from './conversation-of-text.ts'
import { describeSpeakers } from './describe-found.ts'

/** A silence after which somebody whose name is unknown begins a new turn. */
const PAUSE_MS = 2000
/** Code units after which an unnamed speaker's turn ends with the sentence. */
const LONG_SPEECH = 1500

/** @throws {Problem} as `decodeText`; `captions-without-cues` */
export function readCaptions(file: GivenFile, options: ReadOptions): ReadResult {
	const { text, warnings } = decodeText(file.bytes)
	const read = readCues(text)
	if (read.cues.length === 0) throw new Problem('invalid', 'captions-without-cues')
	const { speakers, spoken } = whoSpeaks(read.cues)
	const laidOut = layOut(joinCues(spoken, speakers.length > 1), speakers.length > 1)
	const heldOn = options.heldOn ?? null
	const conversation = {
		originKey: originKeyOf('file', file.bytes),
		title: options.title || titleOf(file.name),
		format: options.format ?? options.usualFormat ?? 'interview',
		heldOn,
		district: options.district ?? null,
		place: options.place ?? '',
		...laidOut,
		speakers: describeSpeakers(speakers, options.speakerMap, options.channels, heldOn),
	}
	return { reader: 'captions', conversations: [conversation], warnings: [...warnings, ...read.warnings] }
}

type Spoken = { speaker: string; words: string; fromMs: number | undefined; toMs: number | undefined }

/** By voice tags, else by labels at line starts; a cue that names nobody goes on with the speaker before. */
function whoSpeaks(cues: readonly Cue[]): { speakers: FoundSpeaker[]; spoken: Spoken[] } {
	const tagged = cues.flatMap(({ voice }) => (voice ? [{ label: voice, kind: kindOf(voice) }] : []))
	const lines = cues.flatMap((cue) => cue.lines.map((line, at) => ({ cue, line, at })))
	const labels =
		tagged.length > 0
			? []
			: findLabelledLines(
					lines.map(({ line }) => line),
					new Set(),
				)
	const labelAt = new Map(labels.map((label) => [label.line, label]))
	const named = nameSpeakers(tagged.length > 0 ? tagged : labels)
	const startsUnnamed = tagged.length > 0 ? !cues[0]!.voice : !labelAt.has(0)
	const unnamed: FoundSpeaker = { code: freeCode(named), label: '', isModerator: false }
	const speakers = startsUnnamed ? [unnamed, ...named] : named
	const codes = new Map(named.map(({ label, code }) => [label, code]))

	let speaker = speakers[0]!.code
	const spoken = lines.map(({ cue, line, at }, index) => {
		const label = labelAt.get(index)
		const said = (at === 0 ? cue.voice : null) ?? label?.label
		speaker = (said ? codes.get(said) : undefined) ?? speaker
		return { speaker, words: label ? line.slice(label.prefixUnits) : line, fromMs: cue.fromMs, toMs: cue.toMs }
	})
	return { speakers, spoken }
}

/** Codes stay as they are; whatever else a tag says may be a name. */
function kindOf(voice: string) {
	return /^[A-ZÄÖÜ]{1,3}\d{0,3}$/u.test(voice) ? ('code' as const) : ('name' as const)
}

function freeCode(named: readonly FoundSpeaker[]): string {
	const taken = new Set(named.map(({ code }) => code))
	for (let number = 1; ; number++) if (!taken.has(`S${number}`)) return `S${number}`
}

function joinCues(spoken: readonly Spoken[], isNamed: boolean): Spoken[] {
	const turns: (Spoken & { pieces: string[]; units: number })[] = []
	for (const piece of spoken.filter(({ words }) => words !== '')) {
		const last = turns.at(-1)
		if (last && goesOn(last, piece, isNamed)) {
			last.pieces.push(piece.words)
			last.units += piece.words.length
			last.toMs = piece.toMs ?? last.toMs
		} else turns.push({ ...piece, pieces: [piece.words], units: piece.words.length })
	}
	return turns.map(({ speaker, pieces, fromMs, toMs }) => ({ speaker, words: pieces.join(' '), fromMs, toMs }))
}

function goesOn(last: Spoken & { pieces: string[]; units: number }, next: Spoken, isNamed: boolean): boolean {
	if (last.speaker !== next.speaker) return false
	if (isNamed) return true
	const pause = next.fromMs !== undefined && last.toMs !== undefined ? next.fromMs - last.toMs : 0
	return pause < PAUSE_MS && !(last.units > LONG_SPEECH && /[.!?…]$/.test(last.pieces.at(-1)!))
}

/** One paragraph per turn, with the speaker's code before it when there are several. */
function layOut(spoken: readonly Spoken[], isNamed: boolean): { text: string; turns: PreparedTurn[] } {
	const paragraphs: string[] = []
	const turns: PreparedTurn[] = []
	let position = 0
	for (const { speaker, words, fromMs, toMs } of spoken) {
		const label = isNamed ? `${speaker}: ` : ''
		const start = position + codePointLength(label)
		turns.push(...cutLongTurn({ speaker, start, end: start + codePointLength(words), fromMs, toMs }, words))
		paragraphs.push(label + words)
		position = start + codePointLength(words) + 2
	}
	return { text: paragraphs.join('\n\n'), turns }
}
