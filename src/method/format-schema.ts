/** A town's own formats as a file has to hold them: in a method, and in the package of a municipality. */
import { z } from 'zod'
import { FORMAT_KINDS, type TownFormat } from './formats.ts'

const words = z.string().trim().min(1).max(60)
const wording = z.strictObject({ de: words, en: words })
const sentence = z.string().trim().min(1).max(200)

export const FormatsSchema = z
	.array(
		z.strictObject({
			kind: z.enum(FORMAT_KINDS, `one of ${FORMAT_KINDS.join(', ')}`),
			label: wording,
			plural: wording,
			description: z.strictObject({ de: sentence, en: sentence }).optional(),
		}),
	)
	.min(1, 'at least one format')
	.superRefine((formats, context) => {
		for (const [at, format] of formats.entries()) {
			const twice = alikeBefore(formats.slice(0, at), format)
			if (twice) context.addIssue({ code: 'custom', path: [at, ...twice.path], message: twice.why })
		}
	})

/** The same kind twice, or two kinds nobody could tell apart by name. */
function alikeBefore(earlier: readonly TownFormat[], format: TownFormat): { path: string[]; why: string } | undefined {
	const { kind } = format
	if (earlier.some((other) => other.kind === kind)) return { path: ['kind'], why: `${kind} is there twice` }
	for (const number of ['label', 'plural'] as const)
		for (const language of ['de', 'en'] as const) {
			const name = format[number][language]
			const other = earlier.find((one) => one[number][language].toLowerCase() === name.toLowerCase())
			if (other) return { path: [number, language], why: `${other.kind} is called “${name}”, too` }
		}
	return undefined
}
