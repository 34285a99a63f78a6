/** Where people say something: no account, no script, no address. The answer to the form is the receipt itself. */
import { createContext } from 'react-router'
import type { Route } from './+types/speak'
import { inThisMunicipality, municipalityContext } from '#people/request.ts'
import {
	databaseContext,
	languageContext,
	secretsContext,
	settingsContext,
	visitorContext,
} from '#platform/http/request-context.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { groupedCode } from '#protecting/receipt-code.ts'
import { findChoices } from '../find-choices.ts'
import { findConsentWordings } from '../find-consent-wordings.ts'
import { findOpenRound } from '../find-rounds.ts'
import { issueFormToken } from '../form-token.ts'
import { Receipt, type ReceiptProps } from '../parts/receipt.tsx'
import { SpeakForm } from '../parts/speak-form.tsx'
import receiptLook from '../parts/receipt.css?url'
import { drawQr } from '#platform/qr-drawing.ts'
import { receiptAddress } from '../receipt-address.ts'
import { readSubmissionForm } from '../submission-form.ts'
import { submitVoice } from '../submission-queue.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: receiptLook }]

/** Set once the voice is saved: the page then shows the receipt and needs no form. */
const savedContext = createContext(false)

/** Roles that fewer people hold are not asked for: the answer alone would say who wrote. */
const SMALLEST_ROLE = 10

export const loader = refusingLoader(async ({ context }: Route.LoaderArgs) => {
	if (context.get(savedContext)) return { name: context.get(municipalityContext).name, open: null }
	const language = context.get(languageContext)
	const token = issueFormToken(context.get(secretsContext), new Date())
	return inThisMunicipality(context, async (db) => {
		const round = await findOpenRound(db)
		if (!round) return { name: context.get(municipalityContext).name, open: null }
		const { sectors, districts, roles } = await findChoices(db, language)
		const askable = roles
			.filter(({ population }) => population >= SMALLEST_ROLE)
			.map(({ value, label }) => ({ value, label }))
		return {
			name: context.get(municipalityContext).name,
			open: {
				title: round.title,
				question: round.question,
				token,
				choices: { sectors, districts, roles: askable },
				consents: await findConsentWordings(db, language),
			},
		}
	})
})

export const action = refusingAction(
	async ({ context }: Route.ActionArgs, form): Promise<{ receipt: ReceiptProps }> => {
		const secrets = context.get(secretsContext)
		const { baseUrl } = context.get(settingsContext)
		const submission = await readSubmissionForm(form, secrets, context.get(visitorContext))
		const code = await submitVoice(context.get(databaseContext), context.get(municipalityContext), secrets, submission)
		context.set(savedContext, true)
		return {
			receipt: {
				groups: groupedCode(code).split('-'),
				qr: drawQr(receiptAddress(baseUrl, code)),
				address: `${baseUrl.replace(/^https?:\/\//, '')}/beleg`,
			},
		}
	},
)

export default function Speak({ loaderData, actionData }: Route.ComponentProps) {
	if (actionData && 'receipt' in actionData) return <Receipt {...actionData.receipt} />
	const { name, open } = loaderData
	const refused = actionData as RefusedForm | undefined
	return (
		<div className="page narrow section">
			<PageHead
				stage="listen"
				label={open?.title}
				title={open?.question || m.listening_speak_heading({ name })}
				titleLang={open?.question ? 'de' : undefined}
				lead={open ? m.listening_speak_lead() : undefined}
				description={m.listening_speak_description({ name })}
			/>
			{open ? (
				<SpeakForm
					{...open}
					token={
						refused && refused.refusal.code !== 'form-expired' ? (refused.values['form'] ?? open.token) : open.token
					}
					refusal={refused?.refusal}
					values={refused?.values ?? {}}
				/>
			) : (
				<EmptyState
					title={m.problem_no_open_round()}
					action={<ButtonLink href="/themen">{m.listening_speak_read_themes()}</ButtonLink>}
				/>
			)}
		</div>
	)
}
