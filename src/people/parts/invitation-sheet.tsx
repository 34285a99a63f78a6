import type { QrDrawing } from '#platform/qr-drawing.ts'
import { TimeText } from '#platform/ui/date-text.tsx'
import { useTown } from '#platform/ui/town.tsx'
import { m } from '#platform/words/words.ts'
import { partLabel } from '../part-words.ts'
import type { Part } from '../rights.ts'
import { QrCode } from './qr-code.tsx'

export type Sheet = { name: string; part: Part; expiresAt: Date; code: string; qr: QrDrawing; address: string }

/** An invitation to print and hand over. Shown once: afterwards only a hash of its code is known. */
export function InvitationSheet({ sheet: { name, part, expiresAt, code, qr, address } }: { sheet: Sheet }) {
	const { name: town } = useTown()
	return (
		<section className="boxed key-sheet" aria-labelledby="einladung">
			<div>
				<h2 id="einladung">{m.people_sheet_title({ name })}</h2>
				<p>{m.people_sheet_text({ town, part: partLabel(part) })}</p>
				<p>{m.people_sheet_how({ address })}</p>
				<p className="code key-sheet__code">{code}</p>
				<p>
					{m.people_sheet_once()} <TimeText at={expiresAt} />
				</p>
			</div>
			<QrCode qr={qr} label={m.people_sheet_qr()} />
		</section>
	)
}
