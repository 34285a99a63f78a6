/** A list of passages that can be ticked, kept as a set and coded in one step: the same below search, retrieval and sets. */
import type { ReactNode } from 'react'
import { Form, useSearchParams } from 'react-router'
import { Button } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { m } from '#platform/words/words.ts'
import type { FilterChoice } from '../../find-filters.ts'
import { STANCES } from '../../tables.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import { toOption } from './filter-fields.tsx'
import { HitKeys } from './hit-keys.tsx'

export type PlacesFormProps = {
	themes: readonly FilterChoice[]
	/** What a refusal says, above the form. */
	refusal?: string | undefined
	name?: string
	/** Ticks name the sentences with hits; the whole contribution can be taken instead. */
	withExtent?: boolean
	/** A set needs no other set. */
	withoutSaving?: boolean
	children: ReactNode
}

export function PlacesForm({
	themes,
	refusal,
	name = '',
	withExtent = false,
	withoutSaving = false,
	children,
}: PlacesFormProps) {
	const [search] = useSearchParams()
	return (
		<>
			<Done />
			{refusal ? <Notice kind="danger" title={refusal} announce /> : null}
			<Form method="post" action={`?${search}`} className="places" data-places>
				<HitKeys />
				{children}
				<fieldset className="places__deeds no-print">
					<legend>{m.understanding_places_ticked()}</legend>
					{withExtent ? <Extent /> : null}
					<div className="filters">
						<Field
							kind="select"
							name="codieren-thema"
							label={m.understanding_theme()}
							options={themes.map(toOption)}
							blank={m.understanding_places_choose_theme()}
						/>
						<Field
							kind="select"
							name="codieren-richtung"
							label={m.understanding_stance()}
							value="neutral"
							options={STANCES.map((stance) => ({ value: stance, label: stanceWord(stance) }))}
						/>
						<Button name="tat" value="codieren">
							{m.understanding_places_code()}
						</Button>
					</div>
					{withoutSaving ? null : (
						<div className="filters">
							<Field name="name" label={m.understanding_set_name()} value={name} maxLength={120} autoComplete="off" />
							<Button look="secondary" name="tat" value="sammeln">
								{m.understanding_places_save()}
							</Button>
						</div>
					)}
				</fieldset>
			</Form>
		</>
	)
}

function Extent() {
	return (
		<Field
			kind="radios"
			name="umfang"
			label={m.understanding_places_extent()}
			value="saetze"
			options={[
				{ value: 'saetze', label: m.understanding_places_extent_sentences() },
				{ value: 'beitrag', label: m.understanding_places_extent_whole() },
			]}
			horizontal
		/>
	)
}

/** A tick before one passage; ticked from the start, for whoever reads takes out what does not belong. */
export function PlaceTick({ value, label, isTicked }: { value: string; label: string; isTicked: boolean }) {
	return (
		<label className="places__tick no-print">
			<input type="checkbox" name="stelle" value={value} defaultChecked={isTicked} />
			<span className="hidden">{label}</span>
		</label>
	)
}

function Done() {
	const [search] = useSearchParams()
	const [coded, step, kept, set, undone] = ['codiert', 'schritt', 'gesammelt', 'sammlung', 'zurueck'].map((name) =>
		search.get(name),
	)
	if (coded !== null && step)
		return (
			<Notice kind="success" title={m.understanding_places_coded({ count: Number(coded) })} announce>
				{coded === '0' ? null : (
					<Form method="post" action={`?${search}`}>
						<input type="hidden" name="schritt" value={step} />
						<Button look="secondary" name="tat" value="zurueck">
							{m.understanding_places_undo()}
						</Button>
					</Form>
				)}
			</Notice>
		)
	if (kept !== null && set)
		return (
			<Notice kind="success" title={m.understanding_places_kept({ count: Number(kept) })} announce>
				<a href={`/werkstatt/sammlungen/${set}`}>{m.understanding_places_open_set()}</a>
			</Notice>
		)
	return undone === null || undone === undefined ? null : (
		<Notice kind="success" title={m.understanding_places_undone({ count: Number(undone) })} announce />
	)
}
