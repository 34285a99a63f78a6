/** The addresses of understanding for programs and for its own tools. */
import type { Hono } from 'hono'
import type { RequestVariables } from '#platform/http/create-app.ts'
import { mountThemesApi } from './codebook/api.ts'
import { mountCodingsApi, mountDeedsApi } from './coding/api.ts'
import { mountLiveDesk } from './coding/live/api.ts'
import { mountMemosApi } from './coding/noting/api.ts'
import { mountSuggestionsApi } from './suggesting/api.ts'

export function mountUnderstandingApi(app: Hono<{ Variables: RequestVariables }>) {
	mountThemesApi(app)
	mountCodingsApi(app)
	mountDeedsApi(app)
	mountLiveDesk(app)
	mountMemosApi(app)
	mountSuggestionsApi(app)
}
