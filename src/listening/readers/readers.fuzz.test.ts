import { test } from 'node:test'
import fc from 'fast-check'
import { Problem } from '#platform/problem.ts'
import { checkPrepared } from '../prepared-conversation.rules.ts'
import type { ReadOptions } from './read-options.ts'
import { readCaptions } from './read-captions.ts'
import { readTable } from './read-table.ts'
import { readText } from './read-text.ts'

const options: ReadOptions = { channels: ['analyse'], knownDistricts: [], knownRoles: [] }

/** Longer than any of these small files should take, even on a busy machine. */
const HANG_MS = 5000

const lines = {
	txt: [
		'I: a',
		'B1: b',
		'Frau X: c',
		'---',
		'title: x',
		'speakers:',
		'  B1: {}',
		'[00:00:01] I:',
		'Seite 2',
		'\f',
		'#00:01:02-3#',
	],
	vtt: [
		'WEBVTT',
		'',
		'00:00:01.000 --> 00:00:02.000',
		'99:99:99.999 --> -1',
		'<v A>b',
		'<00:00:01.000><c>x</c>',
		'NOTE',
		'A: b',
		'<',
		'&amp;',
	],
	csv: ['text,title', 'a;b;c', '"', '"a ""b""', ',,,,', 'id\ttext', '=1+1', '1.1.2025', '\ufeff'],
}
const readers = { txt: readText, vtt: readCaptions, csv: readTable }

for (const kind of ['txt', 'vtt', 'csv'] as const) {
	test(`whatever somebody calls ${kind} is read or refused with a reason, and quickly`, () => {
		const line = fc.oneof(
			{ arbitrary: fc.constantFrom(...lines[kind]), weight: 4 },
			fc.string({ unit: 'binary' }),
			fc.string(),
		)
		const text = fc.array(line, { maxLength: 40 }).map((all) => new TextEncoder().encode(all.join('\n')))
		const anything = fc.oneof({ arbitrary: text, weight: 4 }, fc.uint8Array({ maxLength: 300 }))
		fc.assert(
			fc.property(anything, (bytes) => {
				const began = performance.now()
				try {
					for (const conversation of readers[kind]({ name: `datei.${kind}`, bytes }, options).conversations)
						checkPrepared(conversation)
				} catch (error) {
					if (!(error instanceof Problem)) throw error
				}
				if (performance.now() - began > HANG_MS) throw new Error('took too long')
			}),
			{ numRuns: 400 },
		)
	})
}

test('one endless line takes no longer than it is long', () => {
	const length = 300_000
	for (const unit of ['a', ' ', 'A', 'Ä: ', '<v ', '"', ',', '00:', '[00:00:01]', '<', '&', '-->']) {
		const bytes = new TextEncoder().encode(unit.repeat(length / unit.length))
		for (const reader of Object.values(readers)) {
			const began = performance.now()
			try {
				reader({ name: 'lang', bytes }, options)
			} catch (error) {
				if (!(error instanceof Problem)) throw error
			}
			if (performance.now() - began > HANG_MS) throw new Error(`${reader.name} took too long for ${unit}`)
		}
	}
})
