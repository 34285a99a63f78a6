/** The parts of the report as a Word file: headings, texts, quotes, tables and their look. */
import {
	AlignmentType,
	BorderStyle,
	Footer,
	HeadingLevel,
	type IStylesOptions,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	type TableOfContents,
	TableRow,
	TextRun,
	WidthType,
} from 'docx'
import type { Banded, Voice } from './report-content.ts'
import type { ReportWords } from './report-words.ts'

/** Found on every office computer, so that the rule holds there too: serif means a person said it. */
const SANS = 'Arial'
const SERIF = 'Georgia'

export type Block = Paragraph | Table | TableOfContents

const HEADINGS = {
	1: HeadingLevel.HEADING_1,
	2: HeadingLevel.HEADING_2,
	3: HeadingLevel.HEADING_3,
	4: HeadingLevel.HEADING_4,
}

type Level = keyof typeof HEADINGS

export function title(name: string): Paragraph {
	return new Paragraph({ heading: HeadingLevel.TITLE, children: runs(name) })
}

/** A heading that opens a page. */
export function chapterTitle(level: Level, name: string): Paragraph {
	return new Paragraph({ heading: HEADINGS[level], pageBreakBefore: true, children: runs(name) })
}

export function heading(level: Level, name: string): Paragraph {
	return new Paragraph({ heading: HEADINGS[level], keepNext: true, children: runs(name) })
}

type Look = { bold?: boolean; size?: number; color?: string; font?: string }

export function text(value: string, look: Look = {}): Paragraph {
	return new Paragraph({ children: runs(value, look) })
}

export function texts(values: string[]): Paragraph[] {
	return values.map((value) => text(value))
}

/** Word breaks a line only where it is told to, so each line of a text is a run of its own. */
function runs(value: string, look: Look = {}): TextRun[] {
	return value.split('\n').map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }))
}

export function voice({ text: said, label }: Voice, words: ReportWords): Paragraph[] {
	const children = runs(words.quoteOpen + said + words.quoteClose, { font: SERIF, size: 28 })
	return [
		new Paragraph({ keepNext: true, spacing: { before: 240, after: 40 }, children }),
		text(label, { color: '53606C' }),
	]
}

export function banded(name: string, column: string, list: Banded[], words: ReportWords): Block[] {
	return [
		heading(2, name),
		table(
			[column, words.howMany],
			list.map((entry) => [entry.name, words.bands[entry.band]]),
		),
	]
}

export function table(heads: string[], rows: string[][]): Table {
	const row = (cells: string[], isHeader: boolean) =>
		new TableRow({
			tableHeader: isHeader,
			cantSplit: true,
			children: cells.map((cell) => new TableCell({ children: [text(cell, { bold: isHeader, size: 20 })] })),
		})
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		borders: HAIRLINES,
		rows: [row(heads, true), ...rows.map((cells) => row(cells, false))],
	})
}

const NO_LINE = { style: BorderStyle.NONE }
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: 'A6B2BB' }
const HAIRLINES = {
	top: NO_LINE,
	left: NO_LINE,
	right: NO_LINE,
	insideVertical: NO_LINE,
	bottom: HAIRLINE,
	insideHorizontal: HAIRLINE,
}

export function pageNumber(): Footer {
	return new Footer({
		children: [
			new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
		],
	})
}

export function stylesFor(language: 'de' | 'en'): IStylesOptions {
	const head = (size: number, before: number) => ({
		run: { font: SANS, size, bold: true, color: '131C26' },
		paragraph: { spacing: { before, after: 120 }, keepNext: true },
	})
	return {
		default: {
			document: {
				run: { font: SANS, size: 22, language: { value: language === 'de' ? 'de-DE' : 'en-GB' } },
				paragraph: { spacing: { after: 140, line: 300 } },
			},
			title: head(40, 0),
			heading1: head(48, 0),
			heading2: head(32, 360),
			heading3: head(24, 280),
			heading4: head(22, 200),
		},
	}
}
