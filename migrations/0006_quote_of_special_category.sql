ALTER TABLE "quote" ADD COLUMN "special_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "quote" ADD COLUMN "special_confirmed_by" text;--> statement-breakpoint
ALTER TABLE "quote" ADD CONSTRAINT "quote_special_confirmed_by_account_id_fk" FOREIGN KEY ("special_confirmed_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;