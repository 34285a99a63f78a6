/**
 * What German compounds are made of: simple words, in the form in which they end a compound or stand in front. Written
 * for towns and those who talk about them. `german-compounds.rules.ts` compares by stem, so one form of each is enough.
 */

/** The most common ones. */
export const COMMON_PARTS = `amt auto bad bahn bank bau baum beet berg bett bier bild blatt boden boot brot brücke buch burg bus dach dorf eck ecke ehe
eis eltern ende enge erbe erde feier feld fest film fisch flug fluss form foto frau frei fuß gang garten gas gasse gast
geist geld glas gras gut haus heft heim herd herz hilfe hof höhe holz hund hut hütte jahr jugend kamera kanal kante karte
kasse kern kind kirche kita klima klinik knie kopf korb kreis kreuz kuh kultur kunst kur kurs kurve laden lage lager lampe
land lärm last laub lauf leben lehre leute licht liebe liste loch lohn luft lust macht mann markt maut meer meile miete
mitte moor mord motor müll mut nacht name natur netz nord not obst ohr öl oper orgel ort ost papier park pass pause person
pfad pfeil pflege pilz plan platz polizei post preis puls quelle quer rad rampe rand rasen rat raum recht regel regen reise
rente rest rinne rohr rolle roller route ruf ruhe saal sache salz sand satz schein schiff schuld see seite sicht sinn sitz
sorge spiel sport spur stab stadt stall stand stange start stau steg stein stelle stern steuer stift stimme stock stoff
straße strecke streit strom stück studie stufe stuhl stunde suche süd system szene tafel tag takt tal tanz tarif taxi team
teil tempo test text thema tiefe tier tisch titel tod ton tonne topf tor tour trasse traum treff treppe tunnel tür turm typ
übung ufer uhr umwelt verein verkehr video vieh villa vogel volk wache wagen wahl wald wand ware wärme wasser wechsel weg
weide weile wein welt werft werk wert west wette wiese wind wirt wohl wolle wort wunde wunsch zahl zahn zaun zeit zelt ziel
zoll zone zug zweck`

/** Alphabetical. */
export const PARTS = `erd farb warn abbau abbieger abbiegung abend abends abfahrt abfall abgabe abhang abhängigkeit ablage ablauf abriss absatz abschluss
abschnitt absender absicht absperrung abstand abstell abstieg abstimmung absturz abteil abteilung abwasser abwehr achse
acker adler adresse affe aggressivität ahnung akademie aktie aktion alarm alarmanlage album alkohol allee alltag alt altbau
altenheim altenpflege alter altstadt ambulanz ampel amtsleiter amtszeit analyse analyst anbau anbieter anbindung anblick
andacht anfahrt anfang anfrage angebot angehörige angel angelegenheit anger angler angreifer angst anhänger anker ankunft
anlage anlass anleger anleitung anlieger anordnung anpassung anreiz anruf ansage ansatz anschluss ansicht ansprache
ansprechpartner anspruch anstalt anstieg anstoß anstrengung anteil antrag antrieb antwort anwalt anwohner anzahl anzeige
anzeiger anzug apfel apotheke app apparat aquarium arbeit arbeiter arbeitgeber arbeitnehmer architekt architektur archiv
arena argument aroma art arterie artikel arzt ärzte asche aspekt asphalt assistent assistenz asyl asylbewerber atem atlas
atmosphäre atom attest aue aufenthalt auffahrt aufgabe auflage auflösung aufmerksamkeit aufnahme aufruf aufsicht aufstand
aufsteller auftakt auftrag auftritt aufwand aufzug auge ausbau ausbildung ausblick ausbruch ausdruck außen ausfahrt ausflug
ausgabe ausgang ausgleich aushang auskunft ausland ausländer auslass auslastung ausnahme aussage ausschank ausschnitt
ausschreibung ausschuss aussicht aussprache ausstattung ausstellung austausch auswahl ausweich ausweis auswertung
auszubildende autobahn automat automobil autor autos avatar axt azubi bach bäche back bäcker bäckerei backhaus backofen
backwaren bagger bahnen bahnhof bahnsteig bahnübergang bahre bakterie balken balkon ball ballett band bande bänke bannmeile
bär barren barriere barrierefreiheit bart basar basis batterie bauch bauer bauern baugebiet baugewerbe bauhof bauland bäume
baumschule bauplatz baustelle baustoff bauträger bauwerk beamte bebauung bebauungsplan beben becher becken bedarf bedeutung
bedingung bedrohung bedürfnis beere befehl befestigung befragung befund begegnung begehren begehung begeisterung beginn
begleitung begrenzung begriff begründung begrünung behälter behandlung behinderung behörde beilage bein beirat beispiel
beitrag bekämpfung bekanntschaft bekleidung belag belang belastung belegschaft beleuchtung belohnung bemerkung benutzung
benzin beobachtung berater beratung bereich bereitschaft bergbau berge bergung bergwerk bericht beruf berufsschule
beschädigung beschaffenheit beschaffung beschäftigung bescheid beschichtung beschilderung beschleunigung beschluss
beschränkung beschreibung beschwerde beseitigung besetzung besichtigung besitz besitzer besprechung bestand bestätigung
bestattung bestellung bestimmung besuch besucher beteiligung beton betrag betreiber betreuer betreuung betreuungsgeld
betrieb betrug bettel beutel bevölkerung bewältigung bewässerung bewegung beweis bewerber bewerbung bewertung
bewirtschaftung bewohner bewusstsein bezahlung beziehung bezirk bezug bibel biber bibliothek biene bieter bike bildhauer
bildschirm bildung billig bindung biogas biologe biotop birne biss bistro blech blende blick blindheit blinker blitz blitzer
block blume blut blüte bock bogen bohne bolzplatz bord bordstein börse botaniker botschaft boxen branche brand brauch
brauerei braun brei breitband breite bremse brenn brett brief briefkasten brille bring broschüre brücken bruder brüder
brunnen brust brut bubble bube bücherei buchhaltung buchhandlung buchung bude budget bügel bühne bummel bund bündel bundes
bündnis bunker burger bürger bürgerbus bürgerhaus bürgermeister bürgersteig büro büros busch busfahrer bußgeld
bushaltestelle bushäuschen busse büste butter café cafés camping caritas carsharing cent chance charta chef chemie chor
chronik clique clown club clubs cluster coach code comic computer container cowork coworking creme dame damm dampf dampfer
dank darlehen datei daten datenbank datum dauer dauerlauf daumen deal debatte decke defizit deich dekoration delegation
demenz demokratie denkmal deponie design dezernat diabetes diagnose diagramm diakon dialog dichte dichter dieb diebstahl
diele diener dienst dienstleister dienstleistung diesel differenz digital digitalisierung diktat ding diplom direktor
diskriminierung diskussion distanz disziplin dokument dom donner donnerstag doppel dörfer dorfgemeinschaft dorfladen dörfler
dorfplatz dorn dose dosis drache draht drama drängel dreck dreh dreschplatz drogerie drohung drossel druck duell duft düne
dünger dunkel durchfahrt durchgang durchschnitt dürre durst dusche ebene echo edel effekt ehefrau ehemann ehepaar ehre
ehrenamt eiche eifer eigen eigenschaft eigentum eigentümer eignung eile eimer einbau einbruch eindruck einfahrt einfall
einfassung einfluss eingang einheit einigung einkauf einkäufer einkommen einladung einlass einmündung einnahme einparken
einrichtung einsatz einschätzung einschränkung einsicht einsteiger einstellung einstieg einweihung einwohner einzel
einzelhandel eisen elefant elektrik elektro elektroauto element elend elite elterngeld empfang empfänger empfehlung energie
engagement engel enkel ensemble ente entfernung entlassung entlastung entschädigung entscheid entscheidung entschuldigung
entsorgung entspannung entstehung entwässerung entwicklung entwurf epoche erbse erdbeben erdgas erdgeschoss ereignis
erfahrung erfolg erfüllung ergebnis erhaltung erhebung erhöhung erholung erinnerung erkenntnis erklärung erkrankung erlass
erlaubnis erlebnis erlös ermittlung ernährung erneuerung ernst ernte eroberung eröffnung erosion erreger ersatz erscheinung
erschließung erschöpfung erstellung erteilung ertrag erwachsene erwartung erweiterung erwerb erzähl erzähler erzählung
erzeuger erzeugnis erzeugung erzieher erziehung esel ess essen etage etappe etat ethik etikett europa event examen existenz
exkursion experte export fabrik fach facharzt fachkraft fachwerk fackel faden fähigkeit fahne fahr fahrbahn fähre fahrer
fahrerlaubnis fahrgast fahrgemeinschaft fahrlehrer fahrplan fahrrad fahrradständer fahrradweg fahrschule fahrspur fahrstuhl
fahrt fahrzeug fakt faktor fall falle fälschung falter familie fang farbe farm fasching faser fass fassade fassung fastnacht
faust fax feder fehlbetrag fehler feierabend feige feile feind feinstaub felder feldweg fell felsen fenster ferien fern
ferne fernsehen fernseher festival fett feuchtigkeit feuer feuerwehr fieber figur filiale filter finale finanz finanzen
finanzierung finger firma firmen fischer fitness fläche flair flamme flasche fleck fleisch fleischer flieder fliege flirt
flohmarkt flöte flotte flucht flüchtling flüchtlinge flügel flughafen flugzeug flur flüsse flüssigkeit flut fohlen föhn
folge folie fonds förderer förderung forderung formel formular forscher forschung forst fort fortbildung forum fossil
fotograf fracht frage fraktion frauen freibad freiheit freiraum freitag freiwillige freizeit fremd fremde freude freund
freundlichkeit freundschaft frieden friedhof fries friseur frist front frost frucht früh frühling frühstück fuchs fuge fugen
fühler führer fuhrpark führung fund fundament funk funkloch funkmast funktion furcht fürsorge fußball fußgänger
fußgängerzone fußweg futter fütterung gabe galerie galgen gang gans gänse ganztag ganztags garage garantie garn gärten
gärtner gärtnerei gasthaus gasthäuser gasthof gastronomie gastwirt gatter gebäck gebäude geber gebet gebiet gebirge gebiss
gebot gebrauch gebühr geburt geburtstag gebüsch gedächtnis gedanke gedenk gedicht geduld gefahr gefährdung gefährlichkeit
gefälle gefängnis gefühl gegen gegend gegenstand gegenwart gegner gehalt geheimnis gehölz gehör gehsteig gehweg geige
gelände geländer geländewagen gelb gelegenheit gelenk gemälde gemein gemeinde gemeinderat gemeindeschwester gemeinschaft
gemeinschaftshaus gemüse genehmigung generation genie genossenschaft genuss geografie geologie geometrie gepäck gepräge
gerät gerätehaus geräusch gerechtigkeit gericht geruch gerüst gesamt gesamtschule gesang geschäft geschehen geschenk
geschichte geschirr geschlecht geschmack geschwindigkeit geschwister geselle gesellschaft gesetz gesicht gespräch gestalter
gestaltung geste gestein gestell gesundheit getränk getreide getriebe gewalt gewand gewässer gewebe gewehr gewerbe
gewerkschaft gewicht gewinn gewissen gewitter gewohnheit gewölbe giebel gift gilde gips gitarre gitter glanz glasfaser
glatteis glaube gläubiger gleichstellung gleis gleise globus glocke glück gold golf gott gottesdienst gouverneur grab graben
grad graf graffiti grafik granit grat grenze grenzen griff grille grob groß groschen größe großeltern grube grün grund
gründer grundlage grundschule grundstück gründung grundversorgung grüne grünfläche gruppe gruß gülle gulli gully gürtel
gymnasium gymnastik haar hacke hafen hafer haft häftling hagel hahn hai haken halb halbtag halde halle hallenbad hals halt
halte halter haltestelle haltung hammer hamster hand handball handel händler handlung handtuch handwerk handwerker handy
handys hang hängematte hanse harmonie hase haube hauch haufen haupt hauptschule hauptstadt hausarzt hausaufgabe häuschen
häuser haushalt haustür haut hebamme hebel hecke heer heide heiler heilig heilung heimat heimkehr heimweg heirat heiterkeit
heizung hektar held helfer helm hemd hemmnis hengst herberge herbst herde herkunft herr herrschaft herstellung heu hexe
hilfs himbeere himmel hindernis hinweis hirn hirsch hirte historie hits hitze hobby hobel hoch hochhaus hochschule
hochwasser hochzeit hocker höfe hoffnung hoheit höhle hol hölle holunder homeoffice homepage honig honorar hör hörer
horizont horn hörsaal hort hortplatz hose hospiz hotel hub huf hügel huhn hummel humor hunde hunger hürde husten hybrid
hygiene hymne ideal idee identität igel ikone illustration image imbiss imker immobilie impfung import impuls indikator
individuum industrie infektion inflation information infrastruktur ingenieur inhaber inhalt initiative inklusion innen
innenstadt innovation insasse insekt insel inseln inspektion instanz institut instrument integration integrität intelligenz
interesse interessent internet internetseite interview invalide inventar investition investitionen investor isolierung jacht
jacke jagd jäger jahres jahrgang jahrhundert jahrmarkt jazz jeans joghurt journal journalist jubel jubiläum judo jugendclub
jugendliche jugendraum jugendtreff jugendzentrum junge jurist justiz juwel kabarett kabel kabine käfer kaffee kahn kaiser
kajak kakao kalb kalender kälte kamin kammer kampagne kampf kandidat kanne kanone kantor kanu kanzel kanzler kap kapelle
kapital kapitel kapsel karikatur karneval karotte karre karriere karten kartoffel karussell käse kastanie kasten katalog
katastrophe kategorie kater katze kauf käufer kaution kauz kegel kegelbahn kegler kehle keim kelch kelle keller kellner
kenner kenntnis kennzeichen kennzeichnung keramik kerwe kerze kessel kette keule kiefer kies kilometer kinder kinderarzt
kindergarten kindertag kindheit kino kinos kiosk kirchturm kirchweih kirmes kirsche kissen kiste kitaplatz kitas klage
klammer klang klappe klär kläranlage klärwerk klasse klatsch klausel klavier kleber klee kleid kleiderkammer kleidung klein
kleinstadt klempner kletter klinge klingel klippe klo kloß kloster klub kluft knall knappheit knast kneipe knick knoblauch
knochen knödel knopf knoten koalition kobold koch koffer kohl kohle kollege kollekte kolonne kombination komfort komiker
komitee komma kommando kommentar kommission kommode kommunal kommune kommunikation kompass kompetenz komponist kompost
kompromiss konditor konferenz konfirmation konflikt konflikte kongress könig konjunktur konkurrenz konkurs können konserve
konstruktion konsum kontakt konto kontrolle konvent konzept konzern konzert konzession kooperation koordination koordinator
kopie korn körper körperschaft korrektur korridor kosmetik kost kosten kostüm kot krabbe krabbel krach kraft kräfte
kraftwerk kragen kran krank kranke krankenhaus krankenkasse krankenpflege krankheit kranz krater kraut kräuter krawatte
kreativ kreativität krebs kredit kreide kreisel kreisstadt kreisverkehr kreuzung krieg krimi kriminalität krippe krise
kriterium kritik krone krug krümel kübel küche kuchen kugel kühl kühler kult kummer kümmerer kümmerin kumpel kunde
kundgebung kündigung kundschaft künstler kunststoff kupfer kuppe kuppel kürbis kurier kuriosität kurz kürzung kuss küste
kutsche labor labyrinth lach lachen lachs lack läden ladesäule ladestation ladung laich laie lamelle lamm lande länder
landes landgut landkreis landrat landschaft landstraße landtag landwirt landwirtschaft lang länge langeweile längs laser
laster lastwagen laterne latte laube lauch laufbahn laufwerk laune laut lautsprecher lawine lazarett leasing lebens
lebensmittel leber lebewesen leck leder leerstand legende lehm lehrer lehrkraft lehrling lehrstelle lehrstuhl leiche leicht
leid leiden leih leihe leine leinwand leistung leistungs leiter leitfaden leitplanke leitstelle leitung lenk lenker lenkung
lerche lern lernen lerner lesbar lese lesen leser leserbrief lesung leuchte leuchten leuchtturm leutnant lid lied lieder
liefer lieferung liege lift liga likör lilie limonade linde lineal linie linke links linoleum linse lippe literat literatur
litfass lizenz lkw lob locke löffel logik logistik logo lokal lokomotive lord lösung lot lotse lotsin lotto löwe lücke lupe
luxus lyrik maat macher mädchen made magazin magen mahd mahl mahlzeit mähne mai maibaum mais maler malerei manager mandat
mangel männer mannschaft manöver mantel manuskript mappe märchen marder marienkäfer marine marke marketing markierung
markise märkte marktplatz marmelade marmor marsch märz maß maschine maske maßnahme massage masse mast material mathematik
mauer maus mechaniker medaille medien medikament medizin mehrgenerationenhaus mehrheit mehrzweck mehrzweckhalle meinung
meinungs meister melde melder meldung melodie menge mensa mensch menschen merkmal messe messer messung metall meter methode
metzger metzgerei miene miet mieter mikrofon milbe milch militär miliz milliarde million minderheit mindest mineral minigolf
minister ministerium minute misch mission missstand mist mitarbeiter mitbestimmung mitfahr mitfahrbank mitfahrer mitglied
mitgliedschaft mittag mittagessen mittags mittel mittelpunkt mittelstand mittwoch mix möbel mobil mobilfunk mobilität mode
modell moderation moderator möglichkeit mole moment monat monats mönch mond monitor monopol monster montag montage moos
moped moral morgen motte möwe mücke müdigkeit muffel mühle mulde müllabfuhr mülleimer müller multiplikator mund mündung
munition münze muschel museum musik musiker musikschule muskel müsli muster musterung mütter mutter mütze mythos nabel
nachbar nachbarschaft nachfolge nachfolger nachfrage nachhaltigkeit nachhilfe nachlass nachmittag nachmittags nachricht
nachtbus nachteil nachtisch nachts nachweis nachwuchs nadel nagel nah näh nähe nahrung nahverkehr nahversorgung narr nase
nässe nation nationalpark naturkunde naturschutz navi nebel neben neffe neid neigung nelke nerv nest netto netzwerk neu
neubau neubaugebiet neubürger neuerung neugier neuheit neustadt newsletter nichte niederlage nische niveau nonne norden norm
notar note notfall notiz notruf novelle nudel nummer nuss nutz nutzen nutzer nutzung oase obdach ober oberfläche oberschule
obhut objekt öde ofen offenheit offensive öffentlichkeit öffnung ohrring öko ökologie oktav oktober olive oma onkel online
opfer optik option orange orchester orden ordner ordnung ordnungsamt organ organisation orient orientierung original orkan
ornament ortsbürgermeister ortschaft ortschronik ortskern ortsrat ortsteil ortsvorsteher osten ostern ozean paar pacht
pächter pack packung paddel paket palast panik panne panorama pantomime papagei pappe parade paradies parkbank parken parker
parkett parkhaus parkplatz parks parkscheibe parkschein parlament parole partei partner partnerschaft party passage passant
pate paten patenschaft patient patin pavillon pech pedal pedelec peitsche pelz pendel pendler penner pension periode perle
personal personalausweis perspektive pest petersilie petition pfand pfanne pfarramt pfarrei pfarrer pfarrhaus pfeiler pferd
pfiff pfingsten pflanze pflanzung pflaster pflasterung pflaume pfleg pflegedienst pflegeheim pflegekraft pflegerin pflicht
pfosten pfote pfund phantasie phase philosophie photo photovoltaik physik pianist pier pilger pilot pinsel pionier pirat
piste pistole pizza plage plakat plane planer planet planung plastik platte platten plattform plätze plenum podcast podest
podium poesie pokal pol politik politiker politur polizist poller polster pony pool portal portion porto portrait porzellan
posaune position posten potential potenzial pracht praktikant praktikum prämie präsentation präsenz präsident präsidium
prävention praxis predigt preise preisliste preisträger premiere presse priester prinz prinzessin prinzip priorität privat
probe problem problematik produkt produktion produzent profi profil profit prognose programm projekt promenade promotion
prospekt protest protestant protokoll provinz prozent prozess prozession prüfer prüfung psyche psychologie publikum pudel
pullover pult pulver pumpe pumpen punkt punkte puppe putz puzzle pyramide quadrat qualität quark quartal quartier querung
quitte quittung quiz quote rabatt rabe rachen radar räder radfahren radfahrer radikal radio radius radler radweg rahm rahmen
rakete randstein rang ranzen rapport raps rasse rast raster rasthof ratgeber rathaus rätsel ratte raub räuber rauch
raumordnung raupe rausch reaktion reaktor realschule rebe rebell rechen recherche rechnung rechts recycling redaktion rede
redner reduktion referat referent reflektor reflex reform regal regatta regelung regie regierung region register regler reh
rehabilitation reibung reichtum reichweite reife reifen reihe reim reiniger reinigung reis reisebus reiseziel reit reiter
reiz reklame rekord rektor relief religion renn rennen rennrad rentabilität rentier rentner reparatur reporter republik
reserve residenz resolution resonanz respekt ressource restaurant rettung rettungswagen revier revolution revue rezept
rhythmus richt richter richtlinie richtung riegel riese riff rille rind ring ringer rinnstein rippe risiko ritter roboter
rock rodel roggen rohling rohstoff roman rose rost röstung rot rotlicht rotphase router rübe rubrik rück ruck rücken
rückgang rückkehr rückkehrer rückmeldung rückseite rücksicht rückstand rücktritt rüde ruder rufbus ruh ruine rum rummel
rumpf rund runde runden rundfunk rundgang rundweg rüstung rutsch rutsche sabotage sachen sachverstand sack saft sage säge
sahne saison sakrament salat salbe salon sammel sammlung samstag samt sänger sanierung sanitär sanktion sarg satellit sattel
satzung sau sauberkeit sauger säugling säule saum sauna säure schacht schachtel schädel schaden schädling schadstoff schaf
schäfer schaffner schale schall schalt schalter schaltung scham schande schar schatten schatulle schatz schau schauer
schaufel schaufenster schaukel schaum schauspiel scheck scheibe scheidung scheinwerfer schema schenkel scherbe schere scherz
scheu scheune schicht schicksal schieb schiene schienen schikane schild schilder schilf schimmel schinken schirm schirmherr
schlacht schlaf schlag schlagloch schlagzeug schlamm schlange schlauch schlaufe schlegel schleife schlepper schleuse schlick
schlitten schloss schlucht schluck schluss schlüssel schmelze schmerz schmetterling schmied schmiede schmuck schmutz
schnabel schnaps schnecke schnee schneider schnell schnelligkeit schnitt schnitzel schnuller schnur schock schokolade
schöpfer schöpfung schornstein schoß schotter schramme schrank schranke schraube schrecken schreib schreiber schreibtisch
schreiner schrift schritt schrott schubkarre schublade schuft schuh schulbus schulden schuldner schule schüler schulhof
schulleiter schulter schulung schulweg schulzeit schuss schüssel schüttel schutz schützen schützenfest schützenverein
schutzstreifen schwäche schwalbe schwamm schwan schwarm schwarz schwefel schwein schweiß schwelle schwer schwerpunkt schwert
schwester schwierigkeit schwimm schwimmbad schwimmen schwimmer schwung seelsorge segel segen sehne sehnsucht seide seife
seil seilbahn seiten sekretär sekt sektor sekunde selbst selbständigkeit selbsthilfe sellerie semester seminar semmel senat
sende sender sendung senf senior senioren seniorinnen senke sensor serie serum server service sessel seuche sex sharing shop
show sicher sicherheit sicherung sieb siedlung sieg sieger signal silbe silber silhouette silo simulation sinfonie sing
sirene sirup sitte situation sitzplatz sitzung skandal skate skatepark ski skizze sklave skulptur slalom socke sockel sofa
software sohle sohn söhne solar soldat solo sommer sonde sonder song sonne sonntag sorgfalt sozial sozialamt sozialarbeiter
soziologie spachtel spagat spalte spange spannung sparkasse spaß spatz spaziergang specht speck speer speicher speise
spektakel spektrum spekulation spende spender sperre sperrung spezialist spiegel spieler spielplatz spielzeug spinat spind
spinne spion spirale spirit spital spitze splitter sponsor sporthalle sportler sportplatz spott sprache sprachkurs spray
sprech sprecher sprechstunde spritze spritzenhaus spross spruch sprüh sprung spuk spül spule spülung staat staatsanwalt
stachel stadion stadtbahn städte städter stadtplan stadtrat stadtteil stadtverwaltung staffel stahl stamm stammbaum
stammkunde stammtisch standard ständer standort standpunkt stapel star stärke starkregen stärkung station stationär
statistik stätte statue statut staub steak steck steh stehen steig steigung stell stellplatz stellung stempel stengel steppe
sterbe stich stichwort stiefel stiel stier stiftung stil stille stimmen stimmung stipendium stirn stollen stolz stopp storch
störung stoß strafe straftat strafzettel strahl strähne strand strapaze straßenbahn strategie strauch strauß streaming
streber strecken streife streifen streik strenge stress streuobst strich strick stroh strudel struktur strukturen strumpf
stube student studio studium stunden stundenplan sturm sturz stute stütze substanz subvention sucht süden summe sumpf sünde
supermarkt suppe süß süßigkeit symbol sympathie symphonie symptom synagoge synergie szenario tabak tabelle tablett tablette
tadel tagebuch tages tagesmutter tagespflege tageszeitung tagung taille talent täler tang tank tanne tante tapete tasche
tasse tastatur tasten tat täter tätigkeit taube tauben taucher taufe tauglichkeit tausch taxis technik techniker technologie
teer teich teig teilhabe teilnahme teilnehmer teint telefon teleskop teller tempel temperatur tempolimit tendenz tenne
tennis tenor teppich termin terminal terrasse terror testament teufel textil theater theke theologie theorie therapie
thermometer these thron thymian tick ticket tief tiefgarage tiger tinte tipp tischler toast tochter toilette toleranz tomate
torf torte tourismus tourist toxisch tracht tradition trag träger trainer training traktor tränke transfer transit
transparenz transport traube trauer treffen treffpunkt treib trend trenn trennung tresen tresor treue trick trikot trink
trinkwasser trio tritt trocken trockenheit trommel trompete tropfen trophäe trost truhe trümmer trupp truppe tube tuch
tüchtigkeit tücke tugend tulpe tunke türkei turn turnen turner turnhalle turnier turnus tüte überblick überfahrt überfall
überführung übergang überholung überlegung übernachtung übernahme überquerung überraschung überschuss übersicht übertragung
überwachung überweg überzeugung uhrzeit ulme umbau umfahrung umfang umfeld umfrage umgang umgebung umgehung umgehungsstraße
umland umlauf umleitung umsatz umschlag umsetzung umstand umzug unfall universität unkenntnis unkraut unrat unruhe unschuld
unsicherheit unterführung untergrund unterhalt unterhaltung unterkunft unterlage unternehmen unternehmer unterricht
unterschied unterschrift unterstand unterstützung untersuchung unterwäsche unwetter urkunde urlaub urlauber urne ursache
urteil urwald utensil vakuum variante vase vater väter ventil veranstalter veranstaltung verantwortung verarbeitung verband
verbesserung verbindung verbot verbrauch verbraucher verbrechen verbrecher verdacht verdienst vereinbarung vereine vererbung
verfahren verfall verfasser verfassung verfolgung verfügung vergabe vergangenheit vergleich vergnügen vergütung verhalten
verhältnis verhandlung verkauf verkäufer verkehrsmittel verkehrszeichen verknüpfung verkörperung verlag verlängerung verlauf
verleger verleih verletzung verlust vermessung vermieter vermietung vermittlung vermögen vermutung vernetzung vernunft
veröffentlichung verordnung verpächter verpackung verpflegung verrat versammlung versand verschleiß verschluss verschmutzung
verschönerung verschwörung versehen versicherung versiegelung version versorgung verspätung versprechen verstand verständnis
verstorbene verstoß versuch versuchung verteidigung vertrag vertrauen vertreter vertretung vertrieb verunreinigung verwalter
verwaltung verwandtschaft verwarnung verwendung verwertung verwirrung verwüstung verzeichnis verzicht veto vetter vielfalt
viertel virus vision visite vitamin vize vizepräsident völker volkshochschule volumen vorarbeit voraussetzung vorbereitung
vorbild vorfahrt vorfall vorführung vorgabe vorgang vorgarten vorhaben vorhang vorhof vorlage vorlauf vorlese vorlesen
vorlesung vormittag vormund vorname vorplatz vorrang vorrat vorraum vorrichtung vorschlag vorschrift vorsicht vorsitzende
vorsorge vorsprung vorstadt vorstand vorstellung vorteil vortrag vorurteil vorverkauf vorwurf vulkan waage wabe wachs
wachstum wächter waffe waffel wagnis wähl wahlkampf wahrheit wahrnehmung währung waise wal wälder waldweg walze wams wandel
wander wanderer wanderung wanderweg wangen wanne wanze wappen wärmepumpe warnung warte wartehalle warten wärter warteraum
wartung warze wasch wäsche watt web weber webseite wege wehr weiche weihe weiher weihnacht weihnachten weihnachtsmarkt
weinberg weise weisheit weite weiterbildung weizen welle weltkrieg wende werber werbung werkstatt werkzeug wesen wespe weste
wettbewerb wetter wetterbericht wicht wickel widerspruch widerstand wiedersehen wiege wild wille wimpel winde windkraft
windpark windrad winkel winter winzer wipfel wirbel wirbelsäule wirklichkeit wirkung wirtschaft wirtshaus wissen
wissenschaft wissenschaftler witwe witz wlan woche wochenende wochenmarkt wochentag wohlfahrt wohlstand wohn wohnen
wohngebiet wohnheim wohnraum wohnung wolf wolke wörterbuch wrack wucht wunder würde würfel wurm wurst würze wurzel wüste wut
yacht yoga zacken zahlung zahnarzt zange zapfen zauber zauberer zäune zebra zebrastreifen zeche zehe zeichen zeichnung zeig
zeile zeitpunkt zeitraum zeitschrift zeitung zelle zement zensur zentimeter zentner zentral zentrale zentrum zeremonie
zerstörung zettel zeug zeuge zeugnis ziege ziegel ziffer zigarette zimmer zins zirkus zitat zitrone zivil zoo zopf zorn
zubehör zubereitung zubringer zucht zucker zufahrt zufall zugabe zugang züge zügel zugeständnis zugriff zukunft zulage
zulassung zunahme zündung zunge zuordnung zuruf zusage zusammenarbeit zusammenhalt zusammenhang zusatz zuschauer zuschlag
zuschuss zustand zuständigkeit zusteller zustimmung zutritt zuversicht zuwachs zuwanderung zuwendung zwang zweifel zweig
zwerg zwiebel zwilling`
