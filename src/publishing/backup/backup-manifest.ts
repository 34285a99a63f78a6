/** What `backup.json` says: what else the file holds, and by what one can tell that nothing is missing. */
import { z } from 'zod'
import { Problem } from '#platform/problem.ts'

export const BACKUP_FORMAT = 'gehoert-backup-1'
export const MANIFEST = 'backup.json'

const Part = z.strictObject({
	/** Place in the zip. */
	path: z.string(),
	table: z.string(),
	columns: z.array(z.string()),
	rows: z.int().min(0),
	/** Of the unpacked lines, hex. */
	sha256: z.string(),
})

const Manifest = z.strictObject({
	format: z.literal(BACKUP_FORMAT),
	/** Number of the newest migration. */
	schema: z.int(),
	writtenAt: z.iso.datetime(),
	/** The installation's own tables. */
	installation: z.array(Part),
	municipalities: z.array(
		z.strictObject({
			id: z.uuid(),
			slug: z.string(),
			parts: z.array(Part),
			audit: z.strictObject({ entries: z.int(), brokenAt: z.int().nullable() }),
		}),
	),
})

export type BackupPart = z.infer<typeof Part>
export type BackupManifest = z.infer<typeof Manifest>

/** @throws {Problem} `backup-unreadable` */
export function readManifest(text: string): BackupManifest {
	try {
		return Manifest.parse(JSON.parse(text))
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof z.ZodError) throw new Problem('invalid', 'backup-unreadable')
		throw error
	}
}
