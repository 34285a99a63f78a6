import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { findPerspective, findPerspectives } from './find-perspectives.ts'
import { openFocusTheme } from './open-focus-theme.ts'
import { sampleTown } from './sample.ts'
import { writePerspective, type WritePerspective } from './write-perspective.ts'

const town = await sampleTown(await freshDatabase())
const { roundId } = town
const words = {
	roundId,
	title: 'Mit dem Blick einer Stadträtin',
	introduction: 'Sie sitzt oft abends.',
	closing: 'Und jetzt?',
}

function write(given: Partial<WritePerspective>) {
	return town.inTown((db) => writePerspective(db, { ...words, points: [], ...given }))
}

test('a perspective reads the same evidence through the eyes of one office', async () => {
	const theme = await town.inTown((db) => openFocusTheme(db, { roundId, title: 'Versorgung', themeIds: [] }))
	const point = {
		title: 'Der Bus',
		text: 'Seit vier Jahren.',
		focusThemeId: theme.id,
		codingIds: [town.codings.minutes],
	}
	const { id, slug } = await write({ points: [point, { title: '', text: ' ', focusThemeId: null, codingIds: [] }] })
	assert.equal(slug, 'mit-dem-blick-einer-stadtraetin')
	await write({
		perspectiveId: id,
		closing: 'Danke.',
		points: [{ ...point, codingIds: [town.codings.bus, town.codings.minutes] }],
	})
	const perspective = await town.inTown((db) => findPerspective(db, slug))
	assert.equal(perspective.closing, 'Danke.')
	assert.equal(perspective.points.length, 1)
	assert.equal(perspective.points[0]!.focusTheme?.slug, 'versorgung')
	assert.equal(perspective.points[0]!.codingIds.length, 2)
	assert.equal((await town.inTown((db) => findPerspectives(db, roundId))).length, 1)
})

test('a perspective rests on what was said, not on what was made up', async () => {
	const point = { title: 'Frei erfunden', text: '', focusThemeId: null, codingIds: [town.roundId] }
	await assert.rejects(write({ points: [point] }), { code: 'citation-unknown' })
	await assert.rejects(write({ points: [{ ...point, title: '', text: 'Ohne Titel.' }] }), {
		code: 'point-title-missing',
	})
	await assert.rejects(write({ points: [{ ...point, codingIds: [], focusThemeId: roundId }] }), {
		code: 'focus-theme-unknown',
	})
	await assert.rejects(write({ title: '' }), { code: 'perspective-title-missing' })
	await assert.rejects(write({ perspectiveId: roundId }), { code: 'perspective-unknown' })
})
