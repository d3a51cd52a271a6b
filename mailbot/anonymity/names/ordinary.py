"""Names that are also ordinary words, so that "Mark my words" and "I will" are left in peace."""

from __future__ import annotations

# Given and family names that also stand in plain sentences of English and its neighbours. A name that never begins or
# fills a sentence as a word (Martin, Harry, Spencer) is not here: it always counts.
_WORDS = """
able above ace across add afternoon again against alder all allow almost along already also although always am amber
ambers ambler among an and angel another any appear arch archer are around arrow art as ash ashes ask at axe bacon
bad baker ball ban band bank banks banner barber barge bark barley barn baron basin bass baton battle bay be bead
bean bear beard beat beaver because been bees before begin behind being believe bell below belt bench beneath bent
berry beside best better between beyond big bill bin birch bird bishop bite black blade bland blank blaze bleed
bleeds blessing bliss block blood bloom blow blue blum blunt boar board boil bolt bond bone bones book boot booth
both bottom bound bow bowels bowl boxer boy brace bracket brain brake branch brand brandy breeze brew brewer brick
bridge bridges bright bring broad brook brooks broom brown bruise buck buckle bud budge build bulb bull bump bunch
bunting burden burn burns burr bush bust but butcher butter button buy buzz by cable cage cake calf call cam camp
can candle candy cane cannon cape card care carol carpenter carry carter case cash castle catch cave chalk
challenger chamber chambers chance change chapel charge charity charm chase chastity check cheek cheers cheese
cherry chest chew child chip choice christian chuck church clamp clay clean clear clerk click cliff climber close
cloud clover coach coal coast coat cock coffin coin cold college colon colons comb come comfort common conductor
consider constant continue cook cope cork corn corner cotton couch could count court cousin crab craft cramp crane
create creed cress crew crisp crop cross crow crown crumb crush crystal cuff cup cure curl curry cushion cut cutter
dab dam damp dance dare dark darling dart dash daughter dawn day deal dean dear decide deer despite destiny dew
diamond dice did die different dish ditch do dock doctor dodge does doing dollar don door doubt dove down downs
drain dresser drew driver drop drum dry duck duke dung during dusty dwell dyer each eager eagle earl early earnest
east easy edge eight either elder elm enough es est et eve even evening ever every except expect faint fair fairy
faith fall fallow falls fan fang fast fat father favor feather feel fell fern ferry fever few field fields fill
finch find finder fine finger fire first fish fisher five flag flail flash fleece flint flock flood floor flow
flower flowers fly foil follow folly foot for forbes forest forge fork fort fortune found fountain four fox frame
frank free freed freedom freeman freeze friar friend fright frog frost fry full funnel furlong gain gait gallon
gallop gamble game gang garland garlic gate gates gauge gay gem gene genesis gentle get ghost giant gift gill gills
ginger give glad glance glass glory glove glover glow go goat gold golden gong good goose gore gown grace grain
grand grant grater grave gravel graves gray great green greet grey grief grim grip gross ground grove grow gulf
gully gun gush gust gut guy habit hack had hail hair hall halt ham hammer hammock hand hands hang happen happy
harbor hard hardly hardy hare harm harmony harness harrow harvest has haste hatch have haven having hawk hay hazard
he head heal heap hear heard heart hearty heath heaven heavy hedge heel hello helm help hem hemp hen her herb herd
here hernia hero herring hers high hill hills him hind hinge hip his hobby hold hole holiday hollow holy honey honor
honour hood hook hooker hoop hope horn horror hose host hot hound hour house how howl huddle hull human hundred hung
hunt hunter hurry hurt husband i ich if im important in inch include ink innocent inside into iris iron is island
ist it itch its ivory jack jacket jam jaw je jelly jet jewel job jockey joiner jolly joy judge jump junior just
justice keel keen keep keeper kettle key kid kidney kill kind king kiss kite knee kneel knife knight knot know known
knows kurz la lace lad lady lake lamb lamp lance land lane lard large lark lass last late later laugh laughter law
lawn lax lay layer le leach lead leader leaf lean leap learn leather leave ledge leech leek left leg legacy lemon
lent les less let letter lever liberty lick light like likely lilac lily limb lime liner link lion lip list little
live lively liver lo lobe lobster local lock lodge long look lord lorry los lose lot loud love lovely low luck lucky
lung lush lute lyric ma mai maiden main major make malt man mane manor mantle many mar marble mare marine mark
market marks mason mast masters mat match matron matter max mayor me mead meadow meadows meal means measure meek
meet mein mellow melody melon men merchant mercy merit merriment merry mew midwinter might mild mile miles milk mill
miller mills mince mine mint miss mist misty mole money monk mood moody moon moor moral more morning mortar moss
most moth mould mount mouse mouth move much mud muddle mule mullet music must mustard mutton my myself nail near
nearly neat neck need needle neither nest nettle never new newly next nice nick nickel night nine no noble noon nor
norm north nose not novel now nun nurse nut oak oaks oats off offer officer often old olive on once one onion only
onto open or orange orchard organ other otter ought our ours outlaw outside oven over owl own ox oyster pace pack
packer pad page pain paint painter pale palm palmer pan pantry parade paradise pardon parish park parker parrot
parsley part partridge pass passenger past paste pat patience paw pay peace peach peacock peak pear pearl peas peck
peel peer peg pen penny pepper per perch perfect physician pick picker pickle pie pierce pigeon pike pill pillow pin
pinch pine ping pink pint pipe pirate pit pitcher plaice plant plaster play player pleasant plow pluck plum plumber
point poke pole pond pong pool poor poppy porch pork porridge port portal porter possible post potato potter pouch
pound pounder powder power powers pray precious previous price pride priest prince princess prior proof prosper
proud provide prune pull pulse pump purple purse quail quarrel quarry queen quick quiet quill quilt quite rabbit
race rack raft rail rain raise rake ram ramble ramp ranger rank rarely rash rather rattle raven raw ray razor reach
read reader ready real reap reaper reason recorder reed reef regards relish remember report require rest rice rich
ridge right rind ring rip risk river rivers roach road roast robe robin rock rod rogue roller roof rook root rope
rose rot rough rover row rowing royal rub rudder ruddy ruff rule ruler rump run rush rust rusty rye sack sad sage
sail sailor sailors saint salmon salt salter same sample sand sands sandy sang satchel sauce savage saving savvy saw
say scales scar scarlet school scoop seal seaman season seat second see seed seem sein seldom self sell seller send
senior serene serve set setter seven several sewer shade shadow shaft shake shall shank shark sharp sharper she
shears sheath shed sheep sheet shell shepherd sheriff shield shine shirt shock shoe shoot shore short shorter should
shoulder shovel show shower shutter sickle siege silk sill silver simple since sincere sing singer single sink
sister sit six skill skin skip sky slack slate slaughter slay slice slim sling slow smack small smart smell smile
smiles smoke snail snare snipe snow so soar soldier sole some sometimes son song sons soon sore sorry soul south
southern sown spade span spare spark sparks sparrow speak spear speck speed spell speller spend spice spinner
spittle spleen spoon spot spray spur squire squirrel stable stack stag stain stairs stake stamp stand standard
staple star starling start state stay stead steam steel steep steer stem stent step stern stew steward stick stiff
still sting stock stocks stoma stone stool stoop stop storm story stout strand strange stray stream street stretch
stride stringer stripe stroke strong sturdy style such suck sue sugar summers summit sun sung sunny sure surgeon
suture swallow swan swarm sweat sweet swell swift swine swing sword tab table tack tackle tail tailor take talk tall
tallow tan tang tap tapper target tart taste teal tear tell temper temperance tempest temple ten tenant terrace test
than thanks that theatre their theirs them then there these they thick thin think third this thorn those though
thousand three thrift through throughout thrower thrush thumb thunder ticket tickle tide tiger till timber tipper to
today toe toll tomorrow ton tong tongs tongue tonight too tool tooth topping torch toward towards toy trace trail
trainer trap traveller tread treasure treat tree trick trigger trinity trip trot trotter trout true trump truss
trust try tub tulip tunnel turn turtle twelve twice twin twist two un und under underneath understand unity unless
until up upon us use usually vain valley van veal vein venture very vessel via vicar vile villa vine violet virgo
virtue vital wag wages wagon waist wait wake walk walker wall wallet walls walnut wan wand wander want war ward
warden ware warm warren was wash wasp watch watchman waterfall waterman waters wax way we weasel weather wedge weed
weeks weight welcome weld well wells were west wet whale what wheat when where whereas whether which while whip
whisker whistle white whiting who whole whom whose why wick wicked widow wife wig wild wilderness will willing
willow win wind window wine wing wink wire wisdom wise wish witch wither within without wolf woman wonder wood
woodland woods wool word words work workman worm worse worship worst worth would wrath wrench wrinkle write yard yes
yesterday yet yolk you young your yours youth
"""
# The plain words of our own emails: a person called Press or Northern must not hold every one of them.
_PLAIN = """
about accepted added address addresses advanced after alone answer answered answers anything anywhere apart
appendicectomy appraisal arrived arrives aside asked asks assess assesses assessment assistance attachment audit
away back badly basis become begins begun believed belonging belongs bowel break brought budget busy came
cannulation career challenge changed changes choose clinic clinics closed colleague comes comment community company
competency confidential confirmed consent conversation conversations coordinator coordinators correct counselling
counts course critical data days delayed delivered department details development diagnosis difficult direction done
easier else email emails empty encrypted encrypting encrypts ended ends enter entered error everything exam example
exchanged explicit facts fails family faults feedback file files fills finished fit force form forms from front gave
general given giving gladly goals goes guardian guess handing happens health hidden hiring holds home honest
identify improved incident instead interests interview introduce invitation invite itself joined kept kinds larger
latest lawful leading leads learned least legitimate life line lines listed longer looked looks lost made mail
manager managers matters mean meant medicines meeting mentee mentees mentor mentoring message messages mind months
mostly name named names needs nights nobody none northern nothing noticed number nursing ones operation operator
optional others out pair paper passed patient patients people perforated person picture plain plan planned please
pleased points portfolio poster practice present press privacy prize procedure procedures program programme project
public put question questions reached reaches reads receive receives record reflection registered relatives rely
remind reminder reminders replay replied reply research responsibility responsible role roster round rounds rows
running runs safe said satisfied save seen sees sends sensitive sent server service session shift shifts shown shows
side sides signatures signed site size skills smiling solo somebody something somewhere sooner specialist spoke
staff stands status stays stood stored study subject subspecialty suit supervision support surer surgical taken
takes taking talking task teaching team tells term thank the theatres themselves thing time times together told
touch training treated tried troubled trusted understood unknown unsatisfied used useful voluntary wanted went
whatever whenever whoever with worked workplace works worries writes written wrong wrote year years yourself
"""
# Words that a given and a family name make by chance (Jo King), short forms of given names, and adjectives of German,
# French, Spanish and Italian that are family names. Nouns are not here: German writes all of them with a capital, and
# a name would be hidden among them.
_FOREIGN = """
alt braun ernst frei fromm frueh gerade gross gut jung klein krank kurz lang lustig neu recht reich rot roth sauer
schnell schwarz spaet stark still suess treu weiss wild beau bel blanc blanche bon bonne brun court doux fort grand
gras gros joli long noir petit roux vert vrai bello bianco blanco bueno feliz grande hermoso negro rico seco ant cat
char con cons den dens dot dots flick kit memo pal pip quip concha shell week month hour hours minute minutes moment
life death world water mother father brother wound wounds drug drugs dose ich im ist wie von des die das der und est
et je la le les lo las los mit sur une joking allow alike alone window onward upward toward willing marking robust
mankind bookmark benefit cowhand boring hoping moping doing going sowing adore adept
"""
WORDS = frozenset(_WORDS.split()) | frozenset(_PLAIN.split()) | frozenset(_FOREIGN.split())
# Words that open questions and verb groups; only what follows tells "Will Smith" from "Will you".
_FUNCTION = """
will may can could might must shall should would so long more much many an on in than then young rich less
"""
FUNCTION = frozenset(_FUNCTION.split())
# Words that begin sentences as no name does.
_PRONOUNS = """
i me my he him his she her it its we us our you your they them their one all some none few most both other others
who what this that these those to in an as at on of or so no do go be by if up us not and but for the a am are is
"""
PRONOUNS = frozenset(_PRONOUNS.split())
# Written with a capital anyway: months, days, languages, products. A capital proves nothing for these.
_MONTHS = """
january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday spring summer autumn winter easter christmas jan feb mar apr jun jul aug sep sept
oct nov dec mon tue tues wed thu thur thurs fri sat english french german dutch irish scottish welsh italian spanish
chinese indian apple word excel teams zoom
"""
MONTHS = frozenset(_MONTHS.split())
# Written with a capital too, but places; they are meant where "in" or "near" stands before them.
_PLACES = """
adelaide austin barclay boston bolton brittany brooklyn burton carolina chelsea chester china cleveland cyprus
dallas derby devon durham england florence france georgia germany holland india ireland israel jordan kent lancaster
lincoln london lourdes madison milan orlando paris phoenix preston regina ryde savannah sofia sydney trent victoria
vienna virginia wales warwick washington york
"""
PLACES = frozenset(_PLACES.split())
# Ordinary words that, where a sentence begins, are given names rather than things: "Mark is away", "Rose, could you".
_GIVEN = """
amber angel art ash basil bill bob bruce buck carol chase chip chuck cliff clement coral daisy dale dawn dean don
drew duke earl eve faye frank gene gill ginger glen grant guy hazel heather herb holly ivy jack jade jay jewel josh
kitty lance lily mark max may miles nan nick nat norm olive pat pearl peg penny pierce piers poppy ray reed rich rob
robin rod rose rosemary ruby rusty sandy sonny stew sue tad ted trey van verity violet wade will woody
"""
GIVEN = frozenset(_GIVEN.split())
# Local parts that name an office, not a person.
_OFFICES = """
info mail email contact hello office admin administrator team support help enquiries reception secretary home work
mentor mentors mentee mentees mentoring trainee trainees trainer training student students tutor supervisor doctor
nurse nurses surgeon surgery surgical manager managers consultant registrar fellow hospital clinic ward coordinator
programme program user users test demo sample example person member members people staff education learning school
college university post postbox reply replies form forms list lists news newsletter service services system name
first last private personal family friend your mine myself nobody somebody anyone answer question reference
"""
OFFICES = frozenset(_OFFICES.split())
# What stands before or after a name and is no name by itself.
_TITLES = """
dr drs mr mrs ms miss mx prof profs professor sir dame lord lady rev reverend doctor doktor herr herrn frau hr fru
mme mlle monsieur madame maitre sig sra sr srta don dona dra profa ing dipl med messrs mstr master fr sister nurse
matron captain capt major maj colonel col lt cdr
"""
TITLES = frozenset(_TITLES.split())
_LETTERS_AFTER = """
phd md do frcs mrcs frcsed frcsi frcp mrcp frcr frca mbbs mbchb mbbch bm bs bch chb bchir dphil bsc msc mch ms ma ba
mmed mmeded meded pgcert mba facs fracs fasgbi febs dm dsc llb obe mbe cbe kbe jr snr jnr junior senior ii iii iv rn
rgn bn eng urol orth plast gen oto neuro surg ed glasg eng hons esq
"""
LETTERS_AFTER = frozenset(_LETTERS_AFTER.split())
_PARTICLES = """
van von vom der den de del della delle di da das do dos du la le las los el al ul ur bin bint ben ibn abu ap ab mac
mc st saint ter ten te zu zur zum af av y e i und and of the bar wa ould ould binti a/l a/p s/o d/o nee ne geb born
"""
PARTICLES = frozenset(_PARTICLES.split())
