import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createReceiptTries } from './receipt-tries.ts'

/** A clock that stands until it is moved, and waits that end when they are let go. */
function clock() {
	const waits: { milliseconds: number; end: () => void }[] = []
	return {
		at: 0,
		waits,
		wait: (milliseconds: number) => new Promise<void>((end) => waits.push({ milliseconds, end })),
	}
}

function receipts() {
	const time = clock()
	return { time, tries: createReceiptTries({ now: () => time.at, wait: time.wait }) }
}

test('one network tries ten codes in a minute and sixty in an hour, and another one does not notice', async () => {
	const { time, tries } = receipts()
	for (let at = 0; at < 10; at++) await tries.begin('library')
	await assert.rejects(tries.begin('library'), { code: 'too-many-tries' })
	await tries.begin('kitchen')
	for (let minute = 1; minute <= 5; minute++) {
		time.at = minute * 60_001
		for (let at = 0; at < 10; at++) await tries.begin('library')
	}
	time.at = 6 * 60_001
	await assert.rejects(tries.begin('library'), { code: 'too-many-tries' })
})

test('while somebody guesses from many places, whoever goes on trying waits two seconds, and newcomers do not', async () => {
	const { time, tries } = receipts()
	for (let place = 0; place < 21; place++) {
		await tries.begin(`bot ${place}`)
		tries.failed()
	}
	for (let at = 0; at < 3; at++) await tries.begin('grandmother')
	const fourth = tries.begin('grandmother')
	assert.deepEqual(
		time.waits.map(({ milliseconds }) => milliseconds),
		[2000],
	)
	time.waits[0]!.end()
	await fourth
	time.at = 61_000
	await tries.begin('grandmother')
	assert.equal(time.waits.length, 1)
})

test('a crowd of guessers cannot fill the server with people who wait', async () => {
	const { time, tries } = receipts()
	for (let place = 0; place < 21; place++) tries.failed()
	const waiting: Promise<void>[] = []
	for (let place = 0; place < 100; place++) {
		for (let at = 0; at < 3; at++) await tries.begin(`bot ${place}`)
		waiting.push(tries.begin(`bot ${place}`))
	}
	for (let at = 0; at < 3; at++) await tries.begin('one more')
	await assert.rejects(tries.begin('one more'), { code: 'receipts-busy' })
	for (const { end } of time.waits) end()
	await Promise.all(waiting)
	const again = tries.begin('one more')
	time.waits.at(-1)!.end()
	await again
})
