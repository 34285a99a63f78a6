import type { SnippetPart } from '../rank-hits.rules.ts'

/** Some words of a voice, with what was looked for marked. */
export function Snippet({ parts }: { parts: readonly SnippetPart[] }) {
	return (
		<p className="spoken snippet">
			{parts.map(({ text, isHit }, at) => (isHit ? <mark key={at}>{text}</mark> : text))}
		</p>
	)
}
