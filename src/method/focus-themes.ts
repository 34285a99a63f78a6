/** Six focus themes to begin with; which ones a round deepens is the team's choice, and they say why. */
import type { PackWording } from './wording.ts'

export type PackFocusTheme = {
	slug: 'versorgung' | 'verwaltungskultur' | 'jugend-bildung' | 'engagement' | 'stadtbild' | 'wirtschaft'
	title: PackWording
	guidingQuestion: PackWording
	/** Themes of the codebook it gathers. */
	themes: readonly string[]
}

export const PACK_FOCUS_THEMES: readonly PackFocusTheme[] = [
	{
		slug: 'versorgung',
		title: { de: 'Grundversorgung und Infrastruktur', en: 'Basic services and infrastructure' },
		guidingQuestion: {
			de: 'Wie sichern wir, was alle täglich brauchen, in jedem Ortsteil?',
			en: 'How do we secure what everyone needs every day, in every village?',
		},
		themes: ['infrastructure', 'demography'],
	},
	{
		slug: 'verwaltungskultur',
		title: { de: 'Verwaltungskultur und Politik', en: 'Administrative culture and politics' },
		guidingQuestion: {
			de: 'Wie werden aus Anliegen verlässliche Antworten und aus Ideen Entscheidungen?',
			en: 'How do concerns get reliable answers, and ideas decisions?',
		},
		themes: ['administration', 'participation', 'strategy'],
	},
	{
		slug: 'jugend-bildung',
		title: { de: 'Jugend und Bildung', en: 'Youth and education' },
		guidingQuestion: {
			de: 'Wie bleiben junge Menschen mit dem Ort verbunden, auch wenn sie gehen?',
			en: 'How do young people stay connected with this place, even when they leave?',
		},
		themes: ['youth'],
	},
	{
		slug: 'engagement',
		title: { de: 'Engagement und Zusammenhalt', en: 'Volunteering and cohesion' },
		guidingQuestion: {
			de: 'Wie verteilen wir das Ehrenamt auf mehr Schultern?',
			en: 'How do we spread volunteering over more shoulders?',
		},
		themes: ['community', 'culture'],
	},
	{
		slug: 'stadtbild',
		title: { de: 'Stadtbild und Innenstadt', en: 'Townscape and town centre' },
		guidingQuestion: { de: 'Wie kommt Leben in leere Räume?', en: 'How do we bring life into empty rooms?' },
		themes: ['townscape'],
	},
	{
		slug: 'wirtschaft',
		title: { de: 'Wirtschaft und Arbeit', en: 'Business and work' },
		guidingQuestion: {
			de: 'Wie finden Betriebe hier Menschen und Menschen hier Arbeit?',
			en: 'How do firms here find people, and people find work here?',
		},
		themes: ['economy'],
	},
]
