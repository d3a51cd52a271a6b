"""Names that are also ordinary words, so that "Mark my words" and "I will" are left in peace."""

from __future__ import annotations

# Given and family names of English and its neighbours that also stand in plain sentences.
_WORDS = """
abbot abbott ace alt am an angel archer art as ash ashes at autumn bailey baker ball banks barber bard barker barn
baron barrow bates battle bauer bay be bean bear beck bell bella bench berg berry best bianchi bill bird bishop black
blanc blanco blank blau blessing bliss bloom blue blum blunt bo bond boon booth bow bowl bowman brain branch brand
braun bridge bridges bright brook brooks brown bruno buck bull burn burns bush butcher butler button by cage campos
cane cannon carpenter carter carver case cash chance chandler chapel chapman charity chase cherry chiara christian
church clay clean clear cliff close coal cole college comfort constant cook cooper cope corn cotton court crane crisp
cross crow crown cruz crystal cutter daisy dale daly dan dance dark dawn day deal dean dear deer den diamond dick dike
dirk do dollar don dove downs drake draper drew driver duck duke dusty dyer earl early earnest east easter ed eden el
en es est et eve fair faith falls farmer fast favor faye feld field fields finch fine fish fisher fleet fletcher flood
flora flores flower flowers foot forbes ford forest forester fortune foster fox franco frank franklin free freed
freedom french frost fry fuchs fuller gale gamble game gardener garland garner gay gem gene genesis gentle gift gill
glad glass glory gold golden good goodman grace grain grand grant grave graves gray green grey gross grove guerra
gully gun gut guy hahn hale hall ham hand hands happy harbor hardy harmony harper harry hart harvest hawk hay hazel he
head heart heath heather heaven heavy herbst herd hero hick high hill hills hobby holiday holly holy honor honour hood
hook hooker hope horn house hunt hunter ich im in iris iron is ist it ivory ivy jack jade jasmine jasper jay je jean
jet jewel job joiner jolly joy judge jung junior justice kaiser kay keen key kid kind king kitty klein knight knott
koch krause kurz la lace lad lake lamb lance land lane lang lark lass last law lay le leaf lean lee leon les liberty
light lilac lily link list little lively lo lock lodge long lord los lot love low luck lucky lung lustig luz lyric ma
mace mai major man maple mar marina marine mark marks marsh marshal marshall martin mason masters mat matter max may
me means meek mein melody mercy merit merry mia mild mile miles mill miller mills mine mint miss misty moon moor moore
moral more moreno moss mount music my neat neu new nick night no noble noir noon north novel nun nurse oak oaks olive
on or pace page paige paradise park parker parrot parson parsons part pat patience paul paz peace peach peacock pearl
penny pepper per petit pia pike piper pitt plant plum poe pole pond pool poor poppy port post potter potts pound power
powers pray precious price pride priest prince princess prior prosper proud prudence purple queen quick quiet quill
rain raven ray read reason reed reich rey reyes rhodes rice rich richter ridge ring river rivers road rob robin rock
rod rosa rose rosemary rossi rosy rot roth row royal rubio ruby rush rusty sad sage sailor sailors saint salt sands
sandy sanger sargent savage saving savvy say scarlet schmidt schneider schwarz seal season see sein self senior seven
sharp shaw she sheriff shine shoe shore short sierra sill silver sing singer singleton skinner skip sky slaughter
small smart smith snow so sol soldier sommer song sonny south spark sparks sparrow speed spencer spring star stark
starling starr steel steep stein stern steward stewart still stock stone storm story strand strange street strong su
such sue summer summers summit sun sunny sure sweet swift sword tab table tack tailor tall tanner taylor teal temper
temple terrace terry thorn tide tiger till timber to trace tracy trainer travers treasure treat tree true trust tu
tucker turner twin tyler um un und up us vale van verity via victor vine viola violet virtue vogel von wade wait wake
wald walker wall waller walls ward warden ware waters watt way we weaver webb weber weeks weiss well wells west wheat
wheeler white wick wie wild wilder will willing willow win wind winkler winter wise wish wolf wolfe wolff wood woods
word words worth wren wright ya yard yates yes york you young yu zeal
"""
# The plain words of our own emails: a person called Press or Northern must not hold every one of them.
_PLAIN = """
about accepted add added address addresses advanced after again all alone along already also always and another answer
answered answers any anything anywhere apart appendicectomy appraisal are arrived arrives aside ask asked asks assess
assesses assessment assistance attachment audit away back bad badly basis because become been before begin begins
begun being believed belonging belongs below between both bowel break brought budget busy but call came can
cannulation care career challenge change changed changes charge choose clinic clinics closed colleague come comes
comment community company competency confidential confirmed consent conversation conversations coordinator
coordinators correct could counselling counts course critical data days delayed delivered department details
development diagnosis did difficult direction does doing done each easier either else email emails empty encrypted
encrypting encrypts ended ends enough enter entered error even every everything exam example exchanged explicit facts
fails family faults feedback few file files fills finished first fit for force form forms found from front gave
general get give given giving gladly goals goes guardian guess handing happen happens hard has have health hear help
here hidden hiring holds home honest how identify improved incident instead interests interview introduce invitation
invite its itself joined just keep kept kinds know known larger late later latest lawful lead leading leads learned
least leave left legitimate life like line lines listed longer look looked looks lost made mail make manager managers
many matters mean meant medicines meeting mentee mentees mentor mentoring message messages mind months mostly much
name named names need needs neither never next nights nobody none nor northern not nothing noticed now number nursing
off once one ones only open operation operator optional other others our out outside over own pair paper passed past
patient patients people perforated person picture plain plan planned please pleased points portfolio possible poster
practice present press privacy prize procedure procedures program programme project public put question questions
rather reach reached reaches reads receive receives record reflection registered relatives rely remind reminder
reminders replay replied reply research responsibility responsible rest right role roster round rounds rows running
runs safe said same satisfied save saw seen sees send sends sensitive sent server service session set shift shifts
show shown shows side sides signatures signed since site size skills smiling solo some somebody something somewhere
soon sooner speak specialist spoke staff stands start status stay stays stood stop stored study subject subspecialty
suit supervision support surer surgical take taken takes taking talk talking task teaching team tell tells ten term
than thank that the theatres their theirs them themselves then there these thing this three time times together told
too touch training treated tried troubled trusted turn twice two under understood unknown unless unsatisfied until use
used useful very voluntary want wanted was welcome went what whatever when whenever where whether which who whoever
whole whom why with within without work worked workplace works worries would write writes written wrong wrote year
years yet your yours yourself
"""
WORDS = frozenset(_WORDS.split()) | frozenset(_PLAIN.split())
# Ordinary words that are written with a capital anyway: months, days, places. A capital proves nothing for these.
_CAPITALISED = """
april may june july august january february march monday friday sunday summer christian chelsea florence sydney
paris london lincoln victoria jordan georgia india china asia israel cyprus austin dallas phoenix chester kent
devon york milan vienna sofia carolina virginia adelaide brooklyn madison regina brittany ireland england france
wales scott english french german holland preston lancaster durham bolton burton barclay apple word excel teams
alexa
"""
CAPITALISED = frozenset(_CAPITALISED.split())
# Local parts that name an office, not a person.
_OFFICES = """
info mail email contact hello office admin administrator team support help enquiries reception secretary home
work mentor mentors mentee mentees mentoring trainee trainees trainer training student students tutor supervisor
doctor nurse nurses surgeon surgery surgical manager managers consultant registrar fellow hospital clinic ward
coordinator programme program user users test demo sample example person member members people staff education
learning school college university post postbox reply replies form forms list lists news newsletter service
services system name first last private personal family friend your mine myself nobody somebody anyone answer
question reference
"""
OFFICES = frozenset(_OFFICES.split())
# What stands before or after a name and is no name by itself.
_TITLES = """
dr mr mrs ms miss mx prof professor sir dame rev reverend doctor doktor herr frau hr fru mme mlle sig sra srta
ing
"""
TITLES = frozenset(_TITLES.split())
_LETTERS_AFTER = """
phd md frcs mrcs mbbs bsc msc obe mbe jr snr jnr ii iii iv
"""
LETTERS_AFTER = frozenset(_LETTERS_AFTER.split())
_PARTICLES = """
van von der den de del della di da das do dos du la le las los el al ul bin bint ibn abu ap ab mac mc st saint
ter ten te zu zur zum af av y e i und and of the bar ben
"""
PARTICLES = frozenset(_PARTICLES.split())
