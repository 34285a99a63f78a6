/** Plain text and Markdown, with or without a head that describes the conversation. */
import { parse as parseYaml, YAMLError } from 'yaml'
import { z } from 'zod'
import { Problem } from '#platform/problem.ts'
import { originKeyOf, type PreparedConversation } from '../prepared-conversation.ts'
import { FORMATS, type Warning } from '../tables.ts'
import { splitTurns } from '../turns.rules.ts'
import { decodeText } from './decode-text.ts'
import type { GivenFile, ReadOptions, ReadResult } from './read-options.ts'
import { describeSpeakers, SpeakerMapShape } from './speaker-map.ts'

const Head = z.object({
	slug: z.string().max(80).optional(),
	title: z.string().max(300).optional(),
	format: z.enum(FORMATS).optional(),
	date: z.iso.date().optional(),
	district: z.string().max(80).optional(),
	place: z.string().max(200).optional(),
	moderators: z.array(z.string().max(80)).optional(),
	speakers: SpeakerMapShape.optional(),
})
export type Head = z.infer<typeof Head>

/** @throws {Problem} as `decodeText`; `head-unreadable` with the place of the first mistake; `no-words-found` */
export function readText(file: GivenFile, options: ReadOptions): ReadResult {
	const { text, warnings } = decodeText(file.bytes)
	const { head, body } = readHead(text)
	const conversation = conversationOf(body, { ...options, ...namedBy(head, options) }, { head, file, warnings })
	return { reader: 'text', conversations: [conversation], warnings }
}

type Described = { head?: Head; file: GivenFile; warnings: Warning[] }

/** A conversation from its text; used by every reader whose files hold text with speakers at line starts. */
export function conversationOf(
	text: string,
	options: ReadOptions,
	{ head = {}, file, warnings }: Described,
): PreparedConversation {
	const split = splitTurns(text)
	if (split.turns.length === 0) throw new Problem('invalid', 'no-words-found')
	if (split.pageLinesLeftOut > 0)
		warnings.push({ code: 'page-lines-left-out', facts: { count: split.pageLinesLeftOut } })
	const heldOn = options.heldOn ?? null
	return {
		originKey: originKeyOf('file', file.bytes),
		...(head.slug && { slug: head.slug }),
		title: options.title || titleOf(file.name),
		format: options.format ?? 'interview',
		heldOn,
		district: options.district ?? null,
		place: options.place ?? '',
		moderators: head.moderators ?? [],
		text: split.text,
		turns: split.turns,
		speakers: describeSpeakers(split.speakers, { ...head.speakers, ...options.speakerMap }, options.channels, heldOn),
	}
}

/** `01-stadtgespraech_kernstadt.txt` → `stadtgespraech kernstadt`. */
export function titleOf(fileName: string): string {
	const bare = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
	return (
		bare
			.replace(/^\d+[-_ ]+/, '')
			.replace(/[-_]+/g, ' ')
			.trim()
			.slice(0, 200) || '…'
	)
}

/** What the file says of itself wins over its name, and who brings it wins over both. */
function namedBy(head: Head, options: ReadOptions) {
	return {
		title: options.title || head.title,
		format: options.format ?? head.format,
		heldOn: options.heldOn ?? head.date,
		district: options.district ?? head.district,
		place: options.place || head.place,
	}
}

function readHead(text: string): { head: Head; body: string } {
	const match = /^---\n((?:.*\n){1,400}?)---\n/.exec(text.slice(0, 100_000))
	if (!match || !/^(?:title|slug|format|date|speakers):/m.test(match[1]!)) return { head: {}, body: text }
	const read = Head.safeParse(parseHead(match[1]!))
	if (!read.success)
		throw new Problem('invalid', 'head-unreadable', { where: read.error.issues[0]?.path.join('.') ?? '' })
	return { head: read.data, body: text.slice(match[0].length) }
}

function parseHead(head: string): unknown {
	try {
		return parseYaml(head)
	} catch (error) {
		if (error instanceof YAMLError || error instanceof ReferenceError)
			throw new Problem('invalid', 'head-unreadable', { where: 'yaml' })
		throw error
	}
}
