/** A list of passages that can be ticked, kept as a set and coded in one step: the same below search, retrieval and sets. */
import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react'
import { Form, useSearchParams } from 'react-router'
import type { RefusedForm } from '#platform/http/refusals.ts'
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
	/** What was refused, said above the form; everything entered and ticked stays as it was. */
	refused?: RefusedForm | undefined
	name?: string
	/** Ticks name the sentences with hits; the whole contribution can be taken instead. */
	withExtent?: boolean
	/** A set needs no other set. */
	withoutSaving?: boolean
	children: ReactNode
}

export function PlacesForm({
	themes,
	refused,
	name = '',
	withExtent = false,
	withoutSaving = false,
	children,
}: PlacesFormProps) {
	const [search] = useSearchParams()
	const values = refused?.values ?? {}
	return (
		<>
			<Told refused={refused} />
			<Form method="post" action={`?${search}`} className="places" data-places>
				<HitKeys />
				<Ticked value={refused ? tickedBefore(refused) : null}>{children}</Ticked>
				<fieldset className="places__deeds no-print">
					<legend>{m.understanding_places_ticked()}</legend>
					{withExtent ? <Extent value={values['umfang']} /> : null}
					<div className="filters">
						<Field
							kind="select"
							name="codieren-thema"
							label={m.understanding_theme()}
							options={themes.map(toOption)}
							blank={m.understanding_places_choose_theme()}
							value={values['codieren-thema']}
						/>
						<Field
							kind="select"
							name="codieren-richtung"
							label={m.understanding_stance()}
							value={values['codieren-richtung'] ?? 'neutral'}
							options={STANCES.map((stance) => ({ value: stance, label: stanceWord(stance) }))}
						/>
						<Button name="tat" value="codieren">
							{m.understanding_places_code()}
						</Button>
					</div>
					{withoutSaving ? null : (
						<div className="filters">
							<Field
								name="name"
								label={m.understanding_set_name()}
								value={values['name'] ?? name}
								maxLength={120}
								autoComplete="off"
							/>
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

function Extent({ value = 'saetze' }: { value: string | undefined }) {
	return (
		<Field
			kind="radios"
			name="umfang"
			label={m.understanding_places_extent()}
			value={value}
			options={[
				{ value: 'saetze', label: m.understanding_places_extent_sentences() },
				{ value: 'beitrag', label: m.understanding_places_extent_whole() },
			]}
			horizontal
		/>
	)
}

function tickedBefore({ values, lists }: RefusedForm): Set<string> {
	const one = values['stelle']
	return new Set(lists?.['stelle'] ?? (one === undefined ? [] : [one]))
}

/** What was ticked when it was refused; null before anything was. */
const Ticked = createContext<ReadonlySet<string> | null>(null)

/** A tick before one passage; ticked from the start, for whoever reads takes out what does not belong. */
export function PlaceTick({ value, label, isTicked }: { value: string; label: string; isTicked: boolean }) {
	const ticked = useContext(Ticked)
	return (
		<label className="places__tick no-print">
			<input type="checkbox" name="stelle" value={value} defaultChecked={ticked?.has(value) ?? isTicked} />
			<span className="hidden">{label}</span>
		</label>
	)
}

/** What became of it, above the list; whoever pressed a button far below it is brought there. */
function Told({ refused }: Pick<PlacesFormProps, 'refused'>) {
	const [search] = useSearchParams()
	const box = useRef<HTMLDivElement>(null)
	const told =
		refused ??
		DONE_NAMES.map((name) => search.get(name) ?? '')
			.join(' ')
			.trim()
	useEffect(() => {
		if (!told) return
		box.current?.scrollIntoView({ block: 'center', behavior: 'instant' })
		box.current?.focus({ preventScroll: true })
	}, [told])
	return (
		<div ref={box} tabIndex={-1}>
			{refused ? <Notice kind="danger" title={refused.refusal.sentence} announce /> : <Done />}
		</div>
	)
}

/** What the address tells after something was done. */
const DONE_NAMES = ['codiert', 'schritt', 'gesammelt', 'sammlung', 'zurueck']

function Done() {
	const [search] = useSearchParams()
	const [coded, step, kept, set, undone] = DONE_NAMES.map((name) => search.get(name))
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
