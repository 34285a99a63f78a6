import { m } from '#platform/words/words.ts'

/** Where the convener can be reached, by post and by mail. */
export function Address({ convener, address, email }: { convener: string; address: readonly string[]; email: string }) {
	return (
		<address>
			<p>
				<strong>{convener}</strong>
				{address.map((line) => (
					<span key={line}>
						<br />
						{line}
					</span>
				))}
			</p>
			<p>
				{m.publishing_contact_mail()} <a href={`mailto:${email}`}>{email}</a>
			</p>
		</address>
	)
}
