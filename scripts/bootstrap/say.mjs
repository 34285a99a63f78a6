/** The few sentences the bootstrap needs before the product's own words can be read. They go to standard error. */

const SENTENCES = {
	'node-too-old': {
		de: (version) =>
			`Gehört braucht Node 20 oder neuer; hier läuft Node ${version}. Bitte von https://nodejs.org holen.`,
		en: (version) => `Gehört needs Node 20 or newer; this is Node ${version}. Please get it from https://nodejs.org.`,
	},
	'node-missing': {
		de: (platform) =>
			`Für dieses System (${platform}) liegt kein passendes Node bei. Bitte Node 26.10 oder neuer installieren.`,
		en: (platform) => `No Node is brought along for this system (${platform}). Please install Node 26.10 or newer.`,
	},
	'node-broken': {
		de: (platform) =>
			`Das mitgelieferte Node läuft auf diesem System (${platform}) nicht. Bitte Node 26.10 oder neuer installieren.`,
		en: (platform) =>
			`The Node brought along does not run on this system (${platform}). Please install Node 26.10 or newer.`,
	},
	'not-writable': {
		de: (path) =>
			`Hier darf nicht geschrieben werden: ${path}. Bitte den Ordner freigeben oder einmal mit Schreibrecht starten.`,
		en: (path) => `This may not be written: ${path}. Please allow it, or start once as a user who may.`,
	},
	'linked-modules': {
		de: () => 'node_modules ist hier ein Verweis und passt nicht zu package-lock.json. Bitte dort npm ci ausführen.',
		en: () => 'node_modules is a link here and does not match package-lock.json. Please run npm ci there.',
	},
	'npm-missing': {
		de: () => 'npm wurde nicht gefunden. Es gehört zu Node; bitte Node vollständig installieren.',
		en: () => 'npm was not found. It belongs to Node; please install Node completely.',
	},
	'install-failed': {
		de: () =>
			'Das Installieren hat nicht geklappt. Besteht eine Verbindung zum Internet? Ein neuer Versuch schadet nicht.',
		en: () => 'Installing did not work. Is there an internet connection? Trying again does no harm.',
	},
	'build-failed': {
		de: () => 'Das Bauen hat nicht geklappt.',
		en: () => 'Building did not work.',
	},
	bug: {
		de: () => 'Beim Vorbereiten ist ein Fehler passiert:',
		en: () => 'A mistake happened while preparing:',
	},
	installing: {
		de: () => 'Die benötigten Pakete werden installiert (einmalig, etwa eine Minute) …',
		en: () => 'Installing the packages needed (once, about a minute) …',
	},
	waiting: {
		de: () => 'Ein anderer Start bereitet gerade vor; es geht gleich weiter …',
		en: () => 'Another start is preparing things; this one goes on in a moment …',
	},
	words: { de: () => 'Die Wörter werden übersetzt …', en: () => 'Compiling the words …' },
	pages: { de: () => 'Die Seiten werden gebaut …', en: () => 'Building the pages …' },
}

/** German unless the system or `--lang` asks for another language. */
function speaksGerman() {
	const asked = process.argv[process.argv.indexOf('--lang') + 1]
	if (process.argv.includes('--lang')) return asked === 'de'
	const system = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
	return system === '' || /^(de|C|POSIX)/.test(system)
}

export function say(key, fact) {
	process.stderr.write(`${SENTENCES[key][speaksGerman() ? 'de' : 'en'](fact)}\n`)
}

/** Ends with exit code 1 and a sentence that says what to do. */
export function refuse(key, fact) {
	say(key, fact)
	process.exit(1)
}
