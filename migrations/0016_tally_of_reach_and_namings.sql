-- Hand-written: tallies now keep which passages share words, and what wishes name; all of them are counted anew.
UPDATE "coding_tally" SET "tallied_changes" = NULL;--> statement-breakpoint
-- Wishes are concrete where they name a district: when districts are called otherwise, so are they.
CREATE FUNCTION coding_tally_of_districts() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	update coding_tally set changes = changes + 1 where municipality_id = coalesce(new.municipality_id, old.municipality_id);
	return null;
end $$;--> statement-breakpoint
CREATE TRIGGER coding_tally_district_named AFTER INSERT OR DELETE ON district
	FOR EACH ROW EXECUTE FUNCTION coding_tally_of_districts();--> statement-breakpoint
CREATE TRIGGER coding_tally_district_renamed AFTER UPDATE ON district
	FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION coding_tally_of_districts();
