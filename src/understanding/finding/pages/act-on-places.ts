/** What a list of found passages can do with those that are ticked: keep them as a set, code them, take that back. */
import type { RouterContextProvider } from 'react-router'
import { redirect } from 'react-router'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import { readStance } from '../../coding/read-stance.ts'
import { undoStep } from '../../coding/undo-deed.ts'
import { findFilterChoices, idOf } from '../../find-filters.ts'
import { codePlaces } from '../code-places.ts'
import { readPlaces, wholeVoices } from '../place-in-voice.rules.ts'
import { saveSet } from '../save-set.ts'

export type ActOnPlaces = {
	context: Readonly<RouterContextProvider>
	request: Request
	/** As the browser shows it; a request made by script has another. */
	url: URL
}

/** Answers the form of `PlacesForm`: back to the same address, which tells what was done. @throws {Problem} theirs */
export async function actOnPlaces({ context, request, url }: ActOnPlaces, form: FormData) {
	const member = requireRight(context, 'code-passages', request)
	const at = new Date()
	const address = new URL(url)
	for (const name of ['codiert', 'schritt', 'gesammelt', 'sammlung', 'zurueck']) address.searchParams.delete(name)
	const field = (name: string) => String(form.get(name) ?? '')
	const told = await inThisMunicipality(context, async (db) => {
		const coderId = await coderOfAccount(db, member)
		const ticked = readPlaces(form.getAll('stelle'))
		const places = field('umfang') === 'beitrag' ? wholeVoices(ticked) : ticked
		if (field('tat') === 'zurueck')
			return { zurueck: String(await undoStep(db, { stepId: field('schritt'), coderId, at })) }
		if (field('tat') === 'codieren') {
			const { themes } = await findFilterChoices(db)
			const themeId = idOf(themes, field('codieren-thema')) ?? ''
			const stance = readStance(field('codieren-richtung'))
			const { stepId, added } = await codePlaces(db, { places, themeId, stance, coderId, at })
			return { codiert: String(added), schritt: stepId }
		}
		const query = `${address.pathname}${address.search}`
		const { setId, added } = await saveSet(db, { name: field('name'), places, query, coderId, at })
		return { gesammelt: String(added), sammlung: setId }
	})
	for (const [name, value] of Object.entries(told)) address.searchParams.set(name, value)
	return redirect(`${address.pathname}${address.search}`, 303)
}
