import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import { ACTOR_KINDS, type ActorKind } from '#people/add-actor.ts'
import type { Actor } from '#people/find-actors.ts'

type ActorChoiceProps = {
	/** Names the three fields `name`, `name-neu`, `name-art`. */
	name: string
	label: string
	blank: string
	actors: readonly Actor[]
	value?: string | null | undefined
	values?: Record<string, string> | undefined
	error?: string | undefined
}

/** Somebody from the list, or somebody new by name and kind, in one go. */
export function ActorChoice({ name, label, blank, actors, value, values, error }: ActorChoiceProps) {
	return (
		<div className="actor-choice">
			<Field
				kind="select"
				name={name}
				label={label}
				blank={blank}
				options={actors.map(({ id, name: known }) => ({ value: id, label: known }))}
				value={values?.[name] ?? value}
				error={error}
			/>
			<details open={Boolean(values?.[`${name}-neu`])}>
				<summary>{m.acting_actor_new()}</summary>
				<div className="actor-choice__new">
					<Field
						name={`${name}-neu`}
						label={m.acting_actor_name()}
						hint={m.acting_actor_name_hint()}
						value={values?.[`${name}-neu`]}
					/>
					<Field
						kind="select"
						name={`${name}-art`}
						label={m.acting_actor_kind()}
						options={ACTOR_KINDS.map((kind) => ({ value: kind, label: actorKindWord(kind) }))}
						value={values?.[`${name}-art`] ?? 'association'}
					/>
				</div>
			</details>
		</div>
	)
}

function actorKindWord(kind: ActorKind): string {
	return {
		person: m.acting_actor_person,
		association: m.acting_actor_association,
		firm: m.acting_actor_firm,
		school: m.acting_actor_school,
		church: m.acting_actor_church,
		office: m.acting_actor_office,
		council: m.acting_actor_council,
		'village-council': m.acting_actor_village_council,
	}[kind]()
}
