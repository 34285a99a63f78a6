/** A receipt as an address whose last part never leaves the phone, because it stands behind a #. */
import type { ReceiptCode } from '#protecting/receipt-code.ts'

export function receiptAddress(baseUrl: string, code: ReceiptCode): string {
	return `${baseUrl}/beleg#${code}`
}
