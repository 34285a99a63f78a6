/** The two forms of the exchange: bring in, take out. */
import { Button, ButtonLink } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import type { RefusedForm } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'
import type { ExportFormat, ExportWish } from '../export-codings.ts'
import type { Choice } from '../find-exchange-choices.ts'
import type { Loss } from '../project-plan.ts'
import { Losses } from './import-report.tsx'

const FIELDS = {
	'file-empty': 'file',
	'file-too-large': 'file',
	'file-kind-unknown': 'file',
	'exchange-file-broken': 'file',
	'exchange-not-a-project': 'file',
	'exchange-not-a-codebook': 'file',
	'exchange-no-project': 'file',
	'exchange-nothing-in-it': 'file',
	'document-unreadable': 'file',
	'document-encrypted': 'file',
	'document-with-definitions': 'file',
	'nothing-to-record': 'file',
	'round-missing': 'round',
	'round-unknown': 'round',
	'exchange-consent-missing': 'consents',
}

export function BringIn({ rounds, refused }: { rounds: readonly Choice[]; refused: RefusedForm | undefined }) {
	const asked = (name: string) => ({
		name,
		value: refused?.values[name],
		error: errorOf(refused?.refusal, FIELDS, name),
	})
	return (
		<section className="section" aria-labelledby="einlesen">
			<h2 id="einlesen">{m.understanding_exchange_in()}</h2>
			<form method="post" encType="multipart/form-data">
				<ErrorSummary refusal={refused?.refusal} fields={FIELDS} />
				<Field
					kind="file"
					{...asked('file')}
					label={m.understanding_exchange_in_file()}
					hint={m.understanding_exchange_in_file_hint()}
					accept=".qdpx,.qdc,.qde"
					required
				/>
				{rounds.length === 0 ? <p>{m.understanding_exchange_no_rounds()}</p> : null}
				<Field
					kind="select"
					{...asked('round')}
					label={m.understanding_exchange_in_round()}
					options={rounds}
					blank={m.understanding_exchange_in_round_blank()}
				/>
				<Field
					kind="checkbox"
					{...asked('consents')}
					label={m.understanding_exchange_in_consents()}
					hint={m.understanding_exchange_in_consents_hint()}
				/>
				<Button>{m.understanding_exchange_in_do()}</Button>
			</form>
		</section>
	)
}

type TakeOutProps = {
	choices: { rounds: readonly Choice[]; themes: readonly Choice[]; coders: readonly Choice[] }
	wish: ExportWish
	preview: { losses: Loss[]; conversations: number; themes: number; codings: number } | undefined
	/** Address of the file without its beginning. */
	query: string
}

export function TakeOut({ choices, wish, preview, query }: TakeOutProps) {
	const blank = m.understanding_exchange_all()
	return (
		<section className="section" aria-labelledby="ausfuehren">
			<h2 id="ausfuehren">{m.understanding_exchange_out()}</h2>
			<form method="get" action="#vorschau">
				<Field
					kind="select"
					name="format"
					label={m.understanding_exchange_out_format()}
					options={formatOptions()}
					value={wish.format}
				/>
				<Field
					kind="select"
					name="runde"
					label={m.understanding_exchange_out_round()}
					options={choices.rounds}
					blank={blank}
					value={wish.round}
				/>
				<Field
					kind="select"
					name="thema"
					label={m.understanding_exchange_out_theme()}
					options={choices.themes}
					blank={blank}
					value={wish.theme}
				/>
				<Field
					kind="select"
					name="von"
					label={m.understanding_exchange_out_coder()}
					options={choices.coders}
					blank={blank}
					value={wish.coder}
				/>
				<Field
					kind="select"
					name="zeilenenden"
					label={m.understanding_exchange_profile()}
					options={[
						{ value: 'lf', label: m.understanding_exchange_profile_lf() },
						{ value: 'maxqda', label: m.understanding_exchange_profile_maxqda() },
					]}
					value={wish.profile}
				/>
				<Button look="secondary">{m.understanding_exchange_out_do()}</Button>
			</form>
			{preview ? (
				<div id="vorschau">
					<h3>{m.understanding_exchange_preview()}</h3>
					<Notice>
						<p>{m.understanding_exchange_preview_counts(preview)}</p>
					</Notice>
					<h3>{m.understanding_exchange_lost_out()}</h3>
					<Losses losses={preview.losses} />
					<ButtonLink href={`/werkstatt/austausch/datei?${query}`}>{m.understanding_exchange_download()}</ButtonLink>
				</div>
			) : null}
		</section>
	)
}

function formatOptions(): Choice[] {
	const words: Record<ExportFormat, () => string> = {
		qdpx: m.understanding_exchange_format_qdpx,
		qdc: m.understanding_exchange_format_qdc,
		csv: m.understanding_exchange_format_csv,
		docx: m.understanding_exchange_format_docx,
		html: m.understanding_exchange_format_html,
		json: m.understanding_exchange_format_json,
	}
	return (Object.keys(words) as ExportFormat[]).map((value) => ({ value, label: words[value]() }))
}
