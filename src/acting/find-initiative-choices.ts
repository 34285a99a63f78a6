/** What an initiative can be tied to: the choices of its forms. */
import { asc } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { findActors, type Actor } from '#people/find-actors.ts'
import { districts } from '#people/tables.ts'
import { fieldsOfAction, focusThemes } from '#focusing/tables.ts'

export type InitiativeChoices = {
	actors: Actor[]
	districts: { id: string; name: string }[]
	focusThemes: { id: string; slug: string; title: string; fieldsOfAction: { id: string; title: string }[] }[]
}

export async function findInitiativeChoices(db: MunicipalityDatabase): Promise<InitiativeChoices> {
	const fields = await db
		.select({ focusThemeId: fieldsOfAction.focusThemeId, id: fieldsOfAction.id, title: fieldsOfAction.title })
		.from(fieldsOfAction)
		.orderBy(asc(fieldsOfAction.position))
	const themes = await db
		.select({ id: focusThemes.id, slug: focusThemes.slug, title: focusThemes.title })
		.from(focusThemes)
		.orderBy(asc(focusThemes.position))
	return {
		actors: await findActors(db),
		districts: await db
			.select({ id: districts.id, name: districts.name })
			.from(districts)
			.orderBy(asc(districts.position), asc(districts.name)),
		focusThemes: themes.map((theme) => ({
			...theme,
			fieldsOfAction: fields
				.filter(({ focusThemeId }) => focusThemeId === theme.id)
				.map(({ id, title }) => ({ id, title })),
		})),
	}
}
