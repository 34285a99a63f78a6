/** What every page behind a receipt has: the way out, always in sight, and the small script. */
import { useRouteLoaderData } from 'react-router'
import { Button } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'
import script from './receipt-script.js?url'

/** Ends the session and shows a harmless page, with or without script. */
export function LeaveQuickly() {
	return (
		<form method="post" action="/beleg" className="leave-quickly" data-leave>
			<input type="hidden" name="leave" value="1" />
			<Button look="danger">{m.publishing_receipt_leave()}</Button>
		</form>
	)
}

export function ReceiptScript() {
	const root = useRouteLoaderData('root') as { nonce?: string } | undefined
	return <script src={script} nonce={root?.nonce} defer />
}
