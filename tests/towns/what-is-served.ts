/**
 * What a curious reader takes down of everything one town serves and prints: pages, data behind them, feed, search, tables
 * on the command line, report in three formats. For tests only.
 */
import { textOfPdf } from '#platform/pdf/pdf-text.ts'
import { inMunicipality, type Database, type MunicipalityId } from '#platform/database/database.ts'
import type { Band } from '#protecting/bands.rules.ts'
import type { EditionContent } from '#publishing/edition-content.ts'
import { everythingIn } from '#protecting/pdf.sample.ts'
import { matrixCommand } from '#publishing/matrix-command.ts'
import { partsOfZip } from '../journeys/everything-said.ts'
import type { House } from './house.ts'

export type Served = { where: string; text: string }

const ADDRESSES = [
	...[
		'/',
		'/themen',
		'/themen/versorgung',
		'/themen/ortsbild',
		'/blickwinkel',
		'/vorhaben',
		'/bericht',
		'/suche?q=Bus',
	],
	...['/themen.data', '/themen/versorgung.data', '/bericht.data', '/feed.atom', '/bericht/bericht.html'],
]

export async function readPages(house: House, origin: string): Promise<Served[]> {
	const served: Served[] = []
	for (const where of ADDRESSES) served.push({ where, text: (await house.ask(`${origin}${where}`)).text })
	return served
}

export async function readServed(house: House, origin: string, database: Database): Promise<Served[]> {
	const served = await readPages(house, origin)
	const word = await house.ask(`${origin}/bericht/bericht.docx`)
	served.push({ where: 'docx', text: partsOfZip(Buffer.from(word.bytes)).map(String).join(' ') })
	served.push({ where: 'times of the docx', text: timesOfZip(Buffer.from(word.bytes)) })
	const pdf = await house.ask(`${origin}/bericht/bericht.pdf`)
	served.push({ where: 'pdf', text: (await textOfPdf(pdf.bytes)).text })
	served.push({ where: 'about the pdf', text: everythingIn(pdf.bytes) })
	served.push({ where: 'headers', text: JSON.stringify([...word.headers, ...pdf.headers]) })
	for (const columns of ['sector', 'district', 'format', 'role', 'stance'])
		served.push({ where: `matrix by ${columns}`, text: await publicMatrix(database, columns) })
	return served
}

/** Minute and second of its first part, as if of an ISO time. */
function timesOfZip(zip: Buffer): string {
	const time = zip.readUInt16LE(10)
	const two = (number: number) => String(number).padStart(2, '0')
	return `1980-01-01T00:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`
}

async function publicMatrix(database: Database, columns: string): Promise<string> {
	const lines: string[] = []
	const command = { options: { rows: 'theme', columns, public: true, csv: true }, json: false, municipality: undefined }
	await matrixCommand.run({
		...command,
		openDatabase: () => Promise.resolve(database),
		print: (line: string) => void lines.push(line),
		printJson: () => {},
	} as unknown as Parameters<typeof matrixCommand.run>[0])
	return lines.join('\n')
}

const BAND_OF: Record<string, Band> = { '–': 'none', vereinzelt: 'few', mehrere: 'several', viele: 'many' }
const CELL = '(?:–|vereinzelt|mehrere|viele|·|\\d+)'

/** The table of themes by sector in one place, as far as it stands there; null where there is none. */
export function tableIn(text: string, themes: readonly string[], columns: number): EditionContent['themes'] | null {
	const plain = text
		.replace(/<[^>]*>/g, ' ')
		.replaceAll('&amp;', '&')
		.replace(/[,"\s]+/g, ' ')
	const rows = themes.flatMap((label) => {
		const row = new RegExp(`${label}((?: ${CELL}){${columns},${columns + 1}})(?= |$)`).exec(plain)
		return row ? [rowOf(label, row[1]!.trim().split(' '), columns)] : []
	})
	return rows.length > 0 ? rows : null
}

function rowOf(label: string, cells: string[], columns: number): EditionContent['themes'][number] {
	const bands = cells.slice(0, columns).map((cell) => BAND_OF[cell] ?? 'none')
	if (cells.every((cell) => cell in BAND_OF)) return { label, definition: '', bands }
	const numbers = cells.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : null))
	return { label, definition: '', bands, numbers: numbers.slice(0, columns), total: numbers[columns] ?? null }
}

/** Heads of the table's columns, from a page. */
export function columnsIn(html: string): string[] {
	const head = /<thead>([^]*?)<\/thead>/.exec(html)?.[1] ?? ''
	return [...head.matchAll(/<th[^>]*>([^<]*)</g)]
		.map(([, word]) => word!)
		.filter((word) => !/^(Thema|Gesamt)/.test(word))
}

/** Quotes with what stands under them, from a page. */
export function quotesIn(html: string): { wording: string; label: string }[] {
	const figures = [...html.matchAll(/<figure class="voice[^>]*>([^]*?)<\/figure>/g)]
	return figures.flatMap(([, inside]) => {
		const wording = /<blockquote[^>]*>([^]*?)<\/blockquote>/.exec(inside!)?.[1]?.replace(/<[^>]*>/g, '')
		const caption = /<figcaption[^>]*>([^]*?)<\/figcaption>/.exec(inside!)?.[1]?.replace(/<[^>]*>/g, '')
		const label = caption?.split('·')[0]?.trim()
		return wording && label ? [{ wording, label }] : []
	})
}

/** Names of rows the reader must never see. */
export async function findIds(database: Database, municipalityId: MunicipalityId): Promise<string[]> {
	return inMunicipality(database, municipalityId, async (db) => {
		const { rows } = await db.execute<{ id: string }>(
			`select id::text as id from speaker union all select id::text from voice union all select id::text from consent`,
		)
		return rows.map(({ id }) => id)
	})
}
