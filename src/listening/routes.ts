/** The public form and the team's pages about rounds and conversations. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const listeningRoutes = [route('mitreden', 'pages/speak.tsx')]
