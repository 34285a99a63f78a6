/** The report as one web page that needs nothing else: no script, styles and fonts inside, every text escaped. */
import { bandTable, html, type Markup, paragraphs, styles, table, themeTable, voice } from './html-parts.ts'
import { inPlainText } from './plain-text.ts'
import type { CrossThemes, Dossier, Initiative, Perspective, ReportContent } from './report-content.ts'
import { filled, heardPhrase, type ReportWords, readableDay } from './report-words.ts'

export async function renderReportHtml(unclean: ReportContent): Promise<string> {
	const content = inPlainText(unclean)
	const { words, municipality, title, edition, publisher } = content
	const page = html`<!doctype html>
		<html lang="${content.language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<title>${title} – ${municipality.name}</title>
				<meta name="author" content="${publisher.name}" />
				<meta name="description" content="${edition.label}" />
				<style>
					${await styles()}
				</style>
			</head>
			<body>
				<header class="cover">
					<p>
						${publisher.name} · ${edition.label} ·
						<time datetime="${edition.date}">${readableDay(edition.date, content.language)}</time>
						${edition.revised ? html`· ${revisedOn(content, edition.revised.day)}` : null}
					</p>
					<p class="town">${municipality.name}</p>
					<h1>${title}</h1>
					${content.coverVoice ? voice(content.coverVoice, words) : null}
					${municipality.fictionalNotice ? html`<p class="quiet">${municipality.fictionalNotice}</p>` : null}
				</header>
				<nav aria-labelledby="contents">
					<h2 id="contents">${words.contents}</h2>
					<ol>
						${chaptersOf(content).map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}
					</ol>
				</nav>
				<main>${chaptersOf(content).map(chapter)}</main>
				<footer>
					<h2>${content.backPage.heading}</h2>
					${paragraphs(content.backPage.paragraphs)}
					<h2>${words.imprint}</h2>
					<p>${publisher.lines.flatMap((line) => [html`${line}`, html`<br />`])}</p>
					${edition.revised ? html`<p>${edition.label}, ${revisedOn(content, edition.revised.day)}. ${edition.revised.note}</p>` : null}
					<h2>${words.accessibility}</h2>
					<p>${content.accessibilityNote}</p>
				</footer>
			</body>
		</html> `
	return page.text
}

function revisedOn({ words, language }: ReportContent, day: string): string {
	return filled(words.revisedOn, { day: readableDay(day, language) })
}

type Chapter = { id: string; stage: keyof ReportWords['stages']; name: string; body: Markup }

function chaptersOf(content: ReportContent): Chapter[] {
	const { words } = content
	return [
		{ id: 'foreword', stage: 'listen', name: words.foreword, body: foreword(content) },
		{ id: 'listening', stage: 'listen', name: words.howWeListened, body: howWeListened(content) },
		{ id: 'themes', stage: 'understand', name: words.crossThemes, body: crossThemes(content.crossThemes, words) },
		{ id: 'focus', stage: 'focus', name: words.focusThemes, body: whyThese(content) },
		...content.dossiers.map((dossier, at): Chapter => ({
			id: `focus-${at + 1}`,
			stage: 'focus',
			name: dossier.title,
			body: dossierBody(dossier, words),
		})),
		{ id: 'perspectives', stage: 'focus', name: words.perspectives, body: perspectives(content) },
		{ id: 'initiatives', stage: 'act', name: words.initiatives, body: initiatives(content) },
		{ id: 'next', stage: 'answer', name: words.whatHappensNext, body: paragraphs(content.whatHappensNext) },
	]
}

function chapter({ id, stage, name, body }: Chapter): Markup {
	return html`<section class="chapter ${stage}" aria-labelledby="${id}">
		<h2 id="${id}">${name}</h2>
		${body}
	</section> `
}

function foreword({ foreword: { paragraphs: texts, signedBy } }: ReportContent): Markup {
	return html`${paragraphs(texts)}
		<p><strong>${signedBy}</strong></p>`
}

function howWeListened({ howWeListened: heard, words, language }: ReportContent): Markup {
	const period = filled(words.period, { from: readableDay(heard.from, language), to: readableDay(heard.to, language) })
	return html`<p><strong>${heardPhrase(heard.peopleHeard, words)}</strong> · ${period}</p>
		${paragraphs(heard.introduction)}
		${table(
			words.formats,
			[words.format, words.conversations],
			heard.formats.map((format) => [format.name, String(format.conversations)]),
		)}
		${bandTable(words.sectorsHeard, words.sector, heard.sectors, words)}
		${bandTable(words.districtsHeard, words.district, heard.districts, words)}
		<h3>${words.method}</h3>
		${paragraphs(heard.method)}
		<h3>${words.missing}</h3>
		${paragraphs(heard.missing)}`
}

function crossThemes({ introduction, themes, sectors, note }: CrossThemes, words: ReportWords): Markup {
	return html`${paragraphs(introduction)}
		<dl>
			${themes.map(
				(theme) =>
					html`<div>
						<dt>${theme.name}</dt>
						<dd>${theme.text}</dd>
					</div>`,
			)}
		</dl>
		${themeTable(themes, sectors, words)}
		<p class="quiet">${note}</p>`
}

function whyThese({ whyThese: { paragraphs: texts, leftOut }, words }: ReportContent): Markup {
	return html`<h3>${words.whyThese}</h3>
		${paragraphs(texts)}
		<h3>${words.leftOut}</h3>
		${paragraphs(leftOut)}`
}

function dossierBody(dossier: Dossier, words: ReportWords): Markup {
	const evidence = (count: number) => (count === 1 ? words.evidenceOne : filled(words.evidenceMany, { count }))
	return html`<h3>${words.analysis}</h3>
		${dossier.analysis.map((part) => html`<p>${part.text}${part.evidence > 0 ? html` <small>(${evidence(part.evidence)})</small>` : null}</p>`)}
		<h3>${words.conclusion}</h3>
		<div class="conclusion">${paragraphs(dossier.conclusion)}</div>
		<h3>${words.voices}</h3>
		${dossier.voices.length === 0 ? html`<p>${words.noVoices}</p>` : dossier.voices.map((said) => voice(said, words))}
		${
			dossier.retold.length > 0
				? html`<h3>${words.retold}</h3>
						${paragraphs(dossier.retold)}`
				: null
		}
		<div class="question">
			<h3>${words.guidingQuestion}</h3>
			<p>${dossier.guidingQuestion}</p>
		</div>
		<h3>${words.fieldsOfAction}</h3>
		${dossier.fieldsOfAction.map(
			(field) =>
				html`<h4>${field.title}${field.became ? html` <span class="state">${field.became}</span>` : null}</h4>
					<p>${field.text}</p>`,
		)}
		<h3>${words.conditions}</h3>
		<p>${dossier.conditionsIntroduction}</p>
		${table(
			`${words.conditions}: ${dossier.title}`,
			[words.level, words.levelCanDo],
			dossier.conditions.map(({ level, text }) => [level, text]),
		)}`
}

function perspectives({ perspectives: { introduction, list } }: ReportContent): Markup {
	const perspective = ({ title, introduction: text, startingPoints, closing }: Perspective) =>
		html`<h3>${title}</h3>
			<p>${text}</p>
			<ul>
				${startingPoints.map((point) => html`<li><strong>${point.title}</strong><br />${point.text}</li>`)}
			</ul>
			<p class="conclusion">${closing}</p>`
	return html`${paragraphs(introduction)}${list.map(perspective)}`
}

function initiatives({ initiatives: { introduction, list }, words, language }: ReportContent): Markup {
	const state = ({ word, isLate }: Initiative['state']) =>
		html`<span class="${isLate ? 'late' : 'state'}">${word}</span>`
	const initiative = ({ title, state: stands, goal, commitments, nextAnswerBy }: Initiative) =>
		html`<h3>${title} ${state(stands)}</h3>
			<p>${goal}</p>
			${table(
				title,
				[words.who, words.what, words.until, words.state],
				commitments.map(({ who, what, until, state: its }) => [
					who,
					what,
					until ? readableDay(until, language) : words.openEnd,
					state(its),
				]),
			)}
			${nextAnswerBy ? html`<p class="answer-by">${filled(words.nextAnswerBy, { day: readableDay(nextAnswerBy, language) })}</p>` : null}`
	return html`${paragraphs(introduction)}${list.map(initiative)}`
}
