/** The receipt: shown once, right after the voice is saved. Made to be printed, photographed or copied by hand. */
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import type { QrDrawing } from '#platform/qr-drawing.ts'

export type ReceiptProps = {
	/** Four groups of five. */
	groups: string[]
	qr: QrDrawing
	/** Where the code is typed in, as people type it: without `https://`. */
	address: string
}

export function Receipt({ groups, qr, address }: ReceiptProps) {
	return (
		<div className="page narrow section receipt-page">
			<PageHead
				stage="listen"
				label={m.listening_receipt_saved()}
				title={m.listening_receipt_thanks()}
				lead={m.listening_receipt_lead()}
			/>
			<section className="receipt boxed" aria-labelledby="beleg">
				<div>
					<h2 id="beleg">{m.listening_receipt_heading()}</h2>
					<p className="receipt__code code">
						{groups.map((group, index) => (
							<span key={group + index}>{group} </span>
						))}
					</p>
					<p>{m.listening_receipt_where({ address })}</p>
				</div>
				<svg
					className="receipt__qr"
					viewBox={`0 0 ${qr.size} ${qr.size}`}
					role="img"
					aria-label={m.listening_receipt_qr()}
				>
					<rect width={qr.size} height={qr.size} fill="#fff" />
					<path d={qr.path} fill="#000" shapeRendering="crispEdges" />
				</svg>
			</section>
			<p>
				<strong>{m.listening_receipt_keep()}</strong> {m.listening_receipt_no_copy()}
			</p>
			<h2>{m.listening_receipt_next_heading()}</h2>
			<ul>
				<li>{m.listening_receipt_next_read()}</li>
				<li>{m.listening_receipt_next_answer()}</li>
				<li>{m.listening_receipt_next_withdraw()}</li>
			</ul>
			<Buttons>
				<ButtonLink href="/mitreden" look="secondary">
					{m.listening_receipt_more()}
				</ButtonLink>
				<ButtonLink href="/" look="tertiary">
					{m.listening_receipt_home()}
				</ButtonLink>
			</Buttons>
		</div>
	)
}
