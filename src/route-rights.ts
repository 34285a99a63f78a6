/**
 * Who may use which address, in one place to read. Pages and API ask for themselves (`requireRight`); this table is what they
 * are held to: `tests/towns/rights.test.ts` tries every address as everybody there is, and an address that is not listed fails.
 *
 * `everybody` needs no account. `own` is for every member, about their own account. `receipt` is for whoever has opened a
 * receipt, about what they said themselves. Everything else is an act of `people/rights.ts`.
 */
import type { RouteRights } from '#people/route-rights.rules.ts'

export const ROUTE_RIGHTS: RouteRights = {
	'/': { GET: 'everybody' },
	'/mitreden': { GET: 'everybody', POST: 'everybody' },
	'/themen': { GET: 'everybody' },
	'/themen/:slug': { GET: 'everybody' },
	'/blickwinkel': { GET: 'everybody' },
	'/blickwinkel/:slug': { GET: 'everybody' },
	'/vorhaben': { GET: 'everybody' },
	'/vorhaben/:slug': { GET: 'everybody' },
	'/bericht': { GET: 'everybody' },
	'/bericht/:file': { GET: 'everybody' },
	'/suche': { GET: 'everybody' },
	'/beleg': { GET: 'everybody', POST: 'everybody' },
	'/impressum': { GET: 'everybody' },
	'/datenschutz': { GET: 'everybody' },
	'/barrierefreiheit': { GET: 'everybody' },
	'/gemeinden': { GET: 'everybody' },
	'/*': { GET: 'everybody' },
	'/health': { GET: 'everybody' },
	'/feed.atom': { GET: 'everybody' },
	'/schema/package-1.json': { GET: 'everybody' },
	'/.well-known/security.txt': { GET: 'everybody' },

	'/werkstatt/anmelden': { GET: 'everybody', POST: 'everybody' },
	'/werkstatt/anmelden/link/:token': { GET: 'everybody', POST: 'everybody' },
	'/werkstatt/abmelden': { GET: 'everybody', POST: 'everybody' },
	'/werkstatt/passwort': { GET: 'own', POST: 'own' },

	'/werkstatt': { GET: 'enter-workshop' },
	'/werkstatt/team': { GET: 'manage-team', POST: 'manage-team' },
	'/werkstatt/einstellungen': { GET: 'manage-municipality', POST: 'manage-municipality' },
	'/werkstatt/aufbewahrung': { GET: 'manage-municipality', POST: 'manage-municipality' },

	'/werkstatt/runden': { GET: 'read-transcripts', POST: 'plan-rounds' },
	'/werkstatt/runden/:slug': { GET: 'read-transcripts' },
	'/werkstatt/runden/:slug/aufnehmen': { GET: 'record-conversations', POST: 'record-conversations' },
	'/werkstatt/gespraeche/:slug': { GET: 'read-transcripts' },
	'/werkstatt/gespraeche/:slug/sprechende': { GET: 'record-conversations', POST: 'record-conversations' },
	'/werkstatt/gespraeche/:slug/beleg': { GET: 'record-conversations', POST: 'record-conversations' },
	'/werkstatt/belege': { GET: 'record-conversations' },
	'/werkstatt/belege/bogen': { GET: 'everybody', POST: 'record-conversations' },

	'/werkstatt/codieren': { GET: 'code-passages' },
	'/werkstatt/gespraeche/:slug/codieren': { GET: 'code-passages', POST: 'code-passages' },
	'/werkstatt/codebuch': { GET: 'read-transcripts', POST: 'edit-codebook' },
	'/werkstatt/codebuch/neu': { GET: 'edit-codebook', POST: 'edit-codebook' },
	'/werkstatt/codebuch/:slug': { GET: 'edit-codebook', POST: 'edit-codebook' },
	'/werkstatt/suche': { GET: 'read-transcripts' },
	'/werkstatt/matrix': { GET: 'read-transcripts' },
	'/werkstatt/stellen': { GET: 'read-transcripts' },
	'/api/v1/codings': { GET: 'read-transcripts', POST: 'code-passages' },
	'/api/v1/codings/:id': { PATCH: 'code-passages', DELETE: 'code-passages' },
	'/api/v1/codings/:id/restore': { POST: 'code-passages' },

	'/werkstatt/fokusthemen': { GET: 'write-dossiers', POST: 'write-dossiers' },
	'/werkstatt/fokusthemen/:slug': { GET: 'write-dossiers', POST: 'write-dossiers' },
	'/werkstatt/fokusthemen/:slug/belegstellen': { GET: 'write-dossiers', POST: 'write-dossiers' },
	'/werkstatt/fokusthemen/:slug/zitat/:codingId': { GET: 'clear-quotes', POST: 'clear-quotes' },
	'/werkstatt/fokusthemen/:slug/fassungen/:part/:version': { GET: 'write-dossiers' },
	'/werkstatt/blickwinkel': { GET: 'write-dossiers', POST: 'write-dossiers' },
	'/werkstatt/blickwinkel/:slug': { GET: 'write-dossiers', POST: 'write-dossiers' },
	'/werkstatt/blickwinkel/:slug/belegstellen': { GET: 'write-dossiers', POST: 'write-dossiers' },

	'/werkstatt/vorhaben': { GET: 'run-initiatives' },
	'/werkstatt/vorhaben/neu': { GET: 'run-initiatives', POST: 'run-initiatives' },
	'/werkstatt/vorhaben/:slug': { GET: 'run-initiatives', POST: 'run-initiatives' },
	'/werkstatt/antworten': { GET: 'answer-voices' },
	'/werkstatt/antworten/neu': { GET: 'answer-voices', POST: 'answer-voices' },
	'/werkstatt/ausgaben': { GET: 'publish-editions', POST: 'publish-editions' },
}
