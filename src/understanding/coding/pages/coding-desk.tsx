/** The coding desk of one conversation. A tool: it wakes up in the browser, and codes whole contributions without script. */
import { redirect, useActionData } from 'react-router'
import { Problem } from '#platform/problem.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { PageTitle } from '#platform/ui/page-head.tsx'
import { dayText } from '#platform/ui/dates.ts'
import { language, m } from '#platform/words/words.ts'
import { appendAudit } from '#people/audit-log.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { SPECIAL_CATEGORIES } from '#protecting/special-categories.rules.ts'
import { isUuid } from '#platform/database/database.ts'
import { codePassage } from '../code-passage.ts'
import { coderOfAccount, findCoderOf } from '../coder-of.ts'
import { findCodebook } from '../../codebook/find-codebook.ts'
import { DEEDS_AT_HAND, findDeeds } from '../find-deeds.ts'
import { findDesk } from '../find-desk.ts'
import { useFormatWord } from '#listening/format-word.tsx'
import { CodingDesk } from '../parts/coding-desk.tsx'
import css from '../parts/coding-desk.css?url'
import { TurnForm } from '../parts/turn-form.tsx'
import { readStance } from '../read-stance.ts'
import { removeCoding } from '../remove-coding.ts'
import type { Route } from './+types/coding-desk'

export const handle = { hydrate: true, wide: true }
export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const member = requireRight(context, 'code-passages', request)
	const { desk, book, coder, deeds } = await inThisMunicipality(context, async (db) => {
		const desk = await findDesk(db, params.slug)
		const [by, subjectId] = [member.accountId, desk.conversation.id]
		await appendAudit(db, { by, act: 'transcript-read', subject: 'conversation', subjectId, at: new Date() })
		const coder = await findCoderOf(db, member)
		const { transcriptId } = desk
		const deeds = coder.id ? await findDeeds(db, { transcriptId, coderId: coder.id }) : { done: [], undone: [] }
		return { desk, book: await findCodebook(db), coder, deeds }
	})
	const asked = new URL(request.url).searchParams.get('beitrag')
	return {
		desk,
		themes: book.map(({ id, label, definition, keywords, colour, depth, isArchived }) => ({
			id,
			label,
			definition,
			keywords,
			colour,
			depth,
			isArchived,
		})),
		counts: Object.fromEntries(book.map(({ id, passages }) => [id, passages])),
		coderName: coder.name,
		deeds,
		deedsAtHand: DEEDS_AT_HAND,
		picked: asked !== null && /^\d{1,7}$/.test(asked) ? Number(asked) : null,
	}
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'code-passages', request)
	const text = (name: string) => String(form.get(name) ?? '')
	const position = Number(text('turn'))
	await inThisMunicipality(context, async (db) => {
		if (text('act') === 'remove') {
			if (!isUuid(text('coding'))) throw new Problem('not-found', 'coding-unknown')
			return removeCoding(db, { codingId: text('coding'), coderId: await coderOfAccount(db, member) })
		}
		const { transcriptId, turns } = await findDesk(db, params.slug)
		const turn = turns.find((one) => one.position === position)
		if (!turn) throw new Problem('invalid', 'passage-outside-turn', { number: 1 })
		if (!isUuid(text('theme'))) throw new Problem('invalid', 'theme-not-chosen')
		await codePassage(db, {
			transcriptId,
			start: turn.start,
			end: turn.start + Array.from(turn.text).length,
			themeId: text('theme'),
			coderId: await coderOfAccount(db, member),
			stance: readStance(text('stance')),
			intensity: Number(text('intensity')) || 1,
			specialCategory: SPECIAL_CATEGORIES.find((category) => category === text('special')) ?? null,
			at: new Date(),
		})
	})
	return redirect(`?beitrag=${position}#beitrag-${position}`, 303)
})

export default function CodingDeskPage({ loaderData }: Route.ComponentProps) {
	const { desk, themes, counts, coderName, deeds, deedsAtHand, picked } = loaderData
	const refused = useActionData() as RefusedForm | undefined
	const turn = refused ? Number(refused.values['turn']) : picked
	const words = turn === null ? undefined : desk.turns.find(({ position, mayCode }) => position === turn && mayCode)
	const end = words ? words.start + words.text.length : 0
	const here = words ? desk.codings.filter((coding) => coding.start >= words.start && coding.start < end) : []
	const { format, heldOn, title } = desk.conversation
	const people = desk.speakers.filter(({ isModerator }) => !isModerator).length
	const facts = [
		useFormatWord()(format),
		m.understanding_desk_people({ count: people }),
		heldOn && dayText(heldOn, language()),
	]
	return (
		<>
			<PageTitle title={`${m.understanding_desk()}: ${title}`} />
			<ErrorSummary refusal={refused?.refusal} fields={{ 'theme-not-chosen': 'theme' }} />
			<CodingDesk
				key={desk.transcriptId}
				desk={desk}
				themes={themes}
				counts={counts}
				coderName={coderName}
				deeds={deeds}
				picked={turn}
				deedsAtHand={deedsAtHand}
				facts={facts.filter(Boolean).join(' · ')}
				form={
					words && {
						turn: words.position,
						element: (
							<TurnForm
								turn={words.position}
								words={words.text}
								themes={themes}
								codings={here}
								values={refused?.values ?? {}}
							/>
						),
					}
				}
			/>
		</>
	)
}
