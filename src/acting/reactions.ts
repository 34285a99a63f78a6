/** What acting tells earlier stages. */
import { tellWhoActs } from '#understanding/weighing/who-acts.ts'
import { findInitiativesByTheme } from './find-initiatives-by-theme.ts'

tellWhoActs(findInitiativesByTheme)
