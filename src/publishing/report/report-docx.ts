/** The report as a Word file, plain enough to be edited in any office: real headings, lists of voices, tables with header rows. */
import { Document, TableOfContents } from 'docx'
import {
	type Block,
	banded,
	chapterTitle,
	heading,
	pageNumber,
	stylesFor,
	table,
	text,
	texts,
	title,
	voice,
} from './docx-parts.ts'
import { packDocx } from './pack-docx.ts'
import { inPlainText } from './plain-text.ts'
import type { Dossier, Initiative, Perspective, ReportContent } from './report-content.ts'
import { filled, heardPhrase, type ReportWords, readableDay } from './report-words.ts'

export async function renderReportDocx(unclean: ReportContent): Promise<Uint8Array> {
	const content = inPlainText(unclean)
	const document = new Document({
		styles: stylesFor(content.language),
		sections: [
			{
				footers: { default: pageNumber() },
				children: [
					...front(content),
					...listening(content),
					...themes(content),
					...focus(content),
					...acting(content),
					...back(content),
				],
			},
		],
	})
	return packDocx(document, {
		title: `${content.title} – ${content.municipality.name}`,
		creator: content.publisher.name,
		description: content.edition.label,
		day: content.edition.date,
	})
}

function front(content: ReportContent): Block[] {
	const { words, municipality, edition, publisher, foreword } = content
	return [
		text(`${publisher.name} · ${edition.label} · ${readableDay(edition.date, content.language)}`),
		...(edition.revised
			? [
					text(
						`${filled(words.revisedOn, { day: readableDay(edition.revised.day, content.language) })}. ${edition.revised.note}`,
					),
				]
			: []),
		text(municipality.name, { size: 88, bold: true }),
		title(content.title),
		...(content.coverVoice ? voice(content.coverVoice, words) : []),
		...(municipality.fictionalNotice ? [text(municipality.fictionalNotice, { color: '53606C' })] : []),
		text(words.contents, { bold: true, size: 32 }),
		new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2', beginDirty: false }),
		chapterTitle(1, words.foreword),
		...texts(foreword.paragraphs),
		text(foreword.signedBy, { bold: true }),
	]
}

function listening({ howWeListened: heard, words, language }: ReportContent): Block[] {
	const period = filled(words.period, { from: readableDay(heard.from, language), to: readableDay(heard.to, language) })
	return [
		chapterTitle(1, words.howWeListened),
		text(`${heardPhrase(heard.peopleHeard, words)} · ${period}`, { bold: true }),
		...texts(heard.introduction),
		heading(2, words.formats),
		table(
			[words.format, words.conversations],
			heard.formats.map((format) => [format.name, String(format.conversations)]),
		),
		...banded(words.sectorsHeard, words.sector, heard.sectors, words),
		...banded(words.districtsHeard, words.district, heard.districts, words),
		heading(2, words.method),
		...texts(heard.method),
		heading(2, words.missing),
		...texts(heard.missing),
	]
}

function themes({ crossThemes, words }: ReportContent): Block[] {
	return [
		chapterTitle(1, words.crossThemes),
		...texts(crossThemes.introduction),
		...crossThemes.themes.flatMap((theme) => [heading(2, theme.name), text(theme.text)]),
		heading(2, words.themesBySector),
		table(
			[words.theme, ...crossThemes.sectors],
			crossThemes.themes.map((theme) => [
				theme.name,
				...theme.bands.map((band, at) => theme.numbers?.[at] ?? words.bands[band]),
			]),
		),
		text(crossThemes.note, { color: '53606C' }),
	]
}

function focus({ whyThese, dossiers, words }: ReportContent): Block[] {
	return [
		chapterTitle(1, words.focusThemes),
		heading(2, words.whyThese),
		...texts(whyThese.paragraphs),
		heading(2, words.leftOut),
		...texts(whyThese.leftOut),
		...dossiers.flatMap((dossier) => dossierBlocks(dossier, words)),
	]
}

function dossierBlocks(dossier: Dossier, words: ReportWords): Block[] {
	const evidence = (count: number) => (count === 1 ? words.evidenceOne : filled(words.evidenceMany, { count }))
	return [
		chapterTitle(2, dossier.title),
		heading(3, words.analysis),
		...dossier.analysis.map((part) =>
			text(part.evidence > 0 ? `${part.text} (${evidence(part.evidence)})` : part.text),
		),
		heading(3, words.conclusion),
		...dossier.conclusion.map((sentence) => text(sentence, { bold: true })),
		heading(3, words.voices),
		...(dossier.voices.length === 0 ? [text(words.noVoices)] : dossier.voices.flatMap((said) => voice(said, words))),
		...(dossier.retold.length > 0 ? [heading(3, words.retold), ...texts(dossier.retold)] : []),
		heading(3, words.guidingQuestion),
		text(dossier.guidingQuestion, { bold: true, size: 32 }),
		heading(3, words.fieldsOfAction),
		...dossier.fieldsOfAction.flatMap((field) => [
			heading(4, field.became ? `${field.title} – ${field.became}` : field.title),
			text(field.text),
		]),
		heading(3, words.conditions),
		text(dossier.conditionsIntroduction),
		table(
			[words.level, words.levelCanDo],
			dossier.conditions.map((condition) => [condition.level, condition.text]),
		),
	]
}

function acting({ perspectives, initiatives, whatHappensNext, words, language }: ReportContent): Block[] {
	const perspective = ({ title, introduction, startingPoints, closing }: Perspective) => [
		heading(2, title),
		text(introduction),
		...startingPoints.flatMap((point) => [heading(3, point.title), text(point.text)]),
		text(closing, { bold: true }),
	]
	const initiative = ({ title, state, goal, commitments, nextAnswerBy }: Initiative) => [
		heading(2, `${title} – ${state.word}`),
		text(goal),
		table(
			[words.who, words.what, words.until, words.state],
			commitments.map(({ who, what, until, state: stands }) => [
				who,
				what,
				until ? readableDay(until, language) : words.openEnd,
				stands.word,
			]),
		),
		...(nextAnswerBy
			? [text(filled(words.nextAnswerBy, { day: readableDay(nextAnswerBy, language) }), { bold: true })]
			: []),
	]
	return [
		chapterTitle(1, words.perspectives),
		...texts(perspectives.introduction),
		...perspectives.list.flatMap(perspective),
		chapterTitle(1, words.initiatives),
		...texts(initiatives.introduction),
		...initiatives.list.flatMap(initiative),
		chapterTitle(1, words.whatHappensNext),
		...texts(whatHappensNext),
	]
}

function back({ backPage, publisher, accessibilityNote, words }: ReportContent): Block[] {
	return [
		chapterTitle(1, backPage.heading),
		...texts(backPage.paragraphs),
		heading(2, words.imprint),
		...texts(publisher.lines),
		heading(2, words.accessibility),
		text(accessibilityNote),
	]
}
