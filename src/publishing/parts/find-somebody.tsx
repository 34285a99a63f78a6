/** The one way to somebody who asks: by what they remember, or by their receipt. */
import type { RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { language, m } from '#platform/words/words.ts'
import type { FoundSomebody } from '../find-somebody.ts'

type FindSomebodyProps = { words: string; refused: RefusedForm | undefined; fields: Record<string, string> }

export function FindSomebody({ words, refused, fields }: FindSomebodyProps) {
	return (
		<>
			<search>
				<form method="get" className="search-form">
					<Field
						kind="search"
						name="q"
						label={m.publishing_requests_words()}
						hint={m.publishing_requests_words_hint()}
						value={words}
						autoComplete="off"
						required
					/>
					<Button>{m.publishing_search_button()}</Button>
				</form>
			</search>
			<form method="post" className="search-form">
				<Field
					name="code"
					label={m.publishing_requests_code()}
					hint={m.publishing_requests_code_hint()}
					error={errorOf(refused?.refusal, fields, 'code')}
					value={refused?.values['code']}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					required
				/>
				<Button look="secondary">{m.publishing_requests_code_open()}</Button>
			</form>
		</>
	)
}

export function PeopleFound({ people }: { people: readonly FoundSomebody[] }) {
	if (people.length === 0)
		return (
			<EmptyState title={m.publishing_requests_nobody()}>
				<p>{m.publishing_requests_nobody_next()}</p>
			</EmptyState>
		)
	return (
		<section aria-labelledby="people">
			<h3 id="people">{m.publishing_requests_who()}</h3>
			<Rows>
				{people.map((person) => (
					<Row
						key={person.id}
						title={nameOf(person)}
						level={4}
						href={`/werkstatt/anliegen/${person.id}`}
						aside={person.isPrinted ? m.publishing_requests_printed() : null}
					>
						<p className="spoken" lang="de">
							{person.someWords} …
						</p>
						<p className="note">
							{person.conversation.title}
							{person.conversation.heldOn ? (
								<>
									{' · '}
									<DateText day={person.conversation.heldOn} />
								</>
							) : null}
						</p>
					</Row>
				))}
			</Rows>
		</section>
	)
}

/** Code, pseudonym and role, as far as they are known: never a real name. */
export function nameOf({ code, pseudonym, role }: FoundSomebody): string {
	return [code, pseudonym, role && (role[language()] ?? role.de)].filter(Boolean).join(' · ')
}
