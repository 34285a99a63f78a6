ALTER TABLE "coding" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "coding" ADD COLUMN "changed_by" uuid;--> statement-breakpoint
ALTER TABLE "memo" ADD COLUMN "changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "coding" ADD CONSTRAINT "coding_cites_changed_by" FOREIGN KEY ("municipality_id","changed_by") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coding_by_change" ON "coding" USING btree ("municipality_id","transcript_id","changed_at");--> statement-breakpoint
-- Whoever writes a coding, and on whatever way: it counts one further, so that nobody writes over what they have not seen.
CREATE FUNCTION count_coding_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.version := OLD.version + 1;
	NEW.changed_at := clock_timestamp();
	RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER coding_counts_its_changes BEFORE UPDATE ON "coding" FOR EACH ROW EXECUTE FUNCTION count_coding_version();
