ALTER TABLE "agreement_sample" ADD COLUMN "spread" text DEFAULT 'random' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_sample" ADD COLUMN "seed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_sample" ADD COLUMN "settled_by" uuid;--> statement-breakpoint
ALTER TABLE "agreement_sample" ADD COLUMN "settled_step_id" uuid;--> statement-breakpoint
ALTER TABLE "agreement_sample" ADD CONSTRAINT "agreement_sample_cites_settled_by" FOREIGN KEY ("municipality_id","settled_by") REFERENCES "public"."coder"("municipality_id","id") ON DELETE restrict ON UPDATE no action;