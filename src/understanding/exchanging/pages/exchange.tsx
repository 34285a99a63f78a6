/** In and out: projects of other programs, and our codings for them, with what gets lost on the way. */
import type { Route } from './+types/exchange'
import { databaseContext } from '#platform/http/request-context.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, municipalityContext, requireRight } from '#people/request.ts'
import { previewExport } from '../export-codings.ts'
import { findExchangeChoices } from '../find-exchange-choices.ts'
import { endingOf } from '#listening/readers/readers.ts'
import { importExchangeFile } from '../import-exchange-file.ts'
import type { ImportedProject } from '../import-project.ts'
import { BringIn, TakeOut } from '../parts/exchange-forms.tsx'
import { ImportReport } from '../parts/import-report.tsx'
import { readExportWish } from '../read-export-wish.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'code-passages', request)
	const { searchParams } = new URL(request.url)
	const wish = readExportWish(searchParams)
	return inThisMunicipality(context, async (db) => ({
		choices: await findExchangeChoices(db),
		wish,
		query: searchParams.toString(),
		preview: searchParams.has('format') ? await previewExport(db, wish) : undefined,
	}))
})

/** Answers with the report itself: sending the same file again adds nothing. */
export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	for (const act of ['record-conversations', 'edit-codebook'] as const) requireRight(context, act, request)
	const { accountId: by } = requireRight(context, 'code-passages', request)
	const file = form.get('file')
	if (!(file instanceof File) || file.size === 0) throw new Problem('invalid', 'file-empty')
	const round = String(form.get('round') ?? '').trim() || undefined
	const isProject = endingOf(file.name) !== 'qdc'
	if (isProject && round && form.get('consents') !== 'ja') throw new Problem('invalid', 'exchange-consent-missing')
	const imported = await importExchangeFile(context.get(databaseContext), context.get(municipalityContext).id, {
		file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
		round,
		options: { channels: ['analyse'] },
		at: new Date(),
		by,
	})
	return { imported }
})

export default function Exchange({ loaderData, actionData }: Route.ComponentProps) {
	const { choices, wish, query, preview } = loaderData
	const answered = actionData as RefusedForm | { imported: ImportedProject } | undefined
	const imported = answered && 'imported' in answered ? answered.imported : undefined
	const refused = answered && 'refusal' in answered ? answered : undefined
	return (
		<div className="page section">
			<PageHead
				stage="understand"
				title={m.understanding_exchange_title()}
				lead={m.understanding_exchange_lead()}
				crumbs={[{ href: '/werkstatt/codebuch', label: m.understanding_codebook() }]}
			/>
			{imported ? <ImportReport imported={imported} /> : null}
			<BringIn rounds={choices.rounds} refused={refused} />
			<TakeOut choices={choices} wish={wish} preview={preview} query={query} />
		</div>
	)
}
