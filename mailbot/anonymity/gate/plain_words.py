"""Names that are words as well: where such a word means nobody, the gate must let it pass.

Three kinds, by how much a capital letter says. Kept by the gate alone: an error in it must not be one of the scrubber
as well.
"""

from __future__ import annotations

# So usual that even two of them side by side say nothing: "it may long be so" names no May Long.
_VERY_COMMON = """
able about above according account across act action actually after again against age ago air all almost along already
also although always among and another answer any anyone anything are area around art ask asked available away baby
back bad based beautiful because become been before behind being believe best better between big bit black board body
book both boy break bring building business but buy call called came can car care case cause center chance change
check child children city class clear close club college come comes coming common community company control cost could
country county couple course court current cut data date day days dead deal death deep department design development
did died different does doing done down due during each early easy education either else end energy enough especially
even event ever every everyone everything example experience eyes face fact family far fast father feel few field
fight film final finally find fine fire first five following food for force form former found four free friend friends
from front fuck fucking full fun further future game games gave general get gets getting girl girls give given god
goes going gold gone gonna good got government great group guess guy guys had half hand happen happened happy hard has
have having head health hear heard heart held help her here high higher him himself his history hit hold home hope
hour hours house how however human idea important include including industry information inside instead international
into issue issues its job just keep kids killed kind knew know known land large last late later law lead least leave
left less let level life light like likely line list little live living local long look looking looks lost lot love
low made main major make makes making man many market matter maybe mean means media meet member members men middle
might military million mind minutes miss moment money month months more morning most mother move much music must
myself name national near need needed needs never new news next nice night non north not nothing now number off often
old once one online only open order other others our out outside over own parents part party past pay people per
perfect period person personal phone place plan play played player players playing please point points police
political position possible post power present president pretty price private probably problem problems process
program project public put question quick quite rather read ready real really reason record red remember report
research rest result results right rights road room run running said same saw say saying says school season second
security see seems seen self sense series service services set several sex share she shit short shot should show shows
side similar since single site six small social some someone something sometimes son song soon sorry south space
special star start started state states stay still stop story street strong students study such support sure system
take taken takes taking talk talking team tell term test than thank thanks that the their them then there these they
thing things think thinking third this those though thought three through time times today together told too took top
total town training true try trying turn two type under understand united university until use used using very video
view wait want wanted wants war was watch water way week weeks well went were west what when where whether which while
white who whole why wide wife will win wish with within without woman women won words work working works world would
wrong yeah year years yes yet you young your yourself
"""
# Words, and the names of people: English ones, then those of the languages around it.
_COMMON = """
abbas abbey abbot abbott aber ability absolutely accept accepted accepts access accounts ace acqua acre acres acting
actions active activities activity actual add added addition additional address addresses administration admire adult
advanced advantage advice agency agent agree agreed agreement agua ahead aid aime airport akin alas album alegre algo
alias alle aller alles alley allow allowed alm alma almond alone alpha als alt alta alter alto altro amado amato
amazing amber amen amend ames amico amigo amis amor amore amount analysis anche anchor ange angel angeles anger angle
angles animal animals anno announced annual anonymity ans answered answers antes anti anymore anyway anywhere apart
app apparently appear appeared appears appendicectomy application apply appraisal appreciate approach aqui arbeiter
arch archer areas arena argent ark arm arme armor arms army arrived arrives article artist ash ashes asi aside asking
asks ass assess assesses assessment assistance associated association atlas attachment attachments attack attempt
attention auch audience audit auf aura aus author authority avant avec average avocet avoid avoir award aware awe
awesome aye ayer azul azure baba bach bachelor background backward bacon badger badly bag bail bajo bake baker balance
bald bale ball balls band bang bangs bank banker banks banner banning bannister baptist bar baran barba barber barbie
bard bare barefoot barge bark barker barley barn barnes baron barr barren barrier barrio barrister barrow base bash
basic basil basis basket bass bassi basso bates batman battle battles bauer baum bay bays beach beam beams bean beans
bear beard beat beau beauty beaux beaver became beck becker becomes becoming bed bee beek beer beers began begin
beginning begins begun bein believed bell bella belle bello belonging belongs below belt ben bench bender bene
benedict benefit benefits bent ber berg bergen berger berry beside besides bet beverage bey beyond bianchi bianco bias
bible bien bigger biggest bill billing billion bills binder bing birch bird birth birthday bis bischof bishop bitch
bitte bitter bittern bjork blackouts blade blades blanc blanca blanco bland blank blatt blau blaze blessing blick
blind bliss blizzard block blog blood bloom blossom blotted blow blue blum blunt boden bodily boer bogus bois bold
bolster bolt bon bond bonds bone bones bong bonheur bonne bonnet booker books boom boon boot booth boots booze border
borders borg boring born borne bos bosch bosco bose boss bottom bottoms boucher bought boulanger bounds bourbon
bourgeois bourne bout bow bowel bowl bowler bowling bowman box boxer boyd boys brace brain brake bran branch brand
brandy bras brass braun bravo bray brazil breaking breed breeding breeze breit brew brewer brick bride bridge bridges
bright brink bro broad broaden brock broke broken broker brook brooks broom brother brothers brought brouwer brow
brown browning bruder bruin brun brunette brush brust brutto buch buck buckle bud buddy budget bueno buff build built
bull bullock bulls bump bun bunch bunker bunny bunting buona buono burden bureau burger burgess burke burn burner
burns burr bury bus bush buster busy butcher butler butt butter button butts buying bye cabello cabeza cable cadence
cadet cage cain cal caldo calle calling calls calvo camel camera camino camp campagna campaign campo campos camps
canary cancel cancer candy cane canning cannon cannot cannulation cano canon canton cap cape capital captain cara card
cardinal cards career cargo caro carpenter carr carrera carrier carries carry cars carter carver casa casas cases cash
casino caso cass cassette cast castle castro cat catch cater caught caused cave caves cell cells cena cent centers
central century cerca certain certainly cha chain chairman chalk challenge chamber chamberlain chambers champ
champagne champion chancellor chandler changed changeover changes changing channel chapel chaplain chapman character
characters charge charity charter chase chat chaucer chaud che cheek cheeks cheers chef cher chere cherish cherry
chess chestnut chew chez chi chick chief chien chiesa chill chin ching choice choose chow christians chuck church ciel
cielo cinco cinnamon circle cisco citizen civil claim claims clair claro classes clause claw clay clean clearly clerk
clever click client cliff clinic clinics clock closed closer cloud clover coach coal coast coats coca coco code coeur
coffee coffin coil coke cola cold cole collar colleague collection collier collins colon color colorado colt column
comfort commander comme comment comments commercial commission committee commodore commons compared competency
competition complete completed completely complex computer comte concept conception concerned conde condition
conditions condo cone conference confidential confirmed congress conn connection consent consider considered constable
constant construction contact conte content conti continue continued continues contra contract controller conversation
conversations converse cook cooks cool cooler coop cooper coordinator coordinators coot cope copper copy coral core
cork cormorant corn corner corners corona corp corporal corps corpus correa correct cosa costa costs cote cotton couch
council counselling count counted counter countess counts coup coupe cour courts cousin cousins couture cover covered
covert coward cowboy cox craft crafts crane crank crater crazy cream create created credit creed creek crespo crew
crews crime criminal crisp critical croce crook cross crow crown cruise cruz crystal cuando cue cuesta cueva cuff
cultural culture cummings cup curate curb curl curlew curling currently curry customers cutler cutter cutting dad dag
dahl daily daisy dal dale daly dam damage dame damn dan dance dancer dang dangerous dann dans dare daring dark darling
dart das dash dass dates daughter davenport dawn deacon dean dear decide decided decision deck decker declined deeds
deem deer defense definitely degree dein dekker delay delayed delgado delivered dell delta dem demain demand demo
democratic demos den dent deputy der dernier des description desde designed desire despite despues dessert destiny
details deutsch deux develop developed dew dia diagnosis dial diamond dice dick dickens dicks die dies difference
difficult digital dijk dik dike ding dinner dipper dir direct direction directly director discovered distance district
ditch ditto diver divers divine division dock doctor dodge doe dog dogs dolce dole doll dollar dollars dolphin don
donde dong doom door dopo dort dos dot double doubt doux dove dow downing downs dragon drain drake draw dream drei
dress dresser drew drink drive driver driving droit drone drop dropped drown drug drugs drum drummer dry dryer dub
duck duda dude dues duet duff duke dull dunk dunkel dunlin dunnock dur durch duro dusty duty dye dyer dyke eager eagle
eagles earl earlier earnest earth easier easily east eastern eat eating eau eaux ebony echo economic economy edge
edition een effect effective effects effort efforts egret ehrlich eigen eight ein eine eis eisen ekman elder elders
election elk ella ellos email emails emerald employees empty encore encrypted encrypting encrypts ended ends enfant
eng engel engine engineering enjoy enrolment enter entered entire entre environment episode equipment era ernst error
erst escudero ese eso espinosa essen est esta established estate estrada etc eve evening events eventually everybody
evidence evil exactly exam excellent except exchange exchanged exchanging excited executive exist existing expect
expected explain explains explicit extra extremely eye fabbri factor facts fail failed fails fair fairy fait faith
falcon falconer falk fall fallen falls famous fan fang fanny fans farina farm farmer fashion fat fate fatto fault
faults faure faux favor favorite favors fear fears feather feathers feature features federal fee feedback feeling
feels fees feet fein feld feliz fell fellow fellows felt female femme fender fer fern ferraro ferro ferry fett feuer
fiel fielding fields fife fifth fighting figure figures file files fill filled filler fills fils fin financial finch
finding fines finger finish finished fink fiore firm fisch fischer fish fisher fit fitting fix fjord flakes flavors
fleet fleur flick flight fling flink flint flock flood floor flor flores flot flower flowers fly focus foil fol folds
folk folks follow followed follows fond font fontaine fontana foot football forbes forced forces ford fore foreign
foreman forest forever forget forms fort forte fortune forward fosse foster fou foundation fountain fourth fowler fox
fraction frame franc franco frank frau freddo freed freedom freeze frei freitag fresh freshwater freude freund
friendly froh froid frost fry fuchs fudge fuente fuentes fuerte fuhr fuller fully fulmar function fund funds funk
funny furry fury fuss gain gains gaj gala gale gall gallo gallon gamble gang gannet gant ganz garde garden gardener
garland garner garrison garten gas gast gates gato gatti gatto gay gear gearing gee geist gelb gelo gem gene generally
generation genesis genie gens gente gentile gentle gern gerne gift gilbert gill gin ginger gioia giorno giudice giusti
gives giving glad gladly glance glass glen global glory gloss glover goal goals godwit goed goldcrest golden gong goo
goodman goodnight goods goodwill gora gore gott gotta graaf grace gracia gracias grade graf graft grain gram grams
gran grand grande grant gras grass grassi grasso grau grave gravel graves gray greater grebe greco green greenhouse
greenwood greif gren grey grief grieve griffin grill grim grimes grinder gris groen groom groot gros gross grosse
grosz ground grounds groups grove groves grow growing growth grund guard guardian guerra guerre guerrero guest guide
guild guillemot guise gull gully gum gun gunner gut gutter haan haar haas hack hacker hacking hahn hail hair hale hall
halle hallmark halls hals halt ham hamburg hamburger hamlet hammer hammers handel handing handle handler hands handy
hang happening happens harbor harden harder harding hardy hare harm harmony harness harp harper harsh hart harvest
hase hash hasta hatch hate haupt haus haut hav haven hawk hawks hay hayes hayward hazard hazel heal healthy heap heaps
hearing hears heat heater heath heather heaven heavy heck hedge heel heer height heil heim heiss heist heiter hell
helm helped helper helping helps herald herb herbe herbst herd heritage hermoso hero heron herr herrera herrero
herring herrmann herself herz heute hey hick hicks hidden hier hierro highland highly hijo hill hills himmel hin hires
hiring hirsch hitch hobby hoch hoek hof hogan holder holding holds hole holiday holidays hollow holly holm holmes holt
holy holz hombre homes homme hon hond honest honey hong honor honour hood hoog hook hooker hooks hoop hooper hoops
hoover hopes hopper hopping hora horn hors horse hose hospital host hot hotel houseman housing hoy huber hue hug huge
huis humble hund hung hunger hunt hunter hurdle hurley hurt husband husbands ice ich ici ideas identifiers identify
iglesia ihr image images imagine immediately immer impact imperial impossible improve improved inc incident included
includes indeed individual individuals influence ing innocent institute insurance interest interested interesting
interests internet interview introduce investigation investment invierno invitation invite involved iris iron irons
island issued items itself ivory ivy izquierdo jaar jacks jade jager jardin jasmine jasper jeans jest jet jeune jewel
jobs jock johns join joined joiner joining jolly jong jour journal journey joy judge jump jumper jung junge junior
junk jury juste justice kaas kaiser kale kalt kamp kampf kann karma keen keeping kein keizer kept kern kestrel kettle
key keys khan kid kidd kidney kill killing killings kin kinder kindle kinds king kiss kit kitchen kitchens kite kitty
klar klein kleine klerk klok knapp knee knight knights knowing knowledge knows knuckles koch kok konig koning kool
koop kopf korn kort kraft kramer krank kraus krause krebs kreuz krieg krol krone kuhn kuiper kunst kurz kvist laan
labels labor lac lace lack lad lado lady lake lakes lam lama lamb lambert lamm lamp lance lands lane lang lange
language lapwing larger largo lark lash lass latch latest latino laughter laurel laut lavender lawful laws lawyer lax
lay lea leader leaders leadership leading leads leaf league leak leaks leal lean leap learn learned learning lease
leaves leaving lebe leben leblanc leche lecomte led ledger lee leeuw lefort legal legitimate legrand legros leicht
leid leisure leiter lejeune lemon length lenoir leone leopard leroux les lesage lesser letter letters levels lever
levin levy lex liberty library libre licht lie lieb liebe lies lieu liked likes lilac lily limb limited lin lind linde
lindo linen liner lines ling linger link links linnet lion lis listed listen literally lived lively lives llano loan
lobe lobo located location lock locked locker lodge lone longer longo loo looked loop loose lord lords lore lors los
lose losing loss lots loud louder loved lovely lover loving lower lowers luce luck lucky luego luft lugar lui lund
lune lung lungo lush lust lustig lux lynch maan mace machine macho macht mad madden madre magazine magic mai maiden
mail mains mais maison maize majority majors mak maker mal male malin malo managed management manager managers mango
manly mann manner manners manning mano manor mans manso mantle manual map maple mara marble marchand mare marechal
marigold marina marine marini mark marked marker marketing marks markt maroon marquis marriage married marrow marry
mars marsh marshal mart marvel mas mash mask mason mass mast master masters mat match mater material materials matron
matte matters maudit max maxim mayer mayo mayor maze mazur mazza mead meadow meadows meals meaning meant mecca medal
medic medical medicine medicines meek meer meeting mehr meijer mein meister mejor mel melody meme memory meno menor
menos mensch mental mentee mentees mention mentioned mentor mentoring mer mercado mercer merchant mercy mere merit
merkel merlin merry mes mesa mess message messages messenger messing met meta metal method metro mick mid mieux mild
mile miles mill mille miller milling mills min mine miner mines ming minister minor mint minute miracle mismo missed
missing mission mister misty mit mix mixer mobile mock mode model models modern mois mole molina molino molto mom mond
monde monk monks mont montag montes monti mood moody mooi moon moor moorhen moos moose moral morales moreno morgen
mori mork morocco morrow morse mort morte moss mostly mot motto moulin mount mountain mounts mouth moved movement
moves movie movies moving moyen mroz mucho muerte mule multiple mund mundo murder murphy muse mustard muy nacht nada
nagel nah nail nails named names natal nation nations natural nature naval nay nearly neat necessary needles negative
negatives negro neighbors neither nephew neri nero ness nest net network neu neumann newborn newcomer newly nez nicely
nicht nichts nickel nieto nieve nightingale nights nine noble nobles nobody noch noche noir nom none noon nor nord
norden normal northern nos nosotros note noted notes notice noticed notte nous nova novel nuclear nueve nuevo nuit
null numbers nun nunca nur nurse nursing nuthatch oak oaks ober obey obviously occhi ode oder offer offered offers
officer officers official oft oggi oil ojo okay older olds olive ombre omega ones onto onze opened opening opens
operating operation operations operator opinion opportunity option optional options ora orange orchard ordered orders
ordinary ore organ organist organization original oro ort osprey ost oster otherwise otro otter otto oud ours outlaw
outre overall overly owned owner pace pack pagan pagano page pages paid pain painter pair pairs paisley paix pal palm
palma palmer pals pan pancake pane panther papa paper para paradise pardo pardon parent parente parish parisi park
parker parks parliament parody parrot parry parson parsons particular particularly partner partridge parts pas pascal
pascual paso pass passe passed passes pastor pastore patch patience patient patients patron patty paying pays paz pea
peace peach peacock peak peaks pear pearl peat peck peek peel peer peg pein peine pellegrini pen pena pence penna
penny peoples pepper peppers pequeno percent pere perforated performance perhaps perle pero perrin perro persons pesce
peters petit petite petrel petty peu peur pew pfeffer pheasant photo photos physical piano piazza pick pickle pickles
pickup pico picture pictures piece pied piedra pieno pier pierce pigeon pike pilgrim pillar pillow pilot pin pine
pines ping pink pinto piper pipes pitcher placed places plage plain plank planned planning plans plant plants plaster
plate platz plays plaza pleas pleasance pleasant pleased pleno plover plum plumber plus poco poe poil pointer poirier
pole policy polite politics poll polo pomme pond ponder ponds pong pont pool poor pop pope poppy popular population
porch porque port porta porte porter portfolio positive positives possibly posted poster potential potter potts pound
pounds pour powerful powers practice prado pray prayer pre precious premier prepared pres presence presented press
pressure pressures prevent previous previously prevost prices pride priest prieto prima primary prime primer primo
primrose prince princess prins printemps prinz prior prison privacy prix prize pro procedure procedures produce
produced product production products professional professor profit programme programs progress projects prom proper
property prophet prosper protect protection proud prove provide provided providence provides province prudence
published puente puerta pues puff puffin puis pull punch punto pur purchase purple purpose push putting quail quaker
quality quand quarter que queen quelle questionnaire questions qui quickly quien quiet quill quotes race rad radio
rail rain rains raise raised rak rake ram ramp ran rand randy range ranger rank ransom rape rare rasch rash rask rat
rate rates rave raven ray razor razorbill reach reached reaches reader reads reality realize reaper reasons receive
received receives recent recently recht recorded records rector reddish redstart reduce reed reel reeves reference
reflection regal region register registered registrar regular reich reiche rein reis reiter related relationship
relatives relay release released religion religious rely remain remains remind reminded reminder reminders removed
render replay replied reply reported reports require required respect response responsibility responsible returned rey
reyes rhymes ricci ricco rice rich riche richer richter rick riddle ride rider ridge riding rien rincon ring rink rio
ripple rise rising risk ritter river rivers rivet rizzo roach robbins robin rock rocker rocky rod rode roe rogers
rogue roi rojo role roles roll roller rolling rolls romano romans romero rond roof root roots ros rosales rose
rosemary rosen roses rossa rosse rossi rosso roster rot roth rouge rough round rounds roux row rowan rows royal royals
royalty rubio ruby rude rue rueda ruh ruhe ruhig ruiter rule rules rumble rund runner runs rush rushing russo rust
rusty rye sabato sabio sacco sack sacks sad safe safety sage sailor sailors saint sala salas sale sales salmon salt
salud salz sample samples samt sand sanderling sanders sands sane sanft sang sanger sans santo santos sarto
satisfaction satisfied satt sauer sauvage savage save saving savvy sawyer scala scale scales scarlet scene schaap
schade scharf schatten schatz schick schipper schlag schlecht schloss schluss schmal schnee schnell schon schools
schouten schuld schumann schuster schutz schwarz schwer science score screen screws scuro sea seal seals search sears
seat seats sec seco seconds secret secretary section secure secures seeds seeing seem seemed sees segura sehr seigneur
sein seine seit sel selbst sell sella seller selling sells sempre senate send sends senior sensitive sent senza
separate sera sergeant serious seriously sermons serra serrano serve served server ses session sessions setting settle
settles seul seven severe sexual shack shade shag shah shake shall sharp shaw sheaf shear shearwater sheen sheets
sheikh shell shepherd sheppard sheriff sherry shield shields shift shifts shin shine ship shire shock shoe shook
shooting shop shore shores shorter shorts shoulders showed showers showing shown shut shutter shy sick sides siemens
siempre sign signature signatures signed significant sikora silber silk sill silva silver sim simple simpler simply
sims sin sind sing singer sink sinn sinner sir siskin sister sit sites sitting situation size sjo skills skin skinner
skip skipper skog skua sky slack slager slate slater slaughter slay sleep sleeper slick slightly slow sly smack
smaller smart smiley smiling smit smithy smits snel snow sober society software sohn soir sol solar sold soldier sole
soleil solo somebody somewhere sommer songs sonne sonntag sons sooner sort sorte soul sound sounds source sources sous
southern sowa spada spade span spark sparkle sparks sparrow spat speak speaker speaking speaks spear spears specialist
species specific speech speed spell spells spence spend spent spiegel spijker spikes spina spinner spirit spoke spoon
spoonbill sports spot spray spread springer springs sprinkle sprung square staal stack stacks staff stage stahl stairs
stake stalker stall stalls stamm stamp stamps stand standard standards standing stands staple staples stark starling
starr stars starting starts stated statement station status stays steel steen steep steer steiger stein steiner stem
step sterk sterling stern steward stewart stick sticker stiff stil stock stocking stocks stoke stokes stolz stone
stonechat stones stood stopped stops storch store stored storm storms stormy stout strada straight strain strait
strand strange strategy strauss straw stream streets streit strength stretch striker strom struck structure stuck
student stuff stump stumpf stupid sturgeon sturm style styles subject subspecialty success successful sue sugar
suggest suit suits sultan sum summers summit sund sung sunny sunshine super supervision supply supposed sur surely
surer surface surgeon surgical surprise sus suss swallow swan sweat sweet sweetheart swift swim swing sword swords
systems tab table tack tag tailor tak tal talent tall tally tambien tan tang tank tant tanto tanz tard tarde target
tart tas task tau tax tea teacher teachers teaching teal teams technical technology tee teich telephone television
teller telling tells temper temperance temple temples tempo temps ten tendre tennis tequila terms tern terra terrace
terre tes testa tete text thatcher theatres theirs themselves theory therefore thinks thistle thor thorn thoughts
thousands threat thrift throne throughout throw thus thym tick tide tief tiempo tier tierra tiger till tilleul timber
timezone timmer tinder ting tiny tipping title tod toda todo toll tomba tomorrow ton tone tongue tonight topping toro
torre torres totally touch tough tour tous tout tow towards tower towers towns toy trace track trade trader
traditional traffic trail train trainees trainer tram travel treasure treat treated treatment tree treecreeper trees
tres trial tried trigo trim trinity trip triste trois troll troop trop trost trouble troubled trout truly trump trust
trusted truth tuck tucker tuin tune tur turned turner turns turnstone tutor tutto twenty twice twin twist twitter
tyler types uhr und understanding understood underwood undo ung union unique units unknown unless unlike uno
unsatisfied unter unwrap uomo updated upon upright urban useful users uses usher usted usually utter uva vaak vaca
vache vale valentine valentini valiente valle vallee valley value van vanish variety various vecchio veen vega vehicle
vela veld velvet vent vento venus ver verano verdad verde verge verger verity vero version vert vessels vest via vice
victory vida videos vie viejo viel viento vier vieux views vif vik villa village ville vin vine vines vineyard vino
vinter viola violence violet virgin virtue visit visser vita vital vitale vite viva vivier vivo vlug vogel voice voici
voie voila voir vois voisin volk voll volpe volume voluntary vom vor vos vote vous vrai vries vroom waal wach wager
wages wagtail wahl waiting waits wake wald walk walking wall walls waltz wan wand wann wanna ward warden wards ware
warm warn warner warrior wash washer wasser waste watching waters watt watts wax ways weapons wear wearing weary
weather weaver web webb weber website wedding wedge wee weed weekdays weekend weekends weekly weer wegen wehr weich
weight weil wein weir weird weise weiss weit wel welcome weld welt wen wenig wenn werk wert western wetter whatever
wheat wheatear wheeler whenever whimbrel whinchat whites whoever whom whose wick wie wieder wijn wild wilder wilk
willing willow wills wind window windy wine wines wing winger wink winkel winner winning winters wir wire wirt wisdom
wise wiser wit witt witte witty wohl wojt wolf wolff wolke wonder wonderful wonders woo wood wooden woodland woods
woody wool worked workers workplace worm worries worry worse worst wort worth worthy wow wraps wren wrench wright
write writer writes writing written wrona wrote wunder wunsch yard yates yell yen yer yesterday yin yngre yorker
younger yours youth yuan zahl zahn zajac zand zanna zart zeal zee zeer zeit ziegler ziel zijn zima zimmer zimmermann
zomer zon zone zorn zucca zucker zug zuiden zwaan zwart zwei
"""
# Written with a capital whatever they mean: months, days, places, peoples, programs; and the short words of Europe.
_CAPITALISED = """
ac acrobat ad adelaide adobe advent africa african ag al alexa am america american an apple apr april arab as asia at
aug august austin austria autumn bath be bedford belgium berlin birmingham blackburn blackpool bolton boston bradford
brighton bristol britain british brooklyn burnley burton by cambridge canada canterbury cardiff carlisle carolina
catholic chelsea cheltenham chester china christian christmas cleveland clifton co cornwall coventry crawley croydon
ct cyprus da dallas danish darlington darwin de dec december del denmark denver derby devon di do doncaster dover dr
du dublin dudley durham dutch ea easter ed egypt eh el em en england english er es et eton eu europe excel exeter fa
feb february finland florence florida fr france french fri friday geneva georgia german germany glasgow gloucester go
google gp greece greek guildford halifax hamilton hampton harrow hartford hastings he hereford hi ho hogmanay holland
houston hull hungary iceland id if ii il im in india indian ipswich ireland irish is israel it italian italy iv ja jan
january japan je jersey jewish jordan jul july jun june kent kenya kingston la lancaster le leeds leicester lent
lincoln liverpool lo london luton lyon ma mac madison madrid malta manchester mar march may me melbourne mi middleton
milan mon monday mr ms my ne newcastle newton ni no norfolk norse northampton norway norwich nottingham nov november
nu ob oct october of office oh ok oldham on or os ou outlook oxford pa paris perth petersburg phoenix plymouth pm po
poland polish portugal preston ra re reading richmond ripley rn rochester roman rome rugby russia sa salford salisbury
sat saturday scot scotland scots scottish se sep sept september sheffield shrewsbury si siri so somerset southend
spain spanish spring sr st stafford stirling stockport stratford su suffolk summer sun sunday sunderland surrey sussex
sutton swansea swede sweden sydney ta tb te thu thur thurs thursday ti to trent truro tu tue tues tuesday turk turkey
tv tyne uk um un una up us va venice vi vienna virginia vo vs vu wakefield wales walsall warwick washington we wed
wednesday wellington wells welsh westminster whitby wigan winchester windows windsor winter wo wolverhampton worcester
word ya ye york zoom zu
"""
VERY_COMMON = frozenset(_VERY_COMMON.split())
WORDS = VERY_COMMON | frozenset(_COMMON.split())
CAPITALISED = frozenset(_CAPITALISED.split())
