/** What the login of the application could do if our code were wrong. */
import type { Database } from './database.ts'

export type LoginStanding = {
	login: string
	/** Tables of the application it owns: then it may switch row-level security off. */
	ownsTables: number
	/** Superuser, or allowed to look past row-level security. */
	seesEverything: boolean
	/** Has the rights of our roles even outside our transactions. */
	inheritsRoles: boolean
}

export async function findLoginStanding({ pool }: Pick<Database, 'pool'>): Promise<LoginStanding> {
	const { rows } = await pool.query<LoginStanding>(`
		select rolname as login, rolsuper or rolbypassrls as "seesEverything",
			(select count(*)::int from pg_tables where tableowner = rolname and schemaname in ('public', 'pgboss', 'drizzle')) as "ownsTables",
			pg_has_role(rolname, 'gehoert_app', 'usage') and not rolsuper as "inheritsRoles"
		from pg_roles where rolname = current_user`)
	return rows[0]!
}

/** Whether the login is as little as it should be. */
export function isHumble({ ownsTables, seesEverything, inheritsRoles }: LoginStanding): boolean {
	return ownsTables === 0 && !seesEverything && !inheritsRoles
}
