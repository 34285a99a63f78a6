import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findNames, type OwnName } from './find-names.rules.ts'
import { namesOfGermany } from './names-of-germany.ts'
import { applyReplacements, numberFindings } from './number-findings.rules.ts'

const OWN: OwnName[] = [
	{ kind: 'place', name: 'Oberdorf' },
	{ kind: 'place', name: 'Krähwiesen' },
	{ kind: 'association', name: 'Sportverein Rot-Weiß Birkenrode e. V.' },
	{ kind: 'firm', name: 'Gasthof Alte Mühle' },
	{ kind: 'street', name: 'Mühlenweg' },
	{ kind: 'person', name: 'Bürgermeisterin Petra Wollin' },
]
const gazetteer = { ...namesOfGermany(), own: OWN }
const replaced = (text: string) => applyReplacements(text, numberFindings(findNames(text, gazetteer)))
const kinds = (text: string) => findNames(text, gazetteer).map(({ kind, text: words }) => `${kind} ${words}`)

test('case endings stay behind the replacement, so that the sentence still reads', () => {
	assert.equal(replaced('Müllers Hof liegt in Birkenrode-Oberdorf.'), '[Person 1]s Hof liegt in [Ortsteil 1].')
	assert.equal(replaced('Das gehört dem Sportverein Rot-Weiß.'), 'Das gehört dem [Verein 1].')
	assert.equal(replaced('Das Müllersche Haus, der Müllerhof.'), 'Das [Person 1]sche Haus, der [Person 1]hof.')
	assert.equal(replaced('Das ist Fritz’ und Anna’s Werk.'), 'Das ist [Person 1]’ und [Person 2]’s Werk.')
	assert.equal(replaced('Die Krähwiesener saßen in der Alten Mühle.'), 'Die [Ortsteil 1]er saßen in der [Firma 1].')
})

test('the same person has the same number, and Frau Müller is not Herr Müller', () => {
	assert.equal(
		replaced('Frau Müller kam, Herr Müller blieb. Petra Müller? Müllers Garten! Und Petra lachte.'),
		'Frau [Person 1] kam, Herr [Person 2] blieb. [Person 3]? [Person 3]s Garten! Und [Person 3] lachte.',
	)
	assert.equal(
		replaced('Herr Koch sagt ja. Später lobte Koch den Wein.'),
		'Herr [Person 1] sagt ja. Später lobte [Person 1] den Wein.',
	)
})

test('umlauts, small letters, capitals, two-sign letters and divided lines hide nobody', () => {
	for (const said of ['Müller', 'Mueller', 'MÜLLER', 'Mu\u0308ller', 'Mül-\nler', 'Mül\u00adler'])
		assert.deepEqual(
			findNames(`Gestern hat ${said} gesagt, es geht.`, gazetteer).map(({ kind }) => kind),
			['person'],
			said,
		)
	assert.deepEqual(kinds('hab gestern frau kowalczyk und petra getroffen'), ['person kowalczyk', 'person petra'])
	assert.deepEqual(kinds('HERR GROSSMANN WAR DA.'), ['person GROSSMANN'])
})

test('words of every day are no names until something says so', () => {
	for (const said of [
		'Der Koch kocht.',
		'Im Ernst, das geht nicht.',
		'Der Wolf ist zurück.',
		'Im Sommer ist es heiß.',
		'Ein guter Bauer weiß das.',
		'Jung und Alt kamen.',
	])
		assert.deepEqual(kinds(said), [], said)
	assert.deepEqual(kinds('Frau Koch kocht.'), ['person Koch'])
	assert.deepEqual(kinds('Bei Wolfs brennt Licht.'), ['person Wolfs'])
})

test('phones, mails, accounts and plates are found as people write and say them, and a wrong account is told apart', () => {
	assert.deepEqual(kinds('Ruf an: 0661 4478123, oder null sechs sechs vier, siebzehn, acht.'), [
		'phone 0661 4478123',
		'phone null sechs sechs vier, siebzehn, acht',
	])
	assert.deepEqual(kinds('An p.wollin@post.example.de, sonst tappe punkt gisela ät web punkt de.'), [
		'mail p.wollin@post.example.de',
		'mail tappe punkt gisela ät web punkt de',
	])
	const [right] = findNames('DE89 3704 0044 0532 0130 00', gazetteer)
	const [wrong] = findNames('DE88 3704 0044 0532 0130 00', gazetteer)
	assert.deepEqual(
		[right?.kind, right?.certainty, wrong?.kind, wrong?.certainty],
		['iban', 'certain', 'iban', 'likely'],
	)
	assert.deepEqual(kinds('Der Golf mit FD-KW 482 und der Traktor FD AB 12.'), ['plate FD-KW 482', 'plate FD AB 12'])
	assert.deepEqual(kinds('Nach DIN EN 1234 um 18:00 Uhr in der B 27, Seite 3 von 2017.'), [])
})

test('positions are whole characters, counted as people count them, whatever stands around a name', () => {
	const text = '👩‍👩‍👧 Frau Kwiatkowski 🇩🇪 und Petra\u0301 1️⃣'
	const signs = [...text]
	for (const { start, end, text: words } of findNames(text, gazetteer))
		assert.equal(signs.slice(start, end).join(''), words)
	assert.deepEqual(kinds(text), ['person Kwiatkowski', 'person Petra\u0301'])
})

test('in any text findings lie apart, in order, on the edges of visible characters', () => {
	const words = fc.constantFrom(
		'Frau',
		'Müller',
		'der',
		'Koch',
		'👩‍👩‍👧',
		'Lindenstraße',
		'12',
		'0661',
		'-',
		'\n',
		'e\u0301',
		'.',
		'seit',
		'1987',
		'ät',
		'punkt',
		'de',
		'’s',
		'\ud83d',
		'DE89',
		'Dr.',
		'von',
	)
	const text = fc.oneof(
		fc.array(words, { maxLength: 40 }).map((said) => said.join(' ')),
		fc.string({ unit: 'binary', maxLength: 80 }),
	)
	fc.assert(
		fc.property(text, (said) => {
			const signs = [...said]
			const edges = new Set([0, signs.length])
			let at = 0
			for (const { segment } of new Intl.Segmenter('de').segment(said)) edges.add((at += [...segment].length))
			let before = 0
			for (const { start, end, text: found, base, ending } of findNames(said, gazetteer)) {
				assert.ok(start >= before && end > start && end <= signs.length)
				assert.equal(signs.slice(start, end).join(''), found)
				assert.ok(edges.has(start) && edges.has(end), JSON.stringify(found))
				assert.ok(base.length > 0 && found.startsWith(base) && found.endsWith(ending))
				before = end
			}
		}),
		{ numRuns: 300 },
	)
})

test('no text makes the search hang', { timeout: 60_000 }, () => {
	const nasty = [
		'a',
		'A',
		'0',
		'0 ',
		'@',
		'at at ',
		'DE89',
		'.de',
		'Müller-',
		'Herr ',
		'Dr. ',
		'von der ',
		'Am Anger ',
		'null ',
		'seit ',
		'Sommer, ',
		'A\u0301',
		'\u0301',
		'K.-H. ',
		'['.repeat(3),
		'1.1.',
		'Straße ',
		'siebenundachtzig',
		'x@',
		'-\n',
		'm ',
		'ichalseinziger',
		'Tel. 1 ',
	]
	for (const piece of nasty) findNames(piece.repeat(Math.ceil(60_000 / piece.length)), gazetteer)
	findNames('Bürgermeisterhausmeisterei'.repeat(2_000), gazetteer)
})

test('a surname that is a thing, an animal or a colour counts where German would not speak of a thing so', () => {
	for (const said of [
		'Ich hab mit Fuchs gesprochen.',
		'Da hat Vogel nur gelacht.',
		'Die Wolf, die kann kochen.',
		'Fragen Sie den Rose.',
		'Das war der Klein.',
		'Und dann hat der Stein im Rat gesagt, so geht es nicht.',
		'Unser Nachbar, der Koch, hilft immer.',
		'Kollege Stein schreibt mit.',
		'Rose, weißt du noch?',
		'Da stand Frau Van den Berg.',
	])
		assert.equal(kinds(said).filter((kind) => kind.startsWith('person')).length, 1, said)
	for (const said of [
		'Der Fuchs hat uns drei Hühner geholt.',
		'Den Stein haben wir vom Acker gerollt.',
		'Mit Stock und Hut ging er los.',
		'Der Koch, der Bäcker und der Schmied sind weg.',
		'Im Sommer ist der Bach trocken.',
		'Ein Schneider, ein Schuster: die gab es hier alle.',
		'Am Montag, jeden Freitag, seit Mai und bis August.',
		'Früher hat man bei Frau im Haus noch angeklopft.',
	])
		assert.deepEqual(
			kinds(said).filter((kind) => kind.startsWith('person')),
			[],
			said,
		)
})

test('a name that no list knows is found at the head of a sentence, before a colon and behind a first name; a verb there is none', () => {
	for (const [said, name] of [
		['Vosshenrich auch.', 'Vosshenrich'],
		['Vosshenrich: Dazu nur ein Satz.', 'Vosshenrich'],
		['Frau Schäfer-Yılmaz ist neu im Amt.', 'Schäfer-Yılmaz'],
		['Das Haus gehört Bruno zur Mühlen.', 'Bruno zur Mühlen'],
		['das müsste marianne vosshenrich wissen', 'marianne vosshenrich'],
		['Sommer hat dazwischengerufen.', 'Sommer'],
		['Der Busch, der war in der Schule schon so.', 'Busch'],
	])
		assert.deepEqual(kinds(said!), [`person ${name}`], said!)
	for (const said of [
		'Unterschrieben hat das keiner.',
		'Abgeholzt wurde alles.',
		'Sechzehn auch.',
		'Wunsch: mehr Bänke.',
		'D’ Straß is hi.',
		'Liebes Team, danke.',
	])
		assert.deepEqual(kinds(said), [], said)
})
