/** Letting a language model on one's own server be asked, and how far that is. */
import { useEffect } from 'react'
import { useRevalidator } from 'react-router'
import { Button } from '#platform/ui/buttons.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { m } from '#platform/words/words.ts'

/** `trouble`: why the last run ended early, as a sentence. */
export type ShownRun = {
	isOpen: boolean
	total: number
	asked: number
	proposed: number
	dropped: number
	trouble: string | null
}

const LOOK_AGAIN_MS = 3_000

export function ModelAsking({ run }: { run: ShownRun | null }) {
	const { revalidate } = useRevalidator()
	const isOpen = run?.isOpen ?? false
	useEffect(() => {
		if (!isOpen) return undefined
		const timer = setInterval(() => void (document.hidden || revalidate()), LOOK_AGAIN_MS)
		return () => clearInterval(timer)
	}, [isOpen, revalidate])
	return (
		<section className="suggestions__model" aria-label={m.understanding_model()}>
			{run?.trouble ? <Notice kind="danger" title={run.trouble} /> : null}
			{run ? (
				<p role="status">
					{isOpen ? <progress value={run.asked} max={Math.max(1, run.total)} aria-hidden="true" /> : null}{' '}
					{standing(run)}
				</p>
			) : null}
			<form method="post" className="suggestions__all">
				<Button look="tertiary" name="act" value={isOpen ? 'stop-asking' : 'ask'}>
					{isOpen ? m.understanding_model_stop() : m.understanding_model_ask()}
				</Button>
			</form>
		</section>
	)
}

function standing(run: ShownRun): string {
	if (run.isOpen) return m.understanding_model_progress(run)
	return run.asked < run.total ? m.understanding_model_ended(run) : m.understanding_model_answered(run)
}
