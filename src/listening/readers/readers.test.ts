import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sliceCodePoints } from '../code-points.ts'
import { checkPrepared } from '../prepared-conversation.rules.ts'
import type { PreparedConversation } from '../prepared-conversation.ts'
import type { ReadOptions } from './read-options.ts'
import { readFile } from './read-file.ts'
import { readSpeakerMap } from './speaker-map.ts'

const options: ReadOptions = {
	channels: ['analyse'],
	knownDistricts: [{ slug: 'oberlohe', names: ['Oberlohe'] }],
	knownRoles: [{ slug: 'retailer', names: ['Handel', 'Retail'] }],
}

function bytesOf(text: string | Uint8Array) {
	return typeof text === 'string' ? new TextEncoder().encode(text) : text
}

function read(name: string, text: string | Uint8Array, change: Partial<ReadOptions> = {}) {
	return readFile({ name, bytes: bytesOf(text) }, { ...options, ...change }, { besideServer: false })
}

function spoken(conversation: PreparedConversation | undefined): [string, string][] {
	checkPrepared(conversation!)
	return conversation!.turns.map(({ speaker, start, end }) => [
		speaker,
		sliceCodePoints(conversation!.text, start, end),
	])
}

test('a text file brings its head, its speakers and their consents', async () => {
	const { conversations } = await read(
		'07-gespraech.txt',
		'\ufeff---\nslug: laden\ntitle: Im Laden\nformat: town-talk\ndate: 2025-05-14\ndistrict: oberlohe\nmoderators: [anna]\nspeakers:\n  I: { moderator: true }\n  B1: { sector: business, age: 60-74, consents: [record, analyse, quote] }\n---\r\nI: Was fehlt?\r\n\r\nB1: Der Laden.\r\n',
	)
	const [laden] = conversations
	assert.deepEqual(
		[laden!.slug, laden!.title, laden!.format, laden!.heldOn, laden!.district],
		['laden', 'Im Laden', 'town-talk', '2025-05-14', 'oberlohe'],
	)
	assert.deepEqual(spoken(laden), [
		['I', 'Was fehlt?'],
		['B1', 'Der Laden.'],
	])
	assert.deepEqual(
		laden!.speakers.map(({ consent }) => consent?.channels),
		[undefined, ['record', 'analyse', 'quote']],
	)
	assert.equal(laden!.source?.mediaType, 'text/plain')
})

test('a speaker map says who is behind the codes, whether as yaml or as a table', async () => {
	const yaml = readSpeakerMap(
		'wer.yaml',
		bytesOf('B1: { name: Frau L., sector: business, consents: [analyse, quote] }'),
	)
	const table = readSpeakerMap('wer.csv', bytesOf('code;name;sector;consents\nB1;Frau L.;business;analyse quote'))
	assert.deepEqual(yaml, table)
	const { conversations } = await read('wer.txt', 'B1: Ja.\nB2: Nein.', { speakerMap: yaml })
	assert.deepEqual(
		conversations[0]!.speakers.map(({ code, pseudonym, consent }) => [code, pseudonym, consent?.channels]),
		[
			['B1', 'Frau L.', ['analyse', 'quote']],
			['B2', null, ['analyse']],
		],
	)
	assert.throws(() => readSpeakerMap('wer.yaml', bytesOf('B1: { age: uralt }')), {
		code: 'speaker-map-unreadable',
		facts: { where: 'B1.age' },
	})
})

test('old Windows files keep their umlauts, UTF-16 is read, damaged text is refused', async () => {
	const words = 'Die Straße über den Bach ist schön'
	const windows = Uint8Array.from(words, (letter) => letter.charCodeAt(0))
	const read1 = await read('alt.txt', windows)
	assert.equal(read1.conversations[0]!.text, words)
	assert.deepEqual(
		read1.warnings.map(({ code }) => code),
		['read-as-windows-1252'],
	)
	const utf16 = new Uint8Array(Buffer.from(`\ufeff${words}`, 'utf16le'))
	assert.equal((await read('utf16.txt', utf16)).conversations[0]!.text, words)
	for (const broken of [
		[0xc3, 0x28, 0x41],
		[0x41, 0xff, 0xfe],
		[0xe2, 0x82],
		[0xc3, 0xa4, 0xfc],
		[0xed, 0xa0, 0x80],
	]) {
		await assert.rejects(read('kaputt.txt', Uint8Array.from(broken)), { code: 'encoding-unknown' })
	}
})

test('captions arrive with every sentence once, however often the file repeats it', async () => {
	const rolling = `WEBVTT
Kind: captions
Language: de

STYLE
::cue { color: lime }

NOTE von der Maschine

00:00:00.000 --> 00:00:02.000 align:start position:0%
 
der<00:00:00.440><c> Laden</c><00:00:00.900><c> ist</c>

00:00:02.000 --> 00:00:02.010 align:start position:0%
der Laden ist
 

00:00:02.010 --> 00:00:04.000 align:start position:0%
der Laden ist
seit<00:00:02.500><c> Jahren</c> zu

00:00:04.000 --> 00:00:04.010
seit Jahren zu

00:00:04.010 --> 00:00:06.000
seit Jahren zu
und<00:00:05.000><c> der</c> Bus &amp; die Bahn`
	const { conversations } = await read('auto.vtt', rolling)
	assert.deepEqual(spoken(conversations[0]), [['S1', 'der Laden ist seit Jahren zu und der Bus & die Bahn']])
	assert.deepEqual([conversations[0]!.turns[0]!.fromMs, conversations[0]!.turns[0]!.toMs], [0, 6000])
})

test('captions with voices become turns with times; what was really said twice stays twice', async () => {
	const vtt = `WEBVTT

1
00:00:01.000 --> 00:00:02.500
<v Moderation>Was fehlt?</v>

2
00:00:02.500 --> 00:00:04.000
<v.loud Anna Keller>Der <i>Laden</i>.

00:00:04.000 --> 00:00:05.000
<v Anna Keller>Ja.

00:00:05.000 --> 00:00:06.000
<v Anna Keller>Ja.

99:99:99.000 --> 00:00:01.000
<v Moderation>Danke <script>alert(1)</script>`
	const { conversations, warnings } = await read('stimmen.vtt', vtt)
	assert.deepEqual(spoken(conversations[0]), [
		['M', 'Was fehlt?'],
		['S1', 'Der Laden. Ja. Ja.'],
		['M', 'Danke alert(1)'],
	])
	assert.deepEqual(
		conversations[0]!.turns.map(({ fromMs, toMs }) => [fromMs, toMs]),
		[
			[1000, 2500],
			[2500, 6000],
			[undefined, undefined],
		],
	)
	assert.deepEqual(
		conversations[0]!.speakers.map(({ code, pseudonym, isModerator }) => [code, pseudonym, isModerator]),
		[
			['M', null, true],
			['S1', 'A. K.', false],
		],
	)
	assert.deepEqual(
		warnings.map(({ code }) => code),
		['cues-without-time'],
	)
	assert.ok(!conversations[0]!.text.includes('Keller'))
})

test('srt files with labels are read like captions with voices', async () => {
	const srt =
		'1\r\n00:00:01,000 --> 00:00:02,000\r\nI: Was fehlt?\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nB1: Der Bus\r\nnach Hause.\r\n'
	const { conversations } = await read('gespraech.srt', srt)
	assert.deepEqual(spoken(conversations[0]), [
		['I', 'Was fehlt?'],
		['B1', 'Der Bus nach Hause.'],
	])
	await assert.rejects(read('leer.vtt', 'WEBVTT\n\nNOTE nichts'), { code: 'captions-without-cues' })
})

test('each row of a table is one voice with its title, day, place, role and theme', async () => {
	const csv =
		'\ufeffNr;Titel;Beitrag;Datum;Ortsteil;Rolle;Thema;lat;lon\n1;Bank;"Eine ""Bank""\nam Bach";9.4.2025;Oberlohe;Retail;Orte;50,75;7,1\n2;Nur ein Titel;;2025-04-31;Waldrand;König;;91;7\n;;;;;;;;\n'
	const { conversations, warnings } = await read('stimmen.csv', csv, { columns: { id: 'nr' } })
	const [bank, title] = conversations
	assert.deepEqual(spoken(bank), [['S1', 'Eine "Bank"\nam Bach']])
	assert.deepEqual(
		[bank!.title, bank!.heldOn, bank!.district, bank!.speakers[0]!.role],
		['Bank', '2025-04-09', 'oberlohe', 'retailer'],
	)
	assert.deepEqual(
		[bank!.turns[0]!.latitude, bank!.turns[0]!.longitude, bank!.turns[0]!.category],
		[50.75, 7.1, 'Orte'],
	)
	assert.deepEqual(
		[spoken(title), title!.heldOn, title!.place, title!.turns[0]!.title],
		[[['S1', 'Nur ein Titel']], null, 'Waldrand', null],
	)
	assert.deepEqual(Object.fromEntries(warnings.map(({ code, facts }) => [code, facts['count']])), {
		'rows-without-words': 1,
		'dates-not-understood': 1,
		'coordinates-not-understood': 1,
		'roles-not-known': 1,
	})
})

test('two people who write the same are two voices, and the same file again is nobody new', async () => {
	const csv = 'text,date\nMehr Bänke,2025-04-09\nMehr Bänke,2025-04-09\n=HYPERLINK("x"),\n'
	const keys = async () => (await read('gleich.csv', csv)).conversations.map(({ originKey }) => originKey)
	assert.equal(new Set(await keys()).size, 3)
	assert.deepEqual(await keys(), await keys())
	const { conversations } = await read('gleich.csv', csv)
	assert.equal(conversations[2]!.text, '=HYPERLINK("x")')
})

test('a table that lacks the named column says which columns there are', async () => {
	await assert.rejects(read('x.csv', 'Frage,Antwort\na,b', { columns: { text: 'Beitrag' } }), {
		code: 'column-missing',
		facts: { column: 'Beitrag', columns: 'Frage, Antwort' },
	})
	await assert.rejects(read('x.csv', 'Frage,Meinung\na,b'), { code: 'table-without-text' })
	await assert.rejects(read('x.csv', 'text\n"nie geschlossen'), { code: 'table-unreadable' })
	await assert.rejects(read('x.csv', `${Array.from({ length: 1001 }, (_, at) => `c${at}`).join(',')}\n1`), {
		code: 'table-too-wide',
	})
	await assert.rejects(read('x.csv', 'text,title\n,\n'), { code: 'no-words-found' })
})

test('what is no text, empty, too large or unknown is refused with a reason', async () => {
	await assert.rejects(read('leer.txt', ''), { code: 'file-empty' })
	await assert.rejects(read('leer.txt', ' \n\t'), { code: 'file-empty' })
	await assert.rejects(read('bild.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0)), { code: 'file-is-no-text' })
	await assert.rejects(read('nul.txt', 'B1: a\0b'), { code: 'file-is-no-text' })
	await assert.rejects(read('programm.exe', 'x'), { code: 'file-kind-unknown' })
	await assert.rejects(read('gross.txt', new Uint8Array(60 * 1024 * 1024).fill(97)), { code: 'file-too-large' })
	await assert.rejects(read('kopf.txt', '---\ntitle: [\n---\nB1: a'), { code: 'head-unreadable' })
	await assert.rejects(read('kopf.txt', '---\ntitle: x\ndate: gestern\n---\nB1: a'), {
		code: 'head-unreadable',
		facts: { where: 'date' },
	})
})

test('directions, combining marks and emoji stay as they were written', async () => {
	const words = 'B1: \u202eumgekehrt\u202c, Ko\u0308ln 👨‍👩‍👧 und Z\u0335\u0322algo'
	const { conversations } = await read('zeichen.txt', words)
	assert.equal(conversations[0]!.text, words)
	assert.deepEqual(spoken(conversations[0]), [['B1', words.slice(4)]])
})
