ALTER TABLE "data_request" ADD COLUMN "about" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "data_request" ADD COLUMN "declined_because" text DEFAULT '' NOT NULL;