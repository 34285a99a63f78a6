/** What a way of listening is called in the town whose page this is. For pages and parts of every later stage, too. */
import { useRouteLoaderData } from 'react-router'
import { formatOf, type TownFormat } from '#method/formats.ts'
import { language } from '#platform/words/words.ts'
import type { Format } from './vocabulary.ts'
import { inLanguage } from './wording.rules.ts'

export function useFormatWord(): (format: Format) => string {
	const own = (useRouteLoaderData('root') as { formats?: TownFormat[] } | undefined)?.formats
	return (format) => inLanguage(formatOf(own, format).label, language())
}

export function FormatWord({ of }: { of: Format }) {
	return <>{useFormatWord()(of)}</>
}
