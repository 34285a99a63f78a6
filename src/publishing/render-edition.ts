/** Renders an edition as PDF, Word or HTML once and keeps the file. */
import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { files } from '#platform/tables.ts'
import { language } from '#platform/words/words.ts'
import { findInitiatives } from '#acting/find-initiatives.ts'
import type { Municipality } from '#people/request.ts'
import type { Edition } from './find-edition.ts'
import { reportOfEdition } from './report-of-edition.ts'
import { renderReport } from './report/render-report.ts'
import { renderReportDocx } from './report/report-docx.ts'
import { renderReportHtml } from './report/report-html.ts'
import type { ReportContent } from './report/report-content.ts'
import { artefacts, editions } from './tables.ts'

export const REPORT_FORMATS = ['pdf', 'docx', 'html'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export const MEDIA_TYPES: Record<ReportFormat, string> = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	html: 'text/html; charset=utf-8',
}

/** The content of the report, with the initiatives as they stand on `today`. */
export async function readReport(
	db: MunicipalityDatabase,
	{ edition, municipality, today }: { edition: Edition; municipality: Municipality; today: string },
): Promise<ReportContent> {
	const initiatives = await findInitiatives(db, { today })
	return reportOfEdition({
		content: edition.content,
		edition,
		profile: municipality.profile,
		initiatives,
		language: language(),
	})
}

/** Sets the report; takes about a second for PDF, in a process of its own. */
export async function renderAs(format: ReportFormat, report: ReportContent): Promise<Uint8Array> {
	if (format === 'pdf') return renderReport(report)
	if (format === 'docx') return renderReportDocx(report)
	return new TextEncoder().encode(await renderReportHtml(report))
}

/** The file kept for an edition, if it has been rendered before. */
export async function findArtefact(
	db: MunicipalityDatabase,
	editionId: string,
	format: ReportFormat,
): Promise<Uint8Array | null> {
	const [kept] = await db
		.select({ bytes: files.bytes })
		.from(artefacts)
		.innerJoin(files, eq(files.id, artefacts.fileId))
		.where(and(eq(artefacts.editionId, editionId), eq(artefacts.format, format)))
	return kept?.bytes ?? null
}

/**
 * Keeps a rendered report with its edition. Two that render at once keep the first. False, and nothing is kept, when the
 * edition was revised while it was being rendered.
 */
export async function keepArtefact(
	db: MunicipalityDatabase,
	edition: Edition,
	format: ReportFormat,
	bytes: Uint8Array,
): Promise<boolean> {
	const [standing] = await db
		.select({ hash: editions.hash })
		.from(editions)
		.where(eq(editions.id, edition.id))
		.for('update')
	if (standing?.hash !== edition.hash) return false
	if (await findArtefact(db, edition.id, format)) return true
	const [file] = await db
		.insert(files)
		.values({
			name: `bericht-${edition.number}.${format}`,
			mediaType: MEDIA_TYPES[format],
			bytes: Buffer.from(bytes),
			byteLength: bytes.length,
			sha256: createHash('sha256').update(bytes).digest('hex'),
		})
		.returning({ id: files.id })
	await db.insert(artefacts).values({ editionId: edition.id, format, fileId: file!.id })
	return true
}
