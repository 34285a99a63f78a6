/** Lets submissions that arrive together share one transaction: a hall full of people costs a few commits, not hundreds. */
import { inMunicipality, type Database, type MunicipalityId } from '#platform/database/database.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { ReceiptCode } from '#protecting/receipt-code.ts'
import { recordSubmissions } from './record-submissions.ts'
import { checkSubmission, type Submission } from './submission.rules.ts'

export type Town = { id: MunicipalityId; timeZone: string }

type Waiting = { submission: Submission; done: (code: ReceiptCode) => void; failed: (error: unknown) => void }

const LARGEST_BATCH = 200

const queues = new WeakMap<Database, Map<MunicipalityId, Waiting[]>>()

/**
 * Records one submission and answers with its receipt once it is committed.
 *
 * @throws {Problem} as `recordSubmissions`; what one submission is refused for does not touch the others
 */
export async function submitVoice(
	database: Database,
	town: Town,
	secrets: Secrets,
	submission: Submission,
): Promise<ReceiptCode> {
	const checked = checkSubmission(submission)
	const towns = queues.get(database) ?? new Map<MunicipalityId, Waiting[]>()
	queues.set(database, towns)
	return new Promise((done, failed) => {
		const waiting = towns.get(town.id)
		if (waiting) waiting.push({ submission: checked, done, failed })
		else {
			towns.set(town.id, [{ submission: checked, done, failed }])
			void workOff(database, town, secrets, towns)
		}
	})
}

/** Takes what has gathered while the batch before was written, until nothing waits. */
async function workOff(database: Database, town: Town, secrets: Secrets, towns: Map<MunicipalityId, Waiting[]>) {
	for (;;) {
		const batch = towns.get(town.id)!.splice(0, LARGEST_BATCH)
		if (batch.length === 0) break
		await recordBatch(database, town, secrets, batch)
	}
	towns.delete(town.id)
}

async function recordBatch(database: Database, town: Town, secrets: Secrets, batch: readonly Waiting[]) {
	try {
		const codes = await record(database, town, secrets, batch)
		for (const [position, { done }] of batch.entries()) done(codes[position]!)
	} catch (error) {
		if (batch.length === 1) batch[0]!.failed(error)
		// One of them is refused: alone, each gets its own answer.
		else for (const one of batch) await recordBatch(database, town, secrets, [one])
	}
}

function record(database: Database, { id, timeZone }: Town, secrets: Secrets, batch: readonly Waiting[]) {
	const submissions = batch.map(({ submission }) => submission)
	return inMunicipality(database, id, (db) =>
		recordSubmissions(db, { municipalityId: id, timeZone, secrets, submissions, at: new Date() }),
	)
}
