/** The six dossiers of the sample report. Birkenrode and everyone quoted here are invented. */
import type { Dossier } from './report-content.ts'

export const sampleDossiers: Dossier[] = [
	{
		title: 'Grundversorgung und Infrastruktur',
		analysis: [
			{
				text: 'In neun von zwölf Interviews und in allen Gruppengesprächen kam das Thema auf, ohne dass wir danach gefragt hatten. Die Ortsteile erleben den Rückzug zuerst: Als in Oberlohe die Praxis schloss, schloss im selben Jahr der Laden. Wer kein Auto hat, plant seine Woche um zwei Busse herum.',
				evidence: 23,
			},
			{
				text: 'Zugleich ist hier die meiste Bewegung. Drei Dörfer haben unabhängig voneinander über einen Fahrdienst nachgedacht; keines wusste vom anderen. Ein Kleinbus, der helfen könnte, steht an den meisten Tagen in der Garage.',
				evidence: 14,
			},
			{
				text: 'Der Laden wird weniger als Einkaufsort vermisst denn als Ort, an dem man voneinander erfuhr. Ältere sprechen von Sorge, Jüngere von Langeweile; beide meinen denselben leeren Platz.',
				evidence: 9,
			},
		],
		conclusion: [
			'Es fehlt nicht an Ideen, sondern an jemandem, der sie zusammenführt.',
			'Was klein anfängt und bleibt, zählt mehr als das große Projekt.',
			'Wer Versorgung gemeinsam trägt, bleibt.',
		],
		voices: [
			{
				text: 'Früher hat man im Laden erfahren, wem es schlecht geht. Heute erfährt man es bei der Beerdigung.',
				label: 'Stimme aus den Ortsteilen',
			},
			{ text: 'Ich fahre meine Nachbarin sowieso. Dann kann ich auch drei fahren.', label: 'Engagierte' },
			{
				text: 'Wir reden seit vier Jahren über einen Bus. […] Ein Kleinbus steht in der Garage vom [Verein].',
				label: 'Kommunalpolitik',
			},
		],
		guidingQuestion: 'Wie versorgen wir uns so, dass wir uns dabei auch begegnen?',
		fieldsOfAction: [
			{
				title: 'Fahrdienst der Dörfer verbinden',
				text: 'Ein Bus, ein Kalender, drei Ortsteile: Fahrten gemeinsam planen, versichern und abrechnen.',
				became: '1 Vorhaben läuft',
			},
			{
				title: 'Dorfladen auf Zeit erproben',
				text: 'Ein halbes Jahr, zwei Nachmittage in der Woche, im alten Feuerwehrhaus.',
				became: 'noch niemand',
			},
			{
				title: 'Kümmerin für drei Ortsteile',
				text: 'Zehn Stunden in der Woche für Fahrten, Anträge und den Blick, wer fehlt.',
				became: 'Antrag gestellt',
			},
		],
		conditionsIntroduction: 'Versorgung gelingt dort, wo mehrere Ebenen dasselbe wollen und eine davon anfängt.',
		conditions: levels(
			'Mittel für Dorfläden und Treffpunkte über mehrere Jahre statt je Projekt.',
			'Eine Linie für Nahversorgung, in der Fahrdienste und Praxen zusammen gedacht sind.',
			'Rufbus und Ehrenamt abstimmen; eine Stelle, die man anrufen kann.',
			'Räume öffnen, Versicherungsfrage klären, mit den Nachbarstädten planen.',
			'Genossenschaft gründen, Fahrten teilen, Schlüssel weitergeben.',
		),
	},
	{
		title: 'Verwaltungskultur und Politik',
		analysis: [
			{
				text: 'Freundlich, aber langsam: So lässt sich zusammenfassen, was über das Rathaus gesagt wurde. Ein Brief zur Brücke an der Mühle blieb vierzehn Monate ohne Antwort. Kaum jemand unterstellt bösen Willen; viele wissen, dass im Bauamt zwei von vier Stellen leer sind.',
				evidence: 18,
			},
			{
				text: 'Die fehlenden Jahresabschlüsse ziehen sich durch viele Erzählungen, auch wenn sie selten so heißen. „Dafür gibt es gerade kein Geld“ hören Vereine, Betriebe und Ortsbeiräte, ohne zu erfahren, warum.',
				evidence: 11,
			},
			{
				text: 'Aus der Verwaltung selbst kam der Wunsch nach Rückhalt: Wer etwas ausprobiert, möchte nicht allein dafür geradestehen.',
				evidence: 6,
			},
		],
		conclusion: [
			'Nicht das Nein verletzt, sondern das Schweigen.',
			'Ein veröffentlichter Zeitplan ist mehr wert als eine Entschuldigung.',
			'Wer Fehler zulässt, bekommt Versuche.',
		],
		voices: [
			{
				text: 'Ich will gar nicht immer recht bekommen. Ich will nur, dass einer zurückschreibt.',
				label: 'Engagierte',
			},
			{ text: 'Wir arbeiten ab, was brennt. Für das, was glimmt, ist niemand mehr da.', label: 'Verwaltung' },
			{ text: 'Im Rat stimmen wir ab, und dann hören wir nie wieder davon.', label: 'Kommunalpolitik' },
		],
		guidingQuestion: 'Wie wird aus jeder Frage an die Stadt binnen vier Wochen eine Antwort?',
		fieldsOfAction: [
			{
				title: 'Antwortversprechen',
				text: 'Jedes Anliegen bekommt ein Datum, bis zu dem wieder etwas gesagt wird, auch wenn es nur ein Zwischenstand ist.',
				became: 'im Rat beraten',
			},
			{
				title: 'Jahresabschlüsse sichtbar machen',
				text: 'Ein Balken je Jahr, öffentlich, mit dem nächsten Schritt.',
				became: '1 Vorhaben überfällig',
			},
			{
				title: 'Versuche auf Zeit',
				text: 'Eine Seite Papier genügt, um etwas sechs Monate lang zu erproben.',
				became: null,
			},
		],
		conditionsIntroduction:
			'Verwaltung verändert sich, wenn sie entlastet wird und wenn jemand den ersten Versuch deckt.',
		conditions: levels(
			'Weniger Einzelprogramme mit eigenen Nachweisen, mehr Pauschalen.',
			'Übergangsregeln für Kommunen mit alten Jahresabschlüssen.',
			'Gemeinsame Stellen für Bauamt und Vergabe mehrerer Städte.',
			'Ein Datum auf jede Antwort; Zuständigkeiten mit Namen im Netz.',
			'Anliegen bündeln, nachfragen, loben, was gelingt.',
		),
	},
	{
		title: 'Jugend und Bildung',
		analysis: [
			{
				text: 'Die Grundschule wird geliebt und ist voll; die Gemeinschaftsschule hat einen guten Namen bis über die Kreisgrenze. Kein anderes Thema wurde mit so viel Stolz erzählt.',
				evidence: 16,
			},
			{
				text: 'Nach 18 Uhr kippt das Bild. Seit der Jugendraum 2019 schloss, treffen sich Jugendliche an der Bushaltestelle, im Auto oder gar nicht. Erwachsene sprechen von fehlenden Angeboten, Jugendliche von fehlenden Orten: Sie wollen nicht bespaßt werden, sondern einen Schlüssel.',
				evidence: 21,
			},
			{
				text: 'Betriebe suchen Auszubildende, Schülerinnen suchen Praktika. Beide sagten uns, sie wüssten nicht, wen sie fragen sollen.',
				evidence: 8,
			},
		],
		conclusion: [
			'Gute Schulen holen Familien her, aber sie halten niemanden mit siebzehn.',
			'Jugendliche brauchen weniger Programm und mehr Raum.',
			'Wer gefragt wird und mitentscheidet, kommt wieder.',
		],
		voices: [
			{
				text: 'Wir brauchen keinen Sozialarbeiter mit Kicker. Wir brauchen einen Raum und dass uns einer vertraut.',
				label: 'Jugendliche',
			},
			{ text: 'Die Kinder kommen gern. Und mit sechzehn sind sie weg.', label: 'Bildung' },
			{
				text: 'Ich hab neunzehn Betriebe angeschrieben für das Praktikum. Zwei haben geantwortet.',
				label: 'Jugendliche',
			},
		],
		guidingQuestion: 'Wie geben wir Jugendlichen einen Ort, für den sie selbst Verantwortung tragen?',
		fieldsOfAction: [
			{
				title: 'Werkraum in der alten Post',
				text: 'Nachmittags Werkbänke, freitags Jugendabend, geführt von denen, die ihn nutzen.',
				became: '1 Vorhaben geplant',
			},
			{
				title: 'Praktikumstag der Betriebe',
				text: 'Ein Tag, zwanzig offene Türen, jede Schülerin sieht drei davon.',
				became: '1 Vorhaben geplant',
			},
			{
				title: 'Jugendgeld',
				text: 'Ein kleiner Betrag im Jahr, über den eine Runde unter Zwanzigjähriger allein entscheidet.',
				became: 'noch niemand',
			},
		],
		conditionsIntroduction:
			'Jugendarbeit lebt von Verlässlichkeit: derselbe Ort, dieselben Abende, dieselben Gesichter.',
		conditions: levels(
			'Programme, die auch offene Treffpunkte ohne Kursplan fördern.',
			'Ganztag und Vereine rechtlich leichter verbinden.',
			'Mobile Jugendarbeit mit festen Abenden in jeder Stadt.',
			'Schlüsselregelung für Schulräume am Abend; ein Raum auf Probe.',
			'Praktika anbieten, Patenschaften übernehmen, zuhören.',
		),
	},
	{
		title: 'Engagement und Zusammenhalt',
		analysis: [
			{
				text: '43 Vereine auf 8.700 Menschen: Ohne sie gäbe es kein Freibad, kein Fest und an manchen Abenden keine Feuerwehr. Fast alle, mit denen wir sprachen, tragen selbst etwas, oft seit Jahrzehnten.',
				evidence: 19,
			},
			{
				text: 'Die Last liegt auf wenigen. In vielen Vorständen ist der Vorsitz älter als 65, und was die Leute müde macht, ist selten die Sache selbst. Es sind Versicherungen, Abrechnungen, Genehmigungen.',
				evidence: 17,
			},
			{
				text: 'Wo Neues gelang, begann es klein: Zwei Wehren legten ihre Übungsabende zusammen; daraus wurde ein gemeinsames Fest.',
				evidence: 7,
			},
		],
		conclusion: [
			'Engagement geht nicht aus, es wird nur nicht abgeholt.',
			'Aufgaben mit Anfang und Ende finden Menschen, Ämter finden keine.',
			'Entlastung ist die schönste Anerkennung.',
		],
		voices: [
			{
				text: 'Ich mach das jetzt 31 Jahre. Ich würde gern aufhören, aber nicht, dass es aufhört.',
				label: 'Engagierte',
			},
			{
				text: 'Uns hat nie jemand gefragt, ob wir mitmachen. Wir wohnen seit drei Jahren hier.',
				label: 'Neu Zugezogene',
			},
			{
				text: 'Da ging’s doch auch, 2023. Jeder hat einen Tisch rausgestellt, und plötzlich war Stadt.',
				label: 'Stimme aus der Kernstadt',
			},
		],
		guidingQuestion: 'Wie verteilen wir, was wenige tragen, auf viele, die nur gefragt werden müssten?',
		fieldsOfAction: [
			{
				title: 'Ein Kalender für alle Vereine',
				text: 'Termine abstimmen, bevor sie gedruckt sind, mit Warnung bei Überschneidung.',
				became: '1 Vorhaben läuft',
			},
			{
				title: 'Stelle für den Papierkram',
				text: 'Versicherung, Antrag, Abrechnung: einer kann es, alle nutzen es.',
				became: 'noch niemand',
			},
			{
				title: 'Willkommen an der Haustür',
				text: 'Wer neu einzieht, bekommt Besuch aus der Straße statt eines Faltblatts.',
				became: 'erprobt',
			},
		],
		conditionsIntroduction: 'Ehrenamt lässt sich nicht verordnen, aber man kann ihm Steine aus dem Weg räumen.',
		conditions: levels(
			'Haftung und Gemeinnützigkeit für kleine Vereine vereinfachen.',
			'Eine Ehrenamtspauschale ohne Einzelnachweis.',
			'Sammelversicherung und Beratung mit festen Sprechstunden.',
			'Räume kostenlos, ein Ansprechpartner, ein Kalender.',
			'Aufgaben ausschreiben, Neue ansprechen, Staffelstab übergeben.',
		),
	},
	{
		title: 'Stadtbild und Innenstadt',
		analysis: [
			{
				text: 'Fünf von 21 Schaufenstern in der Marktstraße sind leer, drei davon gehören einer Person, die anderswo wohnt. Die alte Post am Platz steht seit 2017 leer und kommt in fast jedem Gespräch vor, meist mit einer Idee im selben Satz.',
				evidence: 20,
			},
			{
				text: 'Der Blick auf den Leerstand ist gespalten: Für Ältere ist er Verlust, für Jüngere Möglichkeit. Beide ärgert, dass man nicht hineinkommt.',
				evidence: 12,
			},
			{
				text: 'Gelobt wurden der Markt am Donnerstag, das Freibad und die Bänke, die zum Jubiläum aufgestellt wurden und stehen blieben.',
				evidence: 9,
			},
		],
		conclusion: [
			'Nicht der Leerstand stört, sondern die verschlossene Tür.',
			'Zwischennutzung kostet wenig und zeigt, was trägt.',
			'Ein Platz lebt von Gründen, stehen zu bleiben.',
		],
		voices: [
			{
				text: 'Hinter jedem leeren Fenster stehen drei Ideen. Man müsste nur mal aufschließen.',
				label: 'Stimme aus der Kernstadt',
			},
			{ text: 'Ich hab dem Eigentümer geschrieben. Er hat nicht mal abgesagt.', label: 'Wirtschaft' },
			{
				text: 'Die Bänke sind das Beste, was seit Jahren passiert ist. Da sitzen jetzt Leute!',
				label: 'Ältere Menschen',
			},
		],
		guidingQuestion: 'Wie werden aus leeren Fenstern offene Türen, ehe alles entschieden ist?',
		fieldsOfAction: [
			{
				title: 'Zwischennutzung mit Mustervertrag',
				text: 'Sechs Monate, Nebenkosten statt Miete, kündbar von beiden Seiten.',
				became: '1 Vorhaben geplant',
			},
			{
				title: 'Schaufenster für Vereine',
				text: 'Leere Fenster zeigen, was die Stadt kann, jeden Monat jemand anderes.',
				became: 'erprobt',
			},
			{
				title: 'Gespräch mit Eigentümern',
				text: 'Einmal im Jahr an einem Tisch, mit Kaffee und mit Zahlen.',
				became: null,
			},
		],
		conditionsIntroduction:
			'Leerstand ist Privateigentum und öffentliche Sache zugleich. Bewegung entsteht, wo beide Seiten wenig riskieren.',
		conditions: levels(
			'Städtebauförderung auch für Zwischennutzungen und kleine Beträge.',
			'Denkmalschutz mit einer Stufe für Nutzungen auf Probe.',
			'Beratung für Eigentümer, die weit weg wohnen.',
			'Mustervertrag, Haftpflicht, ein Schlüsselkasten.',
			'Fenster füllen, Miete mindern, öfter stehen bleiben.',
		),
	},
	{
		title: 'Wirtschaft und Arbeit',
		analysis: [
			{
				text: 'Ein Metallbetrieb mit rund 120 Arbeitsplätzen, ein Sägewerk, Höfe, Handwerk: Die Stadt lebt von Betrieben, die außerhalb kaum jemand kennt. Seit 2024 ist das Gewerbegebiet schnell angebunden; das wurde dankbar erwähnt.',
				evidence: 10,
			},
			{
				text: 'Die Sorge gilt den Menschen. Lehrstellen bleiben frei, und bei der Bäckerei ist die Nachfolge offen. Wer von außen kommt, findet schwer eine Wohnung und einen Betreuungsplatz zu den richtigen Zeiten.',
				evidence: 15,
			},
			{
				text: 'Untereinander wissen die Betriebe wenig voneinander. Mehrere suchten zur selben Zeit dasselbe.',
				evidence: 6,
			},
		],
		conclusion: [
			'Fachkräfte kommen nicht für eine Stelle, sondern für ein Leben.',
			'Nachfolge braucht Jahre und beginnt mit einem Gespräch.',
			'Wer sich kennt, muss weniger suchen.',
		],
		voices: [
			{
				text: 'Ich finde Aufträge. Ich finde Maschinen. Ich finde bloß keinen, der morgens um sechs da ist.',
				label: 'Wirtschaft',
			},
			{ text: 'Dass wir hier so was bauen, hab ich erst im Praktikum gemerkt.', label: 'Jugendliche' },
			{ text: 'Aufhören will ich nicht. Aber jemanden anlernen, das würd ich gern noch.', label: 'Handwerk' },
		],
		guidingQuestion: 'Wie finden Betriebe und Menschen zueinander, die sich hier längst begegnen?',
		fieldsOfAction: [
			{
				title: 'Praktikumstag und Betriebsabende',
				text: 'Zeigen, was hier gebaut wird: den Schulen am Tag, den Nachbarn am Abend.',
				became: '1 Vorhaben geplant',
			},
			{
				title: 'Nachfolge-Tisch',
				text: 'Vertraulich und früh: Wer in fünf Jahren übergeben will, spricht mit denen, die suchen.',
				became: null,
			},
			{
				title: 'Ankommen im Team',
				text: 'Betriebe, Stadt und Vereine begrüßen neue Beschäftigte gemeinsam.',
				became: 'noch niemand',
			},
		],
		conditionsIntroduction: 'Betriebe können vieles selbst. Sie brauchen Verlässlichkeit und jemanden, der verbindet.',
		conditions: levels(
			'Anerkennung ausländischer Abschlüsse beschleunigen.',
			'Gründungs- und Nachfolgeförderung auch für sehr kleine Betriebe.',
			'Eine Lotsin für Fachkräfte, die Wohnung und Kita mitdenkt.',
			'Bauplätze und Mietwohnungen, Betreuung ab sechs Uhr.',
			'Praktika öffnen, Lehrlinge teilen, Nachfolge ansprechen.',
		),
	},
]

function levels(...texts: [string, string, string, string, string]): Dossier['conditions'] {
	const names = ['Bund und EU', 'Land', 'Landkreis', 'Stadt', 'Bürgerschaft und Wirtschaft']
	return names.map((level, at) => ({ level, text: texts[at]!, isOurs: at === 3 }))
}
