import type { ReactNode } from 'react'
import { DataTable } from '#platform/ui/data-table.tsx'

export type Counted = { id: string; name: ReactNode; label: string; population: number | string }

/** Names with a number beside each, to be typed over. */
export function CountTable({ caption, heads, rows }: { caption: string; heads: [string, string]; rows: Counted[] }) {
	return (
		<DataTable
			caption={caption}
			rows={rows}
			rowKey={({ id }) => id}
			columns={[
				{ head: heads[0], cell: ({ name }) => name },
				{
					head: heads[1],
					cell: (row) => <CountInput {...row} />,
				},
			]}
		/>
	)
}

function CountInput({ id, label, population }: Counted) {
	return (
		<input
			className="kern-form-input__input kern-form-input__input--width-8"
			name={`population-${id}`}
			aria-label={label}
			inputMode="numeric"
			defaultValue={population}
		/>
	)
}
