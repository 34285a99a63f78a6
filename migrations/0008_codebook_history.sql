ALTER TABLE "theme_change" DROP CONSTRAINT "theme_change_cites_theme_id";
--> statement-breakpoint
ALTER TABLE "focus_theme_theme" ADD COLUMN "came_with_step_id" uuid;--> statement-breakpoint
ALTER TABLE "theme" ADD COLUMN "anchor_passage_id" uuid;