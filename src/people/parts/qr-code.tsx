import type { QrDrawing } from '#platform/qr-drawing.ts'

export function QrCode({ qr: { size, path }, label }: { qr: QrDrawing; label: string }) {
	return (
		<svg className="key-sheet__qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
			<rect width={size} height={size} fill="#fff" />
			<path d={path} fill="#000" shapeRendering="crispEdges" />
		</svg>
	)
}
