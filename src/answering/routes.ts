import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const answeringRoutes = [
	route('werkstatt/antworten', 'pages/answers.tsx'),
	route('werkstatt/antworten/neu', 'pages/new-answer.tsx'),
]
