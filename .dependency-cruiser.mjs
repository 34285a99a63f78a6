/** The rules of dependency between stages (docs/decisions/0002-stages.md). Checked by `npm run check`. */

const STAGES = [
	'platform',
	'method',
	'people',
	'protecting',
	'listening',
	'understanding',
	'focusing',
	'acting',
	'answering',
	'publishing',
]

const neverLooksAhead = STAGES.slice(0, -1).map((stage, at) => ({
	name: `${stage}-never-looks-ahead`,
	comment: `${stage} knows only itself and what comes before it. Tell later stages by an announcement.`,
	severity: 'error',
	from: { path: `^src/${stage}/` },
	to: { path: `^src/(${STAGES.slice(at + 1).join('|')})/` },
}))

/** Where React, React Router and Hono may be known: the edges of the house. */
const EDGES = [
	'^src/.+/(pages|parts)/',
	'^src/.+/(routes|api)\\.ts$',
	'^src/[^/]+/[^/]+\\.tsx$',
	'^src/platform/(http|ui|jsx)/',
	'^src/[^/]+/(api-)?request[^/]*\\.ts$',
	'^src/people/sign-in[^/]*\\.ts$',
	'^src/[^/]+/[^/]*session[^/]*\\.ts$',
	'^src/[^/]+\\.tsx?$',
	'\\.test\\.tsx?$',
	'^tests/',
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...neverLooksAhead,
		{
			name: 'pages-and-parts-are-private',
			comment: 'What another stage may use stands in its own file, not in a page or part.',
			severity: 'error',
			from: { path: '^src/([^/]+)/' },
			to: { path: '^src/.+/(pages|parts)/', pathNot: '^src/$1/' },
		},
		{
			name: 'no-cycles',
			comment: 'Two files that run each other are one file, or one of them holds something that belongs elsewhere.',
			severity: 'error',
			from: { path: '^src/' },
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{
			name: 'rules-are-pure',
			comment: 'Rules know no package, no Node module, no clock and no database.',
			severity: 'error',
			from: { path: '^src/.*rules\\.ts$' },
			to: { dependencyTypesNot: ['local', 'aliased', 'aliased-subpath-import', 'type-only'] },
		},
		{
			name: 'rules-do-not-act',
			comment: 'Rules may know the types of rows, but no table, no read, no database and no request.',
			severity: 'error',
			from: { path: '^src/.*rules\\.ts$' },
			to: {
				path: '^src/platform/(database|http|jobs|mail)|[./](tables|find-[^/]+|commands|api|routes|request|reactions)\\.ts$',
				// Finding something in a text is no read.
				pathNot: '\\.rules\\.ts$',
				dependencyTypesNot: ['type-only'],
			},
		},
		{
			name: 'web-only-at-the-edges',
			comment: 'Use cases and reads work the same for pages, API and commands: they know no React, Router or Hono.',
			severity: 'error',
			from: { path: '^src/', pathNot: EDGES },
			to: { path: '(^|/)node_modules/(react|react-dom|react-router|hono|@hono|@react-router)/' },
		},
		{
			name: 'code-without-pages-in-it',
			comment: 'Pages and parts are built; a .ts file that imports a .tsx file cannot be run directly.',
			severity: 'error',
			from: { path: '\\.ts$', pathNot: '^src/routes\\.ts$' },
			to: { path: '\\.tsx$' },
		},
		{
			name: 'only-what-is-listed',
			comment: 'A package that is used stands in package.json.',
			severity: 'error',
			from: { path: '^src/' },
			to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
		},
		{
			name: 'everything-is-found',
			severity: 'error',
			from: { path: '^src/', pathNot: '\\.tsx$' },
			to: { couldNotResolve: true },
		},
		{
			name: 'tests-are-not-used',
			comment: 'Code does not import tests or samples.',
			severity: 'error',
			from: { path: '^src/', pathNot: '\\.test\\.tsx?$|sample\\.ts$|^src/platform/database/fresh-database\\.ts$' },
			to: { path: '\\.test\\.tsx?$' },
		},
	],
	options: {
		parser: 'swc',
		tsPreCompilationDeps: true,
		doNotFollow: { path: '(^|/)node_modules/' },
		exclude: { path: '^src/platform/words/compiled/|/\\+types/|\\?url$' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'types'],
			extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
		},
	},
}
