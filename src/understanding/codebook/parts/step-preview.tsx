/** What a step would change, as a list to read before doing it. */
import { m } from '#platform/words/words.ts'
import type { StepPreview } from '../preview-step.ts'

export function StepPreviewList({ preview, verb }: { preview: StepPreview; verb: 'carry' | 'stay' }) {
	const { passages, persons, doubles, subThemes, memos, summaries, suggestions, samples, later } = preview
	const carried = verb === 'carry'
	return (
		<ul className="step-preview">
			<li>
				{carried
					? m.understanding_preview_passages({ passages, persons })
					: m.understanding_preview_passages_stay({ passages, persons })}
			</li>
			{doubles > 0 ? <li>{m.understanding_preview_doubles({ count: doubles })}</li> : null}
			{subThemes.length > 0 ? <li>{m.understanding_preview_subthemes({ labels: subThemes.join(', ') })}</li> : null}
			{memos > 0 ? <li>{m.understanding_preview_memos({ count: memos })}</li> : null}
			{summaries > 0 ? <li>{m.understanding_preview_summaries({ count: summaries })}</li> : null}
			{suggestions > 0 ? (
				<li>
					{carried
						? m.understanding_preview_suggestions({ count: suggestions })
						: m.understanding_preview_suggestions_stay({ count: suggestions })}
				</li>
			) : null}
			{samples.map(({ slug, title, isOpen }) => (
				<li key={slug}>
					{isOpen ? m.understanding_preview_sample_open({ title }) : m.understanding_preview_sample({ title })}
				</li>
			))}
			{later.map(({ kind, href, title, gathers, cited }) => (
				<li key={href}>
					{kind === 'focus-theme' ? m.understanding_preview_focus_theme() : m.understanding_preview_perspective()}{' '}
					<a href={href}>{title}</a>
					{gathers ? ` · ${m.understanding_preview_gathers()}` : ''}
					{cited > 0 ? ` · ${m.understanding_preview_cited({ count: cited })}` : ''}
				</li>
			))}
			<li>{m.understanding_preview_editions()}</li>
		</ul>
	)
}
