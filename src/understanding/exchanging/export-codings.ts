/** Everything that was understood, or a part of it, as a file for other programs and people. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { appendAudit } from '#people/audit-log.ts'
import { findRound } from '#listening/find-rounds.ts'
import { sql } from 'drizzle-orm'
import { codingsCsv } from './codings-csv.ts'
import { codingsDocx } from './codings-docx.ts'
import { codingsHtml } from './codings-html.ts'
import type { ExportFilter } from './exported-project.ts'
import { findExportedCodings } from './find-exported-codings.ts'
import { findExportedProject } from './find-exported-project.ts'
import type { Loss, LossCode } from './project-plan.ts'
import { webAnnotations } from './web-annotations.ts'
import { writeQdc } from './write-qde.ts'
import { writeQdpx, type Profile } from './write-qdpx.ts'

export const EXPORT_FORMATS = ['qdpx', 'qdc', 'csv', 'json', 'docx', 'html'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const MEDIA_TYPES: Record<ExportFormat, string> = {
	qdpx: 'application/zip',
	qdc: 'application/xml',
	csv: 'text/csv; charset=utf-8',
	json: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	html: 'text/html; charset=utf-8',
}

export type ExportWish = {
	format: ExportFormat
	/** Slug. */
	round?: string | undefined
	/** Slug of a theme, which stands for everything below it too. */
	theme?: string | undefined
	/** Name. */
	coder?: string | undefined
	profile?: Profile | undefined
}

export type ExportedFile = { name: string; mediaType: string; bytes: Uint8Array; codings: number; losses: Loss[] }

/** @throws {Problem} `round-unknown`, `theme-unknown`, `coder-unknown`, `exchange-nothing-to-export` */
export async function exportCodings(
	db: MunicipalityDatabase,
	{ by, at, ...wish }: ExportWish & { by: string; at: Date },
): Promise<ExportedFile> {
	const filter = await findFilter(db, wish)
	const made = await madeOf(db, wish, filter, at)
	await appendAudit(db, {
		by,
		act: 'codings-exported',
		subject: 'round',
		...(filter.roundId && { subjectId: filter.roundId }),
		at,
	})
	return { name: fileName(wish), mediaType: MEDIA_TYPES[wish.format], ...made }
}

/** What a file of this wish would hold and leave behind, without writing it. */
export async function previewExport(db: MunicipalityDatabase, wish: ExportWish) {
	const filter = await findFilter(db, wish)
	const { losses, conversations, themes } = await findExportedProject(db, filter)
	if (wish.format === 'qdc') return { losses: [CODEBOOK_ALONE], conversations: 0, themes: themes.length, codings: 0 }
	if (wish.format === 'qdpx') {
		const codings = conversations.reduce((sum, { codings: own }) => sum + own.length, 0)
		return { losses, conversations: conversations.length, themes: themes.length, codings }
	}
	const rows = await findExportedCodings(db, filter)
	return {
		losses: losses.filter(({ code }) => LOST_IN_TABLES.includes(code)),
		conversations: new Set(rows.map(({ conversationId }) => conversationId)).size,
		themes: new Set(rows.map(({ themeId }) => themeId)).size,
		codings: rows.length,
	}
}

const CODEBOOK_ALONE: Loss = { code: 'codebook-only', facts: { count: 1, names: '' } }

/** Tables and documents have columns for all that is coded, and every version of a transcript; these stay out of them too. */
const LOST_IN_TABLES: readonly LossCode[] = ['not-agreed', 'names-unchecked']

async function madeOf(
	db: MunicipalityDatabase,
	{ format, profile = 'lf' }: ExportWish,
	filter: ExportFilter,
	at: Date,
) {
	if (format === 'qdpx' || format === 'qdc') {
		const project = await findExportedProject(db, filter)
		if (project.themes.length === 0) throw new Problem('invalid', 'exchange-nothing-to-export')
		const codings = project.conversations.reduce((sum, { codings: own }) => sum + own.length, 0)
		if (format === 'qdpx') return { bytes: await writeQdpx(project, profile), codings, losses: project.losses }
		return { bytes: bytesOf(writeQdc(project.themes)), codings: 0, losses: [CODEBOOK_ALONE] }
	}
	const rows = await findExportedCodings(db, filter)
	const title = m.understanding_export_title()
	const bytes = {
		csv: () => bytesOf(codingsCsv(rows)),
		json: () => bytesOf(webAnnotations(rows, at)),
		docx: () => codingsDocx(rows, title),
		html: () => bytesOf(codingsHtml(rows, title)),
	}[format]
	return { bytes: await bytes(), codings: rows.length, losses: [] }
}

function bytesOf(text: string): Uint8Array {
	return new TextEncoder().encode(text)
}

async function findFilter(db: MunicipalityDatabase, { round, theme, coder }: ExportWish): Promise<ExportFilter> {
	const idOf = async (table: 'theme' | 'coder', column: 'slug' | 'name', value: string) => {
		const { rows } = await db.execute<{ id: string }>(
			sql`select id from ${sql.identifier(table)} where ${sql.identifier(column)} = ${value} limit 1`,
		)
		if (!rows[0]) throw new Problem('not-found', table === 'theme' ? 'theme-unknown' : 'coder-unknown')
		return rows[0].id
	}
	return {
		roundId: round ? (await findRound(db, round)).id : undefined,
		themeId: theme ? await idOf('theme', 'slug', theme) : undefined,
		coderId: coder ? await idOf('coder', 'name', coder) : undefined,
	}
}

function fileName({ format, round, theme, profile }: ExportWish): string {
	const kind = format === 'qdc' ? 'codebuch' : format === 'qdpx' ? 'projekt' : 'codierungen'
	const own = format === 'qdpx' && profile === 'maxqda' ? profile : undefined
	return `${[kind, round, theme, own].filter(Boolean).join('-')}.${format}`
}
