/** What one person agreed to, in the wording they read. */
import { DateText } from '#platform/ui/date-text.tsx'
import { m } from '#platform/words/words.ts'
import type { Agreement } from '../find-agreements.ts'
import { channelWord } from './consent-marks.tsx'
import { givenWord } from './consent-table.tsx'

export function AgreementList({ agreements }: { agreements: readonly Agreement[] }) {
	return (
		<dl className="agreements">
			{agreements.map((agreement) => (
				<div key={agreement.channel} data-withdrawn={agreement.withdrawnAt ? true : undefined}>
					<dt>{channelWord(agreement.channel)}</dt>
					<dd>
						<p>{agreement.wording ? `„${agreement.wording.text}“` : m.listening_wording_unknown()}</p>
						<p className="note">
							<Circumstances {...agreement} />
						</p>
					</dd>
				</div>
			))}
		</dl>
	)
}

function Circumstances({ given, givenOn, byGuardian, notedBy, withdrawnAt, wording }: Agreement) {
	return (
		<>
			{givenWord(given)}
			{givenOn ? (
				<>
					{' · '}
					<DateText day={givenOn} />
				</>
			) : null}
			{wording ? ` · ${m.listening_wording_version({ version: wording.version })}` : null}
			{byGuardian ? ` · ${m.listening_guardian_agreed()}` : null}
			{notedBy ? ` · ${m.listening_noted_by({ name: notedBy })}` : null}
			{withdrawnAt ? (
				<>
					{' · '}
					<strong>{m.listening_withdrawn()}</strong>
				</>
			) : null}
		</>
	)
}
