/**
 * The role dictionary a municipality begins with: labels a voice may carry in public, from fine to coarse.
 *
 * Labels are neutral, because a gendered form halves the group it stands for. `forms` are other German and English words
 * people type for the same role; endings such as -in and -innen need no entry.
 */
import type { PackWording } from './wording.ts'

export type PackRole = {
	slug: string
	label: PackWording
	/** The next coarser label; null only for `voice`. */
	parent: string | null
	sector: string | null
	/** People it stands for in a town of `PACK_TOWN_INHABITANTS`. */
	population: number
	/** `office`: as many in a small town as in a large one. `share`: grows with the number of inhabitants. */
	counts: 'office' | 'share'
	/** Women and men are about as many, so that even a gendered form stands for a large group. */
	isBalanced?: true
	forms: readonly string[]
}

/** The default populations are estimates for a town of this size; the town corrects them. */
export const PACK_TOWN_INHABITANTS = 8_700

/** Stands for everybody; always the last resort. */
export const TOP_ROLE = 'voice'

const office = (slug: string, de: string, en: string, parent: string, sector: string, population: number, ...forms: string[]): PackRole => ({ slug, label: { de, en }, parent, sector, population, counts: 'office', forms })
const share = (slug: string, de: string, en: string, parent: string | null, sector: string | null, population: number, ...forms: string[]): PackRole => ({ slug, label: { de, en }, parent, sector, population, counts: 'share', forms })
const balanced = (role: PackRole): PackRole => ({ ...role, isBalanced: true })

export const PACK_ROLES: readonly PackRole[] = [
	office('mayor', 'Bürgermeisteramt', 'Mayor’s office', 'local-politics', 'politics', 1, 'Bürgermeister', 'Stadtoberhaupt', 'mayor'),
	office('council-member', 'Mitglied im Stadtrat', 'Member of the council', 'local-politics', 'politics', 20, 'Stadtrat', 'Gemeinderat', 'Ratsmitglied', 'Ratsherr', 'Ratsfrau', 'Stadtverordnete', 'Stadtverordneter', 'council member', 'councillor'),
	office('village-mayor', 'Ortsbürgermeisteramt', 'Village mayor', 'local-politics', 'politics', 5, 'Ortsbürgermeister', 'Ortsvorsteher', 'Ortsvorsteherin'),
	office('village-council-member', 'Mitglied im Ortsrat', 'Member of a village council', 'local-politics', 'politics', 25, 'Ortsrat', 'Ortsbeirat', 'Ortschaftsrat', 'village council member'),
	office('local-politics', 'Kommunalpolitik', 'Local politics', 'politics-administration', 'politics', 45, 'Kommunalpolitiker', 'Politiker', 'local politician'),
	office('head-of-office', 'Amtsleitung', 'Head of an office', 'administration-staff', 'politics', 5, 'Amtsleiter', 'Bauamtsleiter', 'Bauamtsleitung', 'Kämmerer', 'Hauptamtsleitung', 'head of office'),
	office('clerk', 'Sachbearbeitung', 'Clerk', 'administration-staff', 'politics', 30, 'Sachbearbeiter', 'Verwaltungsangestellte', 'Verwaltungsangestellter'),
	office('administration-staff', 'Verwaltung', 'Administration', 'politics-administration', 'politics', 40, 'Stadtverwaltung', 'Rathaus', 'Verwaltungsmitarbeiter', 'administration staff'),
	office('politics-administration', 'Politik und Verwaltung', 'Politics and administration', TOP_ROLE, 'politics', 85),
	share('club-chair', 'Vereinsvorsitz', 'Chair of an association', 'volunteer', 'civil-society', 43, 'Vereinsvorsitzende', 'Vereinsvorsitzender', 'Vereinsvorstand', 'club chair'),
	share('firefighter', 'Feuerwehr', 'Fire brigade', 'volunteer', 'civil-society', 120, 'Feuerwehrmann', 'Feuerwehrfrau', 'Feuerwehrleute', 'firefighter'),
	share('volunteer', 'Ehrenamt', 'Volunteer', 'civil-society', 'civil-society', 1_500, 'Ehrenamtliche', 'Ehrenamtlicher', 'Engagierte', 'Engagierter', 'Freiwillige', 'Freiwilliger'),
	share('civil-society', 'Zivilgesellschaft', 'Civil society', TOP_ROLE, 'civil-society', 2_000, 'Verein', 'Vereinsmitglied', 'Zivilgesellschaft und Ehrenamt'),
	share('entrepreneur', 'Unternehmen', 'Company', 'business-people', 'business', 150, 'Unternehmer', 'Selbstständige', 'Selbstständiger', 'Geschäftsführer', 'Geschäftsführung', 'Betriebsleitung', 'entrepreneur', 'business owner'),
	share('craftsperson', 'Handwerk', 'Craft', 'trade', 'business', 90, 'Handwerker', 'Handwerksmeister', 'Bäcker', 'Bäckermeister', 'Tischler', 'Dachdecker', 'craftsperson'),
	share('retailer', 'Handel', 'Retail', 'trade', 'business', 40, 'Händler', 'Einzelhandel', 'Einzelhändler', 'Ladeninhaber', 'Ladenbesitzer', 'Verkäufer', 'retailer', 'shopkeeper'),
	share('trade', 'Handel und Handwerk', 'Trade and craft', 'business-people', 'business', 130, 'Gewerbe', 'Gewerbetreibende', 'Gewerbetreibender'),
	share('farmer', 'Landwirtschaft', 'Farming', 'business-people', 'business', 25, 'Landwirt', 'Bauer', 'Bäuerin', 'farmer'),
	share('employee', 'Angestellt im Ort', 'Employed in town', 'business-people', 'business', 1_800, 'Angestellte', 'Angestellter', 'Arbeitnehmer', 'Beschäftigte', 'Beschäftigter', 'Facharbeiter', 'employee'),
	share('trainee', 'In Ausbildung', 'In training', 'education-youth', 'education', 90, 'Auszubildende', 'Auszubildender', 'Azubi', 'Lehrling', 'trainee', 'apprentice'),
	share('business-people', 'Wirtschaft', 'Business', TOP_ROLE, 'business', 2_100, 'Wirtschaftsvertreter'),
	office('head-teacher', 'Schulleitung', 'Head teacher', 'teacher', 'education', 2, 'Schulleiter', 'Rektor', 'Direktor'),
	share('teacher', 'Lehrkraft', 'Teacher', 'education-youth', 'education', 70, 'Lehrer', 'Grundschullehrer'),
	share('childcare-worker', 'Kita', 'Childcare', 'education-youth', 'education', 45, 'Erzieher', 'Kindergarten', 'Kindertagesstätte', 'childcare worker'),
	office('youth-worker', 'Jugendarbeit', 'Youth work', 'education-youth', 'education', 3, 'Jugendarbeiter', 'Sozialarbeiter', 'Jugendpfleger', 'Jugendpflege', 'youth worker'),
	balanced(share('pupil', 'Schülerschaft', 'Pupil', 'education-youth', 'education', 780, 'Schüler', 'Jugendliche', 'Jugendlicher')),
	balanced(share('parent', 'Elternteil', 'Parent', 'resident', 'education', 1_900, 'Eltern', 'Mutter', 'Vater')),
	share('education-youth', 'Bildung und Jugend', 'Education and youth', TOP_ROLE, 'education', 1_000, 'Bildung', 'Jugend'),
	office('pastor', 'Pfarramt', 'Parish office', 'church-people', 'church', 2, 'Pfarrer', 'Pastor', 'Priester', 'Pastoralreferent'),
	share('church-volunteer', 'Ehrenamt in der Kirche', 'Church volunteer', 'church-people', 'church', 80, 'Kirchenvorstand', 'Kirchengemeinderat', 'Presbyter'),
	share('church-people', 'Kirche', 'Church', 'civil-society', 'church', 95, 'Kirchengemeinde', 'kirchliche Stimme'),
	balanced(share('newcomer', 'Neu zugezogen', 'Newcomer', 'newcomers-returners', 'newcomers', 240, 'Neubürger', 'Zugezogene', 'Zugezogener', 'Neuzugezogene')),
	balanced(share('returner', 'Zurückgekehrt', 'Returner', 'newcomers-returners', 'newcomers', 110, 'Rückkehrer', 'Zurückgekehrte', 'Zurückgekehrter')),
	balanced(share('newcomers-returners', 'Zurückgekehrt oder neu zugezogen', 'Returner or newcomer', TOP_ROLE, 'newcomers', 350, 'Zurückgekehrte und Zugezogene', 'Rückkehrer und Neubürger')),
	balanced(share('senior', 'Älterer Mensch', 'Older person', 'resident', null, 2_300, 'Senior', 'Rentner', 'Pensionär', 'Ruheständler', 'Im Ruhestand')),
	balanced(share('village-voice', 'Stimme aus den Ortsteilen', 'Voice from the villages', TOP_ROLE, null, 3_050, 'Stimme aus einem Ortsteil', 'Dorfbewohner')),
	balanced(share('resident', 'Aus der Bürgerschaft', 'Resident', TOP_ROLE, null, 8_700, 'Bürger', 'Einwohner', 'Anwohner', 'Bewohner', 'Bürgerschaft')),
	balanced(share(TOP_ROLE, 'Stimme aus der Gemeinde', 'Voice from the community', null, null, 8_700, 'Stimme', 'Stimme aus der Stadt')),
]

/**
 * How many people a role stands for in a town of `inhabitants`, rounded down; 0 inhabitants means unknown and counts as 1.
 */
export function defaultPopulation(role: Pick<PackRole, 'population' | 'counts'>, inhabitants: number): number {
	if (inhabitants <= 0) return 1
	const scaled = role.counts === 'office' ? role.population : Math.floor((role.population * inhabitants) / PACK_TOWN_INHABITANTS)
	return Math.max(1, Math.min(scaled, inhabitants))
}
