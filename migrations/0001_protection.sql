CREATE TABLE "contact" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"speaker_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "contact_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "contact_once" UNIQUE("municipality_id","speaker_id")
);
--> statement-breakpoint
ALTER TABLE "contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "data_request" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"via" text NOT NULL,
	"speaker_id" uuid,
	"wish" text DEFAULT '' NOT NULL,
	"received_on" date NOT NULL,
	"done_on" date,
	"done_by" text,
	CONSTRAINT "data_request_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "data_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "name_finding" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"transcript_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "name_finding_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "name_finding_place" UNIQUE("municipality_id","transcript_id","start","end"),
	CONSTRAINT "name_finding_is_a_range" CHECK ("name_finding"."start" >= 0 and "name_finding"."end" > "name_finding"."start")
);
--> statement-breakpoint
ALTER TABLE "name_finding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pseudonym" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"replacement" text NOT NULL,
	"sealed_name" "bytea" NOT NULL,
	CONSTRAINT "pseudonym_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "pseudonym_once" UNIQUE("municipality_id","conversation_id","replacement")
);
--> statement-breakpoint
ALTER TABLE "pseudonym" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sealed_original" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sealed_original_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "sealed_original_version" UNIQUE("municipality_id","conversation_id","version")
);
--> statement-breakpoint
ALTER TABLE "sealed_original" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tombstone" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"hash" text NOT NULL,
	"kind" text NOT NULL,
	"week" text NOT NULL,
	CONSTRAINT "tombstone_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "tombstone_once" UNIQUE("municipality_id","hash","kind")
);
--> statement-breakpoint
ALTER TABLE "tombstone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"code_hash" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"part" text NOT NULL,
	"invited_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "invitation_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "invitation_code" UNIQUE("municipality_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "known_name" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "known_name_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "known_name_once" UNIQUE("municipality_id","kind","name")
);
--> statement-breakpoint
ALTER TABLE "known_name" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"user_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"aaguid" text,
	CONSTRAINT "passkey_credential" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "retention_rule" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"days" integer NOT NULL,
	CONSTRAINT "retention_rule_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "retention_rule_once" UNIQUE("municipality_id","kind"),
	CONSTRAINT "retention_rule_keeps_a_day" CHECK ("retention_rule"."days" >= 1)
);
--> statement-breakpoint
ALTER TABLE "retention_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "retention_run" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"ran_on" date NOT NULL,
	"removed" integer NOT NULL,
	CONSTRAINT "retention_run_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "retention_run_once" UNIQUE("municipality_id","kind","ran_on")
);
--> statement-breakpoint
ALTER TABLE "retention_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT false NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "quote" ADD COLUMN "is_with_office" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "quote" ADD COLUMN "paraphrase" text;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "by_guardian" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "scan_file_id" uuid;--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "noted_by" text;--> statement-breakpoint
ALTER TABLE "conversation" ADD COLUMN "names_checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "speaker" ADD COLUMN "is_under16" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "speaker" ADD COLUMN "restricted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "municipality" ADD COLUMN "minimum_people" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "edition" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "edition" ADD COLUMN "revised_on" date;--> statement-breakpoint
ALTER TABLE "edition" ADD COLUMN "table_mode" text DEFAULT 'bands' NOT NULL;--> statement-breakpoint
ALTER TABLE "edition" ADD COLUMN "basis" jsonb;--> statement-breakpoint
ALTER TABLE "coding" ADD COLUMN "special_category" text;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_cites_speaker_id" FOREIGN KEY ("municipality_id","speaker_id") REFERENCES "public"."speaker"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_done_by_account_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_finding" ADD CONSTRAINT "name_finding_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_finding" ADD CONSTRAINT "name_finding_cites_transcript_id" FOREIGN KEY ("municipality_id","transcript_id") REFERENCES "public"."transcript"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pseudonym" ADD CONSTRAINT "pseudonym_cites_conversation_id" FOREIGN KEY ("municipality_id","conversation_id") REFERENCES "public"."conversation"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_original" ADD CONSTRAINT "sealed_original_cites_conversation_id" FOREIGN KEY ("municipality_id","conversation_id") REFERENCES "public"."conversation"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_account_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_request_open" ON "data_request" USING btree ("municipality_id","done_on");--> statement-breakpoint
CREATE INDEX "passkey_by_account" ON "passkey" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_by_account" ON "two_factor" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_noted_by_account_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_cites_scan_file_id" FOREIGN KEY ("municipality_id","scan_file_id") REFERENCES "public"."file"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_protects_small_groups" CHECK ("municipality"."minimum_people" >= 5);--> statement-breakpoint
CREATE POLICY "contact_of_own_municipality" ON "contact" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "data_request_of_own_municipality" ON "data_request" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "name_finding_of_own_municipality" ON "name_finding" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "pseudonym_of_own_municipality" ON "pseudonym" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "sealed_original_of_own_municipality" ON "sealed_original" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tombstone_of_own_municipality" ON "tombstone" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "invitation_of_own_municipality" ON "invitation" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "known_name_of_own_municipality" ON "known_name" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "retention_rule_of_own_municipality" ON "retention_rule" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "retention_run_of_own_municipality" ON "retention_run" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);