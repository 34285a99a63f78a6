import { m } from '#platform/words/words.ts'

export function intensityWord(intensity: number): string {
	if (intensity === 3) return m.understanding_intensity_3()
	return intensity === 2 ? m.understanding_intensity_2() : m.understanding_intensity_1()
}
