import { m } from '#platform/words/words.ts'

type SwitchableRound = { slug: string; title: string }

/** Which round the page is about; silent while there is only one. */
export function RoundSwitch({
	rounds,
	chosen,
}: {
	rounds: readonly SwitchableRound[]
	chosen: SwitchableRound | null
}) {
	if (rounds.length < 2) return null
	return (
		<nav aria-label={m.focusing_rounds()}>
			<p className="label">
				{m.focusing_rounds()}:{' '}
				{rounds.map(({ slug, title }, index) => (
					<span key={slug}>
						{index > 0 ? ' · ' : null}
						<a href={`?runde=${slug}`} aria-current={slug === chosen?.slug ? 'true' : undefined}>
							{title}
						</a>
					</span>
				))}
			</p>
		</nav>
	)
}
