/** Many people at once, for tests of tables: some of them speak of one theme. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { SampleTown } from '#focusing/sample.ts'
import { consents } from '#listening/consent.tables.ts'
import { conversations, speakers, transcripts, voices } from '#listening/tables.ts'
import { coders, codings } from '#understanding/tables.ts'

export type SpeakMany = { people: number; spoke: number; sectorId: string }

export async function speakMany(db: MunicipalityDatabase, town: SampleTown, { people, spoke, sectorId }: SpeakMany) {
	const slug = `viele-${crypto.randomUUID()}`
	const [talk] = await db
		.insert(conversations)
		.values({ roundId: town.roundId, slug, title: 'Stadtgespräch', format: 'town-talk', districtId: town.districtId })
		.returning({ id: conversations.id })
	const conversationId = talk!.id
	const [transcript] = await db
		.insert(transcripts)
		.values({ conversationId, text: 'Der Bus.', length: 8 })
		.returning({ id: transcripts.id })
	const heard = await db
		.insert(speakers)
		.values(Array.from({ length: people }, (_, at) => ({ conversationId, code: `P${at}`, sectorId })))
		.returning({ id: speakers.id })
	await db
		.insert(consents)
		.values(heard.map(({ id }) => ({ speakerId: id, channel: 'analyse' as const, given: 'on-paper' as const })))
	if (spoke === 0) return
	const said = await db
		.insert(voices)
		.values(
			heard.slice(0, spoke).map(({ id }, position) => ({ conversationId, speakerId: id, position, text: 'Der Bus.' })),
		)
		.returning({ id: voices.id })
	const [coder] = await db.select({ id: coders.id }).from(coders)
	const place = { transcriptId: transcript!.id, themeId: town.themes.infrastructure, coderId: coder!.id }
	await db
		.insert(codings)
		.values(said.map(({ id }) => ({ ...place, voiceId: id, start: 0, end: 8, quote: 'Der Bus.' })))
}
