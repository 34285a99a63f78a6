/** Joins what the stages do when earlier ones tell their news. Decides nothing. */
import '#listening/reactions.ts'
import '#understanding/reactions.ts'
import '#focusing/reactions.ts'
import '#publishing/reactions.ts'
