/**
 * The two roles every transaction works as. Neither can sign in, owns anything or looks past row-level security; the
 * login that connects is a member of both and inherits from none, so that outside a transaction of ours it sees nothing.
 */
import type { PoolClient } from 'pg'

/** Sees and writes the rows of the one municipality the transaction is for. */
export const APPLICATION_ROLE = 'gehoert_app'

/** Sees what belongs to the installation: municipalities by name, accounts, sessions, the queue. No municipality's contents. */
export const INSTALLATION_ROLE = 'gehoert_installation'

/** Creates the roles where they are missing. Fails with 42501 when this user may not. */
export async function createRoles(client: PoolClient) {
	for (const role of [APPLICATION_ROLE, INSTALLATION_ROLE])
		await client.query(`do $$ begin
			if not exists (select from pg_roles where rolname = '${role}') then
				create role ${role} nologin nosuperuser nobypassrls;
			end if;
		exception when duplicate_object or unique_violation then null;
		end $$`)
}

/**
 * Lets `login` work as both roles without inheriting from them. Where it is a member already nothing is changed, so that
 * an owner who may not grant roles can still migrate.
 */
export async function admitLogin(client: PoolClient, login: string) {
	const name = client.escapeIdentifier(login)
	const { rows } = await client.query<{ isOwner: boolean; version: number; missing: string[] }>(
		`select $1 = current_user as "isOwner", current_setting('server_version_num')::int as version, array(
			select role from unnest($2::text[]) as role where not exists (
				select from pg_auth_members join pg_roles on pg_roles.oid = member where roleid = role::regrole and rolname = $1
			)) as missing`,
		[login, [APPLICATION_ROLE, INSTALLATION_ROLE]],
	)
	const { isOwner, version, missing } = rows[0]!
	// From PostgreSQL 16 on inheriting is a matter of each grant, before of the login itself.
	const terms = version >= 160_000 ? ' with inherit false, set true' : ''
	for (const role of missing) await client.query(`grant ${role} to ${name}${terms}`)
	if (version < 160_000 && missing.length > 0 && !isOwner) await client.query(`alter role ${name} noinherit`)
}

/**
 * What the roles may do with the tables of the schema, from scratch, so that it is right whatever stood there before.
 *
 * `force` binds the owner too. Accounts are the installation's; of them a municipality sees the names of those who work
 * or have worked for it. The audit log and the wordings people agreed to
 * are written and read, never changed.
 */
export const PROTECT_TABLES = `
do $$ declare name text; begin
	for name in select tablename from pg_tables where schemaname = current_schema() loop
		execute format('alter table %I enable row level security', name);
		execute format('alter table %I force row level security', name);
		execute format('revoke all on %I from public, gehoert_app, gehoert_installation', name);
		execute format('drop policy if exists of_the_installation on %I', name);
		if name = 'municipality' then
			grant select, insert, update on municipality to gehoert_installation;
			grant select, update (name, official_key, time_zone, languages, minimum_people, profile) on municipality to gehoert_app;
			create policy of_the_installation on municipality to gehoert_installation using (true) with check (true);
		elsif exists (
			select from information_schema.columns
			where table_schema = current_schema() and table_name = name and column_name = 'municipality_id'
		) then
			execute format('grant select, insert, update, delete on %I to gehoert_app', name);
		else
			execute format('grant select, insert, update, delete on %I to gehoert_installation', name);
			execute format('create policy of_the_installation on %I to gehoert_installation using (true) with check (true)', name);
		end if;
	end loop;
	revoke update, delete on audit_entry from gehoert_app;
	-- What people agreed to stays as they read it.
	revoke update, delete on consent_text from gehoert_app;
	-- Which municipalities an account works for is asked before one is chosen.
	foreach name in array array['membership', 'invitation'] loop
		execute format('grant select on %I to gehoert_installation', name);
		execute format('create policy of_the_installation on %I for select to gehoert_installation using (true)', name);
	end loop;
	-- The owner asks how the schema stands before migrating it.
	drop policy if exists standing_is_known on installation_fact;
	create policy standing_is_known on installation_fact for select using (true);
	grant select (id, name) on account to gehoert_app;
	drop policy if exists account_of_own_people on account;
	create policy account_of_own_people on account for select to gehoert_app using (
		exists (select from membership where membership.account_id = account.id)
		or exists (select from audit_entry where audit_entry.by = account.id)
	);

	execute format('revoke create on schema %I from public', current_schema());
	execute format('grant usage on schema %I to gehoert_app, gehoert_installation', current_schema());
	grant usage on schema drizzle, pgboss to gehoert_installation;
	grant select on all tables in schema drizzle to gehoert_installation;
	grant select, insert, update, delete on all tables in schema pgboss to gehoert_installation;
	grant usage on all sequences in schema pgboss to gehoert_installation;

	-- Behind row-level security only a leakproof operator may use an index, and full-text matching is not declared so;
	-- it tells nothing but yes or no. Only a superuser may say it: elsewhere search works without its index.
	begin
		execute 'alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof';
	exception when insufficient_privilege then null;
	end;
end $$`

/** Forced row-level security would hide the rows from a migration that changes them; `PROTECT_TABLES` puts it back. */
export const UNBIND_OWNER = `
do $$ declare name text; begin
	for name in select tablename from pg_tables where schemaname = current_schema() loop
		execute format('alter table %I no force row level security', name);
	end loop;
end $$`
