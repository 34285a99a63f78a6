/** Plain text and Markdown, with or without a head that describes the conversation. */
import { parse as parseYaml, YAMLError } from 'yaml'
import { z } from 'zod'
import { Problem } from '#platform/problem.ts'
import { FORMATS } from '../vocabulary.ts'
import { conversationOf } from './conversation-of-text.ts'
import { decodeText } from './decode-text.ts'
import type { GivenFile, ReadOptions, ReadResult } from './read-options.ts'
import { SpeakerMapShape } from './speaker-map.ts'

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
