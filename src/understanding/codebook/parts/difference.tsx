/** Before and after of a theme's fields, readable: struck what went, underlined what came, said aloud as well. */
import { m } from '#platform/words/words.ts'
import type { ThemeState } from '../../tables.ts'
import { wordDifference } from '../word-difference.rules.ts'
import { ThemeName } from './theme-name.tsx'

export type Labels = Record<string, string>

const TEXTS = ['label', 'definition', 'anchorExample', 'codingRule', 'include', 'exclude'] as const

export function Difference({ before, after, labels }: { before: ThemeState; after: ThemeState; labels: Labels }) {
	const fields = Object.keys({ ...before, ...after }) as (keyof ThemeState)[]
	const texts = TEXTS.filter((field) => fields.includes(field))
	return (
		<dl className="difference">
			{texts.map((field) => (
				<div key={field}>
					<dt>{fieldWord(field)}</dt>
					<dd>
						<Words before={before[field] ?? ''} after={after[field] ?? ''} whole={field === 'label'} />
					</dd>
				</div>
			))}
			{fields.includes('keywords') ? (
				<div>
					<dt>{m.understanding_theme_keywords()}</dt>
					<dd>
						<Words before={before.keywords?.join(', ') ?? ''} after={after.keywords?.join(', ') ?? ''} />
					</dd>
				</div>
			) : null}
			{fields.includes('colour') ? (
				<div>
					<dt>{m.understanding_theme_colour()}</dt>
					<dd>
						{before.colour ? <ThemeName label={before.colour} colour={before.colour} /> : null} →{' '}
						{after.colour ? <ThemeName label={after.colour} colour={after.colour} /> : null}
					</dd>
				</div>
			) : null}
			{fields.includes('parentId') && before.parentId !== undefined && after.parentId !== undefined ? (
				<div>
					<dt>{m.understanding_theme_parent()}</dt>
					<dd>
						<Words before={parentWord(before, labels)} after={parentWord(after, labels)} whole />
					</dd>
				</div>
			) : null}
			{fields.includes('anchorPassageId') && !fields.includes('anchorExample') ? (
				<div>
					<dt>{m.understanding_theme_anchor()}</dt>
					<dd>{m.understanding_difference_anchor()}</dd>
				</div>
			) : null}
		</dl>
	)
}

function parentWord({ parentId }: ThemeState, labels: Labels): string {
	return parentId ? (labels[parentId] ?? '…') : m.understanding_theme_no_parent()
}

function fieldWord(field: (typeof TEXTS)[number]): string {
	return {
		label: m.understanding_theme_label,
		definition: m.understanding_theme_definition,
		anchorExample: m.understanding_theme_anchor,
		codingRule: m.understanding_theme_rule,
		include: m.understanding_theme_include,
		exclude: m.understanding_theme_exclude,
	}[field]()
}

/** Names are compared `whole`: their words one by one are a riddle. */
function Words({ before, after, whole = false }: { before: string; after: string; whole?: boolean }) {
	return wordDifference(before, after, whole).map(({ text, kind }, at) =>
		kind === 'same' ? (
			text
		) : kind === 'gone' ? (
			<del key={at}>
				<span className="hidden">{m.understanding_difference_gone()} </span>
				{text}
			</del>
		) : (
			<ins key={at}>
				<span className="hidden">{m.understanding_difference_new()} </span>
				{text}
			</ins>
		),
	)
}
