/** Joins what the stages do when earlier ones tell their news. Decides nothing. */
import '#understanding/reactions.ts'
import '#focusing/reactions.ts'
