import type { Route } from './+types/home'
import { municipalityContext } from '#people/request.ts'

export function loader({ context }: Route.LoaderArgs) {
	return { name: context.get(municipalityContext).name }
}

export default function Home({ loaderData }: Route.ComponentProps) {
	return <h1>{loaderData.name}</h1>
}
