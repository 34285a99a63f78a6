import type { ThemeWording } from './create-theme.ts'

/** An entry of the codebook as its form sends it; `parentId` is null at the top. */
export function readThemeForm(
	form: FormData,
): Required<Omit<ThemeWording, 'anchorPassageId'>> & { parentId: string | null } {
	const text = (name: string) =>
		String(form.get(name) ?? '')
			.trim()
			.replace(/\r\n?/g, '\n')
	return {
		label: text('label'),
		definition: text('definition'),
		anchorExample: text('anchorExample'),
		codingRule: text('codingRule'),
		include: text('include'),
		exclude: text('exclude'),
		keywords: [
			...new Set(
				text('keywords')
					.split(/[,;\n]/)
					.map((word) => word.trim()),
			),
		]
			.filter(Boolean)
			.slice(0, 100),
		colour: text('colour').toLowerCase(),
		parentId: text('parent') || null,
	}
}
