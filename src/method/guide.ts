/** The guide of a first round: open questions in two directions, and room for the rest. */
import type { PackWording } from './wording.ts'

export type PackQuestion = { direction: 'helps' | 'hinders' | 'open'; wording: PackWording }

export const PACK_GUIDE: readonly PackQuestion[] = [
	{
		direction: 'open',
		wording: {
			de: 'Was verbindet Sie mit diesem Ort? Erzählen Sie gern von vorn.',
			en: 'What ties you to this place? Please tell us from the beginning.',
		},
	},
	{
		direction: 'helps',
		wording: {
			de: 'Was bringt den Ort voran? Fällt Ihnen ein Beispiel ein?',
			en: 'What helps this place forward? Does an example come to mind?',
		},
	},
	{
		direction: 'helps',
		wording: {
			de: 'Wann hat hier etwas richtig gut geklappt, und warum?',
			en: 'When did something work really well here, and why?',
		},
	},
	{
		direction: 'helps',
		wording: { de: 'Wer oder was hält den Ort zusammen?', en: 'Who or what holds this place together?' },
	},
	{
		direction: 'hinders',
		wording: {
			de: 'Was bremst den Ort? Wo merken Sie das im Alltag?',
			en: 'What holds this place back? Where do you notice it in daily life?',
		},
	},
	{
		direction: 'hinders',
		wording: {
			de: 'Wo ist eine gute Idee liegen geblieben, und woran lag es?',
			en: 'Where was a good idea left lying, and what was the reason?',
		},
	},
	{
		direction: 'hinders',
		wording: {
			de: 'Was müsste jemand wissen, der hier etwas verändern will?',
			en: 'What would someone need to know who wants to change something here?',
		},
	},
	{
		direction: 'open',
		wording: {
			de: 'Was wünschen Sie sich für die nächsten zehn Jahre?',
			en: 'What do you wish for in the next ten years?',
		},
	},
	{
		direction: 'open',
		wording: {
			de: 'Was wäre ein kleiner erster Schritt, und was könnten Sie dazu beitragen?',
			en: 'What would be a small first step, and what could you add to it?',
		},
	},
	{ direction: 'open', wording: { de: 'Wen sollten wir noch fragen?', en: 'Who else should we ask?' } },
]
