import type { Config } from '@react-router/dev/config'

export default {
	appDirectory: 'src',
	buildDirectory: 'build',
	ssr: true,
	// The outer server guards forms (`csrf()`), and knows the address people use; behind a proxy this one does not.
	allowedActionOrigins: ['**'],
} satisfies Config
