CREATE TABLE "coding_tally" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"speaker_id" uuid NOT NULL,
	"changes" integer DEFAULT 1 NOT NULL,
	"tallied_changes" integer,
	"tally" "bytea",
	CONSTRAINT "coding_tally_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "coding_tally_speaker" UNIQUE("municipality_id","speaker_id")
);
--> statement-breakpoint
ALTER TABLE "coding_tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tallied_theme" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"theme_id" uuid NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "tallied_theme_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	CONSTRAINT "tallied_theme_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "tallied_theme_theme" UNIQUE("municipality_id","theme_id")
);
--> statement-breakpoint
ALTER TABLE "tallied_theme" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "coding_tally" ADD CONSTRAINT "coding_tally_cites_speaker_id" FOREIGN KEY ("municipality_id","speaker_id") REFERENCES "public"."speaker"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tallied_theme" ADD CONSTRAINT "tallied_theme_cites_theme_id" FOREIGN KEY ("municipality_id","theme_id") REFERENCES "public"."theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "coding_tally_of_own_municipality" ON "coding_tally" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tallied_theme_of_own_municipality" ON "tallied_theme" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
-- Hand-written: whatever happens to codings, or to whom a contribution belongs, makes the tallies of those people stale.
CREATE FUNCTION coding_tally_of_codings() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	insert into coding_tally (municipality_id, speaker_id)
	select distinct voice.municipality_id, voice.speaker_id
	from changed join voice on voice.municipality_id = changed.municipality_id and voice.id = changed.voice_id
	order by 1, 2
	on conflict (municipality_id, speaker_id) do update set changes = coding_tally.changes + 1;
	return null;
end $$;--> statement-breakpoint
CREATE FUNCTION coding_tally_of_voices() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	update coding_tally set changes = changes + 1
	from (select distinct municipality_id, speaker_id from changed) as speaking
	where coding_tally.municipality_id = speaking.municipality_id and coding_tally.speaker_id = speaking.speaker_id;
	return null;
end $$;--> statement-breakpoint
CREATE FUNCTION coding_tally_of_moved_voices() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	insert into coding_tally (municipality_id, speaker_id)
	select distinct moved.municipality_id, moved.speaker_id
	from (
		select was.municipality_id, unnest(array[was.speaker_id, becomes.speaker_id]) as speaker_id
		from was join becomes on becomes.municipality_id = was.municipality_id and becomes.id = was.id
		where becomes.speaker_id <> was.speaker_id
	) as moved
	order by 1, 2
	on conflict (municipality_id, speaker_id) do update set changes = coding_tally.changes + 1;
	return null;
end $$;--> statement-breakpoint
CREATE TRIGGER coding_tally_added AFTER INSERT ON coding REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION coding_tally_of_codings();--> statement-breakpoint
CREATE TRIGGER coding_tally_changed AFTER UPDATE ON coding REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION coding_tally_of_codings();--> statement-breakpoint
CREATE TRIGGER coding_tally_moved AFTER UPDATE ON coding REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION coding_tally_of_codings();--> statement-breakpoint
CREATE TRIGGER coding_tally_deleted AFTER DELETE ON coding REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION coding_tally_of_codings();--> statement-breakpoint
CREATE TRIGGER coding_tally_voice_deleted AFTER DELETE ON voice REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION coding_tally_of_voices();--> statement-breakpoint
CREATE TRIGGER coding_tally_voice_moved AFTER UPDATE ON voice REFERENCING OLD TABLE AS was NEW TABLE AS becomes
	FOR EACH STATEMENT EXECUTE FUNCTION coding_tally_of_moved_voices();--> statement-breakpoint
INSERT INTO coding_tally (municipality_id, speaker_id)
SELECT DISTINCT voice.municipality_id, voice.speaker_id
FROM coding JOIN voice ON voice.municipality_id = coding.municipality_id AND voice.id = coding.voice_id;
