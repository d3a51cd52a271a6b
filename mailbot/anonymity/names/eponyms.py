"""People's names that medicine uses as words: "Crohn's disease" names nobody, even where somebody is called Crohn."""

from __future__ import annotations

import re

# The name, and what may follow it. Anything else behind the name, and the name means the person.
_EPONYMS = """
addison disease crisis
allis forceps clamp
babcock forceps
baker cyst
barrett oesophagus esophagus
bassini repair
bell palsy
billroth gastrectomy i ii
bowen disease
bright disease
brodie abscess
cameron lesion ulcer lesions ulcers
child score class
colles fracture
cooper ligament ligaments
courvoisier law sign
crohn disease colitis ileitis
cullen sign
cushing disease syndrome ulcer
douglas pouch
down syndrome
duke staging stage
dukes staging stage a b c
dupuytren contracture disease
fogarty catheter
foley catheter catheters balloon
fournier gangrene
fowler position
gardner syndrome
gilbert syndrome
gleason score grade
goodsall rule
graves disease ophthalmopathy
grey turner sign
hartmann procedure solution pouch reversal operation
hashimoto thyroiditis disease
hasson technique port
heller myotomy
hirschsprung disease
hodgkin lymphoma disease
horner syndrome
howship romberg
hunter canal syndrome
huntington disease chorea
kelly clamp
kocher incision manoeuvre forceps
langer lines
lanz incision
lichtenstein repair mesh technique hernioplasty
littre hernia
lynch syndrome
mayo scissors clinic
mcburney point
meckel diverticulum
mendelson syndrome
milligan haemorrhoidectomy
mirizzi syndrome
morison pouch
murphy sign
nissen fundoplication
ogilvie syndrome
paget disease
parkinson disease
parks retractor
pfannenstiel incision
phillips screwdriver
pott fracture disease
pringle manoeuvre
ramstedt pyloromyotomy
raynaud phenomenon disease syndrome
richter hernia
roux limb loop
rutherford incision
scarpa fascia triangle
shouldice repair
sims position speculum
smith fracture
spigelian hernia
thiersch graft wire
trendelenburg position tilt
tuohy needle
valsalva manoeuvre
veress needle
virchow node triad
whipple procedure operation
wilms tumour tumor
wilson disease
wood lamp
young syndrome
"""
EPONYMS = {name: tuple(things) for name, *things in (line.split() for line in _EPONYMS.strip().splitlines())}
_THING = re.compile(r"(?:'s|'|s)?[ \n]([a-z]+)(?![\w'-])")


def is_eponym(low: str, end: int, name: str) -> bool:
    """Whether the name that ends there is followed by its medical noun: "crohn's disease", "foley catheters"."""
    things = EPONYMS.get(name)
    if things is None:
        return False
    thing = _THING.match(low, end)
    return thing is not None and (thing[1] in things or thing[1].removesuffix("s") in things)
