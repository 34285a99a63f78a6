/** Projects as they might be, for the property that going out and coming in changes nothing. For tests. */
import fc from 'fast-check'
import { AGE_BANDS, FORMATS } from '#listening/vocabulary.ts'
import { codePointLength } from '#listening/code-points.ts'
import { SPECIAL_CATEGORIES, STANCES } from '../tables.ts'
import type { ExportedConversation, ExportedProject, ExportedTheme } from './exported-project.ts'

const WORDS = [
	'Laden',
	'Bus',
	'wir',
	'für',
	'🚲',
	'👩‍👧',
	'a\u0308',
	'<b>',
	'&',
	'"',
	'B7: ja',
	'Kodierregel: x',
	'=1',
	'\n',
	'\n\n',
	'…',
	' ',
]
const id = fc.noShrink(fc.uuid({ version: 4 }))
const words = (max: number) =>
	fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: max }).map((all) => `W${all.join(' ')}e`)
const plain = (max: number) => words(max).map((text) => text.replace(/\s+/g, ' ').trim())
const maybe = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), text)
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000 + 1234))

function randomThemes(): fc.Arbitrary<ExportedTheme[]> {
	const theme = fc.record({
		id,
		parent: fc.nat(9),
		label: plain(4),
		colour: fc.integer({ min: 0, max: 0xffffff }).map((colour) => `#${colour.toString(16).padStart(6, '0')}`),
		definition: maybe(words(8)),
		anchorExample: maybe(words(5)),
		codingRule: maybe(words(5)),
		include: maybe(words(3)),
		exclude: maybe(words(3)),
		keywords: fc.array(fc.constantFrom('Bus', 'Bahn', 'ÖPNV'), { maxLength: 2 }),
	})
	return fc.array(theme, { minLength: 1, maxLength: 6 }).map((all) => {
		const labelled = all.map((one, at) => ({ ...one, label: `${at} ${one.label}`.slice(0, 80).trim() }))
		const placed = labelled.map(({ parent, ...one }, at) => ({
			...one,
			parentId: parent < at ? labelled[parent]!.id : null,
		}))
		const under = (above: string | null): ExportedTheme[] =>
			placed.filter(({ parentId }) => parentId === above).flatMap((one) => [one, ...under(one.id)])
		return under(null)
	})
}

const Speaker = fc.record({
	id,
	pseudonym: fc.constantFrom(null, 'Frau K.'),
	isModerator: fc.boolean(),
	sector: fc.constantFrom(null, 'Kirche'),
	role: fc.constantFrom(null, 'Lehrkraft'),
	district: fc.constantFrom(null, 'Oberlohe'),
	ageBand: fc.constantFrom(null, ...AGE_BANDS),
})
const Said = fc.record({
	by: fc.nat(3),
	text: words(12),
	gap: fc.constantFrom('\n', '\n\n', '\nB1: ', ' '),
	voiceId: id,
})
const Mark = fc.record({
	id,
	turn: fc.nat(9),
	from: fc.nat(30),
	length: fc.nat(30),
	theme: fc.nat(9),
	coder: fc.nat(2),
	stance: fc.constantFrom(...STANCES),
	intensity: fc.integer({ min: 1, max: 3 }),
	isGoodQuote: fc.boolean(),
	isSensitive: fc.boolean(),
	specialCategory: fc.constantFrom(null, null, ...SPECIAL_CATEGORIES),
	createdAt: day,
})

function randomConversation(
	themes: readonly ExportedTheme[],
	coderIds: readonly string[],
): fc.Arbitrary<ExportedConversation> {
	const parts = fc.record({
		id,
		title: plain(4),
		format: fc.constantFrom(...FORMATS.filter((format) => format !== 'written' && format !== 'card')),
		heldOn: fc.constantFrom(null, '2025-05-08'),
		district: fc.constantFrom(null, 'Oberlohe'),
		place: fc.constantFrom('', 'Alte Schule'),
		head: fc.constantFrom('', 'Protokoll vom Mai\n', 'S1: '),
		people: fc.array(Speaker, { minLength: 1, maxLength: 3 }),
		said: fc.array(Said, { minLength: 1, maxLength: 6 }),
		marks: fc.array(Mark, { maxLength: 8 }),
	})
	return parts.map(({ head, people, said, marks, ...conversation }) => {
		const speakers = people.map((one, at) => ({ ...one, isModerator: one.isModerator && at > 0, code: `B${at + 1}` }))
		let text = head
		const turns = said.map(({ by, text: spoken, gap, voiceId }, at) => {
			const start = codePointLength(text)
			text += spoken
			const end = codePointLength(text)
			text += at < said.length - 1 ? gap : ''
			const speaker = at === 0 ? speakers[0]! : speakers[by % speakers.length]!
			return { start, end, speakerId: speaker.id, voiceId: speaker.isModerator ? null : voiceId }
		})
		const spoken = turns.filter(({ voiceId }) => voiceId)
		const codings = marks.map(({ turn, from, length, theme, coder, ...mark }) => {
			const { start, end } = spoken[turn % spoken.length]!
			const first = start + (from % (end - start))
			const coded = { start: first, end: Math.min(end, first + 1 + length) }
			return {
				...mark,
				...coded,
				themeId: themes[theme % themes.length]!.id,
				coderId: coderIds[coder % coderIds.length]!,
			}
		})
		const key = (one: (typeof codings)[number]) => [one.start, one.end, one.themeId, one.coderId].join()
		const once = [...new Map(codings.map((one) => [key(one), one])).values()]
		const heard = new Set(turns.map(({ speakerId }) => speakerId))
		return { ...conversation, text, speakers: speakers.filter((one) => heard.has(one.id)), turns, codings: once }
	})
}

export function randomProject(): fc.Arbitrary<ExportedProject> {
	const names = fc.constant([
		{ kind: 'human' as const, name: 'Anna & Ben' },
		{ kind: 'machine' as const, name: 'Maschine' },
		{ kind: 'human' as const, name: 'Caro' },
	])
	return fc.tuple(randomThemes(), names, fc.array(id, { minLength: 3, maxLength: 3 })).chain(([themes, named, ids]) => {
		const coders = named.map((one, at) => ({ ...one, id: ids[at]! }))
		const conversations = fc.array(randomConversation(themes, ids), { minLength: 1, maxLength: 3 })
		const notes = fc.array(
			fc.record({ id, text: words(9), on: fc.nat(3), of: fc.nat(9), coder: fc.nat(2), createdAt: day }),
			{ maxLength: 5 },
		)
		return fc.tuple(conversations, notes).map(([held, noted]): ExportedProject => {
			const memos = noted.map(({ on, of, coder, ...memo }) => {
				const conversation = held[of % held.length]!
				const coding = conversation.codings[of % Math.max(1, conversation.codings.length)]
				const voiceId = conversation.turns.find((turn) => turn.voiceId)!.voiceId
				const nothing = { codingId: null, themeId: null, voiceId: null, conversationId: null, roundId: null }
				const target = [
					coding ? { codingId: coding.id } : { conversationId: conversation.id },
					{ themeId: themes[of % themes.length]!.id },
					{ voiceId },
					{ roundId: 'round' },
				][on]!
				return { ...memo, coderId: ids[coder]!, ...nothing, ...target }
			})
			return { name: 'Probe', coders, themes, conversations: held, memos, losses: [] }
		})
	})
}
