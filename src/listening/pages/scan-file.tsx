/** The scan of a signed consent, as a file to save: nothing in it runs here. No page of its own. */
import type { Route } from './+types/scan-file'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { openScan } from '../keep-scan.ts'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'read-contacts', request)
	const { name, mediaType, bytes } = await inThisMunicipality(context, (db) =>
		openScan(db, { speakerId: params.speakerId, by, at: new Date() }),
	)
	return new Response(Buffer.from(bytes), {
		headers: {
			'content-type': mediaType,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store',
		},
	})
})
