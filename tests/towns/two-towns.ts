/**
 * Two whole municipalities in one database, alike but for their words: every letter n of one is an ɲ, of the other an ŋ.
 * Whatever holds the other's letter, or one of its ids, has crossed the border.
 */
import { createHash } from 'node:crypto'
import { asOwner } from '#platform/database/fresh-database.ts'
import { inMunicipality, type Database, type MunicipalityId } from '#platform/database/database.ts'
import type { Member } from '#people/request.ts'
import type { Part } from '#people/rights.ts'
import { sampleTeam } from '#people/sample.ts'
import { freezeEdition } from '#publishing/freeze-edition.ts'
import { importPackage } from '#publishing/package/import-package.ts'
import type { PackageContent } from '#publishing/package/package-content.ts'
import { idOf } from '../../demo/conversation-rows.ts'
import { readDemoPackage } from '../../demo/demo-package.ts'

export type Town = {
	id: MunicipalityId
	slug: string
	/** Stands wherever its people wrote an n. */
	letter: string
	team: Record<Part, Member>
	/** Ids and addresses by table: `codings`, `focusThemes`. */
	ids: Record<string, string[]>
	slugs: Record<string, string[]>
}

const TODAY = '2026-11-22'
const AT = new Date('2026-11-22T09:00:00Z')

export async function openTwoTowns(database: Database): Promise<[Town, Town]> {
	const towns: [Town, Town] = [
		await openTown(database, { slug: 'birkenrode', letter: 'ɲ' }),
		await openTown(database, { slug: 'eschenrode', letter: 'ŋ' }),
	]
	// The database looks at new tables by itself, but only after a minute.
	await asOwner(database, 'analyze')
	return towns
}

async function openTown(database: Database, { slug, letter }: { slug: string; letter: string }): Promise<Town> {
	const demo = readDemoPackage(TODAY)
	const content = twinOf(demo.content, slug, letter)
	const id = await importPackage(database, content, demo.sources)
	const team = await sampleTeam(database, id, slug)
	const round = content.rows.rounds![0] as { id: string; title: string }
	await inMunicipality(database, id, (db) =>
		freezeEdition(db, { roundId: round.id, title: round.title, by: null, today: TODAY, at: AT }),
	)
	return { id, slug, letter, team, ids: collect(content, 'id'), slugs: collect(content, 'slug') }
}

function collect({ rows }: PackageContent, column: string): Record<string, string[]> {
	return Object.fromEntries(
		Object.entries(rows).map(([name, list]) => [
			name,
			list.flatMap((row) => (row[column] ? [String(row[column])] : [])),
		]),
	)
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The demo with other ids, other addresses and other letters. Positions stay: one letter for one letter. */
function twinOf(content: PackageContent, slug: string, letter: string): PackageContent {
	const whole = JSON.stringify(content).replaceAll('birkenrode.example', `${slug}.example`)
	const moved = JSON.parse(whole.replace(UUID, (id) => otherId(id, slug))) as PackageContent
	const named = rewrite(moved, letter) as PackageContent
	for (const table of ['rounds', 'conversations', 'focusThemes', 'initiatives', 'actors', 'districts'] as const)
		for (const row of named.rows[table] ?? []) row['slug'] = `${String(row['slug'])}-${slug.slice(0, 3)}`
	named.municipality.slug = slug
	return named
}

export function otherId(id: string, slug: string): string {
	const hex = createHash('sha256').update(`${slug} ${id}`).digest('hex')
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Words of people have capitals or spaces; keys, ids, addresses and days have neither. */
function rewrite(value: unknown, letter: string): unknown {
	if (typeof value === 'string') return /[A-ZÄÖÜ ]/.test(value) ? value.replaceAll('n', letter) : value
	if (Array.isArray(value)) return value.map((inner) => rewrite(inner, letter))
	if (value === null || typeof value !== 'object') return value
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, key === 'timeZone' ? inner : rewrite(inner, letter)]),
	)
}

export const DEMO_ROUND = idOf('round', 'birkenrode-hoert-zu')
