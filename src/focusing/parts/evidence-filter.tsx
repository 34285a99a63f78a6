import { Button } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import { stanceWord } from '#understanding/weighing/matrix-words.ts'
import { STANCES, type Stance } from '#understanding/tables.ts'
import type { EvidenceFilter } from '../find-evidence.ts'

/** What the address of an evidence page asks for; other parameters are kept by the filter form. */
export function filterFrom(search: URLSearchParams): EvidenceFilter {
	const stance = search.get('richtung') as Stance | null
	return {
		...(search.get('worte') && { holding: search.get('worte')!.slice(0, 100) }),
		...(search.get('thema') && { themeSlug: search.get('thema')! }),
		...(stance && STANCES.includes(stance) && { stance }),
		onlyQuotable: search.has('zitierbar'),
	}
}

type EvidenceFilterFormProps = {
	themes: readonly { slug: string; label: string }[]
	/** The parameters of the page, as plain text. */
	search: string
	/** Offers passages from beyond the focus theme. */
	canWiden?: boolean
}

/** Narrows the passages, by GET: works without script and can be bookmarked. */
export function EvidenceFilterForm({ themes, search, canWiden }: EvidenceFilterFormProps) {
	const asked = new URLSearchParams(search)
	const kept = ['teil', 'absatz', 'punkt'].filter((name) => asked.has(name))
	return (
		<search>
			<form method="get" className="filter-form">
				{kept.map((name) => (
					<input key={name} type="hidden" name={name} value={asked.get(name) ?? ''} />
				))}
				<Field kind="search" name="worte" label={m.focusing_filter_words()} value={asked.get('worte')} />
				<Field
					kind="select"
					name="thema"
					label={m.focusing_filter_theme()}
					blank={m.focusing_filter_all()}
					options={themes.map(({ slug, label }) => ({ value: slug, label }))}
					value={asked.get('thema')}
				/>
				<Field
					kind="select"
					name="richtung"
					label={m.focusing_filter_stance()}
					blank={m.focusing_filter_all()}
					options={STANCES.map((stance) => ({ value: stance, label: stanceWord(stance) }))}
					value={asked.get('richtung')}
				/>
				<Field kind="checkbox" name="zitierbar" label={m.focusing_filter_quotable()} checked={asked.has('zitierbar')} />
				{canWiden ? (
					<Field kind="checkbox" name="alle" label={m.focusing_filter_everywhere()} checked={asked.has('alle')} />
				) : null}
				<Button look="secondary">{m.focusing_filter_button()}</Button>
			</form>
		</search>
	)
}
