"""Names that are words as well: where such a word means nobody, the gate must let it pass.

Three kinds, by how much a capital letter says. Kept by the gate alone: an error in it must not be one of the scrubber
as well.
"""

from __future__ import annotations

from mailbot.anonymity.gate.foreign_words import FOREIGN

# So usual that even two of them side by side say nothing: "it may long be so" names no May Long.
_VERY_COMMON = """
able about above according account across act action after again against age ago air all almost along already also
although always among and another answer any anyone anything are area around art ask asked available away baby back bad
based beautiful because become been before behind being believe best better between big bit black board body book both
boy break bring building business but buy call called came can car care case cause center chance change check child
children city class clear close club college come comes coming common community company control cost could country
county couple course court current cut data date day days dead deal death deep department design development did died
different does doing done down due during each early easy education either else end energy enough even event ever every
everyone everything example experience eyes face fact family far fast father feel few field fight film final find fine
fire first five following food for force form former found four free friend friends from front fuck fucking full fun
further future game games gave general get gets getting girl girls give given god goes going gold gone gonna good got
government great group guess guy guys had half hand happen happened happy hard has have having head health hear heard
heart held help her here high higher him himself his history hit hold home hope hour hours house how however human idea
important include including industry information inside instead interest international into issue issues its job just
keep kids killed kind king knew know known land large last late later law lead learn least leave left less let level
life light like likely line list little live living local long look looking looks lost lot love low made main major make
makes making man many market matter maybe mean means media meet member members men middle might military million mind
minutes miss moment money month months more morning most mother move much music must myself name national near need
needed needs never new news next nice night non north not nothing now number off often old once one online open order
other others our out outside over own parents part party past pay people per perfect period person personal phone place
plan play played player players playing please point points police policy political position possible post power present
president pretty price private probably problem problems process program project public put question quick quite rather
read ready real reason record red remember report research rest result results right rights road room run running said
same saw say saying says school season second security see seems seen self sense series service services set several sex
share she shit short shot should show shows side similar since single site six small social society some someone
something sometimes son song soon sorry south space special star start started state states stay still stop story street
strong students study such support sure system take taken takes taking talk talking team tell term test than thank
thanks that the their them then there these they thing things think thinking third this those though thought three
through time times today together told too took top total town training true try trying turn two type under understand
united university until use used using very video view wait want wanted wants war was watch water way week weeks well
went were west what when where whether which while white who whole why wide wife will win wish with within without woman
women won words work working works world would wrong yeah year years yes yet you young your yourself
"""
# English words, and names of people.
_COMMON = """
abbas abbey abbot ability accept accepted accepts access accounts ace ache acre acres acting actions active activities
activity actual add added addition additional address addresses administration admire adult advanced advantage advice
afternoon agar agency agent agree agreed agreement ahead aid airport akin alameda alas albino album alder alderman alias
alley allow allowed almond alone alpha alt alter alto amazing amber amen amend ames amis amount analysis anchor andes
angel angelic anger angers angle angles angst animal animals ankle announced annual anonymity answered answers ant anti
anymore anyway anywhere apart app apparently appear appeared appears appendicectomy application apply appraisal
appreciate approach arch archer ard areas arena arenas ares argyle arm armor arms army arrived arrives artery article
artist ash ashes aside asking asks ass assess assesses assessment assistance assistant associated association atlas
attachment attachments attack attempt attention audience audit aura author authority average avocet avoid award aware
awe awesome axe aye azure baba babel bachelor backer background backward bacon badger badly bag bail bailiff bake baker
bal balance balboa bald balding bale bales ball balls band bane bang bangs bank banker banks banner banning bannister
baptist bar barber barbie bard bare barefoot barge bark barker barks barley barn barns baron barre barren barrier barrio
barrister barrow barter base bash basic basil basis basket basque bass bat bates batman battle battles bay bays beach
bead beagle beam beams bean beans bear beard beat beau beauty beaver beavers became beck becomes becoming bed bee beech
beer beers beets began begin beginning begins begun believed bell bella belle bellows belly belonging belongs below belt
bench bender benefit benefits bennet bent berg berry beside besides bet beverage bey beyond bias bible bigger biggest
bill billing billings billion bills bin binder bing biopsy birch bird birdie birth birthday bishop bitch bite bitter
bittern blackouts bladder blade blades bland blank blanks blaze blazer bleed blessing blind bliss blizzard block blocker
blog blood bloom blossom blotted blow blowers blue blunt boar bob bode bodily bogus boil bold bologna bolster bolt
bombardier bond bonds bone boner bones bong bonnet books boom boomer boon boos boot booth boots booze border borders
borg boring born borne boroughs bosh boss bottom bottoms bought bound bounds bourbon bourgeois bow bowel bower bowers
bowl bowler bowles bowling bowman box boxer boys brace brain brake bran branch brand brandy brass bravo bray brazil
breaking bree breed breeding breeze brew brewer brick bride bridge bridges bright brill brim brink brittle bro broad
broaden brock broke broken broker brook brooks broom brother brothers brought brow brown browning bruise brunette brunt
brush buck buckle buckles bud budd buddy budge budget bueno buff build built bulb bull bullion bullock bulls bump
bumpers bun bunch bunker bunny bunting burden bureau burger burn burner burns burr burrow burrows bury bus bush bust
buster bustle busy butcher butler butt butter butters buttery button butts buying buzz bye cable cadence cadet cage
cairns cake cal calf calico calling calls cam camel camera camp campaign camper campo campos camps canary cancel cancer
candida candle candy cane canning cannon cannot cannulation canon canton cantor cap cape capital caprice captain card
cardinal cards career cargo carp carpenter carrier carries carry cars carte carter carver casa cases cash casino cass
cassette cast caster castle castor cat catch cate cater caught caused cavalier cave caves cell cells cent centers
central century certain chain chairman chalk challenge chamber chamberlain chambers champ champagne champion chancellor
chandler changed changeover changes changing channel chapel chaplain chapman character characters charge charity charter
charters chase chastity chaucer cheek cheeks cheers cheese cherish cherry chess chest chestnut chevalier chew chi chick
chico chief chill chin chino chock choice choose chou chow christians chuck church churn chute cicero cinnamon circle
cisco citizen citizens civil claim claims clamp clapper classes classic clause claw clay clean cleaver clem clements
clerk clever click client cliff clinch clinic clinics clip clock closed closer clothes cloud clough clover clutter coach
coal coast coat coates coats coca cock coco code coffee coffin coil coin coke cola cold cole coles coll collar colleague
collection collie colon color colorado colt column comb combs comer comfort commander comment comments commercial
commission committee commodore commons compared competency competition complete completed complex computer con concept
conception concerned condition conditions condo cone confer conference confidential confirmed cong congress conn
connection consent consider considered constable constant construction contact content continue continued continues
contract controller conversation conversations converse cook cooks cool cooler coon coop cooper coordinator coordinators
coot cope copper copy coral cordon core cork cormorant corn corner corners corning corona corp corporal corpus corral
correct costa costs cote cotta cotton couch cough council counselling count counted counter countess countryman counts
coupe courts cousin cousins couture cover covered covert coward cowboy crab craft crafts cram cramp crane crank crass
crater craven cray crazy cream create created credit creed creek cress crew crews crime criminal crisp critical crochet
croft crook crooks cross crouch crow crown cruise crumb crumble crush crystal cue cuff cull cultural culture cumming cup
curate curb curd cure curl curlew curling curry cushion custard customers cutler cutter cutting dab dad dagger dahlia
daily daisy dale daly dam damage dame dames damn damp dance dancer dandy dang dangerous dare daring dark darling dart
dash dates daughter daw dawn deacon dean deans dear dearth decide decided decision decisions deck declined deeds deem
deems deer defense degree delay delayed delivered dell delta demand demo democratic demos dent deputy derry description
designed desire despite dessert destiny details develop developed dew diagnosis dial dials diamond dice dick dicks die
dieter difference difficult digital dike dill ding dinner dipper direct direction directly director discovered dish diss
distance district ditch ditto diver divers divine division dock doctor dodge doe dog dogs dolce dole doll dollar dollars
dolphin domino don dona dong doom door dorado dory dot double doubt dove dow downer downs dragon drain drake drape
draper draw dream dress dresser drew drink drive driver driving drone drop dropped drown drug drugs drum drummer dry
dryer dub duck dude dues duet duke dukes dull dung dunk dunlin dunning dunnock dusty duty dwell dye dyer dyke eager
eagle eagles earl earlier earls earnest earth easier easily east easterly eastern eat eating eaves ebony echo economic
economy edge edition effect effective effects effort efforts egret eight elbow elder elders election electric elk ell
elm email emails emerald emergency employees empty encrypted encrypting encrypts ended ends eng engine engineering enjoy
enrolment ensign enter entered entire environment episode equipment era error established estate ester esters etc eve
evening events everybody evidence evil exam excellent except exchange exchanged exchanging excited executive exist
existing expect expected explain explains explicit extra eye eyre factor facts fail failed fails failure faint fair
fairy faith falcon falconer fall fallow falls famous fan fang fanny fans fantasia farm farmer farrow fashion fat fate
fault faults faux favor favorite favors fawn fear fears feather feathers feature features federal fee feedback feeling
feels fees feet fell fellow fellows felt female fender fennel fern ferry festival fever fey fiddle fielder fielding
fields fife fifth fighting figure figures file files fill filled filler fillers fills financial finch finding fines
finger finish finished fink firestone firm firth fish fisher fit fitting fix flack flag flail flake flakes flash flat
flavors flax fleece fleet fletcher flick flicker flight fling flint flock flood floor flores flow flower flowers fluke
flurry fly focus foil folds folk folks follow followed follows folly font foot football forbes forced forceps forces
ford fore foreign foreman forest forester forever forge forget fork forms fort forte fortune forward foster foundation
fountain fourth fowl fox fraction frame frank franks fray freed freedman freedom freer frees freeze fresh freshwater
friar friendly fright frisk frog frost frown fry fryer fudge fuel fuller fully fulmar function fund funds funk funnel
funny furry fury fuss gable gain gains gala gale gall gallant gallbladder galley gallon gallop gamble gan gander gang
gannet garden gardener garibaldi garland garlic garnet garrison gas gash gate gates gathers gauge gaunt gauze gay gear
gearing gee gem gene generation genesis genie gent gentile gentle ghost giant gibbons gift gill gilles gills gin ginger
gist gives giving glad gladly gladstone glance glass glaze glen global glory gloss glove glover goal goals goat godwit
goers goings goldcrest golden goldsmith gong goo goodman goodnight goods goodwill goody goose gore gory gotta gown grace
grade graft grain gram grams gran grand grange granger grant grass grate grave gravel graves gray greater grebe green
greenfield greenhouse greenwood greet grey grief grieve griffin grill grim grimes grinder grip groom gross ground
grounds groups grove groves grow growing growth guard guardian guest guide guild guillemot guise gull gully gum gun
gunner gunning gurney gush gust gut gutter habit hack hacker hacking hackney hae haggard hail hair hale hales hall
hallmark halls halt ham hamburg hamburger hamlet hammer hammers hammock handing handle handler hands handy hang hanger
hanks happening happens harbor harden harder harding hardy hare harm harmony harms harness harp harper harsh hart
harvest hash haste hasty hatch hate haven havens hawk hawkes hawks hawthorn hay hayes hays hayward hazard hazel heady
heal healthy heap heaps hearing hears heat heater heath heather heaven heavy heck hedge hedges height heist hell heller
hello helm helms helped helper helping helps hem hemp hen herald herb herd heritage hermes hernia hero herod heron
herring herself hertz hey hick hidalgo hidden highland hill hills hilt hind hines hinge hip hires hiring hitch hoard
hobby holder holding holds hole holiday holidays hollow holly holt holy homes hon hone honest honey honor honour hood
hook hooker hooks hoop hooper hoops hopes hopper hopping horn horror horse horseman horst hose hospital host hot hotel
hound householder houseman houses housing hove hover howl huddle hue huff hug huge humble hung hunger hunt hunter
huntsman hurdle hurry hurt husband husbands husk ice ideas identifiers identify ill image images imagine impact imperial
impossible improve improved inc inch incident included includes indeed individual individuals influence ing initial ink
inks innes innocent institute insurance interested interesting interests internet interview introduce investigation
investment invitation invite involved iris iron irons island issued itch items itself ivory ivy jack jacket jacks jade
jam jasmine jasper jaw jeans jelly jest jester jet jewel jobs jock jog johannes join joined joiner joining jolly journal
journey joy judge jump jumper junior junk jury justice kaiser kale kami karma keel keen keeping kelvin kept kestrel
kettle key keys kid kidney kill killing killings kin kinder kindle kindred kinds kip kiss kit kitchen kitchens kite
kitty knack knee kneel knife knight knights knot knowing knowledge knows knuckles kos kraft labels labor lace lack
lackey lacy lad ladder lady lager lain lair lake lakes lama lamb lamp lance landau lander lands lane lang language
lapwing lard larder larger largo lark lash lass latch latest latino lauder laugh laughter laurel lavender lawful lawless
lawn laws lawyer lax lay layman lea leach leader leaders leadership leading leads leaf league leak leaks lean leap
learned learning lease leather leaves leaving led ledge ledger lee leech leek lees leg legacy legal legitimate lei
leisure lemme lemon lemons length leno leone leopard les lesser letter letters lev levels lever lex ley liberty library
lick lid lie lien lies lieu liked likes lilac lily limb lime limerick limited linden lineman linen liner lines ling
linger lingo link linnet lint lion lip lis listed listen lister lived lively liver lives loan lobe lobster located
location lock locked locker locust lodge log lone longer loo looked loop loose lord lords lore lorry los lose losing
loss lots loud louder loved lovely lover loving lower lowers luce luck lucky lump lung lush lust luster lute lux lyric
mace mach machine mad magazine magic magnolia maiden mail mailman mains maize majority majors maker male mallet malt
mana managed management manager managers mane manger mango manly manner manners manning manor mans mantle manual map
maple mara marble mares marigold marina marine mariner mark marked marker marketing marks maroon marquis marriage
married marrow marry mars marsh marshal mart martini martins marvel mas mash mask mason mass mast master masters mat
match mater material materials matron matte matters maul maw max maxim maxima mayor mayoral maze mead meadow meadows
meal meals meaning meant measure mecca medal medic medical medicine medicines medley meek meeting mel mellow melody
melon memo memory mental mentee mentees mention mentioned mentor mentoring merchant mercy merino merit merlin merry mesa
mess message messages messenger messing met meta metal method metro mew mica mick mid midwinter mild mile miles milk
mill miller millet milling mills min mince mine miner mines ming mingle minion minister mink minor mint minute miracle
mirza missed missing mission missy mist mister misty mix mixer mobile mock mode model models modern mole moles mom mong
monk monks mood moody moon moor moorhen moors moose mora moral morocco morrow mort moss moth motley motto mould mount
mountain mounts mouse mouth moved movement moves movie movies moving mower muck mud mulberry mule mull mullet multiple
mun munch murder muscle muse mustard mutton nail nails named names natal nation nations natural nature naval nave nay
neat necessary neck nee needle needles negative negatives neighbors neither nephew nerve nest nestle net nettle network
newborn newcomer newly nick nickel nicks nigh nightingale nights niles nine nix noble nobles nobody noir none noon nor
nord norm normal northern nose note noted notes notice noticed nova novel novella nuclear null numbers nun nurse nursing
nut nuthatch oak oaks oats obey ode offer offered offers officer officers official ohm oil okay older olds olive omega
omer ones onion onto opal opened opening opens operating operation operations operator opinion opportunity option
optional options ora orange orchard ord ordered orders ordinary ore organ organist organization original osprey
otherwise otter ours outlaw oven overall overcast overland overly owl owned owner oyster pace pack packer pad paddock
pagan page pages paid pain paint painter pair pairs paisley pal palazzo pale palm palmer pals pan pancake pane panel
pang pansy panther pantry panzer papa paper para parade paradise pardon parent parish park parks parliament parody parr
parrot parry parsley parson parsons particular partner parton partridge parts pascal pasha pass passed passenger passes
paste pastor pasty pat patch pate patience patient patients patron patty paw payer paying pea peace peach peacock peak
peaks pear pearl pearly pears peat peck peed peek peel peer peg pelt pen pence peng penny peoples pepper peppers percent
perch perforated performance perhaps peri persons petal peters petit petite petrel petty pew pheasant photo photos
physical piano piazza piccolo pick pickering pickle pickles pickup picnic picture pictures pie piece pier pierce pigeon
pike pilgrim pill pillar pillow pilot pin pinch pine pines ping pink pinkie pint pinto pipe piper pipes pirate pit pita
pitcher placed places plain plait plank planned planning plans plant plants plaster plate platter plays plaza pleas
pleasance pleasant pleased plover plow pluck plum plumb plumber plump plus podesta poe pointer poke pole polite politics
polka poll polo pond ponder ponds pong pool poor pop pope poplar poppy popular population porch pork porridge port
portal porter portfolio positive positives possibly posted poster potato potential potter pouch pound pounds pour powder
powerful powers practice pray prayer precious prepared presence presented press pressure pressures prevent previous
prices pride priest priestly prim primary prime primer primo primrose prince princess prior prison privacy prize pro
procedure procedures proctor produce produced product production products professional professor profit programme
programs progress projects prom proof proper property prophet prosper protect protection proud prove provide provided
providence provides province provost prudence prune pry published puff puffin pull pulley pulse puma pump pumpkin punch
purchase purple purpose purse push putt putting quail quaker quality quarrel quarry quarter quartz quay queen
questionnaire questions quiet quill quilt quirk quotes rabbit race radio raft rail rain rains rainwater raise raised
rake ram ramble ramp ran rand randy range ranger rank ransom rape rare rash rate rates rattle rave raven raw ray razor
razorbill reach reached reaches reader reads reality realize reap reaper reasons receive received receives recent
recorded records rector redding reddish redhead redstart reduce redwood reed reef reel reels reeve reference reflection
regal region register registered registrar regular rein related relationship relatives relay release released religion
religious relish rely remain remains remind reminded reminder reminders removed render replay replied reply reported
reports require required respect response responsibility responsible returned revel rhymes ria rib rice rich richer rick
riddle riddles ride rider ridge riding rife ring ringer rink ripe ripper ripple rise riser rising risk river rivers
riviera roach roast robe robin robins rock rocker rocky rod rode roe rogers rogue role roles roll roller rolling rolls
romans roof rook root roots rope roper ros rose rosemary roses roster rote rough round rounds rouse roux rover row rowan
rows royal royals royalty rub ruby rudder ruddy rude rue ruff rule ruler rules rumble rump rung runner runs ruse rush
rushing rust rusty rye saber sable sack sacks sad saddle safe safety sage sail sailor sailors saint salaam sale sales
salmon salt salvo sample samples sams sand sander sanderling sanders sandman sands sane sang sanger sans sari sass
satisfaction satisfied sauce savage save saver saving savory savvy sax scale scales scalpel scan scar scarlet scene
schools science scoop score screen screws scrub sea seal seals seaman search sears seat seats seconds secret secretary
section secure secures seed seeds seeing seem seemed sees seldom sell seller sellers selling sells senate send sends
senior sensitive sent separate serene sergeant serious sermons serve served server session sessions setter setting
settle settles seven sever severance severe sexton sexual shack shade shadow shaft shag shah shake shall shank shanks
shark sharp sharper shaw shawl shay sheaf shear shearer shears shearwater shed sheen sheep sheet sheets sheikh shelf
shell shepherd sher sheriff sherry shield shields shift shifts shilling shillings shin shine ship shire shirt shiver
shivers shoals shock shoe shoemaker shook shoot shooting shop shore shores shorter shorts shorty shoulder shoulders
shovel showed shower showers showing shown shut shutter shy sick sickle sides siege siemens sieve sign signature
signatures signed significant silk sill silver sim simmer simmering simple simpler sin sincere sine sing singer
singleton sink sinner sir siskin sister sit sites sitter sitting situ situation size skates skill skills skin skinner
skip skipper skua skull sky slack slate slater slaughter slay sledge sleep sleeper slice slick slider slim sling slough
slow sly smack smaller smalls smart smell smiley smiling smith smithy smoke snail snake snare snipe snow snowball soap
soar sober sock software sol solar sold soldier sole soles solid solo somebody somewhere songs sons sooner sore sort
soul sound sounds source sources southern southward spade span spare spark sparkle sparks sparrow speak speaker speaking
speaks spear spears specialist species specific speck speech speed spell spells spence spend spent spice spicer spider
spikes spine spinner spirit spittle spleen spoke spoon spoonbill spore sport sports spot spray spread springer springs
sprinkle sprung spur square squire squirrel stable stack stacks staff stag stage stain stair stairs stake stalk stalker
stall stalling stalls stamp stamps stand standard standards standing stands staple staples stark starling stars starting
starts stated statement station status stays stead steam steed steel steep steer stem stent step steps sterling stern
stew steward stewart stick sticker stiff stills sting stinger stitch stock stocking stocks stoke stoma stone stonechat
stoner stones stood stool stoop stopped stops store stored stork storm storms stormy stout stow straight strain strait
strand strange strategy straw stray stream streets strength stress stretch stride striker string stringer stripe strode
stroke stroud struck structure stuck student stuff stump stupid sturdy sturgeon style styles subject subspecialty
success successful sue sugar suggest suit suits sultan sum summers summit sung sunny sunshine super supervision supple
supply supposed surely surer surface surgeon surgical surprise suture swab swallow swan swarm sweat sweet sweetheart
swell swift swim swims swine swing sword swords systems tab table tack tackle tailor talent tall tallow tally tam tan
tang tank tanner tap target tart task taste tax tea teacher teachers teaching teal teams tear teas technical technology
tee telephone television teller telling tells temper temperance tempest temple temples ten tenant tendon tennis tequila
terms tern terra terrace tester text thatcher theatre theatres theirs themselves theory therefore thick thin thinks
thistle thong thorn thorns thoughts thousand thousands thrash threat thrift throat throne throughout throw thrower
thrush thumb thunder thus tick ticket tickle tide tiger till tiller timber timbers timezone tinder ting tingle tinker
tiny tipping title toe toll tome tomorrow toms ton tone toner tong tongue tonight tool tooth topper topping torch torres
tosh touch touchstone tough tour tourniquet tow toward towards towel tower towers towns toy trace track trade trader
traditional traffic trail train trainees trainer tram trap travel tray tread treasure treat treated treatment tree
treecreeper trees tremble trial trick tried trier trigger trim trinity trip tripoli troll troop trot trotter trouble
troubled troupe trout truly trump trumpet truss trust trusted trusty truth tub tuck tucker tuff tufts tulip tune tuner
tunnel turned turner turnip turns turnstone turtle tutor tweed twelve twenty twice twig twin twine twist twitter types
underneath understanding understood undo union unique units unity unknown unless unlike unsatisfied unwrap updated upon
upright urban useful users uses usher utter vain vale valentine valley value van vanish variety various vase veal
vehicle veil vein velvet vent venture venus verge verity version vert vessel vessels vest via vicar vice victory videos
views vigil vile villa village vine vines vineyard viola violence violet violin virgin virtue visit vita vital viva
voice volume voluntary vos vote vowels wafer wag wager wages wagon wagtail waist waiters waiting waits wake walk walker
walking wall wallet walls walnut waltz wan wand wander wanna ward warden wards ware wares warn warring warrior wash
washer wasp waste watching watchman waterman waters wax ways weapons wear wearing weary weasel weather weaver web
website wedding wedge wee weed weekdays weekend weekends weekly weight weird welcome weld welder welles wen western wet
wetter whale wharf whatever wheat wheatear wheel wheeler wheeling whenever whimbrel whinchat whip whisker whistle
whistler whitehead whites whiting whoever whom whose wick wicked wicker widow wiener wig wight wild wilder wilderness
wilds willing willow wills wilt winch wind window windy wine wines wing winger wink winner winning winters wire wisdom
wise wiser witch wither withers witty wolf wonder wonderful wonders woo wood wooden woodland woods woody wool worked
workers workman workplace worm worries worry worse worship worst worth worthy wound wow wraps wrath wreath wren wrench
wright wrinkle wrist write writer writes writing written wrote yap yard yarn yarrow yates yawn yell yen yeoman yer
yesterday yin ying yolk yon yorker younger yours youth yuan zeal zee zone
"""
# Written with a capital whatever they mean: months, days, places, peoples, programs; and the short words of Europe.
_CAPITALISED = """
ac acrobat ad adelaide adobe advent africa african ag al alexa am america american an apple apr april arab as asia at
aug august austin austria autumn bath be bedford belgium berlin birmingham blackburn blackpool bolton boston bradford
brighton bristol britain british brooklyn burnley burton by cambridge canada canterbury cardiff carlisle carolina
catholic chelsea cheltenham chester china christian christmas cleveland clifton co cornwall coventry crawley croydon ct
cyprus da dallas danish darlington darwin de dec december del denmark denver derby devon di do doncaster dover dr du
dublin dudley durham dutch ea easter ed egypt eh el em en england english er es et eton eu europe excel exeter fa feb
february finland florence florida fr france french fri friday geneva georgia german germany glasgow gloucester go google
gp greece greek guildford halifax hamilton hampton harrow hartford hastings he hereford hi ho hogmanay holland houston
hull hungary iceland id if ii il im in india indian ipswich ireland irish is israel it italian italy iv ja jan january
japan je jersey jewish jordan jul july jun june kent kenya kingston la lancaster le leeds leicester lent lincoln
liverpool lo london luton lyon ma mac madison madrid malta manchester mar march may me melbourne mi middleton milan mon
monday mr ms my ne newcastle newton ni no norfolk norse northampton norway norwich nottingham nov november nu ob oct
october of office oh ok oldham on or os ou outlook oxford pa paris perth petersburg phoenix plymouth pm po poland polish
portugal preston ra re reading richmond ripley rn rochester roman rome rugby russia sa salford salisbury sat saturday
scot scotland scots scottish se sep sept september sheffield shrewsbury si siri so somerset southend spain spanish
spring sr st stafford stirling stockport stratford su suffolk summer sun sunday sunderland surrey sussex sutton swansea
swede sweden sydney ta tb te thu thur thurs thursday ti to trent truro tu tue tues tuesday turk turkey tv tyne uk um un
una up us va venice vi vienna virginia vo vs vu wakefield wales walsall warwick washington we wed wednesday wellington
wells welsh westminster whitby wigan winchester windows windsor winter wo wolverhampton worcester word ya ye york zoom
zu
"""
VERY_COMMON = frozenset(_VERY_COMMON.split())
CAPITALISED = frozenset(_CAPITALISED.split())
WORDS = (VERY_COMMON | frozenset(_COMMON.split()) | FOREIGN) - CAPITALISED
