import { relative } from '@react-router/dev/routes'

const { index } = relative(import.meta.dirname)

export const publishingRoutes = [index('pages/home.tsx')]
