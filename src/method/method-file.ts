/**
 * A municipality's own method in one JSON file: `gehoert method export` writes the shipped one to begin with,
 * `gehoert init --method FILE.json` starts with another. What a file leaves out is taken from the shipped pack.
 */
import { z } from 'zod'
import { SAY_WHAT_IS_WRONG } from '#platform/words/say-what-is-wrong.ts'
import { m } from '#platform/words/words.ts'
import { contrastOf } from '#platform/ui/contrast.rules.ts'
import { Problem } from '#platform/problem.ts'
import { CONSENT_CHANNELS, LONGEST_CONSENT_TEXT, PACK_CONSENT_TEXTS, type PackConsentText } from './consent-texts.ts'
import { FormatsSchema } from './format-schema.ts'
import { PACK_FORMATS, type TownFormat } from './formats.ts'
import { PACK_GUIDE, type PackQuestion } from './guide.ts'
import { TOP_ROLE, type PackRole } from './role-entry.ts'
import { PACK_ROLES } from './roles.ts'
import { PACK_SECTORS } from './sectors.ts'
import { packThemes, type ThemeWords } from './themes.ts'
import type { PackWording } from './wording.ts'

const METHOD_FORMAT = 'gehoert-method-1'

export type MethodTheme = ThemeWords & { slug: string; colour: string; position: number }
export type MethodRole = Omit<PackRole, 'forms'>

/** Everything a municipality begins with. */
export type Method = {
	sectors: readonly { slug: string; label: PackWording }[]
	roles: readonly MethodRole[]
	/** Only where they are the municipality's own. */
	formats?: readonly TownFormat[]
	guide?: readonly PackQuestion[]
	themes: readonly MethodTheme[]
	/** One wording for every channel. */
	consentTexts: readonly PackConsentText[]
}

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words with dashes')
const words = z.string().trim().min(1)
const wording = z.strictObject({ de: words, en: words })
const consent = words.max(LONGEST_CONSENT_TEXT)

const File = z.strictObject({
	format: z.literal(METHOD_FORMAT),
	/** The ways of listening the town uses, in its order. The kinds are fixed, their names are not. */
	formats: FormatsSchema.optional(),
	/** Who has been heard, and who not yet. */
	sectors: z
		.array(z.strictObject({ slug, label: wording }))
		.min(1)
		.optional(),
	/** From fine to coarse; each leads upwards to `voice`. `population` for a town of 8,700; `share` grows with the town. */
	roles: z
		.array(
			z.strictObject({
				slug,
				label: wording,
				parent: slug.nullable(),
				sector: slug.nullable(),
				population: z.number().int().min(0),
				counts: z.enum(['office', 'share']),
			}),
		)
		.min(1)
		.optional(),
	guide: z.array(z.strictObject({ direction: z.enum(['helps', 'hinders', 'open']), wording })).optional(),
	/** In the language of the team's codebook. `colour` has at least 3:1 on white and on the dark paper. */
	themes: z
		.array(
			z.strictObject({
				slug,
				label: words,
				definition: words,
				anchorExample: z.string().default(''),
				codingRule: z.string().default(''),
				include: z.string().default(''),
				exclude: z.string().default(''),
				keywords: z.array(words).default([]),
				colour: z.string().regex(/^#[0-9a-f]{6}$/),
			}),
		)
		.min(1)
		.optional(),
	/** What people agree to, in all three languages; channels left out keep the shipped wording. */
	consentTexts: z
		.array(
			z.strictObject({
				channel: z.enum(CONSENT_CHANNELS),
				wording: z.strictObject({ de: consent, en: consent, 'de-leicht': consent }),
			}),
		)
		.optional(),
})

/** The shipped method, in the language of a codebook. */
export function shippedMethod(language: 'de' | 'en'): Method {
	return { sectors: PACK_SECTORS, roles: PACK_ROLES, themes: packThemes(language), consentTexts: PACK_CONSENT_TEXTS }
}

/** The shipped method as a file, to be changed. */
export function methodFile(language: 'de' | 'en'): string {
	const roles = PACK_ROLES.map(({ forms: _, ...role }) => role)
	const themes = packThemes(language).map(({ position: _, ...theme }) => theme)
	const file = {
		format: METHOD_FORMAT,
		formats: PACK_FORMATS,
		sectors: PACK_SECTORS,
		roles,
		guide: PACK_GUIDE,
		themes,
		consentTexts: PACK_CONSENT_TEXTS,
	}
	return `${JSON.stringify(file, null, '\t')}\n`
}

/** The schema of the file, for editors that help while writing. */
export function methodJsonSchema(): object {
	return z.toJSONSchema(File, { io: 'input' })
}

/** @throws {Problem} `method-unreadable` when it is no JSON, `method-invalid` with the place and what is wrong there */
export function parseMethod(text: string, language: 'de' | 'en'): Method {
	let json: unknown
	try {
		json = JSON.parse(text)
	} catch (error) {
		if (error instanceof SyntaxError) throw new Problem('invalid', 'method-unreadable')
		throw error
	}
	const read = File.safeParse(json, SAY_WHAT_IS_WRONG)
	if (!read.success) {
		const [issue] = read.error.issues
		throw invalid(issue?.path.join('.') ?? '', issue?.message ?? '')
	}
	const { formats, sectors, roles, guide, themes, consentTexts = [] } = read.data
	const channels = consentTexts.map(({ channel }) => ({ slug: channel }))
	refuseTwice('consentTexts', channels, 'channel')
	const method: Method = {
		...shippedMethod(language),
		...(formats && { formats }),
		...(sectors && { sectors }),
		...(roles && { roles }),
		...(guide && { guide }),
		...(themes && { themes: themes.map((theme, position) => ({ ...theme, position })) }),
		consentTexts: PACK_CONSENT_TEXTS.map(
			(text) => consentTexts.find(({ channel }) => channel === text.channel) ?? text,
		),
	}
	check(method)
	return method
}

function check({ sectors, roles, themes }: Method) {
	for (const [list, entries] of Object.entries({ sectors, roles, themes })) refuseTwice(list, entries)
	const known = new Set(sectors.map((sector) => sector.slug))
	const bySlug = new Map(roles.map((role) => [role.slug, role]))
	for (const [at, role] of roles.entries()) {
		const place = `roles.${at}`
		if (role.sector !== null && !known.has(role.sector))
			throw invalid(`${place}.sector`, m.method_no_sector({ sector: role.sector }))
		if (role.slug === TOP_ROLE ? role.parent !== null : !leadsUp(role, bySlug))
			throw invalid(`${place}.parent`, m.method_no_way_up({ role: TOP_ROLE }))
	}
	if (!bySlug.has(TOP_ROLE)) throw invalid('roles', m.method_no_role({ role: TOP_ROLE }))
	for (const [at, { colour }] of themes.entries())
		if (contrastOf(colour, '#ffffff') < 3 || contrastOf(colour, '#1b2229') < 3)
			throw invalid(`themes.${at}.colour`, m.method_unseen_colour({ colour }))
}

function refuseTwice(list: string, entries: readonly { slug: string }[], name = 'slug') {
	const at = entries.findIndex(
		({ slug: one }, index) => entries.findIndex(({ slug: other }) => other === one) !== index,
	)
	if (at >= 0) throw invalid(`${list}.${at}.${name}`, m.method_twice({ slug: entries[at]!.slug }))
}

function leadsUp(role: MethodRole, bySlug: ReadonlyMap<string, MethodRole>): boolean {
	let step = role
	for (let height = 0; height < 12; height++) {
		if (step.slug === TOP_ROLE) return true
		const parent = step.parent === null ? undefined : bySlug.get(step.parent)
		if (!parent || parent.population < step.population) return false
		step = parent
	}
	return false
}

function invalid(place: string, why: string) {
	return new Problem('invalid', 'method-invalid', { place, why })
}
