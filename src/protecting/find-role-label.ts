/** Reads the role dictionary of a municipality and asks the rules. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Language } from '#platform/words/words.ts'
import { FINER_WORDS, SMALLER_HALF } from '#method/role-words.ts'
import { PACK_ROLES } from '#method/roles.ts'
import { districts, municipalities, rolePopulations, roles } from '#people/tables.ts'
import { EVERYBODY, minimumOf, type DictionaryRole, type RoleDictionary } from './role-dictionary.rules.ts'
import { judgeLabel, type JudgeLabel, type LabelJudgement } from './role-label.rules.ts'

/** The whole dictionary in four queries; labels in `language`, else in German. */
export async function findRoleDictionary(db: MunicipalityDatabase, language: Language = 'de'): Promise<RoleDictionary> {
	const [municipality] = await db.select({ minimum: municipalities.minimumPeople }).from(municipalities)
	const places = await db
		.select({ id: districts.id, slug: districts.slug, name: districts.name, population: districts.population })
		.from(districts)
	const rows = await db
		.select({
			id: roles.id,
			slug: roles.slug,
			label: roles.label,
			parentId: roles.parentId,
			population: roles.population,
		})
		.from(roles)
		.orderBy(roles.position)
	const counts = await db
		.select({
			roleId: rolePopulations.roleId,
			districtId: rolePopulations.districtId,
			population: rolePopulations.population,
		})
		.from(rolePopulations)
	const slugOfRole = new Map(rows.map(({ id, slug }) => [id, slug]))
	const slugOfPlace = new Map(places.map(({ id, slug }) => [id, slug]))
	const byRole = Map.groupBy(counts, ({ roleId }) => roleId)
	const inhabitants = places.filter(({ population }) => population > 0)
	const dictionary = rows.map((row): [string, DictionaryRole] => {
		const pack = PACK_ROLES.find(({ slug }) => slug === row.slug)
		const counted = (byRole.get(row.id) ?? []).map(
			(count) => [slugOfPlace.get(count.districtId) ?? '', count.population] as const,
		)
		const everybody = EVERYBODY.includes(row.slug)
			? inhabitants.map(({ slug, population }) => [slug, population] as const)
			: []
		const role = {
			slug: row.slug,
			label: row.label[language] ?? row.label.de,
			forms: [...Object.values(row.label), ...(pack?.forms ?? [])],
			finer: FINER_WORDS[row.slug] ?? [],
			parentSlug: row.parentId && (slugOfRole.get(row.parentId) ?? null),
			population: row.population,
			populationByDistrict: new Map([...everybody, ...counted]),
			smallerHalf: SMALLER_HALF[row.slug] ?? 0,
		}
		return [row.slug, role]
	})
	return { roles: new Map(dictionary), places, ...(municipality && { minimum: municipality.minimum }) }
}

/**
 * What the dictionary says about one label. For many labels read the dictionary once and ask `judgeLabel`.
 */
export async function findRoleLabel(
	db: MunicipalityDatabase,
	label: JudgeLabel,
	language: Language = 'de',
): Promise<LabelJudgement> {
	return judgeLabel(await findRoleDictionary(db, language), label)
}

/**
 * Refuses a label that stands for too few people.
 *
 * @throws {Problem} `label-too-fine` with what may stand instead, `label-needs-inhabitants` when not even the coarsest label
 * may stand because nobody has entered how many people live here
 */
export function requireSafeLabel(dictionary: RoleDictionary, asked: JudgeLabel): LabelJudgement {
	const judgement = judgeLabel(dictionary, asked)
	if (judgement.allowed) return judgement
	const { label } = asked
	const minimum = minimumOf(dictionary, asked.minimum)
	if (judgement.suggestion === null) throw new Problem('invalid', 'label-needs-inhabitants', { label, minimum })
	throw new Problem('invalid', 'label-too-fine', { label, minimum, suggestion: judgement.suggestion })
}
