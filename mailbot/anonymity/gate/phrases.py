"""The other words that the gate must know: titles, greetings, closings, offices, and what only programs read."""

from __future__ import annotations

_TITLES = """
dr doctor mr mrs ms miss mx prof professor sir dame rev reverend sister nurse matron herr frau hr fru mme mlle
monsieur madame sig sra srta senor senora
"""
TITLES = frozenset(_TITLES.split())
_LETTERS_AFTER = """
phd md ma ba bsc msc mphil dphil mbbs mbchb bm bch rn rgn mrcs frcs frcsed mrcp frcp frca mrcog frcog mrcgp obe mbe
cbe jr jnr junior sr snr senior ii iii iv esq
"""
LETTERS_AFTER = frozenset(_LETTERS_AFTER.split())
_PARTICLES = """
van von der den de del della di da das do dos du la le el al bin bint ibn ap zu zum zur ter ten te af av y e
"""
PARTICLES = frozenset(_PARTICLES.split())
_GREETINGS = """
hi hello hey hiya dear morning good afternoon evening greetings thanks thank you many cheers sorry welcome hallo
liebe lieber liebes guten tag morgen abend moin servus danke bonjour bonsoir salut cher chere merci hola querido
querida estimado estimada gracias ciao caro cara buongiorno grazie ola obrigado obrigada hei hej kjaere kaere tak
takk tack beste geachte dag bedankt drogi droga czesc ahoj
"""
GREETINGS = frozenset(_GREETINGS.split())
_CLOSINGS = """
best kind kindest warm warmest regards wishes many thanks thank you cheers sincerely yours faithfully truly love
respectfully cordially bw br kr vg lg mfg mvh x xx with and all the my very much for your so again in advance from
danke merci gracias grazie tak takk tack mit freundlichen besten lieben herzlichen herzliche viele liebe beste
grussen grusse gruss cordialement bien a vous amities un saludo saludos atentamente cordiali distinti saluti
atenciosamente abraco abracos met vriendelijke groet groeten groetjes med vennlig venlig vanlig hilsen halsningar
pozdrawiam pozdrowienia
"""
CLOSINGS = frozenset(_CLOSINGS.split())
# One of these makes a row of such words a closing.
_CLOSES = """
best regards wishes thanks thank cheers sincerely yours love faithfully respectfully cordially bw br kr vg lg mfg
mvh x xx grussen grusse gruss cordialement amities saludos saludo atentamente saluti atenciosamente abraco abracos
groet groeten groetjes hilsen halsningar pozdrawiam pozdrowienia danke merci gracias grazie tak takk tack
"""
CLOSES = frozenset(_CLOSES.split())
# In these a sign is spoken: "jane (at) example dot org", "jane chez exemple point fr".
_SPOKEN_SIGNS = """
at dot punkt point punto ponto punt kropka arobase chez bei klammeraffe chiocciola malpa
"""
SPOKEN_SIGNS = frozenset(_SPOKEN_SIGNS.split())
# Local parts that name an office, not a person.
_OFFICES = """
info mail email contact hello office admin administrator support helpdesk enquiries reception secretary home mentor
mentors mentee mentees mentoring trainee trainees trainer training student students tutor supervisor manager
consultant registrar fellow coordinator programme program user users test demo sample example member members staff
postbox reply replies noreply list lists news newsletter postmaster webmaster nobody myself yourself
"""
OFFICES = frozenset(_OFFICES.split())
# Labels of a domain that tell nothing about whose it is.
_USUAL_LABELS = """
www mail email smtp imap webmail mobile cloud server online hospital hospitals health healthcare clinic clinics trust
university medical
"""
USUAL_LABELS = frozenset(_USUAL_LABELS.split())
# Our own page and the headers of every mail are full of these; a person may be called so.
_MACHINE_WORDS = """
arial calibri cambria candara corbel courier georgia helvetica verdana tahoma trebuchet garamond palatino lucida
geneva roboto lato inter segoe shruti kartika latha raavi tunga mangal vrinda gautami vani nyala sylfaen azure coral
crimson indigo ivory khaki lavender linen olive orchid peru plum salmon sienna teal thistle violet utf charset
multipart alternative mixed mime boundary quoted printable plain html text auto submitted generated ascii rgb rgba
px solid bidi serif sans wrap adobe apple microsoft google ducky exif icc jfif kern lang
"""
MACHINE_WORDS = frozenset(_MACHINE_WORDS.split())
# Behind these a capital is a name: "they call me Will", "née May".
INTRODUCING = frozenset(("me", "named", "called", "nicknamed", "nee", "geb", "geborene"))
# Behind these a capital makes a title of a word, not a name: "The Long Day".
_ARTICLES = "a an the i my your our his her its their this that these those no each every some any"
ARTICLES = frozenset(_ARTICLES.split())
# Medicine's words behind a name that names nobody any more: Crohn's disease, a Foley catheter.
_OF_MEDICINE = """
abscess balloon blade canal catheter catheters chorea clamp classification colitis contracture criteria cyst cysts
disease diseases flap forceps fracture fractures gangrene gastrectomy hernia incision index law ligament lines lymphoma
lesion lesions manoeuvre maneuver myotomy node nodule oesophagus operation palsy patch phenomenon pouch procedure
reflex repair retractor reversal rule scale scissors score scoring sign staging stage suture syndrome technique test
thyroiditis triad triangle ulcer ulcers valve
"""
OF_MEDICINE = frozenset(_OF_MEDICINE.split())
# Names that we give to files ourselves.
_OUR_FILE_NAMES = """
attachment image document file page picture photo png jpg jpeg pdf docx xlsx pptx
"""
OUR_FILE_NAMES = frozenset(_OUR_FILE_NAMES.split())
