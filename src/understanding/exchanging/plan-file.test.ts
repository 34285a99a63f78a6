import assert from 'node:assert/strict'
import { test } from 'node:test'
import { archive, code, coding, g, span } from './exchange.sample.ts'
import { planFile } from './plan-file.ts'

const TALK = 'Der Bürgerbus hilft 😀 – sehr.\nDie Schule fehlt.\n'
const OPTIONS = {
	...{ channels: ['analyse' as const], format: undefined, title: undefined, heldOn: undefined, district: undefined },
	...{ knownDistricts: [], knownRoles: [], knownSectors: [] },
}

const text = (id: string, path: string) =>
	`<TextSource guid="${g(id)}" name="${id}" plainTextPath="${path}"><PlainTextSelection guid="${g(`${id}s`)}" ${span(TALK, 'Die Schule fehlt')}>${coding(`${id}c`, 'Schule')}</PlainTextSelection></TextSource>`

const project = (sources: string) =>
	`<Project name="Probe" origin="Anderes 1" xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes>${code('Schule')}</Codes></CodeBook><Sources>${sources}</Sources></Project>`

async function plan(sources: string, files: Record<string, string | Buffer>, name?: string) {
	const bytes = await archive(project(sources), files, name)
	const { conversations, codings, losses } = await planFile({ name: 'probe.qdpx', bytes }, OPTIONS)
	return {
		texts: conversations.map((one) => one.text),
		codings: codings.length,
		losses: losses.map(({ code: why, facts }) => `${why} ${facts.count} ${facts.names}`.trim()),
	}
}

test('a text is found however its path is written', async () => {
	const written: [string, string][] = [
		['internal://Text%20Bürger.txt', 'sources/Text Bürger.txt'],
		['internal://Bürger.txt', 'sources/Bu\u0308rger.txt'],
		['internal:\\\\A1.TXT', 'Sources/a1.txt'],
		['internal://a1', 'sources/a1.txt'],
		['internal://a1', 'sources/a1'],
		['relative:///sources/100%.txt', 'sources/100%.txt'],
		['internal://a1.txt', 'Ordner/sources/a1.txt'],
	]
	for (const [path, file] of written)
		assert.deepEqual(await plan(text('a', path), { [file]: TALK }), { texts: [TALK], codings: 1, losses: [] }, path)
})

test('two texts of one name in different folders are not taken for each other', async () => {
	const sources = text('Oben', 'internal://a.txt') + text('Alt', 'internal://alt/a.txt').replace('internal', 'relative')
	const old = `Früher. ${TALK}`
	for (const folder of ['', 'Ordner/'])
		for (const files of [
			{ [`${folder}sources/a.txt`]: TALK, [`${folder}sources/alt/a.txt`]: old },
			{ [`${folder}sources/alt/a.txt`]: old, [`${folder}sources/a.txt`]: TALK },
		])
			assert.deepEqual((await plan(sources, files, `${folder}project.qde`)).texts, [TALK, old])
})

test('a project file without its archive brings the words that stand in it', async () => {
	const inside = `<TextSource guid="${g('in')}" name="Innen"><PlainTextContent>${TALK}</PlainTextContent></TextSource>`
	const bytes = Buffer.from(project(inside + text('Daneben', 'internal://b.txt')))
	const { conversations, losses } = await planFile({ name: 'probe.QDE', bytes }, OPTIONS)
	assert.deepEqual(
		[conversations.length, losses.map(({ code: why }) => why)],
		[1, ['sources-missing', 'codings-without-place']],
	)
})

test('what was marked on a recording is found by its times, up to the last words, and counted once', async () => {
	const points = ['Eins.', 'Zwei.', 'Drei.'].map(
		(_, at) => `<SyncPoint guid="${g(`p${at}`)}" timeStamp="${at * 2000}" position="${at * 6}"/>`,
	)
	const marked = [
		[0, 1999],
		[2000, 4500],
		[4100, 9000],
	].map(
		([begin, end]) =>
			`<AudioSelection guid="${g(`a${begin}`)}" begin="${begin}" end="${end}">${coding(`ac${begin}`, 'Schule')}</AudioSelection>`,
	)
	const spoken = (words: string, inside: string) =>
		`<Transcript guid="${g(words)}"><PlainTextContent>${words}</PlainTextContent>${inside}</Transcript>`
	const sources = `<AudioSource guid="${g('ton')}" name="Ton" path="internal://t.mp3">${spoken('One. Two. Three.', '')}${spoken('Eins. Zwei. Drei.', points.join(''))}${marked.join('')}</AudioSource>`
	const { codings, losses } = await planFile({ name: 'ton.qdpx', bytes: await archive(project(sources), {}) }, OPTIONS)
	assert.deepEqual(
		codings.map(({ start, end }) => [start, end]),
		[
			[0, 5],
			[6, 17],
			[12, 17],
		],
	)
	assert.deepEqual(
		losses.map(({ code: why, facts }) => [why, facts.count]),
		[
			['areas-by-words', 3],
			['media', 2],
		],
	)
})

test('colours are read with three, six and eight digits', async () => {
	const colours = ['#F08', '12AB34', '#00ff0080', '#FF00FF00', '#00FF00ff', 'rot']
	const codes = colours.map((colour, at) => code(`Farbe ${at}`, '', `isCodable="true" color="${colour}"`)).join('')
	const bytes = Buffer.from(`<CodeBook origin="Anderes"><Codes>${codes}</Codes></CodeBook>`)
	const { themes } = await planFile({ name: 'a.qdc', bytes }, OPTIONS)
	const expected = ['#ff0088', '#12ab34', '#00ff00', '#00ff00', '#00ff00', null]
	assert.deepEqual(
		themes.map(({ colour }) => colour),
		expected,
	)
})

test('one damaged text is named and left out, the others arrive; without a byte order mark UTF-16 is read too', async () => {
	const sources =
		text('Heil', 'internal://a.txt') + text('Kaputt', 'internal://b.txt') + text('Doppelt', 'internal://c.txt')
	const found = await plan(sources, {
		'sources/a.txt': TALK,
		'sources/b.txt': Buffer.from([0, 1, 2, 255, 254, 0, 200]),
		'sources/c.txt': Buffer.from(TALK, 'utf16le'),
	})
	const losses = ['sources-unreadable 1 Kaputt', 'codings-without-place 1']
	assert.deepEqual(found, { texts: [TALK, TALK], codings: 2, losses })
})

test('what another program wrote as a web page becomes words, what only mentions a sign stays', async () => {
	const described = async (inside: string, origin = 'Anderes') => {
		const book = `<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0" origin="${origin}"><q:Codes><q:Code guid="{${g('a').toUpperCase()}}" name="A"><q:Description>${inside}</q:Description></q:Code></q:Codes></q:CodeBook>`
		const { themes } = await planFile({ name: 'a.qdc', bytes: Buffer.from(book) }, OPTIONS)
		return themes.map(({ definition }) => definition).join()
	}
	assert.equal(
		await described(
			'&lt;p style="x"&gt;Alles &lt;b&gt;rund&lt;/b&gt; um den Bus&amp;nbsp;&amp;amp; mehr.&lt;/p&gt;&lt;p&gt;Auch Rufbus&lt;/p&gt;',
		),
		'Alles rund um den Bus & mehr.\nAuch Rufbus',
	)
	assert.equal(await described('<p>Alles <b>rund</b> um</p><br/><p>den Bus</p>'), 'Alles rund um\n\nden Bus')
	assert.equal(await described('Mieten &lt; 6 € &amp; mehr'), 'Mieten < 6 € & mehr')
	assert.equal(await described('&lt;b&gt;wörtlich&lt;/b&gt;', 'Gehört 1.0'), '<b>wörtlich</b>')
})

test('an archive that was cut off or is none is refused as what it is, not as a document of Word', async () => {
	const whole = await archive(project(text('a', 'internal://a.txt')), { 'sources/a.txt': TALK })
	for (const bytes of [
		whole.subarray(0, whole.length - 40),
		Buffer.from('hello'),
		Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
	])
		await assert.rejects(planFile({ name: 'a.qdpx', bytes }, OPTIONS), { code: 'exchange-archive-broken' })
	for (const defined of ['<!DOCTYPE a [<!ENTITY x "y">]><CodeBook/>', '<CodeBook><!ELEMENT a></CodeBook>'])
		await assert.rejects(planFile({ name: 'a.qdc', bytes: Buffer.from(defined) }, OPTIONS), {
			code: 'document-with-definitions',
		})
})
