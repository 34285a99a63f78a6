import { createHash } from 'node:crypto'
import type { EditionContent } from './edition-content.ts'

/** SHA-256 over the canonical JSON (keys in order), hex. */
export function hashOf(content: EditionContent): string {
	return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
	if (typeof value !== 'object' || value === null) return JSON.stringify(value)
	const entries = Object.entries(value)
		.filter(([, inner]) => inner !== undefined)
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
	return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(',')}}`
}
