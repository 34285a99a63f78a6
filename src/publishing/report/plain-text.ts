/** What no document format may contain is taken out of a report before it becomes a web page or a Word file. */
import type { ReportContent } from './report-content.ts'

/** Control characters but for tab and line feed, and non-characters: forbidden in XML, meaningless on paper. */
const FORBIDDEN = /(?![\n\t])[\p{Cc}\p{Noncharacter_Code_Point}]/gu

/** The same report with every text well-formed Unicode and free of control characters. */
export function inPlainText(content: ReportContent): ReportContent {
	const clean = JSON.stringify(content, (_key, value: unknown) =>
		typeof value === 'string' ? value.toWellFormed().replace(/\r\n?/g, '\n').replace(FORBIDDEN, '') : value,
	)
	return JSON.parse(clean) as ReportContent
}
