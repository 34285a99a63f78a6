CREATE TABLE "commitment" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"actor_id" uuid,
	"what" text NOT NULL,
	"until" date,
	"hours" double precision,
	"state" text DEFAULT 'open' NOT NULL,
	"closing_note" text,
	"closed_on" date,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "commitment_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "promised_by_someone" CHECK ("commitment"."state" <> 'promised' or "commitment"."actor_id" is not null),
	CONSTRAINT "closed_commitments_say_when" CHECK (("commitment"."state" in ('kept', 'withdrawn')) = ("commitment"."closed_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "commitment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiative_field" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"field_of_action_id" uuid NOT NULL,
	CONSTRAINT "initiative_field_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "initiative_field_once" UNIQUE("municipality_id","initiative_id","field_of_action_id")
);
--> statement-breakpoint
ALTER TABLE "initiative_field" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiative_partner" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	CONSTRAINT "initiative_partner_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "initiative_partner_once" UNIQUE("municipality_id","initiative_id","actor_id")
);
--> statement-breakpoint
ALTER TABLE "initiative_partner" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiative_state" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"since" date NOT NULL,
	CONSTRAINT "initiative_state_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "initiative_state" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiative" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"kind" text DEFAULT 'project' NOT NULL,
	"title" text NOT NULL,
	"teaser" text DEFAULT '' NOT NULL,
	"goal" text DEFAULT '' NOT NULL,
	"first_step" text DEFAULT '' NOT NULL,
	"owner_id" uuid,
	"level" text DEFAULT 'municipality' NOT NULL,
	"district_id" uuid,
	"focus_theme_id" uuid,
	"state" text DEFAULT 'idea' NOT NULL,
	"state_reason" text,
	"state_since" date DEFAULT current_date NOT NULL,
	"next_answer_by" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "initiative_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "initiative_slug" UNIQUE("municipality_id","slug"),
	CONSTRAINT "resting_and_refused_say_why" CHECK ("initiative"."state" not in ('resting', 'refused') or coalesce("initiative"."state_reason", '') <> ''),
	CONSTRAINT "open_initiatives_say_when_the_next_answer_comes" CHECK ("initiative"."state" in ('done', 'refused') or "initiative"."next_answer_by" is not null)
);
--> statement-breakpoint
ALTER TABLE "initiative" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answer" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"focus_theme_id" uuid,
	"initiative_id" uuid,
	"voice_id" uuid,
	"kind" text NOT NULL,
	"because" text NOT NULL,
	"by_office" text NOT NULL,
	"by_account_id" text,
	"answered_on" date NOT NULL,
	"next_answer_by" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "answers_one_thing" CHECK (num_nonnulls("answer"."focus_theme_id", "answer"."initiative_id", "answer"."voice_id") = 1),
	CONSTRAINT "answer_says_because" CHECK ("answer"."because" <> '')
);
--> statement-breakpoint
ALTER TABLE "answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "condition" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"focus_theme_id" uuid NOT NULL,
	"level" text NOT NULL,
	"text" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "condition_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "condition" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dossier_part" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"focus_theme_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_by" text,
	CONSTRAINT "dossier_part_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "dossier_part_version" UNIQUE("municipality_id","focus_theme_id","kind","version")
);
--> statement-breakpoint
ALTER TABLE "dossier_part" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "field_of_action" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"focus_theme_id" uuid NOT NULL,
	"title" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "field_of_action_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "field_of_action" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "focus_choice" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"reasons" text[] NOT NULL,
	"left_out" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "focus_choice_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "focus_choice_of_round" UNIQUE("municipality_id","round_id")
);
--> statement-breakpoint
ALTER TABLE "focus_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "focus_theme_coding" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"focus_theme_id" uuid NOT NULL,
	"coding_id" uuid NOT NULL,
	CONSTRAINT "focus_theme_coding_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "focus_theme_coding_once" UNIQUE("municipality_id","focus_theme_id","coding_id")
);
--> statement-breakpoint
ALTER TABLE "focus_theme_coding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "focus_theme_theme" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"focus_theme_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	CONSTRAINT "focus_theme_theme_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "focus_theme_theme_once" UNIQUE("municipality_id","focus_theme_id","theme_id")
);
--> statement-breakpoint
ALTER TABLE "focus_theme_theme" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "focus_theme" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"teaser" text DEFAULT '' NOT NULL,
	"guiding_question" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "focus_theme_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "focus_theme_slug" UNIQUE("municipality_id","slug")
);
--> statement-breakpoint
ALTER TABLE "focus_theme" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "paragraph_evidence" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"paragraph_id" uuid NOT NULL,
	"coding_id" uuid NOT NULL,
	CONSTRAINT "paragraph_evidence_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "paragraph_evidence_once" UNIQUE("municipality_id","paragraph_id","coding_id")
);
--> statement-breakpoint
ALTER TABLE "paragraph_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "paragraph" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"dossier_part_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "paragraph_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "paragraph_position" UNIQUE("municipality_id","dossier_part_id","position")
);
--> statement-breakpoint
ALTER TABLE "paragraph" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "perspective_point" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"perspective_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"focus_theme_id" uuid,
	CONSTRAINT "perspective_point_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "perspective_point_position" UNIQUE("municipality_id","perspective_id","position")
);
--> statement-breakpoint
ALTER TABLE "perspective_point" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "perspective" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"introduction" text DEFAULT '' NOT NULL,
	"closing" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "perspective_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "perspective_slug" UNIQUE("municipality_id","slug")
);
--> statement-breakpoint
ALTER TABLE "perspective" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "point_evidence" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"perspective_point_id" uuid NOT NULL,
	"coding_id" uuid NOT NULL,
	CONSTRAINT "point_evidence_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "point_evidence_once" UNIQUE("municipality_id","perspective_point_id","coding_id")
);
--> statement-breakpoint
ALTER TABLE "point_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "quote" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"focus_theme_id" uuid NOT NULL,
	"coding_id" uuid NOT NULL,
	"wording" text NOT NULL,
	"public_label" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"cleared_by" text,
	"cleared_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quote_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "quote_once" UNIQUE("municipality_id","focus_theme_id","coding_id")
);
--> statement-breakpoint
ALTER TABLE "quote" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"speaker_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"given" text NOT NULL,
	"consent_text_id" uuid,
	"given_on" date,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consent_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "consent_once" UNIQUE("municipality_id","speaker_id","channel")
);
--> statement-breakpoint
ALTER TABLE "consent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversation" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"format" text NOT NULL,
	"held_on" date,
	"district_id" uuid,
	"place" text DEFAULT '' NOT NULL,
	"moderators" text[] DEFAULT '{}'::text[] NOT NULL,
	"state" text DEFAULT 'transcribed' NOT NULL,
	"origin_key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "conversation_slug" UNIQUE("municipality_id","slug"),
	CONSTRAINT "conversation_origin" UNIQUE("municipality_id","round_id","origin_key")
);
--> statement-breakpoint
ALTER TABLE "conversation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guide_question" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"wording" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "guide_question_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "guide_question" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "receipt" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"lookup" text NOT NULL,
	"pepper_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"issued_week" text NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "receipt_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "receipt_lookup" UNIQUE("municipality_id","lookup")
);
--> statement-breakpoint
ALTER TABLE "receipt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"question" text DEFAULT '' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"is_open" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "round_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "round_slug" UNIQUE("municipality_id","slug")
);
--> statement-breakpoint
ALTER TABLE "round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"report" jsonb NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "source" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "speaker" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"code" text NOT NULL,
	"pseudonym" text,
	"is_moderator" boolean DEFAULT false NOT NULL,
	"sector_id" uuid,
	"role_id" uuid,
	"district_id" uuid,
	"age_band" text,
	CONSTRAINT "speaker_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "speaker_code" UNIQUE("municipality_id","conversation_id","code")
);
--> statement-breakpoint
ALTER TABLE "speaker" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "submission" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"submission_hash" text NOT NULL,
	"submitted_week" text NOT NULL,
	CONSTRAINT "submission_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "submission_once" UNIQUE("municipality_id","submission_hash")
);
--> statement-breakpoint
ALTER TABLE "submission" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "transcript" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"text" text NOT NULL,
	"length" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transcript_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "transcript_version" UNIQUE("municipality_id","conversation_id","version"),
	CONSTRAINT "transcript_has_lf_only" CHECK (position(chr(13) in "transcript"."text") = 0)
);
--> statement-breakpoint
ALTER TABLE "transcript" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "turn" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"transcript_id" uuid NOT NULL,
	"speaker_id" uuid NOT NULL,
	"voice_id" uuid,
	"position" integer NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"from_ms" integer,
	"to_ms" integer,
	CONSTRAINT "turn_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "turn_position" UNIQUE("municipality_id","transcript_id","position"),
	CONSTRAINT "turn_is_a_range" CHECK ("turn"."start" >= 0 and "turn"."end" >= "turn"."start")
);
--> statement-breakpoint
ALTER TABLE "turn" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voice" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"speaker_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text,
	"text" text NOT NULL,
	"stance" text,
	"latitude" double precision,
	"longitude" double precision,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('german', translate(regexp_replace(text, '-\n(?=[a-zäöüß])', '', 'g'), E'\u00ad', ''))) STORED,
	CONSTRAINT "voice_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "voice_position" UNIQUE("municipality_id","conversation_id","position")
);
--> statement-breakpoint
ALTER TABLE "voice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "actor" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"private_contact" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "actor_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "actor_slug" UNIQUE("municipality_id","slug")
);
--> statement-breakpoint
ALTER TABLE "actor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"sequence" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entry_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "audit_sequence" UNIQUE("municipality_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent_text" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"channel" text NOT NULL,
	"version" integer NOT NULL,
	"wording" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	CONSTRAINT "consent_text_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "consent_text_version" UNIQUE("municipality_id","channel","version")
);
--> statement-breakpoint
ALTER TABLE "consent_text" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credential" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "district" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"population" integer DEFAULT 0 NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "district_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "district_slug" UNIQUE("municipality_id","slug")
);
--> statement-breakpoint
ALTER TABLE "district" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "membership" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"account_id" text NOT NULL,
	"part" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "membership_once" UNIQUE("municipality_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "membership" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "municipality" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"official_key" text,
	"time_zone" text DEFAULT 'Europe/Berlin' NOT NULL,
	"languages" text[] DEFAULT '{de,en}'::text[] NOT NULL,
	"hosts" text[] DEFAULT '{}'::text[] NOT NULL,
	"is_fictional" boolean DEFAULT false NOT NULL,
	"profile" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "municipality_slug_unique" UNIQUE("slug"),
	CONSTRAINT "municipality_slug_is_plain" CHECK ("municipality"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
ALTER TABLE "municipality" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role_population" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"role_id" uuid NOT NULL,
	"district_id" uuid NOT NULL,
	"population" integer NOT NULL,
	CONSTRAINT "role_population_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "role_population_once" UNIQUE("municipality_id","role_id","district_id")
);
--> statement-breakpoint
ALTER TABLE "role_population" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"label" jsonb NOT NULL,
	"parent_id" uuid,
	"sector_id" uuid,
	"population" integer DEFAULT 1 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "role_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "role_slug" UNIQUE("municipality_id","slug"),
	CONSTRAINT "role_stands_for_someone" CHECK ("role"."population" >= 0)
);
--> statement-breakpoint
ALTER TABLE "role" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sector" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"label" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "sector_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "sector_slug" UNIQUE("municipality_id","slug")
);
--> statement-breakpoint
ALTER TABLE "sector" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announcement" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"about" jsonb NOT NULL,
	"announced_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "announcement_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "announcement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"byte_length" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "file_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "installation_fact" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "installation_fact_name" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "outbox_mail" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"plain_text" text NOT NULL,
	"html" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_mail_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "outbox_mail_sent_has_time" CHECK (("outbox_mail"."state" = 'sent') = ("outbox_mail"."sent_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "outbox_mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "artefact" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"edition_id" uuid NOT NULL,
	"format" text NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "artefact_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "artefact_once" UNIQUE("municipality_id","edition_id","format")
);
--> statement-breakpoint
ALTER TABLE "artefact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "edition" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"frozen_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" text,
	CONSTRAINT "edition_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "edition_number" UNIQUE("municipality_id","number")
);
--> statement-breakpoint
ALTER TABLE "edition" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_text" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "report_text_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "report_text_once" UNIQUE("municipality_id","round_id","kind","position")
);
--> statement-breakpoint
ALTER TABLE "report_text" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "coder" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"account_id" text,
	CONSTRAINT "coder_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "coder_name" UNIQUE("municipality_id","kind","name")
);
--> statement-breakpoint
ALTER TABLE "coder" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "coding" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"transcript_id" uuid NOT NULL,
	"voice_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"coder_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"prefix" text DEFAULT '' NOT NULL,
	"suffix" text DEFAULT '' NOT NULL,
	"stance" text DEFAULT 'neutral' NOT NULL,
	"intensity" integer DEFAULT 1 NOT NULL,
	"is_good_quote" boolean DEFAULT false NOT NULL,
	"is_sensitive" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "coding_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "coding_is_a_range" CHECK ("coding"."start" >= 0 and "coding"."end" > "coding"."start"),
	CONSTRAINT "coding_intensity" CHECK ("coding"."intensity" between 1 and 3)
);
--> statement-breakpoint
ALTER TABLE "coding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memo" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"coding_id" uuid NOT NULL,
	"coder_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memo_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "memo" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "theme" (
	"municipality_id" uuid DEFAULT nullif(current_setting('gehoert.municipality', true), '')::uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"parent_id" uuid,
	"label" text NOT NULL,
	"definition" text DEFAULT '' NOT NULL,
	"anchor_example" text DEFAULT '' NOT NULL,
	"coding_rule" text DEFAULT '' NOT NULL,
	"include" text DEFAULT '' NOT NULL,
	"exclude" text DEFAULT '' NOT NULL,
	"keywords" text[] DEFAULT '{}'::text[] NOT NULL,
	"colour" text DEFAULT '#53606c' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "theme_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "theme_slug" UNIQUE("municipality_id","slug")
);
--> statement-breakpoint
ALTER TABLE "theme" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_cites_initiative_id" FOREIGN KEY ("municipality_id","initiative_id") REFERENCES "public"."initiative"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_cites_actor_id" FOREIGN KEY ("municipality_id","actor_id") REFERENCES "public"."actor"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_field" ADD CONSTRAINT "initiative_field_cites_initiative_id" FOREIGN KEY ("municipality_id","initiative_id") REFERENCES "public"."initiative"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_field" ADD CONSTRAINT "initiative_field_cites_field_of_action_id" FOREIGN KEY ("municipality_id","field_of_action_id") REFERENCES "public"."field_of_action"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_partner" ADD CONSTRAINT "initiative_partner_cites_initiative_id" FOREIGN KEY ("municipality_id","initiative_id") REFERENCES "public"."initiative"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_partner" ADD CONSTRAINT "initiative_partner_cites_actor_id" FOREIGN KEY ("municipality_id","actor_id") REFERENCES "public"."actor"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_state" ADD CONSTRAINT "initiative_state_cites_initiative_id" FOREIGN KEY ("municipality_id","initiative_id") REFERENCES "public"."initiative"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_cites_owner_id" FOREIGN KEY ("municipality_id","owner_id") REFERENCES "public"."actor"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_cites_district_id" FOREIGN KEY ("municipality_id","district_id") REFERENCES "public"."district"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_cites_focus_theme_id" FOREIGN KEY ("municipality_id","focus_theme_id") REFERENCES "public"."focus_theme"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_by_account_id_account_id_fk" FOREIGN KEY ("by_account_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_cites_focus_theme_id" FOREIGN KEY ("municipality_id","focus_theme_id") REFERENCES "public"."focus_theme"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_cites_initiative_id" FOREIGN KEY ("municipality_id","initiative_id") REFERENCES "public"."initiative"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_cites_voice_id" FOREIGN KEY ("municipality_id","voice_id") REFERENCES "public"."voice"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "condition" ADD CONSTRAINT "condition_cites_focus_theme_id" FOREIGN KEY ("municipality_id","focus_theme_id") REFERENCES "public"."focus_theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_part" ADD CONSTRAINT "dossier_part_written_by_account_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_part" ADD CONSTRAINT "dossier_part_cites_focus_theme_id" FOREIGN KEY ("municipality_id","focus_theme_id") REFERENCES "public"."focus_theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_of_action" ADD CONSTRAINT "field_of_action_cites_focus_theme_id" FOREIGN KEY ("municipality_id","focus_theme_id") REFERENCES "public"."focus_theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focus_choice" ADD CONSTRAINT "focus_choice_cites_round_id" FOREIGN KEY ("municipality_id","round_id") REFERENCES "public"."round"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focus_theme_coding" ADD CONSTRAINT "focus_theme_coding_cites_focus_theme_id" FOREIGN KEY ("municipality_id","focus_theme_id") REFERENCES "public"."focus_theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focus_theme_coding" ADD CONSTRAINT "focus_theme_coding_cites_coding_id" FOREIGN KEY ("municipality_id","coding_id") REFERENCES "public"."coding"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focus_theme_theme" ADD CONSTRAINT "focus_theme_theme_cites_focus_theme_id" FOREIGN KEY ("municipality_id","focus_theme_id") REFERENCES "public"."focus_theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focus_theme_theme" ADD CONSTRAINT "focus_theme_theme_cites_theme_id" FOREIGN KEY ("municipality_id","theme_id") REFERENCES "public"."theme"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focus_theme" ADD CONSTRAINT "focus_theme_cites_round_id" FOREIGN KEY ("municipality_id","round_id") REFERENCES "public"."round"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_evidence" ADD CONSTRAINT "paragraph_evidence_cites_paragraph_id" FOREIGN KEY ("municipality_id","paragraph_id") REFERENCES "public"."paragraph"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_evidence" ADD CONSTRAINT "paragraph_evidence_cites_coding_id" FOREIGN KEY ("municipality_id","coding_id") REFERENCES "public"."coding"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph" ADD CONSTRAINT "paragraph_cites_dossier_part_id" FOREIGN KEY ("municipality_id","dossier_part_id") REFERENCES "public"."dossier_part"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "perspective_point" ADD CONSTRAINT "perspective_point_cites_perspective_id" FOREIGN KEY ("municipality_id","perspective_id") REFERENCES "public"."perspective"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "perspective_point" ADD CONSTRAINT "perspective_point_cites_focus_theme_id" FOREIGN KEY ("municipality_id","focus_theme_id") REFERENCES "public"."focus_theme"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "perspective" ADD CONSTRAINT "perspective_cites_round_id" FOREIGN KEY ("municipality_id","round_id") REFERENCES "public"."round"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_evidence" ADD CONSTRAINT "point_evidence_cites_perspective_point_id" FOREIGN KEY ("municipality_id","perspective_point_id") REFERENCES "public"."perspective_point"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_evidence" ADD CONSTRAINT "point_evidence_cites_coding_id" FOREIGN KEY ("municipality_id","coding_id") REFERENCES "public"."coding"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote" ADD CONSTRAINT "quote_cleared_by_account_id_fk" FOREIGN KEY ("cleared_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote" ADD CONSTRAINT "quote_cites_focus_theme_id" FOREIGN KEY ("municipality_id","focus_theme_id") REFERENCES "public"."focus_theme"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote" ADD CONSTRAINT "quote_cites_coding_id" FOREIGN KEY ("municipality_id","coding_id") REFERENCES "public"."coding"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_cites_speaker_id" FOREIGN KEY ("municipality_id","speaker_id") REFERENCES "public"."speaker"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_cites_consent_text_id" FOREIGN KEY ("municipality_id","consent_text_id") REFERENCES "public"."consent_text"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_cites_round_id" FOREIGN KEY ("municipality_id","round_id") REFERENCES "public"."round"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_cites_district_id" FOREIGN KEY ("municipality_id","district_id") REFERENCES "public"."district"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_question" ADD CONSTRAINT "guide_question_cites_round_id" FOREIGN KEY ("municipality_id","round_id") REFERENCES "public"."round"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_cites_conversation_id" FOREIGN KEY ("municipality_id","conversation_id") REFERENCES "public"."conversation"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_cites_file_id" FOREIGN KEY ("municipality_id","file_id") REFERENCES "public"."file"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_cites_conversation_id" FOREIGN KEY ("municipality_id","conversation_id") REFERENCES "public"."conversation"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_cites_sector_id" FOREIGN KEY ("municipality_id","sector_id") REFERENCES "public"."sector"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_cites_role_id" FOREIGN KEY ("municipality_id","role_id") REFERENCES "public"."role"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_cites_district_id" FOREIGN KEY ("municipality_id","district_id") REFERENCES "public"."district"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transcript" ADD CONSTRAINT "transcript_cites_conversation_id" FOREIGN KEY ("municipality_id","conversation_id") REFERENCES "public"."conversation"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_cites_transcript_id" FOREIGN KEY ("municipality_id","transcript_id") REFERENCES "public"."transcript"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_cites_speaker_id" FOREIGN KEY ("municipality_id","speaker_id") REFERENCES "public"."speaker"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_cites_voice_id" FOREIGN KEY ("municipality_id","voice_id") REFERENCES "public"."voice"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice" ADD CONSTRAINT "voice_cites_conversation_id" FOREIGN KEY ("municipality_id","conversation_id") REFERENCES "public"."conversation"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice" ADD CONSTRAINT "voice_cites_speaker_id" FOREIGN KEY ("municipality_id","speaker_id") REFERENCES "public"."speaker"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_population" ADD CONSTRAINT "role_population_cites_role_id" FOREIGN KEY ("municipality_id","role_id") REFERENCES "public"."role"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_population" ADD CONSTRAINT "role_population_cites_district_id" FOREIGN KEY ("municipality_id","district_id") REFERENCES "public"."district"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_cites_parent_id" FOREIGN KEY ("municipality_id","parent_id") REFERENCES "public"."role"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_cites_sector_id" FOREIGN KEY ("municipality_id","sector_id") REFERENCES "public"."sector"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "artefact" ADD CONSTRAINT "artefact_cites_edition_id" FOREIGN KEY ("municipality_id","edition_id") REFERENCES "public"."edition"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "artefact" ADD CONSTRAINT "artefact_cites_file_id" FOREIGN KEY ("municipality_id","file_id") REFERENCES "public"."file"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_published_by_account_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_cites_round_id" FOREIGN KEY ("municipality_id","round_id") REFERENCES "public"."round"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_text" ADD CONSTRAINT "report_text_cites_round_id" FOREIGN KEY ("municipality_id","round_id") REFERENCES "public"."round"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coder" ADD CONSTRAINT "coder_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding" ADD CONSTRAINT "coding_cites_transcript_id" FOREIGN KEY ("municipality_id","transcript_id") REFERENCES "public"."transcript"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding" ADD CONSTRAINT "coding_cites_voice_id" FOREIGN KEY ("municipality_id","voice_id") REFERENCES "public"."voice"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding" ADD CONSTRAINT "coding_cites_theme_id" FOREIGN KEY ("municipality_id","theme_id") REFERENCES "public"."theme"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding" ADD CONSTRAINT "coding_cites_coder_id" FOREIGN KEY ("municipality_id","coder_id") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memo" ADD CONSTRAINT "memo_cites_coding_id" FOREIGN KEY ("municipality_id","coding_id") REFERENCES "public"."coding"("municipality_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memo" ADD CONSTRAINT "memo_cites_coder_id" FOREIGN KEY ("municipality_id","coder_id") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_cites_parent_id" FOREIGN KEY ("municipality_id","parent_id") REFERENCES "public"."theme"("municipality_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commitment_by_initiative" ON "commitment" USING btree ("municipality_id","initiative_id");--> statement-breakpoint
CREATE INDEX "initiative_state_by_day" ON "initiative_state" USING btree ("municipality_id","initiative_id","since");--> statement-breakpoint
CREATE INDEX "answer_by_focus_theme" ON "answer" USING btree ("municipality_id","focus_theme_id");--> statement-breakpoint
CREATE INDEX "answer_by_initiative" ON "answer" USING btree ("municipality_id","initiative_id");--> statement-breakpoint
CREATE INDEX "answer_by_voice" ON "answer" USING btree ("municipality_id","voice_id");--> statement-breakpoint
CREATE INDEX "conversation_by_round" ON "conversation" USING btree ("municipality_id","round_id","format");--> statement-breakpoint
CREATE INDEX "turn_by_voice" ON "turn" USING btree ("municipality_id","voice_id");--> statement-breakpoint
CREATE INDEX "turn_by_start" ON "turn" USING btree ("municipality_id","transcript_id","start");--> statement-breakpoint
CREATE INDEX "voice_by_speaker" ON "voice" USING btree ("municipality_id","speaker_id");--> statement-breakpoint
CREATE INDEX "voice_search" ON "voice" USING gin ("search");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit_entry" USING btree ("municipality_id","subject_id");--> statement-breakpoint
CREATE INDEX "announcement_by_time" ON "announcement" USING btree ("municipality_id","announced_at");--> statement-breakpoint
CREATE INDEX "file_by_sha256" ON "file" USING btree ("municipality_id","sha256");--> statement-breakpoint
CREATE INDEX "outbox_mail_waiting" ON "outbox_mail" USING btree ("municipality_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "coder_account" ON "coder" USING btree ("municipality_id","account_id");--> statement-breakpoint
CREATE INDEX "coding_by_transcript" ON "coding" USING btree ("municipality_id","transcript_id","start");--> statement-breakpoint
CREATE INDEX "coding_by_theme" ON "coding" USING btree ("municipality_id","theme_id");--> statement-breakpoint
CREATE INDEX "coding_by_voice" ON "coding" USING btree ("municipality_id","voice_id");--> statement-breakpoint
CREATE POLICY "commitment_of_own_municipality" ON "commitment" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "initiative_field_of_own_municipality" ON "initiative_field" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "initiative_partner_of_own_municipality" ON "initiative_partner" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "initiative_state_of_own_municipality" ON "initiative_state" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "initiative_of_own_municipality" ON "initiative" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "answer_of_own_municipality" ON "answer" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "condition_of_own_municipality" ON "condition" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "dossier_part_of_own_municipality" ON "dossier_part" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "field_of_action_of_own_municipality" ON "field_of_action" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "focus_choice_of_own_municipality" ON "focus_choice" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "focus_theme_coding_of_own_municipality" ON "focus_theme_coding" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "focus_theme_theme_of_own_municipality" ON "focus_theme_theme" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "focus_theme_of_own_municipality" ON "focus_theme" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "paragraph_evidence_of_own_municipality" ON "paragraph_evidence" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "paragraph_of_own_municipality" ON "paragraph" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "perspective_point_of_own_municipality" ON "perspective_point" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "perspective_of_own_municipality" ON "perspective" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "point_evidence_of_own_municipality" ON "point_evidence" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "quote_of_own_municipality" ON "quote" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "consent_of_own_municipality" ON "consent" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "conversation_of_own_municipality" ON "conversation" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "guide_question_of_own_municipality" ON "guide_question" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "receipt_of_own_municipality" ON "receipt" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "round_of_own_municipality" ON "round" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "source_of_own_municipality" ON "source" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "speaker_of_own_municipality" ON "speaker" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "submission_of_own_municipality" ON "submission" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "transcript_of_own_municipality" ON "transcript" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "turn_of_own_municipality" ON "turn" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "voice_of_own_municipality" ON "voice" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "actor_of_own_municipality" ON "actor" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_entry_of_own_municipality" ON "audit_entry" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "consent_text_of_own_municipality" ON "consent_text" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "district_of_own_municipality" ON "district" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "membership_of_own_municipality" ON "membership" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "municipality_itself" ON "municipality" AS PERMISSIVE FOR ALL TO public USING (id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "role_population_of_own_municipality" ON "role_population" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "role_of_own_municipality" ON "role" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "sector_of_own_municipality" ON "sector" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "announcement_of_own_municipality" ON "announcement" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "file_of_own_municipality" ON "file" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "outbox_mail_of_own_municipality" ON "outbox_mail" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "artefact_of_own_municipality" ON "artefact" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "edition_of_own_municipality" ON "edition" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "report_text_of_own_municipality" ON "report_text" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "coder_of_own_municipality" ON "coder" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "coding_of_own_municipality" ON "coding" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "memo_of_own_municipality" ON "memo" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "theme_of_own_municipality" ON "theme" AS PERMISSIVE FOR ALL TO public USING (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid) WITH CHECK (municipality_id = nullif(current_setting('gehoert.municipality', true), '')::uuid);