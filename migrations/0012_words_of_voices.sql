ALTER TABLE "voice" ALTER COLUMN "search" DROP EXPRESSION;--> statement-breakpoint
CREATE INDEX "voice_unread" ON "voice" USING btree ("municipality_id") WHERE "voice"."search" is null;--> statement-breakpoint
-- What was kept was the database's own reading; ours is written again when somebody searches.
UPDATE "voice" SET "search" = NULL;--> statement-breakpoint
-- On whatever way a text changes: what it was found by is forgotten, unless it comes along.
CREATE FUNCTION forget_words_of_voice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.text IS DISTINCT FROM OLD.text AND NEW.search IS NOT DISTINCT FROM OLD.search THEN
		NEW.search := NULL;
	END IF;
	RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER voice_forgets_its_words BEFORE UPDATE ON "voice" FOR EACH ROW EXECUTE FUNCTION forget_words_of_voice();
