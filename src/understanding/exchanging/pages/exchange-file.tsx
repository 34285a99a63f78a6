/** Codings as a file to save. No page of its own. */
import type { Route } from './+types/exchange-file'
import { refusingLoader } from '#platform/http/refusals.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { exportCodings } from '../export-codings.ts'
import { readExportWish } from '../read-export-wish.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'code-passages', request)
	const wish = readExportWish(new URL(request.url).searchParams)
	const { name, mediaType, bytes } = await inThisMunicipality(context, (db) =>
		exportCodings(db, { ...wish, by, at: new Date() }),
	)
	return new Response(Buffer.from(bytes), {
		headers: {
			'content-type': mediaType,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store',
		},
	})
})
