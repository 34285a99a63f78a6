/** A municipality begins: places, sectors, roles and consent texts from the method pack. */
import {
	enterMunicipality,
	inInstallation,
	type Database,
	type InstallationDatabase,
	type MunicipalityDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { announce } from '#platform/announcements.ts'
import { Problem } from '#platform/problem.ts'
import { isLanguage, LANGUAGES, type Language } from '#platform/words/words.ts'
import { shippedMethod, type Method } from '#method/method-file.ts'
import type { Municipality } from './request.ts'
import { isSlug, RESERVED_SLUGS, slugOf } from './slugs.rules.ts'
import { EVERYBODY, startingPopulation } from './populations.rules.ts'
import {
	consentTexts,
	districts,
	municipalities,
	rolePopulations,
	roles,
	sectors,
	type MunicipalityProfile,
} from './tables.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** `language` is the one its codebook is written in; `themes` only where they are its own. */
		'municipality-created': { language: Language; themes?: Method['themes'] }
	}
}

/** `population` 0 or left out means unknown, and unknown never allows a finer label. */
export type NewDistrict = { slug?: string; name: string; population?: number; latitude?: number; longitude?: number }

export type CreateMunicipality = {
	name: string
	/** Made from the name when left out. */
	slug?: string
	/** Host names that are this municipality's alone. */
	hosts?: string[] | undefined
	/** What its pages speak, the first unasked; all languages when left out. */
	languages?: string[] | undefined
	districts: NewDistrict[]
	profile?: Partial<MunicipalityProfile>
	isFictional?: boolean
	/** Of its codebook; the first its pages speak when left out. */
	language?: Language | undefined
	/** Its own method; the shipped one when left out. */
	method?: Method | undefined
	at: Date
}

/**
 * Creates a municipality and everything the method pack brings; the codebook's themes come with the announcement
 * `municipality-created`.
 *
 * @throws {Problem} `municipality-name-missing`, `slug-reserved`, `district-missing`, `district-twice`, `municipality-already-here`,
 * `municipality-second-embedded` when the embedded database already holds one, `host-invalid`, `host-taken`,
 * `language-unknown`
 */
export async function createMunicipality(database: Database, wanted: CreateMunicipality): Promise<Municipality> {
	const name = wanted.name.trim()
	const slug = wanted.slug ?? slugOf(name)
	if (name === '' || !isSlug(slug)) throw new Problem('invalid', 'municipality-name-missing')
	if (RESERVED_SLUGS.includes(slug)) throw new Problem('invalid', 'slug-reserved', { slug })
	const places = withSlugs(wanted.districts)
	const language = wanted.language ?? wanted.languages?.find(isLanguage) ?? 'de'
	const method = wanted.method ?? shippedMethod(language)
	return inInstallation(database, async (db) => {
		const known = await refuseTaken(database, db, slug)
		const [municipality] = await db
			.insert(municipalities)
			.values({
				slug,
				name,
				...(wanted.hosts && { hosts: checkHosts(wanted.hosts, known) }),
				...(wanted.languages && { languages: checkLanguages(wanted.languages) }),
				isFictional: wanted.isFictional ?? false,
				profile: {
					...{ convener: name, address: [], email: '', responsible: '' },
					...(method.guide && { guide: [...method.guide] }),
					...(method.formats && { formats: [...method.formats] }),
					...wanted.profile,
				},
				createdAt: wanted.at,
			})
			.returning()
		const inside = await enterMunicipality(db, municipality!.id as MunicipalityId)
		await fillFromMethod(inside, method, places, wanted.at)
		await announce(inside, 'municipality-created', { language, ...(wanted.method && { themes: method.themes }) })
		return municipality as Municipality
	})
}

function withSlugs(wanted: NewDistrict[]): (NewDistrict & { slug: string })[] {
	const places = wanted.map((district) => ({
		...district,
		name: district.name.trim(),
		slug: district.slug ?? slugOf(district.name),
	}))
	if (places.length === 0 || places.some(({ slug }) => !isSlug(slug))) throw new Problem('invalid', 'district-missing')
	const twice = places.find(({ slug }, at) => places.findIndex((other) => other.slug === slug) !== at)
	if (twice) throw new Problem('invalid', 'district-twice', { name: twice.name })
	return places
}

type Known = { slug: string; hosts: string[] }[]

async function refuseTaken(database: Database, db: InstallationDatabase, slug: string): Promise<Known> {
	const known = await db.select({ slug: municipalities.slug, hosts: municipalities.hosts }).from(municipalities)
	if (known.some((other) => other.slug === slug)) throw new Problem('conflict', 'municipality-already-here', { slug })
	const [other] = known
	if (other && database.engine === 'embedded')
		throw new Problem('conflict', 'municipality-second-embedded', { slug: other.slug })
	return known
}

const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/

/** A host is one municipality's alone: two would answer for each other. */
export function checkHosts(wanted: string[], known: Known): string[] {
	const hosts = wanted.map((host) => host.toLowerCase())
	for (const host of hosts) {
		if (!HOST.test(host)) throw new Problem('invalid', 'host-invalid', { host })
		const owner = known.find((other) => other.hosts.includes(host))
		if (owner) throw new Problem('conflict', 'host-taken', { host, slug: owner.slug })
	}
	return hosts
}

export function checkLanguages(wanted: string[]): string[] {
	const unknown = wanted.find((language) => !isLanguage(language))
	if (unknown !== undefined)
		throw new Problem('invalid', 'language-unknown', { language: unknown, known: LANGUAGES.join(', ') })
	return wanted
}

async function fillFromMethod(
	db: MunicipalityDatabase,
	method: Method,
	places: (NewDistrict & { slug: string })[],
	at: Date,
) {
	const placed = await db
		.insert(districts)
		.values(places.map((place, position) => ({ ...place, population: place.population ?? 0, position })))
		.returning({ id: districts.id, population: districts.population })
	const newSectors = await db
		.insert(sectors)
		.values(method.sectors.map(({ slug, label }, position) => ({ slug, label, position })))
		.returning({ id: sectors.id, slug: sectors.slug })
	await insertRoles(db, method.roles, placed, new Map(newSectors.map(({ id, slug }) => [slug as string | null, id])))
	const validFrom = at.toISOString().slice(0, 10)
	await db.insert(consentTexts).values(method.consentTexts.map((text) => ({ ...text, version: 1, validFrom })))
}

type Placed = { id: string; population: number }

async function insertRoles(
	db: MunicipalityDatabase,
	dictionary: Method['roles'],
	placed: Placed[],
	sectorIds: Map<string | null, string>,
) {
	const populations = placed.map(({ population }) => population)
	const ids = new Map(dictionary.map(({ slug }) => [slug as string | null, crypto.randomUUID() as string]))
	const rows = dictionary.map((role, position) => ({
		id: ids.get(role.slug)!,
		slug: role.slug,
		label: role.label,
		parentId: ids.get(role.parent) ?? null,
		sectorId: sectorIds.get(role.sector) ?? null,
		population: startingPopulation(role, populations),
		position,
	}))
	await db.insert(roles).values(rows)
	const everyone = EVERYBODY.filter((slug) => ids.has(slug)).flatMap((slug) =>
		placed
			.filter(({ population }) => population > 0)
			.map(({ id, population }) => ({ roleId: ids.get(slug)!, districtId: id, population })),
	)
	if (everyone.length > 0) await db.insert(rolePopulations).values(everyone)
}
