/** The printed sheet itself: made for this one answer, kept nowhere. No page of its own. */
import { redirect } from 'react-router'
import type { Route } from './+types/paper-receipts-file'
import { appendAudit } from '#people/audit-log.ts'
import { inThisMunicipality, municipalityContext, requireRight } from '#people/request.ts'
import { enteredForm, refusingLoader } from '#platform/http/refusals.ts'
import { secretsContext, settingsContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { drawReceiptCodes, keepReceipts } from '../print-receipts.ts'
import { renderReceiptSheet } from '../receipt-sheet/render-receipt-sheet.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'record-conversations', request)
	return redirect('/werkstatt/belege')
})

export const action = refusingLoader(async ({ context, request }: Route.ActionArgs) => {
	const { accountId: by } = requireRight(context, 'record-conversations', request)
	const count = Number((await enteredForm(request)).get('count'))
	const { id: municipalityId, timeZone, name, profile } = context.get(municipalityContext)
	const { baseUrl } = context.get(settingsContext)
	try {
		const codes = drawReceiptCodes(count)
		const pdf = await renderReceiptSheet({ codes, baseUrl, name, convener: profile.convener })
		// Only a sheet that could be set makes its codes valid.
		const at = new Date()
		await inThisMunicipality(context, async (db) => {
			await keepReceipts(db, { municipalityId, timeZone, secrets: context.get(secretsContext), codes, at })
			await appendAudit(db, { by, act: 'receipts-printed', subject: 'receipt', at })
		})
		return new Response(Buffer.from(pdf), {
			headers: {
				'content-type': 'application/pdf',
				'content-disposition': 'attachment; filename="belege.pdf"',
				'cache-control': 'no-store',
			},
		})
	} catch (error) {
		if (error instanceof Problem && error.kind === 'invalid') return redirect('/werkstatt/belege?anzahl=falsch', 303)
		throw error
	}
})
