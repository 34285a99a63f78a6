import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { removeCoding } from '#understanding/coding/remove-coding.ts'
import { addFieldOfAction } from './add-field-of-action.ts'
import { changeFieldOfAction } from './change-field-of-action.ts'
import { changeFocusTheme } from './change-focus-theme.ts'
import { explainChoice } from './explain-choice.ts'
import { findDossier } from './find-dossier.ts'
import { findFocusChoice } from './find-focus-choice.ts'
import { findFocusThemes } from './find-focus-themes.ts'
import { findVersions } from './find-versions.ts'
import { moveFocusTheme } from './move-focus-theme.ts'
import { openFocusTheme } from './open-focus-theme.ts'
import { sampleTown } from './sample.ts'
import { setCondition } from './set-condition.ts'
import { setGuidingQuestion } from './set-guiding-question.ts'
import { writeDossierPart } from './write-dossier-part.ts'

const NOON = new Date('2025-12-01T11:00:00Z')
const town = await sampleTown(await freshDatabase())

function opened(title: string, themeIds = [town.themes.infrastructure]) {
	return town.inTown((db) => openFocusTheme(db, { roundId: town.roundId, title, themeIds }))
}

test('a focus theme gathers the themes below its own, and gets an address of its own', async () => {
	const first = await opened('Grundversorgung & Infrastruktur')
	const second = await opened('Grundversorgung & Infrastruktur', [town.themes.administration])
	assert.deepEqual([first.slug, second.slug], ['grundversorgung-infrastruktur', 'grundversorgung-infrastruktur-2'])
	await town.inTown(async (db) => {
		await moveFocusTheme(db, { focusThemeId: second.id, direction: 'up' })
		await moveFocusTheme(db, { focusThemeId: second.id, direction: 'up' })
		const list = await findFocusThemes(db)
		assert.deepEqual(
			list.map(({ slug }) => slug),
			[second.slug, first.slug],
		)
		assert.deepEqual(list[1]!.evidence, { codings: 3, voices: 2, speakers: 2, conversations: 1 })
		await changeFocusTheme(db, { focusThemeId: second.id, title: 'Verwaltungskultur', teaser: '', themeIds: [] })
		assert.equal((await findDossier(db, second.slug)).evidence.codings, 0)
	})
	await assert.rejects(opened(' '), { code: 'focus-theme-title-missing' })
	await assert.rejects(opened('Bus', [town.roundId]), { code: 'gathered-theme-unknown' })
	await assert.rejects(
		town.inTown((db) => openFocusTheme(db, { roundId: town.roundId, title: 'Bus', slug: first.slug, themeIds: [] })),
		{ code: 'focus-theme-slug-taken' },
	)
})

test('every save of a part is a new version that stands on evidence, and saving the same again is none', async () => {
	const { id: focusThemeId, slug } = await opened('Versorgung')
	const write = (text: string, basedOn?: number) =>
		town.inTown((db) =>
			writeDossierPart(db, {
				focusThemeId,
				kind: 'analysis',
				paragraphs: [
					{ text, codingIds: [town.codings.shop, town.codings.shop, town.codings.minutes] },
					{ text: ' ', codingIds: [] },
				],
				...(basedOn !== undefined && { basedOn }),
				by: null,
				at: NOON,
			}),
		)
	assert.equal((await write('Die Ortsteile erleben\nden Rückzug zuerst.', 0)).version, 1)
	assert.equal((await write('Die Ortsteile erleben den Rückzug zuerst.')).version, 1)
	assert.equal((await write('Die Dörfer erleben den Rückzug zuerst.', 1)).version, 2)
	await assert.rejects(write('Ich war auch dran.', 1), { code: 'dossier-part-changed' })

	await town.inTown(async (db) => {
		const { parts, evidence } = await findDossier(db, slug)
		assert.equal(parts.analysis.version, 2)
		assert.equal(parts.analysis.paragraphs.length, 1)
		assert.deepEqual(
			parts.analysis.paragraphs[0]!.codingIds.toSorted(),
			[town.codings.shop, town.codings.minutes].toSorted(),
		)
		assert.equal(evidence.codings, 4, 'what is cited stands under the focus theme')
		assert.deepEqual(
			(await findVersions(db, focusThemeId)).map(({ version }) => version),
			[2, 1],
		)
		await removeCoding(db, { codingId: town.codings.minutes, at: NOON })
		assert.deepEqual((await findDossier(db, slug)).parts.analysis.paragraphs[0]!.codingIds, [town.codings.shop])
	})
	await assert.rejects(write('Auf Zurückgenommenem steht nichts.'), { code: 'citation-unknown' })
})

test('a dossier has a question that asks, five levels, and fields of action', async () => {
	const { id: focusThemeId, slug } = await opened('Mobilität')
	await town.inTown(async (db) => {
		await setGuidingQuestion(db, { focusThemeId, question: 'Wie kommen alle\nan? ' })
		await setCondition(db, { focusThemeId, level: 'civil-society', texts: ['Fahrten teilen.', ''] })
		await setCondition(db, { focusThemeId, level: 'federal', texts: ['Einmal.'] })
		await setCondition(db, { focusThemeId, level: 'federal', texts: ['Mittel über Jahre.', 'Einfache Anträge.'] })
		const { id } = await addFieldOfAction(db, { focusThemeId, title: 'Fahrdienst' })
		await addFieldOfAction(db, { focusThemeId, title: 'Mitfahrbank' })
		await changeFieldOfAction(db, { fieldOfActionId: id, title: 'Fahrdienst der Dörfer', text: 'Donnerstags.' })
		const dossier = await findDossier(db, slug)
		assert.equal(dossier.guidingQuestion, 'Wie kommen alle an?')
		assert.deepEqual(
			dossier.conditions.map(({ level, text }) => [level, text]),
			[
				['federal', 'Mittel über Jahre.'],
				['federal', 'Einfache Anträge.'],
				['civil-society', 'Fahrten teilen.'],
			],
		)
		assert.deepEqual(
			dossier.fieldsOfAction.map(({ title }) => title),
			['Fahrdienst der Dörfer', 'Mitfahrbank'],
		)
	})
	const refused = (work: Promise<unknown>, code: string) => assert.rejects(work, { code })
	await refused(
		town.inTown((db) => setGuidingQuestion(db, { focusThemeId, question: 'Mehr Busse' })),
		'guiding-question-not-open',
	)
	await refused(
		town.inTown((db) => addFieldOfAction(db, { focusThemeId, title: '' })),
		'field-of-action-title-missing',
	)
	await refused(
		town.inTown((db) => setCondition(db, { focusThemeId: 'x', level: 'state', texts: [] })),
		'focus-theme-unknown',
	)
})

test('why these and what was left out is said once per round, and can be said better', async () => {
	await town.inTown(async (db) => {
		await explainChoice(db, { roundId: town.roundId, reasons: ['Oft genannt.'], leftOut: [] })
		await explainChoice(db, {
			roundId: town.roundId,
			reasons: ['Oft und mit Nachdruck genannt.'],
			leftOut: ['Kultur, '],
		})
		assert.deepEqual(await findFocusChoice(db, town.roundId), {
			reasons: ['Oft und mit Nachdruck genannt.'],
			leftOut: ['Kultur,'],
		})
	})
})
