/** What every part may know of the municipality whose page it stands on. */
import { useRouteLoaderData } from 'react-router'
import { LANGUAGES, type Language } from '#platform/words/words.ts'

export type Town = { name: string; isFictional: boolean; timeZone: string; languages: readonly Language[] }

const NOWHERE: Town = { name: 'Gehört', isFictional: false, timeZone: 'Europe/Berlin', languages: LANGUAGES }

/** The town of this page; a nameless one where the page failed before we knew it. */
export function useTown(): Town {
	return (useRouteLoaderData('root') as { town: Town } | undefined)?.town ?? NOWHERE
}
