import { Notice } from '#platform/ui/notice.tsx'
import { m } from '#platform/words/words.ts'

/** Shown once, to be printed or copied by hand; afterwards nobody can read them again. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
	return (
		<>
			<Notice kind="success" title={m.people_recovery_ready()} announce>
				<p>{m.people_recovery_text()}</p>
			</Notice>
			<section className="boxed" aria-labelledby="codes">
				<h2 id="codes">{m.people_recovery_title()}</h2>
				<ol className="recovery-codes">
					{codes.map((code) => (
						<li key={code} className="code">
							{code}
						</li>
					))}
				</ol>
				<p>{m.people_recovery_print()}</p>
			</section>
		</>
	)
}
