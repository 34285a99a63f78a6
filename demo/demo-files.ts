/** Reads the files of a fictional municipality and says which one is wrong, and where. Shapes: `birkenrode/SHAPE.md`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { KnownKind } from '#people/known-names.rules.ts'
import { KNOWN_NAME_KINDS } from '#people/tables.ts'
import { AGE_BANDS, CHANNELS, FORMATS } from '#listening/vocabulary.ts'
import { SPREADS } from '#understanding/agreeing.tables.ts'
import { STANCES } from '#understanding/tables.ts'
import { LEVELS } from '#focusing/tables.ts'
import { INITIATIVE_STATES } from '#acting/tables.ts'
import { ANSWER_KINDS } from '#answering/tables.ts'

const paragraphs = z.array(z.string().min(1))
const day = z.iso.date()
/** `{ conversation-slug: "words" }` */
const evidence = z.array(z.record(z.string(), z.string())).default([])

export const Place = z.strictObject({
	slug: z.string(),
	name: z.string(),
	timeZone: z.string(),
	profile: z.strictObject({ convener: z.string(), address: z.array(z.string()), email: z.string(), responsible: z.string() }),
	districts: z.array(
		z.strictObject({ slug: z.string(), name: z.string(), population: z.int(), latitude: z.number(), longitude: z.number() }),
	),
	/** By role: `all` for the municipality, or a district's slug. */
	'role-populations': z.record(z.string(), z.record(z.string(), z.int())),
})

export const Round = z.strictObject({
	slug: z.string(),
	title: z.string(),
	question: z.string(),
	startsOn: day,
	endsOn: day,
	choice: z.strictObject({ reasons: paragraphs, 'left-out': paragraphs }),
	report: z.strictObject({
		foreword: paragraphs,
		'foreword-signed-by': z.string(),
		'how-we-listened': paragraphs,
		'not-heard': paragraphs,
		'what-next': paragraphs,
	}),
})

export const Actors = z.array(
	z.strictObject({
		slug: z.string(),
		kind: z.enum(['person', 'association', 'firm', 'school', 'church', 'office', 'council', 'village-council']),
		name: z.string(),
	}),
)

/** Names by kind. */
export const KnownNames = z.strictObject(Object.fromEntries(KNOWN_NAME_KINDS.map((kind) => [kind, z.array(z.string())])) as Record<KnownKind, z.ZodArray<z.ZodString>>)

const Speaker = z.union([
	z.strictObject({ moderator: z.literal(true), name: z.string().optional() }),
	z.strictObject({
		name: z.string().optional(),
		sector: z.string(),
		role: z.string(),
		district: z.string(),
		age: z.enum(AGE_BANDS),
		consents: z.array(z.enum(CHANNELS)),
	}),
])

const ConversationHead = z.strictObject({
	slug: z.string(),
	title: z.string(),
	format: z.enum(FORMATS),
	date: day,
	district: z.string().optional(),
	place: z.string().default(''),
	moderators: z.array(z.string()).default([]),
	speakers: z.record(z.string(), Speaker),
})
export type DemoConversation = z.infer<typeof ConversationHead> & { fileName: string; bytes: Buffer; body: string }

export const Codings = z.array(
	z.strictObject({
		passage: z.string(),
		occurrence: z.int().min(1).default(1),
		theme: z.string(),
		stance: z.enum(STANCES),
		intensity: z.int().min(1).max(3),
		coder: z.string(),
		'good-quote': z.boolean().default(false),
		memo: z.string().optional(),
	}),
)

const blindCodings = z.array(z.strictObject({ theme: z.string(), stance: z.enum(STANCES), intensity: z.int().min(1).max(3) }))
const coder = z.enum(['anna', 'ben'])

/** Contributions coded twice, blind; each coding is of the whole contribution. */
export const BlindSample = z.strictObject({
	slug: z.string(),
	title: z.string(),
	state: z.enum(['comparing', 'settled']),
	spread: z.enum(SPREADS),
	'drawn-on': day,
	'finished-on': z.record(coder, day),
	'compared-on': day,
	contributions: z.array(
		z.strictObject({
			conversation: z.string(),
			/** Words only this contribution of the conversation holds. */
			words: z.string(),
			anna: blindCodings,
			ben: blindCodings,
			verdicts: z.array(z.strictObject({ theme: z.string(), applies: z.boolean(), by: coder, note: z.string().default('') })).default([]),
		}),
	),
})

export const FocusTheme = z.strictObject({
	slug: z.string(),
	title: z.string(),
	teaser: z.string(),
	themes: z.array(z.string()).min(1),
	analysis: z.array(z.strictObject({ text: z.string(), evidence })),
	conclusion: paragraphs,
	voices: z.array(
		z.strictObject({ conversation: z.string(), passage: z.string(), label: z.string(), wording: z.string().optional() }),
	),
	'guiding-question': z.string(),
	fields: z.array(z.strictObject({ title: z.string(), text: z.string() })),
	'conditions-introduction': paragraphs,
	conditions: z.record(z.enum(LEVELS), z.string()),
})

export const Perspective = z.strictObject({
	slug: z.string(),
	title: z.string(),
	introduction: z.string(),
	points: z.array(z.strictObject({ title: z.string(), text: z.string(), 'focus-theme': z.string().optional(), evidence })),
	closing: z.string(),
})

export const Initiatives = z.array(
	z.strictObject({
		slug: z.string(),
		title: z.string(),
		teaser: z.string(),
		kind: z.enum(['pilot', 'project', 'format', 'rule', 'room']),
		goal: z.string(),
		'first-step': z.string(),
		owner: z.string(),
		partners: z.array(z.strictObject({ actor: z.string(), part: z.string() })).default([]),
		level: z.enum(LEVELS).default('municipality'),
		district: z.string().nullish(),
		'focus-theme': z.string(),
		fields: z.array(z.string()).default([]),
		state: z.enum(INITIATIVE_STATES),
		'state-reason': z.string().nullish(),
		'state-since': day,
		'next-answer-by': day.nullish(),
		history: z.array(z.strictObject({ state: z.enum(INITIATIVE_STATES), since: day, reason: z.string().nullish() })).default([]),
		commitments: z.array(
			z.strictObject({
				what: z.string(),
				who: z.string().nullish(),
				until: day.nullish(),
				state: z.enum(['open', 'promised', 'kept', 'withdrawn']),
				'closing-note': z.string().nullish(),
				'closed-on': day.nullish(),
			}),
		),
	}),
)

export const Answers = z.array(
	z.strictObject({
		to: z.union([z.strictObject({ 'focus-theme': z.string() }), z.strictObject({ initiative: z.string() })]),
		kind: z.enum(ANSWER_KINDS),
		because: z.string(),
		'by-office': z.string(),
		'answered-on': day,
		'next-answer-by': day.nullish(),
	}),
)

/** Reads one YAML file in the shape it must have. */
export function readYaml<Shape extends z.ZodType>(path: string, shape: Shape): z.infer<Shape> {
	const read = shape.safeParse(parse(readFileSync(path, 'utf8')))
	if (read.success) return read.data
	const [issue] = read.error.issues
	throw new Error(`${path}: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** All YAML files of a folder, in the order of their names. */
export function readYamlFolder<Shape extends z.ZodType>(folder: string, shape: Shape): z.infer<Shape>[] {
	const names = readdirSync(folder).filter((name) => name.endsWith('.yaml')).toSorted()
	return names.map((name) => readYaml(join(folder, name), shape))
}

/** A conversation file: YAML between two `---` lines, then the words. */
export function readConversation(path: string): DemoConversation {
	const bytes = readFileSync(path)
	const [, head, body] = /^---\n([\s\S]*?)\n---\n+([\s\S]*)$/.exec(bytes.toString('utf8')) ?? []
	if (head === undefined || body === undefined) throw new Error(`${path}: no head between --- lines`)
	const read = ConversationHead.safeParse(parse(head))
	if (!read.success) throw new Error(`${path}: ${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`)
	return { ...read.data, fileName: path.split('/').at(-1)!, bytes, body: body.trim() }
}
