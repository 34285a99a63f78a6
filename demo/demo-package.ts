/**
 * The fictional municipality as a package: what a first start imports, through the same door that everybody's packages
 * come in by. Birkenrode does not exist; place, people and voices are invented.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PACK_ROLES } from '#method/roles.ts'
import { PACKAGE_FORMAT, type PackageContent } from '#publishing/package/package-content.ts'
import { PACKAGE_TABLE_NAMES } from '#publishing/package/package-tables.ts'
import type { PackageSources } from '#publishing/package/import-package.ts'
import { agreementRows } from './agreement-rows.ts'
import { conversationRows, idOf, type Rows } from './conversation-rows.ts'
import {
	Actors,
	Answers,
	BlindSample,
	Codings,
	FocusTheme,
	Initiatives,
	KnownNames,
	Perspective,
	Place,
	readConversation,
	readYaml,
	readYamlFolder,
	Round,
} from './demo-files.ts'
import { actorRows, answerRows, focusThemeRows, initiativeRows, knownNameRows, perspectiveRows, roundTextRows, type CodingsBySlug } from './focus-rows.ts'
import { placeRows, roundRows } from './place-rows.ts'

const FOLDER = join(import.meta.dirname, 'birkenrode')

/** The day the story was written for: days of initiatives and answers move by whole weeks from it to `today`. */
const WRITTEN_ON = Temporal.PlainDate.from('2026-11-22')

/** `today` is an ISO date. Throws with file and place when one of the files is wrong. */
export function readDemoPackage(today: string): { content: PackageContent; sources: PackageSources } {
	const place = readYaml(join(FOLDER, 'municipality.yaml'), Place)
	const round = readYaml(join(FOLDER, 'round.yaml'), Round)
	const conversations = readdirSync(join(FOLDER, 'conversations')).toSorted().map((name) => readConversation(join(FOLDER, 'conversations', name)))
	const heard = conversations.map((conversation) => {
		const coded = readYaml(join(FOLDER, 'codings', `${conversation.slug}.yaml`), Codings)
		return { slug: conversation.slug, ...conversationRows(conversation, coded, round.slug) }
	})
	const codings: CodingsBySlug = new Map(heard.map(({ slug, codings: list }) => [slug, list]))
	const rows = joinRows([
		placeRows(place, round.startsOn),
		roundRows(round),
		...heard.map((conversation) => conversation.rows),
		agreementRows(readYaml(join(FOLDER, 'agreement.yaml'), BlindSample), round.slug, heard.flatMap((conversation) => conversation.rows.voices ?? [])),
		roundTextRows(round),
		...readYamlFolder(join(FOLDER, 'focus'), FocusTheme).map((theme, at) => focusThemeRows(theme, at, round.slug, codings, labelOf)),
		...readYamlFolder(join(FOLDER, 'perspectives'), Perspective)
			.toSorted((one, other) => PERSPECTIVE_ORDER.indexOf(one.slug) - PERSPECTIVE_ORDER.indexOf(other.slug))
			.map((perspective, at) => perspectiveRows(perspective, at, round.slug, codings)),
		actorRows(readYaml(join(FOLDER, 'actors.yaml'), Actors)),
		knownNameRows(readYaml(join(FOLDER, 'known-names.yaml'), KnownNames)),
		...readYaml(join(FOLDER, 'initiatives.yaml'), Initiatives).map((initiative) => initiativeRows(initiative, movedTo(today))),
		answerRows(readYaml(join(FOLDER, 'answers.yaml'), Answers), movedTo(today)),
	])
	const sources = new Map((rows.files ?? []).map((file) => [file.sha256, file.bytes as Uint8Array]))
	return { content: { format: PACKAGE_FORMAT, municipality: municipalityRow(place), accounts: [], rows: asJson(rows) }, sources }
}

const PERSPECTIVE_ORDER = ['buergermeister', 'stadtrat', 'unternehmen', 'ortsteil', 'bildung', 'engagierte', 'kirchen']

function municipalityRow({ slug, name, timeZone, profile }: ReturnType<typeof Place.parse>): PackageContent['municipality'] {
	return {
		id: idOf('municipality', slug),
		slug,
		name,
		officialKey: null,
		timeZone,
		languages: ['de', 'en'],
		hosts: [],
		isFictional: true,
		minimumPeople: 10,
		profile,
		createdAt: '2025-03-03T08:00:00.000Z',
	}
}

function labelOf(role: string): string {
	const found = PACK_ROLES.find(({ slug }) => slug === role)
	if (!found) throw new Error(`there is no role ${role}`)
	return found.label.de
}

/** Whole weeks, so that a Thursday stays a Thursday. */
function movedTo(today: string): (day: string) => string {
	const days = WRITTEN_ON.until(Temporal.PlainDate.from(today)).days
	const weeks = Math.floor(days / 7)
	return (day) => Temporal.PlainDate.from(day).add({ weeks }).toString()
}

function joinRows(parts: Rows[]): Rows {
	const joined: Record<string, unknown[]> = {}
	for (const part of parts) for (const name of PACKAGE_TABLE_NAMES) if (part[name]) joined[name] = [...(joined[name] ?? []), ...part[name]]
	return joined as Rows
}

/** Bytes travel beside the rows, not in them. */
function asJson(rows: Rows): PackageContent['rows'] {
	return JSON.parse(JSON.stringify(rows, (name, value: unknown) => (name === 'bytes' ? undefined : value))) as PackageContent['rows']
}
