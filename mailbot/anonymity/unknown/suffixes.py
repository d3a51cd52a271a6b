"""Endings of domain names that tell a link from a full stop without a space after it."""

from __future__ import annotations

from mailbot.anonymity.unknown.root_zone import ROOT_ZONE

# Words and names of their own: "went well.it was" is no link, "janesmith.it/page" is.
_WORDLIKE = """
am as at be by cc do in is it me my no pl pm ps py rs sh so to us ws md zip mov able academy accountant accountants
actor ads adult africa agency amazon amsterdam android apartments apple art arte associates attorney auction audible
audio author auto autos baby band bank bar barcelona bargains baseball basketball beats beauty beer berlin best bet
bible bid bike bio black blue boats bond boo book booking boston bot boutique box bridgestone broadway broker brother
brussels build builders business buy buzz cab cafe call camera camp capital car caravan cards care career careers cars
casa case cash cat catering catholic center channel charity chase chat cheap christmas chrome church circle city
claims cleaning click clothing coach codes coffee college cologne compare computer condos construction contact
contractors cooking cool coop country coupon courses credit cricket crown cruise cruises dad dance data date dating
day deal dealer deals degree delivery delta democrat dentist desi design diamonds diet direct directory discount
discover dish diy dog domains dot download drive earth eat education email energy engineer engineering enterprises
equipment estate events exchange expert exposed express fail faith family fan fans farm farmers fashion fast feedback
film final finance financial fire fish fishing fit fitness flights florist flowers fly food football forsale forum
foundation fox free frontier fun fund furniture gallery game games garden gay gift gifts gives giving glass global
gold golf goo graphics gratis green gripe grocery group guide guitars guru hair hamburg hangout haus health healthcare
help helsinki here hiphop hiv hockey holdings holiday homes horse hosting hot hotels house how ice immo industries ink
institute insurance insure international investments irish jaguar jewelry jobs joy kids kim kinder kitchen kiwi land
lat latino law lawyer lease legal life lifestyle lighting like limited limo lincoln link live living loan loans locker
london love luxe luxury madrid makeup man management mango map market marketing markets media meet melbourne meme
memorial men menu miami mini mint mobile mom monash money monster mormon mortgage moscow motorcycles movie museum
music mutual name natura navy network new news next now observer office one online open oracle orange organic origins
osaka page panasonic paris pars partners parts party pay pet pharmacy phd phone photo photography photos pictures pid
pin ping pink pioneer pizza place play plumbing plus poker post press prime pro prod productions prof progressive
promo properties property protection quest racing radio read realty recipes red rehab ren rent rentals repair report
republican rest restaurant review reviews rich rip rocks room rugby run safe safety sale salon sap save school schule
science scot search seat secure security seek select services seven sew sex sexy sharp shell shia shoes shop shopping
show singles site ski skin sky sling smart smile soccer social software solar solutions song soy spa space sport spot
store stream studio study style supplies supply support surf surgery swiss sydney systems tab talk target tattoo tax
taxi team technology tennis theater theatre tickets tips tires today tools top total tours town toys trade trading
training travel trust tube university vacations vegas ventures versicherung vet video villas vip virgin vision vodka
vote voting voyage walter watch watches weather wedding weir williamhill win windows wine winners work works world wow
yoga you zero zone hospital clinic doctor dental community company club shaw norton hughes philips ford lancaster
allstate bentley canon calvinklein citadel clinique comsec dell dunlop dupont edeka epson fage fido gallo gallup gap
gop grainger guardian gucci hermes homegoods hyatt imdb infiniti intuit ist java jeep jot juegos kindle komatsu lamer
lancia lego lexus lilly linde lipsy locus lotte macys marriott mattel mit nab nba nico nike nissan nokia obi olayan
ollo ong onl ott pohl politie porn pub reise reit reliance rocher rodeo rogers sakura samsung sandvik sas sbs schmidt
sener silk sina star staples swatch taipei tatar tci temasek tiffany tokyo toray toshiba toyota travelers tunes ubs
ups vana vanguard viva vivo volvo voto wales wang weber xin yachts
"""
WORDLIKE = frozenset(_WORDLIKE.split())
SURE = ROOT_ZONE - WORDLIKE
# What is spoken: "jane at example dot org". No ending that is a word of its own ("the dot is in the middle").
SPOKEN = SURE - frozenset("la ms st ch re id im an int".split())  # noqa: SIM905
# Links made to be short, and hosts of one letter.
_SHORT = "x.com t.me t.co g.co m.me fb.me wa.me bit.ly lnkd.in g.page is.gd we.tl bsky.social"
SHORT = frozenset(_SHORT.split())
