import { m } from '#platform/words/words.ts'
import type { Theme } from '../find-codebook.ts'

/** What an entry says beside its definition; nothing where it says nothing. */
export function ThemeWords({
	theme: { anchorExample, codingRule, include, exclude, keywords },
}: {
	theme: Pick<Theme, 'anchorExample' | 'codingRule' | 'include' | 'exclude' | 'keywords'>
}) {
	const rules = [
		{ name: m.understanding_theme_rule(), text: codingRule },
		{ name: m.understanding_theme_anchor(), text: anchorExample, isSpoken: true },
		{ name: m.understanding_theme_include(), text: include },
		{ name: m.understanding_theme_exclude(), text: exclude },
		{ name: m.understanding_theme_keywords(), text: keywords.join(', ') },
	].filter(({ text }) => text !== '')
	if (rules.length === 0) return null
	return (
		<dl className="theme-words">
			{rules.map(({ name, text, isSpoken }) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd className={isSpoken ? 'spoken' : undefined}>{text}</dd>
				</div>
			))}
		</dl>
	)
}
