import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOfPdf } from '#platform/pdf/pdf-text.ts'
import { groupedCode } from '#protecting/receipt-code.ts'
import { drawReceiptCodes } from '../print-receipts.ts'
import { renderReceiptSheet } from './render-receipt-sheet.ts'

test('a sheet holds four receipts to a page, each with its code in four groups', async () => {
	const codes = drawReceiptCodes(5)
	const pdf = await renderReceiptSheet({
		codes,
		baseUrl: 'https://birkenrode.example',
		convener: 'Zukunft Birkenrode e. V.',
		name: 'Birkenrode',
	})
	const start = Buffer.from(pdf.subarray(0, 8)).toString('latin1')
	assert.match(start, /^%PDF-1\.7/)
	assert.match(Buffer.from(pdf).toString('latin1'), /pdfuaid:part/)
	const { text, pageCount } = await textOfPdf(pdf)
	assert.equal(pageCount, 2)
	const words = text.replace(/\s+/g, ' ')
	for (const code of codes) for (const group of groupedCode(code).split('-')) assert.ok(words.includes(group))
	assert.ok(words.includes('birkenrode.example/beleg'))
})

test('nobody can ask for no receipts, half a one or more than a ream', () => {
	for (const count of [0, -1, 1.5, Number.NaN, 401])
		assert.throws(() => drawReceiptCodes(count), { code: 'receipt-count-invalid' })
})
