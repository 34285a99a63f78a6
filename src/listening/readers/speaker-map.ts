/** Who is behind the codes of a transcript: written by the team, beside the file or in its first lines. */
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml, YAMLError } from 'yaml'
import { z } from 'zod'
import { Problem } from '#platform/problem.ts'
import { AGE_BANDS, CHANNELS } from '../vocabulary.ts'
import { decodeText } from './decode-text.ts'

const Described = z.object({
	moderator: z.boolean().optional(),
	/** A pseudonym. */
	name: z.string().max(80).optional(),
	sector: z.string().max(80).optional(),
	role: z.string().max(80).optional(),
	district: z.string().max(80).optional(),
	age: z.enum(AGE_BANDS).optional(),
	consents: z.array(z.enum(CHANNELS)).optional(),
	/** Then nothing counts without a parent's agreement. */
	under16: z.boolean().optional(),
	/** A parent agreed. */
	guardian: z.boolean().optional(),
})
export const SpeakerMapShape = z.record(z.string().min(1).max(80), Described)
export type SpeakerMap = z.infer<typeof SpeakerMapShape>

/**
 * Reads a speaker map: YAML or JSON `{ B1: { sector, role, district, age, name, moderator, consents: [...], under16, guardian } }`,
 * or a csv with the columns `code,name,sector,role,district,age,moderator,consents,under16,guardian` (consents separated
 * by blanks).
 *
 * @throws {Problem} `speaker-map-unreadable` with the place of the first mistake
 */
export function readSpeakerMap(name: string, bytes: Uint8Array): SpeakerMap {
	const { text } = decodeText(bytes)
	const read = SpeakerMapShape.safeParse(/\.(csv|tsv)$/i.test(name) ? fromTable(text) : fromYaml(text))
	if (read.success) return read.data
	throw new Problem('invalid', 'speaker-map-unreadable', { where: read.error.issues[0]?.path.join('.') ?? '' })
}

function fromYaml(text: string): unknown {
	try {
		const read: unknown = parseYaml(text)
		return read !== null && typeof read === 'object' && 'speakers' in read ? read.speakers : read
	} catch (error) {
		if (error instanceof YAMLError || error instanceof ReferenceError)
			throw new Problem('invalid', 'speaker-map-unreadable', { where: 'yaml' })
		throw error
	}
}

function fromTable(text: string): unknown {
	const [header = ''] = text.split('\n', 1)
	const delimiter = [';', '\t', ','].find((sign) => header.includes(sign)) ?? ','
	try {
		const rows = parseCsv(text, {
			columns: true,
			delimiter,
			trim: true,
			skip_empty_lines: true,
			relax_column_count: true,
		}) as Record<string, string>[]
		return Object.fromEntries(
			rows.map(({ code = '', moderator, consents, under16, guardian, ...row }) => [
				code,
				{ ...filled(row), ...tableSigns({ moderator, under16, guardian }), ...tableConsents(consents) },
			]),
		)
	} catch (error) {
		throw new Problem('invalid', 'speaker-map-unreadable', { where: (error as { lines?: number }).lines ?? 'csv' })
	}
}

function filled(row: Record<string, string>) {
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))
}

function tableSigns(signs: Record<string, string | undefined>) {
	const yes = Object.entries(signs).filter(([, sign]) => /^(ja|yes|true|1|x)$/i.test(sign ?? ''))
	return Object.fromEntries(yes.map(([name]) => [name, true]))
}

function tableConsents(consents = '') {
	return consents ? { consents: consents.split(/[\s|+]+/) } : {}
}
