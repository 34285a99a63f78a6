/** Reads and writes the XML of the exchange format. No document type definitions: they are how XML files attack. */
import { Problem } from '#platform/problem.ts'

export type XmlElement = {
	/** Without its prefix: exchange files use one namespace. */
	name: string
	attributes: Record<string, string>
	children: XmlElement[]
	/** Characters directly inside, line ends as LF. */
	text: string
}

/** Elements inside one another; real projects stay under twenty. */
const DEEPEST = 200

const TOKEN =
	/<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<!([A-Za-z]*)|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/y
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * The root element. An ampersand that begins nothing stays an ampersand: some programs forget to escape it.
 *
 * @throws {Problem} `document-with-definitions`; `exchange-file-broken` with the line
 */
export function readXml(source: string): XmlElement {
	const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
	const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
	const open = [top]
	TOKEN.lastIndex = 0
	for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
		const token = TOKEN.exec(text)
		if (!token) throw broken(text, at)
		const [, cdata, definition, closing, opening, attributes, isEmpty, characters] = token
		const parent = open.at(-1)!
		if (definition !== undefined) throw new Problem('invalid', 'document-with-definitions')
		else if (cdata !== undefined) parent.text += cdata
		else if (characters !== undefined) parent.text += unescaped(characters)
		else if (closing !== undefined) {
			if (open.length === 1 || parent.name !== localName(closing)) throw broken(text, at)
			open.pop()
			keepWords(open, parent)
		} else if (opening !== undefined) {
			const element = { name: localName(opening), attributes: readAttributes(attributes!), children: [], text: '' }
			parent.children.push(element)
			if (isEmpty) keepWords(open, element)
			else if (open.push(element) > DEEPEST) throw broken(text, at)
		}
	}
	if (open.length !== 1 || top.children.length !== 1) throw broken(text, text.length)
	return top.children[0]!
}

/** Some programs write a description as paragraphs; their words belong to it, each paragraph in a line of its own. */
function keepWords(open: readonly XmlElement[], { name, text }: XmlElement) {
	if (!open.some((element) => element.name === 'Description')) return
	const ends = /^(?:p|div|li|br|tr|h\d)$/i.test(name) ? '\n' : ''
	open.at(-1)!.text += text + ends
}

function readAttributes(written: string): Record<string, string> {
	const attributes: Record<string, string> = Object.create(null) as Record<string, string>
	for (const [, name, double, single] of written.matchAll(ATTRIBUTE)) {
		if (!/^xmlns(?::|$)/.test(name!))
			attributes[localName(name!)] = unescaped((double ?? single)!.replace(/[\t\n]/g, ' '))
	}
	return attributes
}

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1)
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
	if (!text.includes('&')) return text
	return text.replace(
		/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
		(whole, decimal, hex, name) => {
			if (name) return NAMED[name as string]!
			const point = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
			return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
				? String.fromCodePoint(point)
				: (whole as string)
		},
	)
}

function broken(text: string, at: number): Problem {
	return new Problem('invalid', 'exchange-file-broken', { line: text.slice(0, at).split('\n').length })
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
	return element ? element.children.filter((child) => child.name === name) : []
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
	return element?.children.find((child) => child.name === name)
}

/** An element as text; attributes that are undefined and contents that are empty are left out. */
export function xml(
	name: string,
	attributes: Record<string, string | number | undefined> = {},
	...content: (string | readonly string[])[]
): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => ` ${key}="${escapedAttribute(String(value))}"`)
		.join('')
	const inside = content.flat().join('')
	return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
}

/** A container of others, or nothing at all: empty containers are not valid. */
export function xmlList(name: string, children: readonly string[]): string {
	return children.length === 0 ? '' : xml(name, {}, children)
}

export function escapedText(text: string): string {
	return writable(text)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('\r', '&#13;')
}

function escapedAttribute(text: string): string {
	return escapedText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

/** XML cannot hold control characters, half characters and the two last of each plane's first. */
function writable(text: string): string {
	return text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
}
