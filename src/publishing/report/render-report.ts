/** Sets a report as a printed brochure: a tagged PDF (PDF/UA-1) in A4, with dossiers on double pages. */
import { createRequire } from 'node:module'
import { HOUSE_FONTS } from '#platform/typst-fonts.ts'
import { compileTypst } from '#platform/typst.ts'
import type { IsoDate, ReportContent } from './report-content.ts'
import { readableDay } from './report-words.ts'

const { resolve } = createRequire(import.meta.url)

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

export async function renderReport(content: ReportContent): Promise<Uint8Array> {
	return compileTypst({
		templatePath: resolve('#publishing/report/report.typ'),
		data: { ...content, days: readableDays(content), editionDay: dayParts(content.edition.date) },
		fontFiles: HOUSE_FONTS,
	})
}

/** Typst knows no German months, so every day in the content travels with its readable form. */
function readableDays(content: ReportContent): Record<IsoDate, string> {
	const days = new Set<IsoDate>()
	JSON.stringify(content, (_key, value: unknown) => {
		if (typeof value === 'string' && ISO_DATE.test(value)) days.add(value)
		return value
	})
	return Object.fromEntries([...days].map((day) => [day, readableDay(day, content.language)]))
}

function dayParts(day: IsoDate) {
	const [year, month, date] = day.split('-').map(Number)
	return { year, month, day: date }
}
