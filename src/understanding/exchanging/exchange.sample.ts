/** Small projects as other programs write them: invented here, each with the habits of one of them. For tests. */
import { writeParts } from '#listening/readers/office-parts.ts'
import { guidOf } from './guids.ts'

/** The same GUID for the same word. */
export const g = (word: string) => guidOf(word)

export function archive(
	project: string,
	files: Record<string, string | Buffer>,
	name = 'project.qde',
): Promise<Uint8Array> {
	return writeParts(new Map([[name, project], ...Object.entries(files)]))
}

export const code = (name: string, inside = '', more = 'isCodable="true"') =>
	`<Code guid="${g(name)}" name="${name}" ${more}>${inside}</Code>`

const head = (origin: string) =>
	`<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Probe" origin="${origin}">`

/** Where words stand, counted as the program counts. */
export function span(text: string, words: string, add = 0): string {
	const at = [...text.slice(0, text.indexOf(words))].length
	return `startPosition="${at}" endPosition="${at + [...words].length + add}"`
}

export const coding = (id: string, target: string, more = '') =>
	`<Coding guid="${g(id)}" ${more}><CodeRef targetGUID="${g(target)}"/></Coding>`

const TALK = `Erzählcafé\r\nI: Was fehlt?\r\nB1: Der Laden 🛒 fehlt.\r\nSeit Jahren.\r\nFrau Keller: Und der Bus.\r\n`

/** Another name for the project file, capitals, line ends counted as one, a page marked in its text too, a link to a note. */
export function likeAtlas() {
	const counted = TALK.replaceAll('\r\n', '\n')
	const selection = (id: string, words: string, inside: string, name = words) =>
		`<PlainTextSelection guid="${g(id).toUpperCase()}" name="${name.replaceAll('\n', ' ')}" ${span(counted, words)} creatingUser="${g('Anna')}" creationDateTime="2025-05-08T10:00:00Z">${inside}</PlainTextSelection>`
	const pdf = 'Der Marktplatz ist leer. Am Samstag nicht.'
	const project = `${head('ATLAS.ti 26')}
<Users><User guid="{${g('Anna').toUpperCase()}}" name="Anna Beispiel"/></Users>
<CodeBook><Codes>${code('Versorgung', '', 'color="#F08" isCodable="true"')}${code('Mobilität')}</Codes><Sets><Set guid="${g('codes')}" name="Wege"><MemberCode targetGUID="${g('Mobilität')}"/></Set></Sets></CodeBook>
<Sources>
<TextSource guid="${g('talk')}" name="Erzählcafé Oberdorf.docx" plainTextPath="internal://TALK.txt" richTextPath="internal://x.docx">
${selection('s1', 'Der Laden 🛒 fehlt', coding('c1', 'Versorgung'), 'Der Laden 🛒…')}
${selection('s2', 'Seit Jahren.\nFrau Keller: Und der Bus.', coding('c2', 'Versorgung') + coding('c3', 'Mobilität'))}
${selection('s3', 'Was fehlt?', `<Description>Gute Frage</Description>`)}
<PlainTextSelection guid="${g('zero')}" startPosition="3" endPosition="3">${coding('c4', 'Mobilität')}</PlainTextSelection>
</TextSource>
<PDFSource guid="${g('pdf')}" name="Plan.pdf" path="internal://plan.pdf">
<PDFSelection guid="${g('twin')}" page="0" firstX="1" firstY="1" secondX="2" secondY="2" name="Am Samstag nicht">${coding('c5', 'Versorgung')}</PDFSelection>
<PDFSelection guid="${g('area')}" page="0" firstX="1" firstY="1" secondX="2" secondY="2" name="12:3">${coding('c6', 'Versorgung')}</PDFSelection>
<Representation guid="${g('rep')}" plainTextPath="internal://rep.txt"><PlainTextSelection guid="${g('twin')}" name="Am Samstag nicht" ${span(pdf, 'Am Samstag nicht')}>${coding('c5', 'Versorgung')}</PlainTextSelection></Representation>
</PDFSource>
<TextSource guid="${g('gone')}" name="Weg.txt" plainTextPath="internal://gone.txt"><PlainTextSelection guid="${g('sg')}" startPosition="0" endPosition="5"><Description>Nachfragen!</Description>${coding('c7', 'Mobilität')}</PlainTextSelection></TextSource>
</Sources>
<Notes><Note guid="${g('note')}" name="Idee" creatingUser="${g('Anna')}" creationDateTime="2025-05-09T08:00:00Z"><PlainTextContent>Das sagen alle.</PlainTextContent></Note></Notes>
<Links><Link guid="${g('link')}" originGUID="${g('note')}" targetGUID="${g('s1')}"/></Links>
<Sets><Set guid="${g('set')}" name="Frauen"><MemberSource targetGUID="${g('talk')}"/></Set></Sets>
</Project>`
	return archive(
		project,
		{ 'Sources/TALK.TXT': TALK, 'Sources/rep.txt': pdf, '__MACOSX/._x.qde': '', 'Sources/.root': '' },
		'Birkenrode.QDE',
	)
}

/** Line ends counted as two, words coded with their case, values on cases, an annotation by a link, no dates. */
export function likeNvivo() {
	const selection = (id: string, words: string, inside: string) =>
		`<PlainTextSelection guid="${g(id)}" name="" ${span(TWO, words)}>${inside}</PlainTextSelection>`
	const value = (variable: string, inside: string) =>
		`<VariableValue><VariableRef targetGUID="${g(variable)}"/>${inside}</VariableValue>`
	const project = `${head('NVivo')}
<CodeBook><Codes>${code('Ehrenamt', code('positiv') + code('negativ'))}${code('Schule', code('positiv', '', 'isCodable="true"').replace(g('positiv'), g('positiv2')))}</Codes></CodeBook>
<Variables><Variable guid="${g('v1')}" name="Ortsteil" typeOfVariable="Text"/><Variable guid="${g('v2')}" name="Alter" typeOfVariable="Integer"/><Variable guid="${g('v3')}" name="Sternzeichen" typeOfVariable="Text"/></Variables>
<Cases><Case guid="${g('Keller')}" name="Petra Keller">${value('v1', '<TextValue>Oberlohe</TextValue>')}${value('v2', '<IntegerValue>52</IntegerValue>')}${value('v3', '<TextValue>Löwe</TextValue>')}</Case><Case guid="${g('nobody')}">${value('v2', '')}</Case></Cases>
<Sources><TextSource guid="${g('nv')}" name="Runde" plainTextPath="internal://nv.txt">
${selection('k1', 'Wir machen das gern.', coding('k1c', 'Keller'))}${selection('k2', 'Ich nicht mehr. Niemand hilft.', coding('k2c', 'nobody'))}
${selection('p', 'machen das gern', coding('pc', 'positiv'))}${selection('n', 'Niemand hilft', coding('nc', 'negativ'))}${selection('a', 'Ich nicht mehr', '')}
</TextSource></Sources>
<Notes><Note guid="${g('nn')}" plainTextPath="internal://nn.txt"/></Notes>
<Links><Link guid="${g('nl')}" originGUID="${g('nn')}" targetGUID="${g('a')}"/></Links>
</Project>`
	return archive(project, { 'sources/nv.txt': TWO, 'sources/nn.txt': 'Leise gesprochen' })
}

const TWO = 'Wir machen das gern.\r\n\r\nIch nicht mehr. Niemand hilft.\r\n'

/** A byte order mark that is not counted, an annotation that knows its own place, an ampersand nobody escaped. */
export function likeQualcoder() {
	const text = 'Die Jugend braucht einen Raum.\nUnd jemanden, der aufschließt.'
	const project = `${head('QualCoder 4')}
<Users><User guid="${g('default')}" name="default" /></Users>
<CodeBook><Codes>${code('Jugend &amp; Räume')}</Codes></CodeBook>
<Cases><Case guid="${g('case')}" name="Brief 7"><Description /><VariableValue><VariableRef targetGUID="${g('role')}"/><TextValue>Kirche</TextValue></VariableValue><SourceRef targetGUID="${g('qc')}"/></Case></Cases>
<Sources><TextSource plainTextPath="internal://qc.txt" guid="${g('qc')}" name="brief.txt" creatingUser="" >
<PlainTextSelection guid="${g('q1')}" ${span(text, 'braucht einen Raum')} name="braucht einen Raum" creatingUser="${g('default')}" creationDateTime="2024-01-01T00:00:00Z"><Description>wichtig</Description><Coding guid="" creatingUser="${g('default')}"><CodeRef targetGUID="${g('Jugend &amp; Räume')}"/></Coding></PlainTextSelection>
<PlainTextSelection guid="${g('q2')}" startPosition="5" endPosition="9000" name="">${coding('q2c', 'Jugend &amp; Räume')}</PlainTextSelection>
<NoteRef targetGUID="${g('ann')}" /></TextSource>
<AudioSource guid="${g('rec')}" name="Aufnahme.mp3" path="absolute:///home/x/Aufnahme.mp3"><Transcript guid="${g('tr')}"><PlainTextContent>Erst die Bank.\nDann der Brunnen.</PlainTextContent><SyncPoint guid="${g('y0')}" timeStamp="0" position="0"/><SyncPoint guid="${g('y1')}" timeStamp="4000" position="15"/><SyncPoint guid="${g('y2')}" timeStamp="9000" position="32"/><TranscriptSelection guid="${g('ts')}" fromSyncPoint="${g('y1')}" toSyncPoint="${g('y2')}">${coding('tsc', 'Jugend &amp; Räume')}</TranscriptSelection></Transcript><AudioSelection guid="${g('as')}" begin="0" end="3900">${coding('asc', 'Jugend &amp; Räume')}</AudioSelection></AudioSource>
</Sources>
<Notes><Note guid="${g('ann')}"><PlainTextContent>A & B fragen</PlainTextContent><PlainTextSelection guid="${g('annp')}" startPosition="31" endPosition="34"/></Note></Notes>
</Project>`
	return archive(project, { 'sources/qc.txt': `\ufeff${text}` })
}
