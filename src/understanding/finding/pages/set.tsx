/** One set: read, print, take out, code, rename, delete, as a file. */
import { redirect } from 'react-router'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button, ButtonLink } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findFilterChoices } from '../../find-filters.ts'
import { actOnPlaces } from './act-on-places.ts'
import { findSet } from '../find-sets.ts'
import { readPlaces, writePlace } from '../place-in-voice.rules.ts'
import { deleteSet, renameSet, takeOutOfSet } from '../save-set.ts'
import { PlacesForm, PlaceTick } from '../parts/places-form.tsx'
import css from '../../parts/understanding.css?url'
import findingCss from '../parts/finding.css?url'
import type { Route } from './+types/set'

export const links: Route.LinksFunction = () => [
	{ rel: 'stylesheet', href: css },
	{ rel: 'stylesheet', href: findingCss },
]
export const handle = { hydrate: true }

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'read-transcripts', request)
	return inThisMunicipality(context, async (db) => {
		const set = await findSet(db, params.id)
		await noteReading(db, accountId, 'passage-set', set.id)
		return { set, themes: (await findFilterChoices(db)).themes }
	})
})

export const action = refusingAction(async ({ context, request, url, params }: Route.ActionArgs, form) => {
	requireRight(context, 'code-passages', request)
	const deed = form.get('tat')
	if (deed === 'codieren' || deed === 'zurueck') return actOnPlaces({ context, request, url }, form)
	return inThisMunicipality(context, async (db) => {
		const set = await findSet(db, params.id)
		if (deed === 'loeschen') {
			await deleteSet(db, { setId: set.id })
			return redirect('/werkstatt/sammlungen', 303)
		}
		if (deed === 'umbenennen') await renameSet(db, { setId: set.id, name: String(form.get('name') ?? '') })
		if (deed === 'herausnehmen') {
			const ticked = new Set(readPlaces(form.getAll('stelle')).map(writePlace))
			const entryIds = set.entries.filter((entry) => ticked.has(writePlace(entry))).map(({ entryId }) => entryId)
			await takeOutOfSet(db, { setId: set.id, entryIds })
		}
		return redirect(`/werkstatt/sammlungen/${set.id}`, 303)
	})
})

export default function PassageSet({ loaderData: { set, themes }, actionData }: Route.ComponentProps) {
	return (
		<div className="page">
			<PageHead
				stage="understand"
				title={set.name}
				lead={m.understanding_passages_total({ total: set.entries.length })}
				crumbs={[{ href: '/werkstatt/sammlungen', label: m.understanding_sets() }]}
			/>
			<p className="no-print">
				{set.query.startsWith('/werkstatt/') ? <a href={set.query}>{m.understanding_set_origin()}</a> : null}
			</p>
			<p className="no-print">
				<ButtonLink look="secondary" href={`/werkstatt/sammlungen/${set.id}/csv`} download>
					{m.understanding_as_csv()}
				</ButtonLink>
			</p>
			{set.entries.length === 0 ? (
				<EmptyState title={m.understanding_set_empty()}>{m.understanding_set_empty_next()}</EmptyState>
			) : (
				<PlacesForm themes={themes} refused={actionData as RefusedForm | undefined} withoutSaving>
					<SetPassages entries={set.entries} />
					<p className="no-print">
						<Button look="tertiary" name="tat" value="herausnehmen">
							{m.understanding_set_take_out()}
						</Button>
					</p>
				</PlacesForm>
			)}
			<details className="finding-filters no-print">
				<summary>{m.understanding_set_change()}</summary>
				<form method="post" className="filters">
					<Field name="name" label={m.understanding_set_name()} value={set.name} maxLength={120} />
					<Button look="secondary" name="tat" value="umbenennen">
						{m.understanding_set_rename()}
					</Button>
					<Button look="danger" name="tat" value="loeschen">
						{m.understanding_set_delete()}
					</Button>
				</form>
				<p className="label">{m.understanding_set_delete_note()}</p>
			</details>
		</div>
	)
}

function SetPassages({ entries }: { entries: Route.ComponentProps['loaderData']['set']['entries'] }) {
	return (
		<ol className="hits">
			{entries.map((entry) => (
				<li key={entry.entryId} data-hit tabIndex={-1}>
					<PlaceTick
						value={writePlace(entry)}
						label={m.understanding_places_tick({ name: entry.conversation.title })}
						isTicked={false}
					/>
					<blockquote className="spoken" lang="de">
						{entry.words}
					</blockquote>
					<p className="label">
						{entry.speakerCode} ·{' '}
						<a
							href={`/werkstatt/gespraeche/${entry.conversation.slug}/codieren?beitrag=${entry.turn}#beitrag-${entry.turn}`}
						>
							{entry.conversation.title || entry.conversation.slug}
						</a>
						{entry.themes.length > 0 ? ` · ${entry.themes.join(' · ')}` : null}
					</p>
				</li>
			))}
		</ol>
	)
}
