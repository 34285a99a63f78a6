import { Button } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'
import type { OwnNames } from '../find-own-names.ts'
import { knownKindWord } from '../known-name-words.ts'

type NameListProps = OwnNames[number] & { mayChange: boolean }

/** The names of one kind; whoever may change them ticks what goes. */
export function NameList({ kind, names, mayChange }: NameListProps) {
	return (
		<section className="section" aria-labelledby={`art-${kind}`}>
			<h2 id={`art-${kind}`}>
				{knownKindWord(kind)} <span className="label">{names.length}</span>
			</h2>
			{mayChange ? (
				<form method="post">
					<input type="hidden" name="intent" value="remove" />
					<ul className="known-names">
						{names.map(({ id, name }) => (
							<li key={id} className="kern-form-check">
								<input className="kern-form-check__checkbox" type="checkbox" id={`name-${id}`} name={`name-${id}`} />
								<label className="kern-label" htmlFor={`name-${id}`}>
									{name}
								</label>
							</li>
						))}
					</ul>
					<Button look="secondary">{m.people_names_remove()}</Button>
				</form>
			) : (
				<ul className="known-names">
					{names.map(({ id, name }) => (
						<li key={id}>{name}</li>
					))}
				</ul>
			)}
		</section>
	)
}
