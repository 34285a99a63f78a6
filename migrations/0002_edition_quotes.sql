CREATE TABLE "edition_quote" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"edition_id" uuid NOT NULL,
	"quote_id" uuid NOT NULL,
	"speaker_id" uuid NOT NULL,
	CONSTRAINT "edition_quote_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "edition_quote_once" UNIQUE("municipality_id","edition_id","quote_id")
);
--> statement-breakpoint
ALTER TABLE "edition_quote" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "edition_quote" ADD CONSTRAINT "edition_quote_cites_edition_id" FOREIGN KEY ("municipality_id","edition_id") REFERENCES "public"."edition"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edition_quote_by_speaker" ON "edition_quote" USING btree ("municipality_id","speaker_id");--> statement-breakpoint
CREATE POLICY "edition_quote_of_own_municipality" ON "edition_quote" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);