/** Whether a cell holds more than its row and column let expect. */

/** Below it an expected count says nothing: the usual rule for tables of counts. */
export const LEAST_EXPECTED = 5

/** An adjusted residual beyond it comes up by chance in about one cell of twenty. */
export const STANDS_OUT_FROM = 2

export type WeighedCell = {
	expected: number
	/** Adjusted standardised residual; null where too little is expected, or a row or column is everything there is. */
	residual: number | null
	mark: 'more' | 'less' | null
}

/** `row`, `column` and `all` are the sums the cell stands in. Haberman 1973: (o − e) / √(e · (1 − row/all) · (1 − column/all)). */
export function weighCell(observed: number, row: number, column: number, all: number): WeighedCell {
	const expected = all === 0 ? 0 : (row * column) / all
	const spread = all === 0 ? 0 : expected * (1 - row / all) * (1 - column / all)
	if (expected < LEAST_EXPECTED || spread <= 0) return { expected, residual: null, mark: null }
	const residual = (observed - expected) / Math.sqrt(spread)
	return {
		expected,
		residual,
		mark: residual >= STANDS_OUT_FROM ? 'more' : residual <= -STANDS_OUT_FROM ? 'less' : null,
	}
}

/**
 * The difference of two shares, with the interval in which it lies nineteen times of twenty (Newcombe 1998, method 10).
 * Null where nobody was asked on one side.
 */
export function differenceOf(first: Share, second: Share): { difference: number; low: number; high: number } | null {
	if (first.of === 0 || second.of === 0) return null
	const [p1, p2] = [first.count / first.of, second.count / second.of]
	const [w1, w2] = [wilson(first), wilson(second)]
	return {
		difference: p2 - p1,
		low: p2 - p1 - Math.sqrt((p2 - w2.low) ** 2 + (w1.high - p1) ** 2),
		high: p2 - p1 + Math.sqrt((w2.high - p2) ** 2 + (p1 - w1.low) ** 2),
	}
}

export type Share = { count: number; of: number }

function wilson({ count, of }: Share) {
	const z = 1.959964
	const p = count / of
	const middle = p + (z * z) / (2 * of)
	const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
	return { low: (middle - half) / (1 + (z * z) / of), high: (middle + half) / (1 + (z * z) / of) }
}
