/** What names are looked for in a municipality's texts: the lists that ship with the product and its own. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { actors, districts, knownNames, municipalities } from '#people/tables.ts'
import type { Gazetteer, NameKind, OwnName } from './find-names.rules.ts'
import { foldName } from './name-words.rules.ts'
import { namesOfGermany } from './names-of-germany.ts'

type KnownKind = (typeof knownNames.$inferSelect)['kind']
type ActorKind = (typeof actors.$inferSelect)['kind']

const KNOWN: Record<KnownKind, NameKind> = {
	street: 'street',
	village: 'place',
	association: 'association',
	firm: 'firm',
	school: 'school',
	'office-holder': 'person',
	surname: 'person',
}

/** Offices, councils and their like are no secret: everybody may say `Bauamt`. */
const ACTORS: Partial<Record<ActorKind, NameKind>> = {
	person: 'person',
	association: 'association',
	firm: 'firm',
	school: 'school',
	church: 'association',
}

/** Known names, districts and actors of the municipality, beside the names of Germany. */
export async function findGazetteer(db: MunicipalityDatabase): Promise<Gazetteer> {
	const known = await db.select({ kind: knownNames.kind, name: knownNames.name }).from(knownNames)
	const places = await db.select({ name: districts.name }).from(districts)
	const bodies = await db.select({ kind: actors.kind, name: actors.name }).from(actors)
	const own: OwnName[] = [
		...known.map(({ kind, name }) => ({ kind: KNOWN[kind], name })),
		...places.map(({ name }) => ({ kind: 'place' as const, name })),
		...bodies.flatMap(({ kind, name }) => {
			const named = ACTORS[kind]
			return named ? [{ kind: named, name }] : []
		}),
	]
	const germany = namesOfGermany()
	// Everybody knows the name of their own town.
	const [municipality] = await db.select({ name: municipalities.name }).from(municipalities)
	const everydayWords = new Set([...germany.everydayWords, ...(municipality ? [foldName(municipality.name)] : [])])
	return { ...germany, everydayWords, own }
}
