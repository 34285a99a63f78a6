CREATE TABLE "case_summary" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"coder_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_summary_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "case_summary_place" UNIQUE("municipality_id","conversation_id","theme_id")
);
--> statement-breakpoint
ALTER TABLE "case_summary" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "coding_deed" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"transcript_id" uuid NOT NULL,
	"coder_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"deed" jsonb NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "coding_deed_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "coding_deed_number" UNIQUE("municipality_id","transcript_id","coder_id","number")
);
--> statement-breakpoint
ALTER TABLE "coding_deed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passage_set_entry" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"passage_set_id" uuid NOT NULL,
	"voice_id" uuid NOT NULL,
	"start" integer,
	"end" integer,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "passage_set_entry_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "passage_set_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passage_set" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"query" text DEFAULT '' NOT NULL,
	"coder_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "passage_set_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "passage_set_name" UNIQUE("municipality_id","name")
);
--> statement-breakpoint
ALTER TABLE "passage_set" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "theme_change" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"number" integer NOT NULL,
	"theme_id" uuid NOT NULL,
	"deed" text NOT NULL,
	"step_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"coder_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "theme_change_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "theme_change_number" UNIQUE("municipality_id","number")
);
--> statement-breakpoint
ALTER TABLE "theme_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_coder" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"agreement_sample_id" uuid NOT NULL,
	"coder_id" uuid NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "agreement_coder_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "agreement_coder_once" UNIQUE("municipality_id","agreement_sample_id","coder_id")
);
--> statement-breakpoint
ALTER TABLE "agreement_coder" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_coding" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"agreement_unit_id" uuid NOT NULL,
	"coder_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"stance" text DEFAULT 'neutral' NOT NULL,
	"intensity" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_coding_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "agreement_coding_is_a_range" CHECK ("agreement_coding"."start" >= 0 and "agreement_coding"."end" > "agreement_coding"."start")
);
--> statement-breakpoint
ALTER TABLE "agreement_coding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_sample" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"round_id" uuid NOT NULL,
	"state" text DEFAULT 'coding' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_sample_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "agreement_sample_slug" UNIQUE("municipality_id","slug")
);
--> statement-breakpoint
ALTER TABLE "agreement_sample" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_unit" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"agreement_sample_id" uuid NOT NULL,
	"voice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "agreement_unit_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "agreement_unit_place" UNIQUE("municipality_id","agreement_sample_id","voice_id")
);
--> statement-breakpoint
ALTER TABLE "agreement_unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_verdict" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"agreement_unit_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"applies" boolean NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"coder_id" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_verdict_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "agreement_verdict_place" UNIQUE("municipality_id","agreement_unit_id","theme_id")
);
--> statement-breakpoint
ALTER TABLE "agreement_verdict" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "suggesting_settings" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"endpoint" text DEFAULT '' NOT NULL,
	"endpoint_model" text DEFAULT '' NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "suggesting_settings_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "suggesting_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "suggestion_model" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"trained_at" timestamp with time zone NOT NULL,
	"examples" integer NOT NULL,
	"report" jsonb NOT NULL,
	"weights" "bytea" NOT NULL,
	CONSTRAINT "suggestion_model_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "suggestion_model" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "suggestion" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"voice_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"coder_id" uuid NOT NULL,
	"model_id" uuid,
	"start" integer,
	"end" integer,
	"stance" text DEFAULT 'neutral' NOT NULL,
	"probability" real NOT NULL,
	"because" text[] DEFAULT '{}'::text[] NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"coding_id" uuid,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"step_id" uuid,
	CONSTRAINT "suggestion_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "suggestion" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "memo" ALTER COLUMN "coding_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "coding" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "memo" ADD COLUMN "theme_id" uuid;--> statement-breakpoint
ALTER TABLE "memo" ADD COLUMN "voice_id" uuid;--> statement-breakpoint
ALTER TABLE "memo" ADD COLUMN "conversation_id" uuid;--> statement-breakpoint
ALTER TABLE "memo" ADD COLUMN "round_id" uuid;--> statement-breakpoint
ALTER TABLE "case_summary" ADD CONSTRAINT "case_summary_cites_conversation_id" FOREIGN KEY ("municipality_id","conversation_id") REFERENCES "public"."conversation"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_summary" ADD CONSTRAINT "case_summary_cites_theme_id" FOREIGN KEY ("municipality_id","theme_id") REFERENCES "public"."theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_summary" ADD CONSTRAINT "case_summary_cites_coder_id" FOREIGN KEY ("municipality_id","coder_id") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding_deed" ADD CONSTRAINT "coding_deed_cites_transcript_id" FOREIGN KEY ("municipality_id","transcript_id") REFERENCES "public"."transcript"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding_deed" ADD CONSTRAINT "coding_deed_cites_coder_id" FOREIGN KEY ("municipality_id","coder_id") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_set_entry" ADD CONSTRAINT "passage_set_entry_cites_passage_set_id" FOREIGN KEY ("municipality_id","passage_set_id") REFERENCES "public"."passage_set"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_set_entry" ADD CONSTRAINT "passage_set_entry_cites_voice_id" FOREIGN KEY ("municipality_id","voice_id") REFERENCES "public"."voice"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_set" ADD CONSTRAINT "passage_set_cites_coder_id" FOREIGN KEY ("municipality_id","coder_id") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_change" ADD CONSTRAINT "theme_change_cites_theme_id" FOREIGN KEY ("municipality_id","theme_id") REFERENCES "public"."theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_change" ADD CONSTRAINT "theme_change_cites_coder_id" FOREIGN KEY ("municipality_id","coder_id") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_coder" ADD CONSTRAINT "agreement_coder_cites_agreement_sample_id" FOREIGN KEY ("municipality_id","agreement_sample_id") REFERENCES "public"."agreement_sample"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_coder" ADD CONSTRAINT "agreement_coder_cites_coder_id" FOREIGN KEY ("municipality_id","coder_id") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_coding" ADD CONSTRAINT "agreement_coding_cites_agreement_unit_id" FOREIGN KEY ("municipality_id","agreement_unit_id") REFERENCES "public"."agreement_unit"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_coding" ADD CONSTRAINT "agreement_coding_cites_coder_id" FOREIGN KEY ("municipality_id","coder_id") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_coding" ADD CONSTRAINT "agreement_coding_cites_theme_id" FOREIGN KEY ("municipality_id","theme_id") REFERENCES "public"."theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_sample" ADD CONSTRAINT "agreement_sample_cites_round_id" FOREIGN KEY ("municipality_id","round_id") REFERENCES "public"."round"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_sample" ADD CONSTRAINT "agreement_sample_cites_created_by" FOREIGN KEY ("municipality_id","created_by") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_unit" ADD CONSTRAINT "agreement_unit_cites_agreement_sample_id" FOREIGN KEY ("municipality_id","agreement_sample_id") REFERENCES "public"."agreement_sample"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_unit" ADD CONSTRAINT "agreement_unit_cites_voice_id" FOREIGN KEY ("municipality_id","voice_id") REFERENCES "public"."voice"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_verdict" ADD CONSTRAINT "agreement_verdict_cites_agreement_unit_id" FOREIGN KEY ("municipality_id","agreement_unit_id") REFERENCES "public"."agreement_unit"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_verdict" ADD CONSTRAINT "agreement_verdict_cites_theme_id" FOREIGN KEY ("municipality_id","theme_id") REFERENCES "public"."theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_verdict" ADD CONSTRAINT "agreement_verdict_cites_coder_id" FOREIGN KEY ("municipality_id","coder_id") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_cites_voice_id" FOREIGN KEY ("municipality_id","voice_id") REFERENCES "public"."voice"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_cites_theme_id" FOREIGN KEY ("municipality_id","theme_id") REFERENCES "public"."theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_cites_coder_id" FOREIGN KEY ("municipality_id","coder_id") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_cites_model_id" FOREIGN KEY ("municipality_id","model_id") REFERENCES "public"."suggestion_model"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_cites_coding_id" FOREIGN KEY ("municipality_id","coding_id") REFERENCES "public"."coding"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_cites_decided_by" FOREIGN KEY ("municipality_id","decided_by") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passage_set_entry_by_set" ON "passage_set_entry" USING btree ("municipality_id","passage_set_id");--> statement-breakpoint
CREATE INDEX "theme_change_by_theme" ON "theme_change" USING btree ("municipality_id","theme_id");--> statement-breakpoint
CREATE INDEX "agreement_coding_by_unit" ON "agreement_coding" USING btree ("municipality_id","agreement_unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "suggesting_settings_once" ON "suggesting_settings" USING btree ("municipality_id");--> statement-breakpoint
CREATE UNIQUE INDEX "suggestion_once" ON "suggestion" USING btree ("municipality_id","voice_id","theme_id","coder_id",coalesce("start", -1));--> statement-breakpoint
CREATE INDEX "suggestion_by_theme" ON "suggestion" USING btree ("municipality_id","theme_id","state");--> statement-breakpoint
ALTER TABLE "memo" ADD CONSTRAINT "memo_cites_theme_id" FOREIGN KEY ("municipality_id","theme_id") REFERENCES "public"."theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memo" ADD CONSTRAINT "memo_cites_voice_id" FOREIGN KEY ("municipality_id","voice_id") REFERENCES "public"."voice"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memo" ADD CONSTRAINT "memo_cites_conversation_id" FOREIGN KEY ("municipality_id","conversation_id") REFERENCES "public"."conversation"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memo" ADD CONSTRAINT "memo_cites_round_id" FOREIGN KEY ("municipality_id","round_id") REFERENCES "public"."round"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memo" ADD CONSTRAINT "memo_on_one_thing" CHECK (num_nonnulls("memo"."coding_id", "memo"."theme_id", "memo"."voice_id", "memo"."conversation_id", "memo"."round_id") = 1);--> statement-breakpoint
CREATE POLICY "case_summary_of_own_municipality" ON "case_summary" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "coding_deed_of_own_municipality" ON "coding_deed" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "passage_set_entry_of_own_municipality" ON "passage_set_entry" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "passage_set_of_own_municipality" ON "passage_set" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "theme_change_of_own_municipality" ON "theme_change" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "agreement_coder_of_own_municipality" ON "agreement_coder" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "agreement_coding_of_own_municipality" ON "agreement_coding" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "agreement_sample_of_own_municipality" ON "agreement_sample" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "agreement_unit_of_own_municipality" ON "agreement_unit" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "agreement_verdict_of_own_municipality" ON "agreement_verdict" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "suggesting_settings_of_own_municipality" ON "suggesting_settings" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "suggestion_model_of_own_municipality" ON "suggestion_model" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "suggestion_of_own_municipality" ON "suggestion" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);