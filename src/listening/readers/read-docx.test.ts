import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sliceCodePoints } from '../code-points.ts'
import { docxParts, sampleDocx, sampleZip } from './docx.sample.ts'
import { readParts } from './office-parts.ts'
import { readFile } from './read-file.ts'
import type { ReadOptions } from './read-options.ts'

const options: ReadOptions = { channels: ['analyse'], knownDistricts: [], knownRoles: [] }
const read = (bytes: Uint8Array, name = 'gespraech.docx') => readFile({ name, bytes }, options, { besideServer: true })

test('a Word document is read paragraph by paragraph, soft line breaks included', async () => {
	const { conversations } = await read(
		await sampleDocx(['Interview vom Mai', 'I: Was fehlt?', 'B1: Der Laden\nund der Bus.', '', 'I: Danke.']),
	)
	const [one] = conversations
	assert.deepEqual(
		one!.turns.map(({ speaker, start, end }) => [speaker, sliceCodePoints(one!.text, start, end)]),
		[
			['I', 'Was fehlt?'],
			['B1', 'Der Laden\nund der Bus.'],
			['I', 'Danke.'],
		],
	)
	assert.equal(one!.title, 'gespraech')
})

test('words in tables are read; deleted words and comments are not', async () => {
	const cell = (words: string) => `<w:tc><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`
	const body = `<w:tbl><w:tr>${cell('B1: Im Kasten')}${cell('B2: Daneben')}</w:tr></w:tbl><w:p><w:del><w:r><w:delText>B3: gestrichen</w:delText></w:r></w:del></w:p>`
	const { conversations } = await read(await sampleZip(docxParts(body)))
	assert.equal(conversations[0]!.text, 'B1: Im Kasten\n\nB2: Daneben')
})

test('what a document tells beside its words stays behind, in the transcript and in the file that is kept', async () => {
	const run = (words: string, look = '') =>
		`<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
	const body = [
		`<w:p>${run('B1: Der Laden')}<w:ins w:id="1" w:author="Spur Autorin" w:date="2025-01-01T00:00:00Z">${run(' fehlt')}</w:ins>`,
		`<w:del w:id="2" w:author="Spur Autorin"><w:r><w:delText>SPUR-GELÖSCHT</w:delText></w:r></w:del>`,
		run(' SPUR-VERSTECKT', '<w:b/><w:vanish/>'),
		run(' SPUR-STIL', '<w:rStyle w:val="Geheim"/>'),
		run(' sehr &amp; bald.', '<w:highlight w:val="yellow"/><w:vanish w:val="0"/>'),
		'</w:p>',
		`<w:p><w:pPr><w:pStyle w:val="Unsichtbar"/></w:pPr>${run('SPUR-ABSATZ')}</w:p>`,
	].join('')
	const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
	const styles = `<w:styles ${word}><w:style w:type="character" w:styleId="Geheim"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Verborgen"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Unsichtbar"><w:basedOn w:val="Verborgen"/></w:style></w:styles>`
	const bytes = await sampleZip({
		...docxParts(body),
		'word/styles.xml': styles,
		'word/comments.xml': `<w:comments ${word}><w:comment w:id="0" w:author="Spur"><w:p>${run('SPUR-KOMMENTAR')}</w:p></w:comment></w:comments>`,
		'docProps/core.xml':
			'<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>SPUR-AUTORIN</dc:creator></cp:coreProperties>',
		'docProps/app.xml': '<Properties><Company>SPUR-FIRMA</Company></Properties>',
		'word/media/image1.jpeg': Buffer.from('SPUR-GPS'),
		'customXml/item1.xml': '<a>SPUR-CUSTOM</a>',
	})
	const { conversations, warnings } = await read(bytes)
	const [one] = conversations
	assert.equal(one!.text, 'B1: Der Laden fehlt sehr & bald.')
	assert.deepEqual(warnings.map(({ code }) => code).toSorted(), [
		'authors-left-out',
		'changes-accepted',
		'comments-left-out',
		'hidden-left-out',
		'pictures-left-out',
	])
	const kept = await readParts(one!.source!.bytes, () => true)
	assert.deepEqual([...kept.keys()].toSorted(), ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'])
	assert.doesNotMatch(Buffer.concat([...kept.values()]).toString('utf8'), /spur/i)
	const again = await read(one!.source!.bytes)
	assert.equal(again.conversations[0]!.text, one!.text)
	assert.deepEqual(again.warnings, [])
	assert.equal((await read(bytes)).conversations[0]!.originKey, one!.originKey, 'the same file is the same again')
})

test('a file that only calls itself Word document is refused', async () => {
	await assert.rejects(read(new TextEncoder().encode('B1: Ich bin Text')), { code: 'document-unreadable' })
	await assert.rejects(read(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3)), { code: 'document-encrypted' })
	await assert.rejects(read(await sampleZip({ 'a.txt': 'a' })), { code: 'document-not-word' })
	await assert.rejects(read(await sampleZip({ ...docxParts(''), 'word/document.xml': '<w:doc' })), {
		code: 'document-unreadable',
	})
	await assert.rejects(read(await sampleDocx([''])), { code: 'no-words-found' })
})

test('a document cut off anywhere is refused or read, but never breaks the reader', async () => {
	const whole = await sampleDocx(['I: Was fehlt?', 'B1: Der Laden.'])
	for (let length = 1; length < whole.length; length += Math.ceil(whole.length / 6)) {
		await assert.rejects(read(whole.slice(0, length)), { name: 'Problem' })
	}
})

test('a zip bomb is refused before anybody unpacks it', async () => {
	const bomb = await sampleZip({ ...docxParts(''), 'word/document.xml': Buffer.alloc(130 * 1024 * 1024, 32) })
	assert.ok(bomb.length < 1024 * 1024)
	await assert.rejects(read(bomb), { code: 'document-too-large' })
})

test('a document that defines its own words or reads other files is refused', async () => {
	const paragraph = '<w:p><w:r><w:t>B1: &lol;</w:t></w:r></w:p>'
	for (const head of [
		'<!DOCTYPE w [<!ENTITY lol "lol">]>',
		'<!DOCTYPE w SYSTEM "file:///etc/passwd">',
		'<!doctype w [<!ENTITY % p SYSTEM "http://127.0.0.1/">%p;]>',
	]) {
		await assert.rejects(read(await sampleZip(docxParts(paragraph, head))), { code: 'document-with-definitions' })
	}
})

test('a document nested without end is refused, and the reader lives', async () => {
	const depth = 30_000
	const body = `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`
	await assert.rejects(read(await sampleZip(docxParts(body))), { name: 'Problem' })
	assert.equal((await read(await sampleDocx(['B1: Danach geht es weiter.']))).conversations.length, 1)
})
