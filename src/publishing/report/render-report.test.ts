import assert from 'node:assert/strict'
import { test } from 'node:test'
import mammoth from 'mammoth'
import { renderReport } from './render-report.ts'
import { sampleReport } from './report-content.sample.ts'
import type { ReportContent } from './report-content.ts'
import { renderReportDocx } from './report-docx.ts'
import { renderReportHtml } from './report-html.ts'
import { reportWords } from './report-words.ts'

const HOSTILE = '#read("/etc/passwd") $x$ \\ * _ [ <script>alert(1)</script>'

test('the printed report says that it is accessible and in which language it speaks', async () => {
	const german = readPdf(await renderReport(sampleReport))
	assert.match(german.source, /<pdfuaid:part>1<\/pdfuaid:part>/)
	assert.match(german.source, /\/Lang \(de-DE\)/)
	assert.match(german.source, /\/DisplayDocTitle true/)

	const english = readPdf(await renderReport({ ...sampleReport, language: 'en', words: reportWords.en }))
	assert.match(english.source, /\/Lang \(en-GB\)/)
	assert.ok(english.bookmarks.some(({ title }) => title === 'Guiding question'))
})

test('a reading program finds headings, quotes, tables with headers and the thread in words', async () => {
	const { source, bookmarks } = readPdf(await renderReport(sampleReport))
	assert.match(source, /\/StructTreeRoot/)
	for (const tag of ['H1', 'H2', 'H3', 'H4', 'TOC', 'BlockQuote', 'Table', 'TH', 'Figure']) {
		assert.match(source, new RegExp(`/S /${tag}\\b`), tag)
	}
	assert.match(source, /\/Alt </)
	for (const { title } of sampleReport.dossiers) assert.ok(bookmarks.some((bookmark) => bookmark.title === title))
})

test('the brochure fills at least 24 pages, and every dossier lies open on a double page', async () => {
	const { pageCount, bookmarks } = readPdf(await renderReport(sampleReport))
	assert.ok(pageCount >= 24)
	assert.equal(pageCount % 2, 0, 'the back cover is the back of a sheet')

	for (const { title } of sampleReport.dossiers) {
		const start = bookmarks.findLastIndex((bookmark) => bookmark.title === title)
		const question = bookmarks.slice(start).find((bookmark) => bookmark.title === sampleReport.words.guidingQuestion)
		assert.equal(bookmarks[start]!.page % 2, 0, title)
		assert.equal(question!.page, bookmarks[start]!.page + 1, title)
	}
})

test('a dossier twice as long takes more pages and still starts on a left page', async () => {
	const { bookmarks } = readPdf(
		await renderReport({ ...sampleReport, dossiers: sampleReport.dossiers.map(twiceAsLong) }),
	)
	for (const { title } of sampleReport.dossiers) {
		assert.equal(bookmarks.findLast((bookmark) => bookmark.title === title)!.page % 2, 0, title)
	}
})

test('what somebody wrote is printed as they wrote it, even if it looks like a command', async () => {
	const { bookmarks, source } = readPdf(await renderReport(withTitle(HOSTILE)))
	assert.ok(bookmarks.some(({ title }) => title === HOSTILE))
	assert.doesNotMatch(source, /root:/)

	const page = await renderReportHtml(withTitle(HOSTILE))
	assert.doesNotMatch(page, /<script/)
	assert.ok(page.includes('&#60;script&#62;alert(1)&#60;/script&#62;'))

	assert.ok((await wordsOf(withTitle(HOSTILE))).includes(HOSTILE))
})

test('an emoji, a foreign script or a broken character does not stop the report', async () => {
	const { bookmarks } = readPdf(await renderReport(withTitle('Danke 👍🏽 дякую \u0000\ud800')))
	assert.ok(bookmarks.some(({ title }) => title === 'Danke […] дякую \ufffd'))
	assert.ok((await wordsOf(withTitle('Danke 👍🏽\u0007'))).includes('Danke 👍🏽\n'))
})

test('a dossier keeps its six parts when every voice in it was withdrawn', async () => {
	const [dossier] = sampleReport.dossiers
	const content = { ...sampleReport, coverVoice: null, dossiers: [{ ...dossier!, voices: [] }] }
	const { bookmarks } = readPdf(await renderReport(content))
	const start = bookmarks.findIndex(({ title }) => title === dossier!.title)
	const { analysis, conclusion, voices, guidingQuestion, fieldsOfAction, conditions, noVoices } = sampleReport.words
	const parts = [analysis, conclusion, voices, guidingQuestion, fieldsOfAction, conditions]
	assert.deepEqual(
		bookmarks
			.slice(start)
			.map(({ title }) => title)
			.filter((title) => parts.includes(title)),
		parts,
	)
	assert.ok((await renderReportHtml(content)).includes(noVoices))
})

test('the web page needs no script and nothing from elsewhere, and names its language', async () => {
	const page = await renderReportHtml(sampleReport)
	assert.match(page, /<html lang="de">/)
	assert.doesNotMatch(page, /<script|<link|@import|https?:\/\//)
	for (const said of sampleReport.dossiers.flatMap(({ voices }) => voices))
		assert.ok(page.includes(said.text.replaceAll("'", '&#39;')))
})

test('one person heard is one person, not “1 people”', async () => {
	const alone = { ...sampleReport, howWeListened: { ...sampleReport.howWeListened, peopleHeard: 1 } }
	assert.match(await renderReportHtml(alone), />1 Mensch gehört</)
	assert.match(await renderReportHtml({ ...alone, language: 'en', words: reportWords.en }), />1 person heard</)
})

test('how people were heard takes two pages, and no table leaves its last row on a page of its own', async () => {
	const { bookmarks } = readPdf(await renderReport(sampleReport))
	const pageOf = (name: string) => bookmarks.find(({ title }) => title === name)!.page
	const { howWeListened, missing, crossThemes } = sampleReport.words
	assert.equal(pageOf(missing), pageOf(howWeListened) + 1)
	assert.equal(pageOf(crossThemes), pageOf(howWeListened) + 2)
})

test('the Word file holds the whole report', async () => {
	const text = await wordsOf(sampleReport)
	for (const { title, guidingQuestion } of sampleReport.dossiers)
		assert.ok(text.includes(title) && text.includes(guidingQuestion))
	for (const { closing } of sampleReport.perspectives.list) assert.ok(text.includes(closing))
	assert.ok(text.includes('14. März 2026'.replace(' ', '\u00a0')))
})

// --- reading what came out ---

function withTitle(title: string): ReportContent {
	const [dossier, ...others] = sampleReport.dossiers
	return {
		...sampleReport,
		title,
		dossiers: [{ ...dossier!, title, voices: [{ text: title, label: title }] }, ...others],
	}
}

function twiceAsLong(dossier: ReportContent['dossiers'][number]): ReportContent['dossiers'][number] {
	const analysis = dossier.analysis.map((part) => ({ ...part, text: `${part.text} ${part.text}` }))
	const fieldsOfAction = dossier.fieldsOfAction.map((field) => ({ ...field, text: `${field.text} ${field.text}` }))
	return { ...dossier, analysis, fieldsOfAction, voices: [...dossier.voices, ...dossier.voices] }
}

async function wordsOf(content: ReportContent): Promise<string> {
	const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await renderReportDocx(content)) })
	return value
}

/** Typst writes the structure of a PDF uncompressed, so plain patterns find it. Pages count from 1. */
function readPdf(pdf: Uint8Array) {
	const source = Buffer.from(pdf).toString('latin1')
	const objects = new Map(
		Array.from(source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm), ([, id, body]) => [id!, body!]),
	)
	const pages = Array.from(source.match(/\/Kids \[([^\]]*)\]/)![1]!.matchAll(/(\d+) 0 R/g), ([, id]) => id!)
	const bookmarks = Array.from(objects.values()).flatMap((body) => {
		const found = body.match(/\/Title (\(.*\)|<[0-9A-F]+>)\n\s*\/Dest (\d+) 0 R/)
		if (!found) return []
		const target = objects.get(found[2]!)!.match(/\[(\d+) 0 R/)![1]!
		return [{ title: readPdfString(found[1]!), page: pages.indexOf(target) + 1 }]
	})
	return { source, pageCount: pages.length, bookmarks }
}

function readPdfString(written: string): string {
	if (written.startsWith('(')) return written.slice(1, -1).replace(/\\(.)/g, '$1')
	const bytes = Buffer.from(written.slice(1, -1), 'hex')
	return bytes.subarray(2).swap16().toString('utf16le')
}
