/** Reads the project file of an exchange archive. Lenient: whatever may be missing is taken as missing. */
import { Problem } from '#platform/problem.ts'
import { plainDescription } from './description.rules.ts'
import { plainGuid } from './guids.ts'
import {
	ORIGIN,
	type QdaArea,
	type QdaCode,
	type QdaCoding,
	type QdaNote,
	type QdaProject,
	type QdaSelection,
	type QdaSource,
	type QdaText,
	type QdaValue,
} from './qda-project.ts'
import { childOf, childrenOf, readXml, type XmlElement } from './xml.rules.ts'

/** @throws {Problem} `exchange-not-a-project`, and as `readXml` */
export function readQde(text: string): QdaProject {
	const root = readXml(text)
	if (root.name !== 'Project') throw new Problem('invalid', 'exchange-not-a-project')
	if (!isOurs(root)) makeDescriptionsPlain(root)
	const inside = (container: string, name: string) => childrenOf(childOf(root, container), name)
	return {
		name: root.attributes['name'] ?? '',
		origin: root.attributes['origin'] ?? '',
		description: textOf(root, 'Description'),
		users: inside('Users', 'User').map(({ attributes }) => ({
			guid: plainGuid(attributes['guid']),
			name: attributes['name'] ?? '',
			id: attributes['id'] ?? '',
		})),
		codes: readCodes(childOf(childOf(root, 'CodeBook'), 'Codes')),
		variables: inside('Variables', 'Variable').map(({ attributes }) => ({
			guid: plainGuid(attributes['guid']),
			name: attributes['name'] ?? '',
			type: attributes['typeOfVariable'] ?? 'Text',
		})),
		cases: inside('Cases', 'Case').map((one) => ({
			guid: plainGuid(one.attributes['guid']),
			name: one.attributes['name'] ?? '',
			values: readValues(one),
			sourceRefs: refsIn(one, 'SourceRef'),
			selectionRefs: refsIn(one, 'SelectionRef'),
		})),
		sources: (childOf(root, 'Sources')?.children ?? []).flatMap(readSource),
		notes: inside('Notes', 'Note').map(readNote),
		links: inside('Links', 'Link').map(({ attributes }) => ({
			origin: plainGuid(attributes['originGUID']),
			target: plainGuid(attributes['targetGUID']),
		})),
		// Sets of codes may stand in the codebook, as they do in codebook files.
		sets: [...childrenOf(childOf(childOf(root, 'CodeBook'), 'Sets'), 'Set'), ...inside('Sets', 'Set')].map((set) => ({
			name: set.attributes['name'] ?? '',
			members: set.children.filter(({ name }) => name.startsWith('Member')).length,
		})),
		graphs: inside('Graphs', 'Graph').length,
		noteRefs: refsIn(root, 'NoteRef'),
	}
}

/** A codebook file. @throws {Problem} `exchange-not-a-codebook`, and as `readXml` */
export function readQdc(text: string): { codes: QdaCode[]; sets: number } {
	const root = readXml(text)
	const book = root.name === 'CodeBook' ? root : childOf(root, 'CodeBook')
	if (!book) throw new Problem('invalid', 'exchange-not-a-codebook')
	if (!isOurs(book)) makeDescriptionsPlain(book)
	return { codes: readCodes(childOf(book, 'Codes')), sets: childrenOf(childOf(book, 'Sets'), 'Set').length }
}

function isOurs({ attributes }: XmlElement): boolean {
	return attributes['origin']?.startsWith(ORIGIN) ?? false
}

/** Ours are words already, whatever signs stand in them. */
function makeDescriptionsPlain(element: XmlElement) {
	for (const child of element.children) {
		if (child.name === 'Description') child.text = plainDescription(child.text)
		else makeDescriptionsPlain(child)
	}
}

/** In reading order, each after its parent. */
function readCodes(codes: XmlElement | undefined): QdaCode[] {
	const found: QdaCode[] = []
	const visit = (element: XmlElement, parent: string | null) => {
		for (const code of childrenOf(element, 'Code')) {
			const { guid = '', name = '', color = '', isCodable = 'true' } = code.attributes
			const id = plainGuid(guid) || `${parent ?? ''}/${name}`
			found.push({
				guid: id,
				parent,
				name,
				colour: readColour(color),
				description: textOf(code, 'Description'),
				isCodable: !/^(?:false|0)$/i.test(isCodable.trim()),
				noteRefs: refsIn(code, 'NoteRef'),
			})
			visit(code, id)
		}
	}
	if (codes) visit(codes, null)
	return found
}

/** Of eight digits two say how opaque the colour is, mostly `ff`: the last, or in some programs the first. */
function readColour(written: string): string | null {
	const opaque = written
		.trim()
		.replace(/^#?([0-9a-f]{6})ff$|^#?ff([0-9a-f]{6})$|^#?([0-9a-f]{6})[0-9a-f]{2}$/i, '$1$2$3')
	const [, short, long] = /^#?(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(opaque) ?? []
	if (long) return `#${long.toLowerCase()}`
	return short ? `#${[...short.toLowerCase()].map((digit) => digit + digit).join('')}` : null
}

const KINDS: Record<string, QdaSource['kind']> = {
	TextSource: 'text',
	PDFSource: 'pdf',
	PictureSource: 'picture',
	AudioSource: 'audio',
	VideoSource: 'video',
}

/** Names of what holds the words of a source that is no text itself. */
const WORDS = ['Representation', 'TextDescription', 'Transcript']

function readSource(element: XmlElement): QdaSource[] {
	const kind = KINDS[element.name]
	if (!kind) return []
	const held = element.children.filter(({ name }) => WORDS.includes(name))
	return [
		{
			...madeBy(element),
			guid: plainGuid(element.attributes['guid']),
			kind,
			name: element.attributes['name'] ?? '',
			description: textOf(element, 'Description'),
			texts: (kind === 'text' ? [element] : held).map(readText),
			areas: readAreas(element),
			codings: readCodings(element),
			noteRefs: refsIn(element, 'NoteRef'),
			values: readValues(element),
		},
	]
}

function readText(element: XmlElement): QdaText {
	const content = childOf(element, 'PlainTextContent')
	return {
		guid: plainGuid(element.attributes['guid']),
		content: content ? content.text : null,
		path: element.attributes['plainTextPath'] ?? '',
		richPath: element.attributes['richTextPath'] ?? '',
		selections: readSelections(element),
		areas: readAreas(element),
		syncPoints: childrenOf(element, 'SyncPoint').map(({ attributes }) => ({
			guid: plainGuid(attributes['guid']),
			ms: numberOf(attributes['timeStamp']),
			position: numberOf(attributes['position']),
		})),
		noteRefs: refsIn(element, 'NoteRef'),
	}
}

function readSelections(element: XmlElement): QdaSelection[] {
	return childrenOf(element, 'PlainTextSelection').map((selection) => ({
		...readSelection(selection),
		start: numberOf(selection.attributes['startPosition']) ?? -1,
		end: numberOf(selection.attributes['endPosition']) ?? -1,
	}))
}

function readSelection(element: XmlElement) {
	return {
		...madeBy(element),
		guid: plainGuid(element.attributes['guid']),
		name: element.attributes['name'] ?? '',
		description: textOf(element, 'Description'),
		codings: readCodings(element),
		noteRefs: refsIn(element, 'NoteRef'),
	}
}

const AREAS = ['PDFSelection', 'PictureSelection', 'AudioSelection', 'VideoSelection', 'TranscriptSelection']

function readAreas(element: XmlElement): QdaArea[] {
	return element.children
		.filter(({ name }) => AREAS.includes(name))
		.map((area) => {
			const { begin, end, fromSyncPoint, toSyncPoint } = area.attributes
			return {
				...readSelection(area),
				...(begin !== undefined && { begin: numberOf(begin) ?? 0, until: numberOf(end) ?? 0 }),
				...(fromSyncPoint !== undefined && { from: plainGuid(fromSyncPoint), to: plainGuid(toSyncPoint) }),
				words: childOf(childOf(area, 'Representation'), 'PlainTextContent')?.text ?? '',
			}
		})
}

function readCodings(element: XmlElement): QdaCoding[] {
	return childrenOf(element, 'Coding').map((coding) => ({
		...madeBy(coding),
		guid: plainGuid(coding.attributes['guid']),
		code: plainGuid(childOf(coding, 'CodeRef')?.attributes['targetGUID']),
		noteRefs: refsIn(coding, 'NoteRef'),
	}))
}

function readNote(element: XmlElement): QdaNote {
	const content = childOf(element, 'PlainTextContent')
	return {
		...madeBy(element),
		guid: plainGuid(element.attributes['guid']),
		name: element.attributes['name'] ?? '',
		description: textOf(element, 'Description'),
		content: content ? content.text : null,
		path: element.attributes['plainTextPath'] ?? '',
		selections: readSelections(element),
	}
}

function readValues(element: XmlElement): QdaValue[] {
	return childrenOf(element, 'VariableValue').map((one) => ({
		variable: plainGuid(childOf(one, 'VariableRef')?.attributes['targetGUID']),
		value: one.children.find(({ name }) => name.endsWith('Value'))?.text.trim() || null,
	}))
}

function madeBy({ attributes }: XmlElement): { user: string; at: Date | null } {
	const written = attributes['creationDateTime'] || attributes['modifiedDateTime'] || ''
	const at = new Date(/[zZ]|[+-]\d\d:\d\d$/.test(written) ? written : `${written}Z`)
	return {
		user: plainGuid(attributes['creatingUser'] || attributes['modifyingUser']),
		at: Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1970 || at.getUTCFullYear() > 9999 ? null : at,
	}
}

function refsIn(element: XmlElement, name: string): string[] {
	return childrenOf(element, name).flatMap(({ attributes }) => plainGuid(attributes['targetGUID']) || [])
}

function textOf(element: XmlElement, name: string): string {
	return childOf(element, name)?.text.trim() ?? ''
}

function numberOf(written: string | undefined): number | null {
	const number = Number(written?.trim() || Number.NaN)
	return Number.isFinite(number) ? Math.trunc(number) : null
}
