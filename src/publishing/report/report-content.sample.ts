/** A short but complete report of Birkenrode, a town that does not exist: for tests and for looking at the templates. */
import type { Band, Dossier, Initiative, Perspective, ReportContent } from './report-content.ts'
import { reportWords } from './report-words.ts'
import { sampleDossiers } from './report-dossiers.sample.ts'

const [many, several, few, none]: [Band, Band, Band, Band] = ['many', 'several', 'few', 'none']
const runs = { word: 'läuft', isLate: false }
const planned = { word: 'geplant', isLate: false }

const themes: ReportContent['crossThemes']['themes'] = [
	{
		name: 'Demografie und neue Nachbarn',
		text: 'Familien kehren zurück, am Lerchenrain wohnen 240 Neue. Begrüßt wurden sie einmal; danach blieb es dem Zufall überlassen, wer wen kennenlernt.',
		bands: [several, several, few, many, none, many],
	},
	{
		name: 'Infrastruktur und Grundversorgung',
		text: 'Praxis, Laden, Bus: Was fehlt, fehlt zuerst in den Ortsteilen. Zugleich ist hier die meiste Bewegung.',
		bands: [many, many, several, several, several, many],
	},
	{
		name: 'Verwaltung und Politik',
		text: 'Lange Wege, offene Stellen, alte Jahresabschlüsse. Wer anruft, wird freundlich behandelt und wartet trotzdem.',
		bands: [many, several, many, several, few, several],
	},
	{
		name: 'Strategie, Vision und Mut',
		text: 'Das Leitbild von 2016 liegt im Ordner. Das Jubiläumsjahr 2023 gilt allen als Beweis, dass es auch anders geht.',
		bands: [several, several, several, few, several, few],
	},
	{
		name: 'Zusammenleben und Ehrenamt',
		text: 'Viel Kraft auf wenigen Schultern. Gesucht werden weniger Ämter und mehr Aufgaben, die einen Anfang und ein Ende haben.',
		bands: [several, many, several, several, many, many],
	},
	{
		name: 'Jugend und Bildung',
		text: 'Volle Klassen, leere Abende. Auf die Schulen ist man stolz; nach 18 Uhr gibt es für Jugendliche keinen Ort.',
		bands: [several, several, several, many, several, many],
	},
	{
		name: 'Wirtschaft, Arbeit und Fachkräfte',
		text: 'Gute Betriebe, die kaum jemand kennt. Ausbildungsplätze bleiben leer, während Schülerinnen nach Praktika suchen.',
		bands: [several, few, many, several, none, few],
	},
	{
		name: 'Beteiligung und Bürgernähe',
		text: 'Gefragt worden sei man oft. Was daraus wurde, habe man selten erfahren.',
		bands: [several, many, several, few, several, several],
	},
	{
		name: 'Ortsbild und Räume',
		text: 'Fünf leere Fenster in der Marktstraße, eine leere Post am Platz. Räume fehlen nicht; es fehlen Schlüssel.',
		bands: [many, several, many, several, few, several],
	},
	{
		name: 'Kultur und Identität',
		text: '43 Vereine, ein Freibad, ein Sommer, von dem alle erzählen. Was verbindet, wird meistens selbst gemacht.',
		bands: [few, many, few, several, many, several],
	},
]

const perspectives: Perspective[] = [
	perspective(
		'Bürgermeisteramt',
		'Wer das Rathaus leitet, hört in diesem Bericht viel Ungeduld und noch mehr Bereitschaft. Die Menschen erwarten kein neues Konzept, sondern ein Zeichen, dass Dinge zu Ende gebracht werden.',
		[
			'Jahresabschlüsse als Schlüssel',
			'Solange sie fehlen, bleiben Förderwege verschlossen. Ein öffentlicher Zeitplan schafft Vertrauen, bevor er erfüllt ist.',
			'Eine Antwort in vier Wochen',
			'Auch ein Zwischenstand ist eine Antwort. Das kostet wenig und ändert den Ton.',
			'Räume aufschließen',
			'Die alte Post kann auf Probe öffnen, ehe über ihre Zukunft entschieden ist.',
		],
		'Führung heißt hier: sagen, was bis wann geschieht, und sagen, was nicht.',
	),
	perspective(
		'Stadtrat',
		'Der Rat entscheidet über vieles, was in den Gesprächen vorkam, und wird doch selten damit verbunden. Die Gespräche zeigen, wo ein Beschluss kleine Schritte freigibt.',
		[
			'Ein fester Tagesordnungspunkt',
			'Einmal im Quartal berichten Vorhaben in fünf Minuten, was sie brauchen.',
			'Probezeiten beschließen',
			'Ein befristeter Versuch braucht keine Einigkeit über das Ende.',
			'Ortsteile mitdenken',
			'Jede Vorlage sagt in einem Satz, was sie für die Dörfer bedeutet.',
		],
		'Beschlüsse wirken, wenn man ihnen später wieder begegnet.',
	),
	perspective(
		'Unternehmen',
		'Betriebe sprachen von Fachkräften und meinten oft das Ganze: Wohnungen, Betreuung, einen Ort, an dem man bleiben will.',
		[
			'Praktika an einem Tag',
			'Ein gemeinsamer Praktikumstag ersetzt zwanzig einzelne Anfragen.',
			'Nachfolge früh zeigen',
			'Wer drei Jahre vorher spricht, findet eher jemanden.',
			'Mittagstisch teilen',
			'Bäckerei, Werk und Schule suchen dasselbe, nur jeder für sich.',
		],
		'Wer hier arbeitet, soll hier auch ankommen können.',
	),
	perspective(
		'Ortsvorstehende und Ortsbeiräte',
		'Die Ortsteile erleben den Rückzug zuerst und finden zuerst eigene Antworten. Was fehlt, ist die Verbindung untereinander.',
		[
			'Fahrdienste verbinden',
			'Drei Dörfer, ein Kleinbus, ein gemeinsamer Kalender.',
			'Ein Profil je Ort',
			'Nicht jedes Dorf braucht dasselbe. Ein Blatt je Ortsteil hilft beim Entscheiden.',
			'Jemand, der sich kümmert',
			'Zehn Stunden in der Woche verändern mehr als ein neues Gebäude.',
		],
		'Klein anzufangen ist keine Notlösung, sondern die Methode.',
	),
	perspective(
		'Bildung und soziale Einrichtungen',
		'Schulen und Kitas sind das, worauf die Stadt am stolzesten ist. Sie tragen viel, was anderswo fehlt, und stoßen dabei an ihre Zeiten.',
		[
			'Schule nach 16 Uhr',
			'Werkraum und Turnhalle stehen abends leer. Mit einer Schlüsselregelung werden sie zum Treffpunkt.',
			'Vereine in die Ganztagszeit',
			'Vereine suchen Nachwuchs, der Ganztag sucht Angebote.',
			'Jugendliche fragen',
			'Vier Treffen im Jahr mit festem Geld, über das sie selbst entscheiden.',
		],
		'Jugendliche bleiben nicht wegen eines Angebots. Sie bleiben, wenn man sie braucht.',
	),
	perspective(
		'Engagierte und Vereine',
		'43 Vereine halten die Stadt zusammen. Viele suchen keine Mitglieder, sondern jemanden für die Kasse.',
		[
			'Aufgaben statt Ämter',
			'Was in einem Nachmittag erledigt ist, findet leichter jemanden.',
			'Ein Kalender für alle',
			'Drei Feste am selben Samstag sind keines zu viel, aber zwei am falschen Tag.',
			'Papierkram teilen',
			'Eine gemeinsame Stelle für Versicherung, Antrag und Gema.',
		],
		'Ehrenamt braucht weniger Lob und mehr Entlastung.',
	),
	perspective(
		'Kirchengemeinden',
		'Kirchen haben Räume, Gruppen und Vertrauen. In den Gesprächen kamen sie leiser vor, als sie wirken.',
		[
			'Gemeindehaus öffnen',
			'Zwei Abende in der Woche, ohne dass jemand dazugehören muss.',
			'Besuchsdienst und Fahrdienst',
			'Wer besucht, weiß, wer eine Fahrt braucht.',
			'Erzählcafé weiterführen',
			'Das Format kam gut an und kostet einen Kuchen.',
		],
		'Da sein, bevor jemand fragt: Das können Gemeinden besser als andere.',
	),
]

const initiatives: Initiative[] = [
	{
		title: 'Fahrdienst Donnerstag',
		state: runs,
		goal: 'Jeden Donnerstag fährt ein Kleinbus von Sandhöfe, Mühlgrund und Krähwiesen zum Markt und zur Praxis.',
		commitments: [
			{
				who: 'Sportverein',
				what: 'stellt den Kleinbus an Donnerstagen',
				until: '2026-01-08',
				state: { word: 'gehalten', isLate: false },
			},
			{
				who: 'Ortsbeirat Mühlgrund',
				what: 'findet eine zweite Fahrerin',
				until: '2026-03-14',
				state: { word: 'offen', isLate: false },
			},
			{
				who: 'Landkreis',
				what: 'sagt, ob der Rufbus die Fahrten anerkennt',
				until: '2026-03-14',
				state: { word: 'offen', isLate: false },
			},
		],
		nextAnswerBy: '2026-03-31',
	},
	{
		title: 'Werkraum in der alten Post',
		state: planned,
		goal: 'Das Erdgeschoss der alten Post öffnet für ein halbes Jahr auf Probe: Werkbänke am Nachmittag, Jugendabend am Freitag.',
		commitments: [
			{ who: 'Stadt', what: 'legt einen Mietvertrag auf Probe vor', until: '2026-04-30', state: planned },
			{ who: 'Tischlerei am Markt', what: 'baut vier Werkbänke', until: '2026-05-15', state: planned },
			{
				who: 'noch niemand',
				what: 'schließt freitags auf und ab',
				until: null,
				state: { word: 'gesucht', isLate: false },
			},
		],
		nextAnswerBy: '2026-04-30',
	},
	{
		title: 'Jahresabschlüsse nachholen',
		state: { word: 'überfällig', isLate: true },
		goal: 'Sechs fehlende Jahresabschlüsse werden aufgestellt, damit Förderanträge wieder möglich sind.',
		commitments: [
			{
				who: 'Kämmerei',
				what: 'nennt einen Zeitplan für die ersten zwei Jahre',
				until: '2026-03-02',
				state: { word: 'seit 12 Tagen überfällig', isLate: true },
			},
		],
		nextAnswerBy: '2026-03-02',
	},
	{
		title: 'Praktikumstag der Betriebe',
		state: planned,
		goal: 'Ein Tag im Herbst, an dem zwanzig Betriebe öffnen und jede Schülerin drei davon sieht.',
		commitments: [
			{
				who: 'Gemeinschaftsschule',
				what: 'gibt den achten Klassen an diesem Tag frei',
				until: '2026-09-30',
				state: { word: 'zugesagt', isLate: false },
			},
			{ who: 'Gewerbeverein', what: 'gewinnt zwanzig Betriebe', until: '2026-07-01', state: planned },
		],
		nextAnswerBy: '2026-07-15',
	},
]

export const sampleReport: ReportContent = {
	language: 'de',
	words: reportWords.de,
	municipality: {
		name: 'Birkenrode',
		fictionalNotice: 'Birkenrode gibt es nicht: Ort, Menschen und Stimmen sind erfunden.',
	},
	title: 'Wir haben zugehört. Jetzt passiert etwas.',
	edition: { label: 'Erste Ausgabe', date: '2026-03-14' },
	publisher: {
		name: 'Zukunft Birkenrode e. V.',
		lines: [
			'Zukunft Birkenrode e. V.',
			'Marktstraße 12, Birkenrode',
			'Verantwortlich für den Inhalt: der Vorstand',
			'Gesetzt in Atkinson Hyperlegible Next und Fraunces',
			'Text unter CC BY 4.0; die Stimmen gehören denen, die sie gesprochen haben.',
		],
	},
	coverVoice: {
		text: 'Der Bus fährt, wenn ich nicht muss. Und wenn ich muss, fährt er nicht.',
		label: 'Stimme aus den Ortsteilen',
	},
	foreword: {
		paragraphs: [
			'acht Monate lang haben wir gefragt, was Birkenrode voranbringt und was es bremst. 162 Menschen haben geantwortet: in Küchen, im Feuerwehrhaus, im Erzählcafé, auf Karten und in Briefen. Manche haben zehn Minuten geredet, manche drei Stunden.',
			'Dieser Bericht gibt wieder, was sie gesagt haben. Er ist kein Gutachten und kein Wunschzettel. Jeder Satz, der sich auf Stimmen beruft, lässt sich bis zu ihnen zurückverfolgen, soweit sie es erlaubt haben.',
			'Das Überraschende war nicht, was fehlt. Das wussten die meisten. Überraschend war, wie viele unabhängig voneinander an derselben Lösung saßen. Es fehlt nicht an Wissen, sondern an Verbindung, an Struktur und an jemandem, der dranbleibt.',
			'Deshalb endet der Bericht nicht mit Empfehlungen, sondern mit Zusagen: wer, was, bis wann. Prüfen Sie uns daran.',
		],
		signedBy: 'Für das Team von „Birkenrode hört zu“: der Vorstand von Zukunft Birkenrode e. V.',
	},
	howWeListened: {
		from: '2025-03-03',
		to: '2025-10-31',
		introduction: [
			'Wir haben nicht nach Themen gefragt, sondern nach Erfahrungen: Was hilft dem Ort voran? Was hält ihn auf? Was wünschen Sie sich, und wo haben Sie erlebt, dass es gelang?',
			'Alle Gespräche wurden mit Einverständnis aufgezeichnet, abgeschrieben und von Namen befreit, bevor jemand sie auswertete.',
		],
		peopleHeard: 162,
		formats: [
			{ name: 'Interview', conversations: 12 },
			{ name: 'Stadtgespräch', conversations: 2 },
			{ name: 'Visionswerkstatt', conversations: 2 },
			{ name: 'Erzählcafé', conversations: 1 },
			{ name: 'Schriftliche Stimme', conversations: 31 },
		],
		sectors: [
			{ name: 'Politik und Verwaltung', band: several },
			{ name: 'Zivilgesellschaft und Ehrenamt', band: many },
			{ name: 'Wirtschaft', band: several },
			{ name: 'Bildung und Jugend', band: several },
			{ name: 'Kirche', band: few },
			{ name: 'Zurückgekehrte und Neue', band: several },
		],
		districts: [
			{ name: 'Kernstadt', band: many },
			{ name: 'Oberlohe', band: several },
			{ name: 'Krähwiesen', band: several },
			{ name: 'Sandhöfe', band: few },
			{ name: 'Mühlgrund', band: several },
			{ name: 'Hinterbuch', band: none },
		],
		method: [
			'Zwei Personen haben die Abschriften unabhängig voneinander gelesen und jede Stelle einem Thema zugeordnet: ob sie fördert oder hemmt, und wie nachdrücklich sie gesagt wurde. Wo beide uneins waren, haben sie gesprochen, bis klar war, warum.',
			'So entstanden zehn Themen, die sich durch fast alle Gespräche ziehen. Sechs davon haben wir vertieft. Wie schwer ein Thema wiegt, hängt davon ab, wer spricht; deshalb steht die Tabelle „Wer wovon spricht“ in der Mitte dieses Berichts.',
		],
		missing: [
			'Aus Hinterbuch hat niemand gesprochen. Menschen unter 18 kamen fast nur über die Schule zu Wort, Menschen mit wenig Deutsch kaum. Wer nachts oder am Wochenende arbeitet, konnte an keinem Stadtgespräch teilnehmen. In der nächsten Runde beginnen wir dort.',
		],
	},
	crossThemes: {
		introduction: ['Zehn Themen kamen in fast jedem Gespräch vor, gleich wer sprach und wonach wir gefragt hatten.'],
		sectors: [
			'Politik, Verwaltung',
			'Zivil­gesellschaft',
			'Wirtschaft',
			'Bildung, Jugend',
			'Kirche',
			'Neue, Zurück­gekehrte',
		],
		themes,
	},
	whyThese: {
		paragraphs: [
			'Vertieft haben wir, was in nahezu allen Gesprächen am häufigsten und zugleich am nachdrücklichsten genannt wurde. Häufigkeit allein genügte nicht: Über das Wetter beim Stadtfest sprachen viele, aber niemandem lag viel daran.',
			'Die Auswahl traf das Team in zwei Sitzungen; die Rangfolge jedes Bereichs lag dabei auf dem Tisch. Kein Bereich fand alle seine wichtigsten Themen wieder, jeder fand mindestens drei.',
		],
		leftOut: [
			'Demografie, Strategie, Beteiligung und Kultur haben kein eigenes Kapitel. Sie sind nicht unwichtig, sondern überall: In jedem Dossier kommen sie vor.',
			'Nicht vertieft haben wir den Streit um die Umgehungsstraße. Er wurde oft genannt, lässt sich aber vor Ort nicht entscheiden.',
		],
	},
	dossiers: sampleDossiers satisfies Dossier[],
	perspectives: {
		introduction: [
			'Dieselben Stimmen, von sieben Schreibtischen aus gelesen. Jede Seite stützt sich auf die gleichen Belege; nur die Auswahl folgt der Frage, was dieses Amt, dieser Betrieb, dieser Verein damit anfangen kann.',
		],
		list: perspectives,
	},
	initiatives: {
		introduction: [
			'Aus Handlungsfeldern werden Vorhaben, aus Vorhaben Zusagen. Hier steht, wer was bis wann übernommen hat, auch dort, wo es stockt. Stand ist der Tag dieser Ausgabe.',
		],
		list: initiatives,
	},
	whatHappensNext: [
		'Jede Stimme mit Beleg bekommt eine Antwort: gehört, aufgenommen, entschieden, umgesetzt oder „nein, weil …“. 131 Antworten sind gegeben, 31 stehen aus. Sie sind auf der Seite „Gehört – getan“ einzeln aufgeführt.',
		'Zweimal im Jahr, im März und im Oktober, treffen sich alle, die ein Vorhaben tragen, mit allen, die fragen wollen. Der nächste Abend ist der 22. Oktober im Feuerwehrhaus Oberlohe.',
		'Die zweite Ausgabe dieses Berichts erscheint im Herbst. Sie beginnt mit der Liste der Zusagen von heute.',
	],
	accessibilityNote:
		'Diese Datei ist nach PDF/UA für Vorleseprogramme ausgezeichnet. Denselben Bericht gibt es als Webseite, als Word-Datei und in Leichter Sprache. Wer etwas nicht lesen kann, ruft uns an; wir lesen vor.',
	backPage: {
		heading: 'Was wurde aus Ihrer Stimme?',
		paragraphs: [
			'Auf Ihrem Beleg steht ein Code. Geben Sie ihn unter birkenrode.example/beleg ein, ohne Konto und ohne Namen.',
			'Noch nichts gesagt? birkenrode.example/mitreden, oder auf Papier im Briefkasten am Rathaus.',
		],
	},
}

function perspective(title: string, introduction: string, points: string[], closing: string): Perspective {
	const startingPoints = [0, 2, 4].map((at) => ({ title: points[at]!, text: points[at + 1]! }))
	return { title, introduction, startingPoints, closing }
}
