"""Endings of domain names that tell a link from a full stop without a space after it.

Facts: the names of top-level domains (IANA root zone).
"""

from __future__ import annotations

_SURE = """
com org net edu gov mil int info biz name mobi coop aero arpa xyz io ai app dev cloud online website tech blog wiki
shop email click link page site dental physio surgery doctor clinic hospital healthcare academy institute foundation
university college scot wales cymru london irish ngo ong club digital consulting expert guru photos pics community
software solutions systems services network agency company limited ltd llc inc gmbh global international
ac ad ae af ag al ao aq ar au aw ax az ba bb bd bf bg bh bi bj bm bn bo br bs bt bw bz ca cd cf cg ch ci ck cl cm cn
co cr cu cv cw cx cy cz de dj dk dm dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq
gr gs gt gu gw gy hk hm hn hr ht hu id ie il im iq ir je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr
ls lt lu lv ly mc mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx mz na nc ne nf ng ni nl np nr nu nz om pa pe pf pg
ph pk pn pr pt pw qa re ro ru rw sa sb sc sd se sg si sj sk sl sm sn sr ss st su sv sx sy sz tc td tf tg th tj tk tl
tm tn tr tt tv tw tz ua ug uk uy uz va vc ve vg vi vn vu wf ye yt za zm zw
"""
_WORDLIKE = """
am as at be by cc do in is it me my no pl pm ps py rs sh so to us ws md zip mov
health care life live team work works training today now one new you help how here show post plus next day job jobs
study school education media social design support center news press pub rest run sale save store style top tips
tools town tours trade trust vet video vip watch world zone art baby band bank bar best bet bid bike blue boo book
box build business cab cafe call cam camp car cards careers case cash cat center chat church city claims cleaning
coach codes coffee college cool country courses credit cruises dad dance data date deal delivery diet direct dog
earth eat eco energy engineer estate events exchange fail faith family fan farm fast feedback film final finance fire
fish fit fitness fly food forum free fun fund game games garden gift gives giving glass gold golf group guide hair
hiv home homes horse host hot house ice immo ink insurance kids kim kitchen land law lawyer lease legal like loan
lol love man management map market mba med meet meme memorial men menu mini mom moe money movie museum music ninja
office one online open organic page paris parts party pet pharmacy phd phone photo ping pink pizza place play
prime pro prof properties property protection quest racing radio read recipes red rehab repair report review reviews
rich rip rocks room rugby safe safety school science search seat secure security select services shoes shopping sky
smart smile soccer solar soy spa space sport spot studio supplies tax taxi tel theater theatre tickets tires
trading travel tube university vacations ventures vision vote voting watches weather webcam wedding win wine wtf
yoga
"""
SURE = frozenset(_SURE.split())
WORDLIKE = frozenset(_WORDLIKE.split()) - SURE
# What is spoken: "jane at example dot org". No ending that is a word of its own ("the dot is in the middle").
SPOKEN = SURE - frozenset(
    "link page site click name app club online company network services systems clinic hospital surgery doctor college"
    " university community email la ms st ch re id im".split()
)
# Hosts of one letter, and links made to be short.
SHORT = frozenset({"x.com", "t.me", "t.co", "g.co", "m.me", "fb.me", "wa.me", "bit.ly", "lnkd.in", "g.page", "is.gd"})
