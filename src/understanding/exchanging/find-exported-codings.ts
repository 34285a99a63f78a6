/** Codings as rows for tables and documents: words, theme and who they are of by role and place, never by name. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Wording } from '#people/tables.ts'
import type { Format } from '#listening/vocabulary.ts'
import { codingAllows, SHOWN_TITLE } from '#listening/speaker-allows.ts'
import { inTreeOrder } from '../codebook/codebook.rules.ts'
import type { SpecialCategory, Stance } from '../tables.ts'
import type { ExportFilter } from './exported-project.ts'
import { themesUnder } from './find-exported-project.ts'

export type ExportedRow = {
	id: string
	conversation: string
	conversationId: string
	format: Format
	heldOn: string | null
	round: string
	speakerCode: string
	sector: Wording | null
	role: Wording | null
	district: string | null
	ageBand: string | null
	transcriptId: string
	start: number
	end: number
	quote: string
	prefix: string
	suffix: string
	themeId: string
	/** From the top: `['Infrastruktur', 'Laden']`. */
	themePath: string[]
	colour: string
	definition: string
	stance: Stance
	intensity: number
	isGoodQuote: boolean
	isSensitive: boolean
	specialCategory: SpecialCategory | null
	coder: string
	createdAt: Date
	memos: string[]
}

type Found = Omit<ExportedRow, 'themePath' | 'colour' | 'definition' | 'createdAt'> & { createdAt: string | Date }

/** In the order of the codebook, then of the conversations and their words. */
export async function findExportedCodings(
	db: MunicipalityDatabase,
	{ roundId, themeId, coderId }: ExportFilter,
): Promise<ExportedRow[]> {
	const conditions: SQL[] = [sql`coding.removed_at is null`, codingAllows('analyse')]
	if (roundId) conditions.push(sql`round.id = ${roundId}`)
	if (coderId) conditions.push(sql`coding.coder_id = ${coderId}`)
	if (themeId) conditions.push(sql`coding.theme_id in ${themesUnder(themeId)}`)
	const { rows } = await db.execute<Found>(sql`
		select coding.id, ${SHOWN_TITLE} as conversation, conversation.id as "conversationId", conversation.format,
			conversation.held_on::text as "heldOn", round.title as round, speaker.code as "speakerCode",
			sector.label as sector, role.label as role, district.name as district, speaker.age_band as "ageBand",
			coding.transcript_id as "transcriptId", coding.start, coding."end", coding.quote, coding.prefix, coding.suffix,
			coding.theme_id as "themeId", coding.stance, coding.intensity, coding.is_good_quote as "isGoodQuote",
			coding.is_sensitive as "isSensitive", coding.special_category as "specialCategory", coder.name as coder,
			coding.created_at as "createdAt",
			array(select memo.text from memo where memo.coding_id = coding.id order by memo.created_at) as memos
		from coding
		join voice on voice.id = coding.voice_id
		join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		join round on round.id = conversation.round_id
		join coder on coder.id = coding.coder_id
		left join sector on sector.id = speaker.sector_id
		left join role on role.id = speaker.role_id
		left join district on district.id = speaker.district_id
		where ${sql.join(conditions, sql` and `)}
		order by conversation.held_on nulls last, conversation.id, coding.start, coding."end", coding.id`)
	const themes = await findThemes(db)
	return rows
		.map((row) => ({ ...row, ...themes.get(row.themeId)!, createdAt: new Date(row.createdAt) }))
		.toSorted((one, other) => one.place - other.place)
		.map(({ place: _, ...row }) => row)
}

async function findThemes(db: MunicipalityDatabase) {
	const { rows } = await db.execute<{
		id: string
		parentId: string | null
		label: string
		position: number
		colour: string
		definition: string
	}>(sql`select id, parent_id as "parentId", label, position, colour, definition from theme`)
	const found = new Map<string, { themePath: string[]; colour: string; definition: string; place: number }>()
	for (const [place, { id, parentId, label, colour, definition }] of inTreeOrder(rows).entries()) {
		const above = (parentId && found.get(parentId)?.themePath) || []
		found.set(id, { themePath: [...above, label], colour, definition, place })
	}
	return found
}
