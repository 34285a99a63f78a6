/** Who opened a receipt in this browser, for the pages behind it. */
import { redirect, type RouterContextProvider } from 'react-router'
import { readReceiptSession } from './receipt-session.ts'

/**
 * Ids of the speakers whose receipt is open: the only ones these pages show or change.
 *
 * @throws a redirect to the page where a code is typed in
 */
export async function requireReceipt(
	context: Readonly<RouterContextProvider>,
	request: Request,
): Promise<[string, ...string[]]> {
	const [first, ...rest] = (await readReceiptSession(context, request, Date.now())) ?? []
	if (!first) throw redirect('/beleg', 303)
	return [first, ...rest]
}
