/** While people code: who has finished, and what is mine to do. Shows nothing of what anybody coded. */
import { Button, ButtonLink } from '#platform/ui/buttons.tsx'
import { DataTable } from '#platform/ui/data-table.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { m } from '#platform/words/words.ts'
import type { Sample } from '../find-samples.ts'

export function SampleProgress({ sample, own, coded }: { sample: Sample; own: string | null; coded: number }) {
	const { slug, coders, units } = sample
	const mine = coders.find(({ id }) => id === own)
	return (
		<>
			<Notice title={m.understanding_sample_blind()}>
				<p>{m.understanding_sample_blind_why()}</p>
			</Notice>
			<DataTable
				caption={m.understanding_sample_who()}
				rows={coders}
				rowKey={({ id }) => id}
				columns={[
					{ head: m.understanding_sample_coder(), cell: ({ name }) => name },
					{
						head: m.understanding_sample_state(),
						cell: ({ id, isFinished }) => {
							if (isFinished) return m.understanding_sample_finished()
							return id === own
								? m.understanding_sample_own_progress({ coded, units })
								: m.understanding_sample_still_coding()
						},
					},
				]}
			/>
			{mine && !mine.isFinished ? (
				<ButtonLink href={`/werkstatt/uebereinstimmung/${slug}/codieren`}>
					{coded > 0 ? m.understanding_sample_go_on() : m.understanding_sample_start()}
				</ButtonLink>
			) : null}
			{mine?.isFinished ? (
				<form method="post">
					<p>{m.understanding_sample_wait_for_others()}</p>
					<Button look="secondary" name="tun" value="weitercodieren">
						{m.understanding_sample_open_again()}
					</Button>
				</form>
			) : null}
		</>
	)
}

/** Behind a summary, for it cannot be undone. */
export function DiscardForm() {
	return (
		<details className="agree-discard">
			<summary>{m.understanding_sample_discard()}</summary>
			<form method="post">
				<p>{m.understanding_sample_discard_what()}</p>
				<Button look="danger" name="tun" value="verwerfen">
					{m.understanding_sample_discard_now()}
				</Button>
			</form>
		</details>
	)
}
