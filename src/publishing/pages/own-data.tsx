/** Everything kept of whoever holds the receipt, to read and to print. */
import type { Route } from './+types/own-data'
import { inThisMunicipality, municipalityContext, todayIn } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { languageContext, secretsContext } from '#platform/http/request-context.ts'
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { findOwnData } from '../own-data/find-own-data.ts'
import { OwnDataView } from '../parts/own-data-view.tsx'
import { LeaveQuickly, ReceiptScript } from '../parts/receipt-frame.tsx'
import receiptLook from '../parts/receipt.css?url'
import { requireReceipt } from '../receipt-session.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: receiptLook }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const speakerIds = await requireReceipt(context, request)
	const municipality = context.get(municipalityContext)
	const [secrets, language, today] = [context.get(secretsContext), context.get(languageContext), todayIn(municipality)]
	return inThisMunicipality(context, (db) => findOwnData(db, { municipality, secrets, speakerIds, today, language }))
})

export default function OwnData({ loaderData }: Route.ComponentProps) {
	return (
		<div className="page narrow section">
			<LeaveQuickly />
			<PageHead
				title={m.publishing_own_title()}
				lead={m.publishing_own_lead()}
				crumbs={[{ href: '/beleg', label: m.publishing_receipt_opened_title() }]}
			/>
			<OwnDataView data={loaderData} />
			<Buttons>
				<ButtonLink href="/beleg/daten.json" look="secondary" download>
					{m.publishing_rights_take()}
				</ButtonLink>
				<ButtonLink href="/beleg" look="tertiary">
					{m.publishing_own_back()}
				</ButtonLink>
			</Buttons>
			<ReceiptScript />
		</div>
	)
}
