/** The two menus. A page is listed here by the stage that brings it; a test checks that every address exists. */
import { m } from '#platform/words/words.ts'
import type { Stage } from '#platform/ui/stage.ts'
import type { Act } from '#people/rights.ts'

/** Where people find the source of what runs here, as the licence asks for. */
export const SOURCE_ADDRESS = 'https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12'

export type MenuEntry = {
	href: string
	label: () => string
	stage?: Stage
	/** Where pages below this entry live under another address. */
	alsoUnder?: string | readonly string[]
}
export type WorkshopEntry = MenuEntry & { act: Act }

/** The public menu, in the order of the way. */
export const PUBLIC_MENU: readonly MenuEntry[] = [
	{ href: '/mitreden', label: m.platform_menu_speak, stage: 'listen' },
	{ href: '/themen', label: m.platform_menu_themes, stage: 'understand' },
	{ href: '/blickwinkel', label: m.platform_menu_perspectives, stage: 'focus' },
	{ href: '/vorhaben', label: m.platform_menu_initiatives, stage: 'act' },
	{ href: '/beleg', label: m.platform_menu_receipt, stage: 'answer' },
	{ href: '/bericht', label: m.platform_menu_report },
	{ href: '/suche', label: m.platform_menu_search },
]

export const LEGAL_MENU: readonly MenuEntry[] = [
	{ href: '/impressum', label: m.platform_menu_imprint },
	{ href: '/datenschutz', label: m.platform_menu_privacy },
	{ href: '/barrierefreiheit', label: m.platform_menu_accessibility },
]

/** The team's menu; each member sees what they may do. */
export const WORKSHOP_MENU: readonly WorkshopEntry[] = [
	{
		href: '/werkstatt/runden',
		alsoUnder: '/werkstatt/gespraeche',
		label: m.platform_menu_rounds,
		stage: 'listen',
		act: 'read-transcripts',
	},
	{ href: '/werkstatt/belege', label: m.platform_menu_paper_receipts, stage: 'listen', act: 'record-conversations' },
	{ href: '/werkstatt/anliegen', label: m.platform_menu_requests, stage: 'listen', act: 'handle-requests' },
	{ href: '/werkstatt/einwilligungen', label: m.platform_menu_consents, stage: 'listen', act: 'record-conversations' },
	{ href: '/werkstatt/rueckfragen', label: m.platform_menu_contacts, stage: 'listen', act: 'read-contacts' },
	{ href: '/werkstatt/namen-pruefen', label: m.listening_names_queue, stage: 'listen', act: 'pseudonymise' },
	{ href: '/werkstatt/namen', label: m.people_names_title, stage: 'listen', act: 'pseudonymise' },
	{
		href: '/werkstatt/codebuch',
		alsoUnder: '/werkstatt/austausch',
		label: m.platform_menu_codebook,
		stage: 'understand',
		act: 'read-transcripts',
	},
	{
		href: '/werkstatt/codieren',
		alsoUnder: '/werkstatt/uebereinstimmung',
		label: m.platform_menu_coding,
		stage: 'understand',
		act: 'code-passages',
	},
	{
		href: '/werkstatt/suche',
		alsoUnder: ['/werkstatt/fragen', '/werkstatt/sammlungen', '/werkstatt/woerter'],
		label: m.platform_menu_search,
		stage: 'understand',
		act: 'read-transcripts',
	},
	{ href: '/werkstatt/matrix', label: m.platform_menu_matrix, stage: 'understand', act: 'read-transcripts' },
	{ href: '/werkstatt/fokusthemen', label: m.platform_menu_focus_themes, stage: 'focus', act: 'write-dossiers' },
	{ href: '/werkstatt/blickwinkel', label: m.platform_menu_perspectives, stage: 'focus', act: 'write-dossiers' },
	{ href: '/werkstatt/vorhaben', label: m.platform_menu_initiatives, stage: 'act', act: 'run-initiatives' },
	{ href: '/werkstatt/antworten', label: m.platform_menu_answers, stage: 'answer', act: 'answer-voices' },
	{ href: '/werkstatt/ausgaben', label: m.platform_menu_editions, act: 'publish-editions' },
	{ href: '/werkstatt/originale', label: m.listening_originals, act: 'open-originals' },
	{
		href: '/werkstatt/team',
		alsoUnder: '/werkstatt/postausgang',
		label: m.platform_menu_team,
		act: 'manage-team',
	},
	{
		href: '/werkstatt/datenschutz',
		alsoUnder: '/werkstatt/aufbewahrung',
		label: m.platform_menu_privacy,
		act: 'manage-municipality',
	},
	{ href: '/werkstatt/protokoll', label: m.platform_menu_audit, act: 'read-audit' },
	{ href: '/werkstatt/einstellungen', label: m.platform_menu_settings, act: 'manage-municipality' },
]

/** Whether a menu entry is the page at `path` or stands above it. */
export function isUnder(path: string, { href, alsoUnder = href }: MenuEntry): boolean {
	return [href, alsoUnder].flat().some((above) => path === above || path.startsWith(`${above}/`))
}
