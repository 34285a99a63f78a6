/**
 * Words that say more than the dictionary's label, by role: a baker is one of those in crafts. Such a word stands for an
 * unknown part of its group, which counts as one person; it is there so that something better can be suggested.
 * Endings such as -in and -innen need no entry, nor do longer words that end in one of these (Vollkornbäckerin).
 */
export const FINER_WORDS: Readonly<Record<string, readonly string[]>> = {
	mayor: list(`
		Oberbürgermeister, Verbandsbürgermeister, stellvertretender Bürgermeister, Beigeordneter, Beigeordnete,
		Altbürgermeister, Bürgermeister a. D., ehemaliger Bürgermeister, ehemalige Bürgermeisterin, former mayor,
		Gemeindevorsteher, deputy mayor`),
	'council-member': list(`
		Fraktionsvorsitzende, Fraktionsvorsitzender, Fraktionschef, Ausschussvorsitzende, Ausschussvorsitzender,
		Ratsvorsitzende, Gemeindevertreter, Stadtratsmitglied, Gemeinderatsmitglied, council chair`),
	'village-mayor': list(`
		Dorfbürgermeister, Ortsteilbürgermeister, Dorfvorsteher, Ortssprecher, Dorfsprecher`),
	'village-council-member': list(`
		Ortsratsmitglied, Ortsbeiratsmitglied, Ortschaftsratsmitglied, Dorfrat`),
	'local-politics': list(`
		Kreistagsmitglied, Kreistagsabgeordnete, Kreisrat, Landrat, Landtagsabgeordnete, Landtagsabgeordneter,
		Bundestagsabgeordnete, Abgeordnete, Abgeordneter, Parteivorsitzende, Parteivorsitzender,
		Ortsvereinsvorsitzende, Bürgermeisterkandidat, county councillor, member of parliament`),
	'head-of-office': list(`
		Bauamtsleiter, Bauamtsleitung, Bauamt, Kämmerer, Kämmerin, Kämmerei, Hauptamtsleiter, Hauptamtsleitung,
		Hauptamt, Ordnungsamtsleiter, Ordnungsamtsleitung, Ordnungsamt, Sozialamtsleitung, Bauhofleiter,
		Bauhofleitung, Fachbereichsleiter, Fachbereichsleitung, Büroleiter, Verwaltungsleitung, Verwaltungschef,
		Dezernent, head of the building office, head of building office, head of the building authority,
		treasurer`),
	'administration-staff': list(`
		Standesbeamter, Standesbeamtin, Beamter, Beamtin, Bauhof, Bauhofmitarbeiter, Stadtplaner,
		Wirtschaftsförderer, Wirtschaftsförderung, Gleichstellungsbeauftragte, Klimaschutzmanager,
		Quartiersmanager, Stadtarchivar, Pressesprecher, Bürgerbüro, Ehrenamtskoordinator, town planner,
		civil servant`),
	entrepreneur: list(`
		Geschäftsführer, Geschäftsführung, Geschäftsführende, Betriebsleitung, Betriebsleiter, Firmenchef,
		Firmeninhaber, Inhaber, Gründer, Start-up-Gründer, Gastronom, Gastwirt, Wirt, Hotelier, Architekt,
		Ingenieur, Steuerberater, Rechtsanwalt, Anwalt, Arzt, Ärztin, Hausarzt, Hausärztin, Zahnarzt, Zahnärztin,
		Tierarzt, Tierärztin, Apotheker, Physiotherapeut, Hebamme, Logopäde, Heilpraktiker, Makler, Fahrlehrer,
		Bestatter, Spediteur, Taxifahrer, Künstler, Journalist, Fotograf, Bankdirektor, Filialleiter,
		managing director, innkeeper, doctor, general practitioner, pharmacist, dentist`),
	craftsperson: list(`
		Bäcker, Bäckermeister, Bäckerei, Konditor, Metzger, Fleischer, Schlachter, Tischler, Schreiner,
		Zimmermann, Zimmerer, Dachdecker, Maurer, Maler, Elektriker, Elektromeister, Installateur, Klempner,
		Schlosser, Schmied, Steinmetz, Glaser, Friseur, Friseurin, Frisör, Schneider, Schuhmacher, Optiker,
		Uhrmacher, Kfz-Meister, Mechaniker, Schornsteinfeger, Gärtner, Brauer, Winzer, Handwerksmeister,
		Obermeister, Innungsmeister, baker, butcher, carpenter, roofer, hairdresser`),
	retailer: list(`
		Verkäufer, Kaufmann, Kauffrau, Buchhändler, Florist, Marktleiter, Dorfladen, Dorfladenbetreiber,
		Kioskbesitzer, Marktbeschicker, Blumenhändler, bookseller, shop assistant`),
	trade: list(`
		Gewerbevereinsvorsitzende, Werbegemeinschaft, Vorsitzender des Gewerbevereins`),
	farmer: list(`
		Biobauer, Milchbauer, Milchviehhalter, Nebenerwerbslandwirt, Ortslandwirt, Schäfer, Imker, Förster,
		Waldbesitzer, Jäger, Jagdpächter, dairy farmer, forester`),
	employee: list(`
		Facharbeiter, Arbeiter, Pendler, Krankenpfleger, Krankenschwester, Pflegefachkraft, Pflegekraft,
		Altenpfleger, Busfahrer, Postbote, Briefträger, Polizist, Schichtleiter, Betriebsrat, Gewerkschafter,
		Sekretärin, Programmierer, Informatiker, nurse, commuter, bus driver`),
	'business-people': list(`
		Industrie, Bankangestellte, IHK-Vertreter, Kammervertreter`),
	trainee: list(`
		Lehrling im Handwerk, Umschüler, Praktikant, FSJler, Bundesfreiwillige, Student, Studierende`),
	'head-teacher': list(`
		Grundschulleiter, Grundschulrektor, Konrektor, Schuldirektor, stellvertretende Schulleitung,
		Gymnasialdirektor, headmaster, headmistress, deputy head teacher, school principal, principal`),
	teacher: list(`
		Grundschullehrer, Grundschullehrkraft, Gymnasiallehrer, Realschullehrer, Hauptschullehrer,
		Berufsschullehrer, Musiklehrer, Sportlehrer, Religionslehrer, Musikschullehrer, Referendar,
		Schulsozialarbeiter, Schulsekretär, Schulbegleiter, primary-school teacher, primary school teacher,
		elementary school teacher`),
	'childcare-worker': list(`
		Kitaleitung, Kitaleiter, Kita-Leitung, Kindergartenleitung, Kindergartenleiter, Tagesmutter, Tagesvater,
		Kindergärtner, Kinderpfleger, Hortleitung, nursery head, head of the nursery`),
	'youth-worker': list(`
		Streetworker, Jugendreferent, Jugendzentrumsleitung, Leiter des Jugendzentrums`),
	pupil: list(`
		Schülersprecher, Grundschüler, Gymnasiast, Realschüler, Abiturient, Konfirmand, Teenager, Kind,
		Jugendparlament, Jugendbeirat, student representative`),
	parent: list(`
		Alleinerziehende, Alleinerziehender, Elternbeirat, Elternvertreter, Elternsprecher, Schulelternbeirat,
		Pflegeeltern, junge Mutter, junger Vater, single parent, mother of three`),
	'education-youth': list(`
		Volkshochschulleitung, Bibliothekar, Büchereileitung, Bücherei, Museumsleitung, Dozent, librarian`),
	'club-chair': list(`
		Vorsitzende, Vorsitzender, Vorstand, Vereinschef, Sportvereinsvorsitzende, Heimatvereinsvorsitzende,
		Schützenkönig, Kassenwart, Schriftführer, Chorleiter, Dirigent, Landfrauenvorsitzende,
		chair of the sports club`),
	firefighter: list(`
		Wehrführer, Wehrleiter, Stadtbrandmeister, Ortsbrandmeister, Gemeindebrandmeister, Brandmeister,
		Jugendfeuerwehrwart, Löschmeister, fire chief`),
	volunteer: list(`
		Trainer, Jugendleiter, Übungsleiter, Jugendtrainer, Platzwart, Rotkreuzhelfer, Ersthelfer, Tafel-Helfer,
		Flüchtlingshelfer, Integrationslotse, Bürgerbusfahrer, Ortschronist, Heimatpfleger, Chorsänger, Landfrau,
		Schütze, Seniorenbeauftragte, Behindertenbeauftragte, Ortsheimatpfleger, coach`),
	'civil-society': list(`
		Sportverein, Heimatverein, Musikverein, Förderverein, Chor, Verbandsvertreter, Gewerkschaft,
		Naturschützer, Aktivist, Tafel, Caritas, Diakonie`),
	pastor: list(`
		Pastorin, Pfarrerin, Dekan, Superintendent, Vikar, Kaplan, Pastoralreferent, Gemeindereferent, Diakon,
		Gemeindepädagoge, Imam, Rabbiner, Geistlicher, vicar, minister, parish priest`),
	'church-volunteer': list(`
		Kirchenvorstand, Kirchenvorsteher, Kirchengemeinderat, Presbyter, Kirchenälteste, Küster, Mesner,
		Organist, Kantor, Messdiener, Lektor, sexton`),
	'church-people': list(`
		Christ, Ordensschwester, Nonne, Mönch, Muslim, Jude, Freikirche`),
	newcomer: list(`
		Geflüchtete, Geflüchteter, Flüchtling, Migrant, Zuwanderer, Aussiedler, Asylbewerber, Ukrainer, Ausländer,
		Expat, refugee, migrant`),
	senior: list(`
		Seniorenbeirat, Heimbewohner, Altenheimbewohner, Witwe, Witwer, Großmutter, Großvater, Oma, Opa`),
	'village-voice': list(`
		Dorfältester, Dorfälteste`),
	resident: list(`
		Alteingesessene, Alteingesessener, Ureinwohner, Hausbesitzer, Mieter, Rollstuhlfahrer`),
}

function list(words: string): string[] {
	return words.split(',').map((word) => word.trim())
}

/**
 * How large at least the smaller half of a group is, women or men, where that is about known. Only there a gendered word
 * may stand: it names one half. Everywhere else it counts as one person.
 */
export const SMALLER_HALF: Readonly<Record<string, number>> = {
	voice: 0.4,
	resident: 0.4,
	'village-voice': 0.4,
	senior: 0.4,
	newcomer: 0.4,
	returner: 0.4,
	'newcomers-returners': 0.4,
	parent: 0.4,
	pupil: 0.4,
	volunteer: 0.4,
	'civil-society': 0.4,
	employee: 0.4,
	'business-people': 0.35,
	entrepreneur: 0.25,
	retailer: 0.35,
	trade: 0.2,
	trainee: 0.3,
	teacher: 0.25,
	'education-youth': 0.35,
	'church-people': 0.35,
	'church-volunteer': 0.35,
	'administration-staff': 0.35,
	'politics-administration': 0.3,
	'local-politics': 0.25,
	'council-member': 0.3,
	craftsperson: 0.1,
	farmer: 0.1,
	firefighter: 0.08,
	'childcare-worker': 0.06,
}
