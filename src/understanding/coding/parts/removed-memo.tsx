import { Button } from '#platform/ui/buttons.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { m } from '#platform/words/words.ts'
import type { Memo } from '../write-memo.ts'

/** The note just deleted, with a button that writes it again; once the page is left it is gone. */
export function RemovedMemo({ memo, seal }: { memo: Memo; seal: string }) {
	return (
		<Notice title={m.understanding_memo_removed()} announce>
			<p className="memo__text">{memo.text}</p>
			<form method="post">
				<input type="hidden" name="memo" value={memo.id} />
				<input type="hidden" name="on" value={subjectAsText(memo)} />
				<input type="hidden" name="coder" value={memo.coderId} />
				<input type="hidden" name="written" value={new Date(memo.createdAt).toISOString()} />
				<input type="hidden" name="text" value={memo.text} />
				<input type="hidden" name="seal" value={seal} />
				<Button small look="secondary" name="act" value="bring-back">
					{m.understanding_memo_bring_back()}
				</Button>
			</form>
		</Notice>
	)
}

function subjectAsText({ codingId, themeId, voiceId, conversationId, roundId }: Memo): string {
	if (codingId) return `coding ${codingId}`
	if (themeId) return `theme ${themeId}`
	if (voiceId) return `voice ${voiceId}`
	return roundId ? `round ${roundId}` : `conversation ${conversationId}`
}
