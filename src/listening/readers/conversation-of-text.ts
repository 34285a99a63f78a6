/** A conversation from its text: for every reader whose files hold text with speakers at line starts. */
import { Problem } from '#platform/problem.ts'
import { originKeyOf, type PreparedConversation } from '../prepared-conversation.ts'
import type { Warning } from '../tables.ts'
import { splitTurns } from '../turns.rules.ts'
import { describeSpeakers } from './describe-found.ts'
import type { GivenFile, ReadOptions } from './read-options.ts'
import type { Head } from './read-text.ts'

type Described = { head?: Head; file: GivenFile; warnings: Warning[] }

/** @throws {Problem} `no-words-found` */
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
		format: options.format ?? options.usualFormat ?? 'interview',
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
