/** Joins what the stages do when earlier ones tell their news, and how long they keep what. Decides nothing. */
import '#people/retention-kinds.ts'
import '#listening/reactions.ts'
import '#listening/retention.ts'
import '#understanding/reactions.ts'
import '#focusing/reactions.ts'
import '#acting/reactions.ts'
import '#publishing/reactions.ts'
