import type { Route } from './+types/imprint'
import { municipalityContext } from '#people/request.ts'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { Address } from '../parts/address.tsx'

export function loader({ context }: Route.LoaderArgs) {
	const { name, profile } = context.get(municipalityContext)
	const { convener, address, email, responsible } = profile
	return { name, convener, address, email, responsible }
}

/** Who answers for these pages (§ 5 DDG, § 18 MStV). */
export default function Imprint({ loaderData }: Route.ComponentProps) {
	const { name, responsible } = loaderData
	return (
		<div className="page narrow section prose">
			<PageHead title={m.publishing_imprint_title()} lead={m.publishing_imprint_lead({ name })} />
			<h2>{m.publishing_imprint_provider()}</h2>
			<Address {...loaderData} />
			<h2>{m.publishing_imprint_responsible()}</h2>
			<p>{responsible}</p>
			<p>{m.publishing_imprint_responsible_law()}</p>
			<h2>{m.publishing_imprint_content()}</h2>
			<p>{m.publishing_imprint_content_text()}</p>
			<h2>{m.publishing_imprint_software()}</h2>
			<p>{m.publishing_imprint_software_text()}</p>
		</div>
	)
}
