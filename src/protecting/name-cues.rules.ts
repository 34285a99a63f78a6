/** Words that say that a name is near, or that none is. Folded, see `foldName`. Data only. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** A name follows almost always. */
export const MAN_TITLES = set('herr herrn hr hrn monsieur')
export const WOMAN_TITLES = set('frau fraeulein frl fr madame')
export const HOUSEHOLDS = set('familie fam eheleute ehepaar geschwister gebrueder eheleuten familien')
export const DEGREES = set('dr doktor prof professor professorin doc dipl ing med magister')

/** Kin and closeness: a first name follows, or the word is used alone. */
export const MEN_NEAR = set(
	'opa onkel vetter cousin schwager neffe sohn bruder enkel ehemann freund mann nachbar nachbarn kollege kollegen kumpel schwiegersohn schwiegervater grossvater opi patenonkel chef bub pate vater',
)
export const WOMEN_NEAR = set(
	'oma tante cousine schwaegerin nichte tochter schwester enkelin ehefrau freundin frau nachbarin kollegin schwiegertochter schwiegermutter grossmutter omi patentante chefin muhme base mutter patin lehrerin',
)

/** Offices and trades that stand before a name: `Pfarrer Wollin`, `Bäcker Hollmann`. */
export const MEN_IN_OFFICE = set(
	'freiherr freiherrn baron graf grafen pfarrer pastor vikar pater kaplan dekan probst superintendent buergermeister oberbuergermeister ortsbuergermeister ortsvorsteher ortsvorstehers landrat stadtrat gemeinderat kreisrat lehrer rektor konrektor direktor schulleiter trainer praesident vorsitzender vorsitzenden minister kanzler baecker metzger fleischer schlachter schreiner tischler schlosser schmied bauer landwirt schaefer foerster wirt gastwirt friseur maler elektriker installateur kaminkehrer schornsteinfeger hausmeister bademeister kantor kuester organist wehrfuehrer brandmeister kommandant doktor arzt hausarzt zahnarzt tierarzt apotheker anwalt richter notar architekt polizist postbote brieftraeger busfahrer moderator abgeordneter abgeordneten kaemmerer amtsleiter meister altbuergermeister altbauer jungbauer revierfoerster gaertner zimmermann dachdecker maurermeister baeckermeister metzgermeister schreinermeister senator kamerad sportsfreund genosse',
)
export const WOMEN_IN_OFFICE = set(
	'freifrau baronin graefin pfarrerin pastorin vikarin dekanin buergermeisterin oberbuergermeisterin ortsbuergermeisterin ortsvorsteherin landraetin stadtraetin gemeinderaetin lehrerin rektorin konrektorin direktorin schulleiterin trainerin praesidentin vorsitzende ministerin kanzlerin baeckerin wirtin friseurin hebamme kantorin kuesterin aerztin hausaerztin zahnaerztin tieraerztin apothekerin anwaeltin richterin notarin architektin moderatorin abgeordnete kaemmerin amtsleiterin schwester gemeindeschwester erzieherin kindergaertnerin baeuerin foersterin sekretaerin',
)

/** Between first name and surname; the second ones only behind another. */
export const PARTICLES = set('von van de zu ten ter tom el al bin ibn di da del della dell la le dos')
export const SECOND_PARTICLES = set('der den dem')

/** Not a surname though it stands behind a title or first name: offices, trades, kin, times, everyday nouns of talk. */
export const NO_NAMES = set(
	'buergermeister buergermeisterin ortsbuergermeister ortsbuergermeisterin oberbuergermeister oberbuergermeisterin ortsvorsteher ortsvorsteherin pfarrer pfarrerin pastor pastorin doktor professor professorin praesident praesidentin minister ministerin kollege kollegin kollegen nachbar nachbarin nachbarn lehrer lehrerin direktor direktorin rektor rektorin landrat landraetin stadtrat vorsitzender vorsitzende vorsitzenden moderator moderatorin staatsanwalt richterin gott herrgott herren herr frau damen dame mann maenner frauen mutter vater kind kinder eltern leute mensch menschen und oder aber ich du er sie es wir ihr sein haus haeuser hof angst arbeit auto geld zeit jahre jahr tag tage woche wochen stunde stunden uhr euro mark montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar maerz april mai juni juli august september oktober november dezember ende anfang mitte dank danke bitte hallo moin servus guten tach ja nein doch also halt eben na ach und wenn weil dass ob wie wo was wer wann warum das die der den dem des ein eine einen einem einer mein meine dein deine unser unsere ihre kein keine alle viele manche jeder jede jedes jemand niemand keiner man beim im am vom zum zur in an auf mit von bei nach aus fuer ohne gegen um durch ueber unter vor hinter neben zwischen seit bis heute gestern morgen jetzt dann da hier dort nicht nur schon noch auch sehr mehr so zu kaffee kuchen essen schule kirche verein gemeinde stadt dorf rathaus ort platz strasse weg bus bahn wasser luft wetter sommer winter herbst fruehling fruehjahr weihnachten ostern pfingsten silvester geburtstag hochzeit urlaub ferien leben tod krieg hilfe sorge sorgen glueck pech spass lust recht ahnung idee frage antwort problem probleme sache sachen dinge ding thema meinung sinn grund gruende art weise fall teil seite recht ruhe kraft mut laden geschaeft firma betrieb chef amt ehrenamt feuerwehr sport fussball musik chor tochter sohn schwester bruder oma opa tante onkel enkel enkelin hund katze',
)

/** After these somebody has spoken or done what people do. */
export const PEOPLE_DO = set(
	'sagt sagte sagten meint meinte meinten erzaehlt erzaehlte findet fand fragt fragte glaubt glaubte denkt dachte weiss wusste antwortet antwortete ruft rief schreibt schrieb schimpft schimpfte lacht lachte moechte wollte will hat hatte ist war kommt kam wohnt wohnte lebt lebte arbeitet arbeitete macht machte kann konnte muss musste soll sollte hilft half bringt brachte faehrt fuhr geht ging steht stand sitzt sass schaut guckt kriegt bekommt kennt kannte sieht sah gibt gab nimmt nahm backt baut baute fuehrt leitet kuemmert verkauft kauft heiratete starb wird wurde weint singt trainiert spielt',
)
/** What families do: `Wollins haben`. */
export const FAMILIES_DO = set(
	'haben hatten sind waren wohnen wohnten wollen wollten kamen kommen gingen gehen machen machten koennen konnten mussten muessen kauften verkauften zogen ziehen sagen sagten bauen bauten fahren fuhren halfen helfen backen gehoeren lebten leben sassen sitzen',
)
/** Nobody but a person does this. */
export const PEOPLE_SAY = set(
	'sagt sagte meint meinte erzaehlt erzaehlte fragt fragte glaubt glaubte antwortet antwortete ruft rief schimpft schimpfte lacht lachte wohnt wohnte heiratete starb denkt dachte weiss wusste kuemmert kannte kennt weint',
)

export const ARTICLES = set('der die das dem den des')
/** Before a noun: what follows is no bare name. */
export const BEFORE_NOUNS = set(
	'der die das dem den des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren unserem unserer unsern unserm euer eure euren eurem dieser diese dieses diesen diesem jener jene jenes jeder jede jedes jeden jedem alle allen aller alles viele vielen viel wenig wenige mehr weniger manche mancher manchen welche welcher welches welchen solche solcher beim vom zum zur im am ins ans so etwas was nichts genug zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf beide beiden einige einigen mehrere mehreren andere anderen anderer anderes ganze ganzen ganz lauter letzte letzten letztes naechste naechsten ersten erste jedem irgendein irgendeine irgendeinen paar',
)

/** Before a name that somebody gives or tells. */
export const NAMED = set(
	'namens heisst heisse heissen hiess hiessen genannt geborene geborener geborenen geb nannte nennt',
)

/** Ends of German nouns that name no person. */
export const NOUN_ENDS =
	/(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|taet|taeten|ismus|nis|nisse|tum|chen|lein|strasse|platz|verein|vereine|schule|haus|haeuser|dorf|laden|halle|fest|geld|zeit|zeiten|stelle|stellen|gruppe|gebiet|leute|plan|amt|aemter|wehr|bad|bus|arzt|praxis|stadt|rat|kirche|saal|raum|raeume|kinder|arbeit|abend|treffen|betrieb|betriebe|netz|bahn|wagen|buch|markt|kreis|land|jahr|tag|wasser|werk|heim|logie|erei|ment|ismen|ierung|problem|thema|projekt|termin|antrag|buero|kuchen|brot|freunde)$/

/** Words that stay lower case and are no name behind `frau` and `herr`. */
export const NO_LOWER_NAMES = set(
	'und oder aber hat hatte ist war wird wurde kann konnte muss musste soll will wollte sagt sagte meint meinte geht ging kommt kam macht die der das den dem des ein eine einen einem einer mit von bei zu zum zur im in an am auf aus fuer nach vor seit ueber unter die da dort hier heute gestern morgen jetzt dann wenn weil dass ob wie wo was wer nicht kein keine auch noch schon nur immer nie mal ja nein doch also halt eben sich mich dich uns euch ihn ihr ihm sie er es wir ich du man so sehr viel mehr alle alles etwas nichts steht stand sitzt lebt wohnt arbeitet arbeite findet fand braucht gesagt gemeint gewesen gehabt kriegt bekommt weiss wusste denkt glaubt hilft gibt gab nimmt bringt faehrt allein alleine drei zwei vier fuenf ende anfang mitte doktor professor pfarrer pfarrerin buergermeister buergermeisterin kollege kollegin nachbar nachbarin holle des vom beim als bis gegen ohne um durch hinter neben zwischen waehrend trotz wegen ins ans tut tat ruft rief laeuft gemacht sein haben werden wuerde waere haette koennte angst lehrer lehrerin selber selbst gern gerne oft wieder gleich bloss eigentlich vielleicht wirklich einfach',
)

/** Ends by which a surname shows that is on no list. */
export const STRONG_SURNAME_ENDS =
	/(?:owski|ewski|inski|ynski|anski|enski|owsky|ewicz|owicz|iewicz|czyk|czak|szek|oglu|enko|tschuk|chuk|opoulos|adze|schwili|ovic|evic|kovic|owitsch|ewitsch|escu|meier|maier|mayer|meyer|mair|huber|bichler|pichler|leitner|lechner|linger|thaler|mueller|schmidt|schmitt|schulze|schulte|tzki|ski|sky|cki|zadeh)$/
/** Surnames that are offices or kin and stay that behind `Frau` and `Herr`. */
export const NO_TITLED_NAMES = set(
	'gott kollege kollegin pfarrer pastor doktor professor direktor rektor minister herr frau und kind nachbar lehrer praesident',
)

/** First names that are other words in small letters. */
export const NO_LOWER_FIRST_NAMES = set(
	'max mio andre malte lasse rosa reiner urban pelle phil noel kurt gut ole mal ali jo bo ina nach per rica elle mars mick kim karo alma bea lou lee sam rat mit tom kai till',
)
export const NO_LOWER_SURNAMES = set(
	'schaetz halle halt wille weite rechte beste letzte breite seite suche bitte beide arbeite sache braun stahl schneider weis reiner lasse malte linden urban nasser lax andre franz schult krause krauss wimmer prange moser kurt max rosa zehn keiner einer andere weiter stelle gerne lieber hatte waren haben sagen bauen wagen laden morgen',
)
/** Second words behind a first name that are other words more often. */
export const NO_SECOND_NAMES = set(
	'sonntag montag freitag mark morgen abend tag ende ernst angst und mal man weihnachten',
)
/** Plurals and genitives that are no family: `Parks`. */
export const NO_PLURALS = set(
	'liebes links rechts das was alles herbsts anders jungs sommers winters morgens abends nachts montags freitags sonntags',
)

/** Capital words on no list of nouns that are no names of people. */
export const KNOWN_CAPITALS = set(
	'worueber womit wodurch wofuer woran worauf woraus wobei wohin woher wozu weshalb wieso weswegen warum daraufhin trotzdem stattdessen jedenfalls deshalb deswegen darum dafuer dagegen damit danach davor dabei daran darauf seitdem bisher meistens manchmal irgendwann irgendwie irgendwo niemals inzwischen mittlerweile frueher spaeter zuerst zuletzt vielleicht eigentlich offiziell ueberhaupt daheim drueben frueh insta ostern lichtmess hartz mich dich uns euch sich mir dir ihm ihn leut grosses gutes neues altes schlechtes liebes schoenes weiteres naeheres ganzes links rechts kanada brasilien australien mexiko israel aegypten marokko tunesien algerien nigeria ghana kenia kongo libanon jordanien pakistan indien bangladesch thailand philippinen korea neuseeland portugal finnland island irland schottland litauen lettland estland moldau georgien armenien aserbaidschan usbekistan lotto couch yard hobby hobbys homepage website internet online app apps mail mails team teams workshop workshops event events meeting party partys baby babys jeans laptop tablet handy handys smartphone computer software shuttle carsharing coworking halfpipe skatepark skater blog podcast newsletter feedback story storys sowieso platt hochdeutsch plattdeutsch deutsch englisch tuerkisch arabisch russisch polnisch franzoesisch sie ihnen ihr ihre ihren ihrem ihrer deutschland europa afrika asien amerika frankreich italien spanien polen russland ukraine syrien afghanistan irak iran tuerkei oesterreich schweiz holland niederlande belgien daenemark schweden norwegen england griechenland rumaenien bulgarien kroatien serbien bosnien kosovo albanien ungarn tschechien vietnam china indien japan eritrea aethiopien somalia bayern hessen thueringen sachsen franken schwaben baden wuerttemberg westfalen brandenburg mecklenburg holstein saarland niedersachsen ruhrgebiet schlesien pommern ostpreussen sudetenland kasachstan usa ddr brd rhein main donau elbe weser oder neisse saale neckar mosel ostsee nordsee alpen harz rhoen schwarzwald spessart vogelsberg taunus eifel aldi lidl rewe edeka penny netto norma kaufland rossmann obi ikea amazon google facebook instagram whatsapp youtube tiktok netflix zoom audi bmw mercedes volkswagen golf opel ford porsche traktor unimog corona covid bundestag bundesrat bundesliga instagram excel word powerpoint wlan ebay paypal dhl hermes deutschlands europas gottes jesu christi jesus christus islam allah bibel koran',
)

/** Capital inside a sentence and no name: adjectives made nouns, people of places, words taken from English. */
export const NO_BARE_NAMES =
	/(?:lich|ig|isch|sam|bar|haft|los)(?:e|en|er|es|em)$|(?:end|ent|ant|iert|test|ert|elt|tert)(?:e|en|er|es|em)$|^(?:ge.{3,}(?:t|n)e[nrsm]?)$|^(?:un.+)$|^(?:erst|zweit|dritt|viert|fuenft|sechst|siebt|acht|neunt|zehnt|elft|zwoelft)e[nrs]?$|(?:ere|eren|erer|eres|ste|sten|stes)$/

/** A noun put together from others may be a surname when it ends like this: `Ottersbach`, `Stegemann`. */
export const NAME_LIKE_ENDS =
	/(?:mann|macher|graeber|grabe|baum|kopf|horn|haus|bach|horst|hoff|kamp|stein|brock|berg|brink|rath|meister|busch|stedt|beck|burg|thal|au|knecht|koetter|laender|hoefer|kaemper|huber|feldt|brueggen|voss|vogt|weber|schmied|schneider|krueger|heimer|hauser|bacher|berger|dorfer|steiner|reuter|moser|egger|wieser|becker|bauer|mueller|hagen|loh|roth|scheid|siepen|born)$/

/** Openings of sentences that are no names, by their ends. */
export const OPENINGS =
	/(?:hin|lich|ig|isch|sam|bar|haft|los|weise|mals|dings|falls|ens|waerts|seits|ell|halb|wegen|mal|ste|sten|ster|ere|erer)$|^(?:auf|ab|an|aus|ein|mit|vor|zu|nach|um|los|weg|hin|her|kaputt|zusammen|zurueck)?ge.{2,}(?:t|en)$|^(?:ver|be|er|zer|ent).{3,}t$/

/** Trades whose feminine form is a woman's name today. */
export const TRADES_OF_THE_PAST = set('muellerin meierin maierin wagnerin moserin lehnerin huberin')

/** Verbs behind a bare name: something is done to people. */
export const DONE_TO_PEOPLE = set(
	'fragen gefragt anrufen angerufen kennen gekannt bitten gebeten treffen getroffen besuchen besucht gesprochen geredet telefoniert gewaehlt geheiratet gegruesst gruessen eingeladen einladen beerdigt vermisst vermissen begleitet gepflegt',
)

/** What people do and a season or a mood does not; `ist` and `war` say nothing (`Lang ist es her`). */
export const PEOPLE_ACT = set(
	'hat hatte hab habe moechte wollte will kann konnte musste sollte macht machte half hilft bringt brachte faehrt fuhr nimmt nahm backt baut baute fuehrt leitet verkauft kauft kriegt bekommt beschwert spielt singt arbeitet arbeitete lebt lebte ging geht sitzt sass unterschreibt unterschrieb uebernimmt uebernahm organisiert redet redete schweigt schreibt schrieb hoert',
)

/** Without an article these are a season, a mood, a stuff, and no name. */
export const NEVER_BARE = set(
	'man alle kraft glueck streit stolz sommer winter herbst mai freitag sonntag montag sonnabend august morgen abend trost gut best recht rest post moos korn mehl kohl kohle pilz staub mohn wind sturm regen schnee eis stahl holz kupfer zink zinn sand stein fleisch fisch wurst speck pfeffer kuemmel schmalz hass zorn mut liebe leid freund feind volk will frei rat unruh dank heil geist sinn denk halt alt jung deutsch frisch froehlich schnell schoen schade leicht schlecht stark scharf ruf wahl wende preis steuer hoch flach block klug ernster kampf marsch schlag tausch wandel leiter klapper platt',
)

/** Times of the year and week: no grammar tells them from a surname. */
export const NEVER_BARE_TIMES = set('sommer winter herbst mai august freitag sonntag montag sonnabend morgen abend')

/** Adjectives that are surnames: with a capital and no article, inside a sentence, they name somebody. */
export const ADJECTIVE_NAMES = set(
	'klein kurz lang gross jung alt schwarz weiss braun fromm reich stark streng wild dick duerr kahl krumm klug kuehn stolz hoch gut',
)
/** Unless they come in pairs: `Groß und Klein`, `Schwarz auf Weiß`. */
export const ADJECTIVE_PAIRS = set(
	'jung-alt alt-jung gross-klein klein-gross lang-breit kurz-gut schwarz-weiss arm-reich reich-arm dick-duenn hoch-heilig',
)

/** Behind these a noun often stands without an article. */
export const PREPOSITIONS = set(
	'mit ohne als fuer aus per bei auf in und oder wie statt wegen trotz gegen an ueber unter nach vor',
)
