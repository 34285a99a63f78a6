/** What people read instead of a page: what is wrong, and a way on. Never a stack, never a code alone. */
import { isRouteErrorResponse, useLocation } from 'react-router'
import type { Refusal } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'
import { ButtonLink, Buttons } from './buttons.tsx'
import { PageHead } from './page-head.tsx'

export function ErrorPage({ error }: { error: unknown }) {
	const { status, sentence } = readError(error)
	const { pathname, search } = useLocation()
	const words = wordsFor(status)
	return (
		<div className="page section">
			<PageHead
				isBroken
				title={words.title}
				label={m.platform_error_label({ status })}
				lead={sentence ?? words.sentence}
			/>
			<Buttons>
				{status >= 500 ? <ButtonLink href={pathname + search}>{m.platform_error_again()}</ButtonLink> : null}
				<ButtonLink href="/" look={status >= 500 ? 'secondary' : 'primary'}>
					{m.platform_error_home()}
				</ButtonLink>
				{pathname.startsWith('/werkstatt/') ? (
					<ButtonLink href="/werkstatt" look="secondary">
						{m.platform_error_workshop()}
					</ButtonLink>
				) : null}
			</Buttons>
		</div>
	)
}

/** Only a refusal's own sentence is shown; what a bug says is for the log. */
function readError(error: unknown): { status: number; sentence?: string } {
	if (!isRouteErrorResponse(error)) return { status: 500 }
	const refusal = error.data as Partial<Refusal> | null
	return { status: error.status, sentence: typeof refusal?.sentence === 'string' ? refusal.sentence : undefined }
}

function wordsFor(status: number): { title: string; sentence: string } {
	switch (status) {
		case 404:
			return { title: m.platform_error_404_title(), sentence: m.platform_error_404_text() }
		case 403:
			return { title: m.platform_error_403_title(), sentence: m.platform_error_403_text() }
		case 409:
			return { title: m.platform_error_409_title(), sentence: m.platform_error_409_text() }
		case 422:
			return { title: m.platform_error_422_title(), sentence: m.platform_error_422_text() }
		case 429:
			return { title: m.platform_error_429_title(), sentence: m.platform_error_429_text() }
		default:
			return { title: m.platform_error_500_title(), sentence: m.platform_error_500_text() }
	}
}
