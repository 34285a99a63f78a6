/** Takes the form about speakers with its scans: each scan is cleaned and kept first, so that no refusal loses it. */
import { Problem } from '#platform/problem.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Secrets } from '#platform/secrets.ts'
import { cleanUpload, type CleanUpload } from '#protecting/clean-upload.ts'
import { findGoneScans, keepScan, readScanNote } from './keep-scan.ts'

/** Fields `scan-ID` carry new files, `scan-note-ID` those kept before; `refused-scan` names whose file was refused. */
const SCAN = /^scan-([0-9a-f-]{36})$/
const NOTE = /^scan-note-([0-9a-f-]{36})$/

/**
 * The ids of kept scans by speaker. Files in the form are replaced by notes of where they are kept.
 *
 * @throws {Problem} what `cleanUpload` refuses, after all others were kept; `scan-gone` for a form that lay open too long
 */
export async function keepScans(
	form: FormData,
	{ secrets, at }: { secrets: Secrets; at: Date },
	inTown: (work: (db: MunicipalityDatabase) => Promise<void>) => Promise<void>,
): Promise<Map<string, string>> {
	const { cleaned, refused } = await cleanScans(form)
	let gone: string | undefined
	await inTown(async (db) => {
		for (const [speakerId, scan] of cleaned) {
			form.set(`scan-note-${speakerId}`, await keepScan(db, { key: secrets, scan, at }))
			form.delete(`scan-${speakerId}`)
		}
		gone = await forgetGone(db, form, secrets)
	})
	const speakerId = refused?.speakerId ?? gone
	if (speakerId) {
		form.set('refused-scan', speakerId)
		throw refused?.problem ?? new Problem('conflict', 'scan-gone')
	}
	return notedScans(form, secrets)
}

/** Ids of kept scans by speaker, as the form remembers them. */
function notedScans(form: FormData, secrets: Secrets): Map<string, string> {
	const noted = [...form].flatMap(([name, value]): [string, string][] => {
		const speakerId = NOTE.exec(name)?.[1]
		const fileId = typeof value === 'string' ? readScanNote(secrets, value) : null
		return speakerId && fileId ? [[speakerId, fileId]] : []
	})
	return new Map(noted)
}

/** Whose scan waited too long, if anybody's; the form no longer speaks of it. */
async function forgetGone(db: MunicipalityDatabase, form: FormData, secrets: Secrets): Promise<string | undefined> {
	const noted = notedScans(form, secrets)
	const gone = await findGoneScans(db, [...noted.values()])
	const speakers = [...noted].filter(([, fileId]) => gone.has(fileId)).map(([speakerId]) => speakerId)
	for (const speakerId of speakers) form.delete(`scan-note-${speakerId}`)
	return speakers[0]
}

type Refused = { speakerId: string; problem: Problem }

async function cleanScans(form: FormData) {
	const cleaned: [string, CleanUpload][] = []
	let refused: Refused | undefined
	for (const [name, file] of form) {
		const speakerId = SCAN.exec(name)?.[1]
		if (!speakerId || !(file instanceof File) || file.size === 0) continue
		try {
			cleaned.push([speakerId, await cleanUpload(new Uint8Array(await file.arrayBuffer()))])
		} catch (error) {
			if (!(error instanceof Problem)) throw error
			refused ??= { speakerId, problem: error }
		}
	}
	return { cleaned, refused }
}
