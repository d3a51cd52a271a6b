"""The words around a name in mail: greetings, closings, and verbs that people do."""

from __future__ import annotations

import re

from mailbot.anonymity.names.ordinary import TITLES

# What a greeting begins with; up to three words may stand between it and the name ("Hi there Mark", "Dear Prof. Long").
_HAIL = (
    r"(?:hi|hiya|hello|helo|hey|heya|hallo|dear|dearest|good (?:morning|afternoon|evening|day)|morning"
    r"|afternoon|evening"
    r"|greetings|welcome(?: back)?|thanks|many thanks|thank you|thankyou|cheers|sorry|congratulations|congrats"
    r"|well done"
    r"|happy (?:birthday|new year)|bye|goodbye|yo|liebe[rs]?|lieber|sehr geehrte[rs]?|werte[rs]?|guten (?:tag|morgen"
    r"|abend)|moin|servus|gruezi|gruss gott|danke|vielen dank|bonjour|bonsoir|salut|coucou|chere?|cheres|merci|hola"
    r"|querid[oa]|estimad[oa]|buenos dias|buenas tardes|gracias|ciao|car[oa]|gentile|buongiorno|buonasera|grazie|ola"
    r"|obrigad[oa]|prezad[oa]|hei|hej|hejsan|kjaere|kaere|kara|tak|takk|tack|beste|geachte|dag|bedankt|drogi"
    r"|droga|czesc"
    r"|mily|mila|ahoj|namaste|salaam|salam|assalamualaikum|as-salamu alaykum|shalom)"
)
# What may stand between it and a name in the same greeting: "Hi there Mark", "Dear Prof. Long", "Hello Jo and Rose".
_BETWEEN = (
    r"(?:(?:there|again|all|both|and|&|my|dear|to you|so much|very much|[A-Z][\w.'-]{0,20}|(?i:dr|prof|mr|mrs|ms|miss)"
    r"\.?),? ){0,3}"
)
GREETING = re.compile(
    rf"(?:^[\W_]*|[.!?>*\n][\s>*_]{{1,4}})(?i:{_HAIL})[,!]?(?: {_BETWEEN}|[-\s]{{0,2}})$",
)
_CLOSES = (
    r"(?:(?:best|kind|kindest|warm|warmest|many|with|all the|all my|yours|my|much|very|take|speak|see|talk"
    r"|have a|looking"
    r"|hope|until|bye|lots of|sent|signed)\b.{0,40}"
    r"|regards.{0,12}|wishes.{0,12}|thanks.{0,30}|thank you.{0,30}|thx|ta|ty|cheers.{0,20}|sincerely.{0,8}|faithfully"
    r"|love|respectfully.{0,8}|cordially|rgds|bw|br|kr|wr|vbw|vg|lg|hg|mfg|bg|atb|bfn|ttfn|tc|x{1,4}|later|toodle.{0,8}"
    r"|(?:mit )?(?:freundlichen?|besten?|lieben?|herzlichen?|herzliche|viele|liebe|beste|schone) gru.{0,20}"
    r"|gru(?:ss|sse)"
    r"|dein[e]?|ihr[e]?|euer|eure|cordialement|bien (?:a vous|cordialement)|amities|amicalement|bises|bisous"
    r"|(?:un )?(?:cordial )?saludos?.{0,20}|un abrazo|abrazos?|atentamente|cordiali saluti|saluti"
    r"|distinti saluti|un saluto"
    r"|atenciosamente|abracos?|met vriendelijke groet(?:en)?|groet(?:en|jes)?|mvg|med (?:vennlig|venlig|vanlig).{0,12}"
    r"|(?:venlig )?hilsen|halsningar|pozdrawiam|mvh|vh)"
)
CLOSING = re.compile(rf"^[\W_]*{_CLOSES}[\W_]*$")
CLOSING_BEFORE = re.compile(
    r"(?:^|[.!?] )[\W_]*(?:(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|all good) )?(?:regards|wishes"
    r"|thanks)|best|signed(?: by)?|thank you|thx|ta"
    r"|cheers|yours(?: \w{1,12})?|sincerely|love|all the best|take care|bw|br|kr|vg|lg|mfg|bg|atb|x{1,3}"
    r"|speak soon|see you(?: soon)?"
    r"|bye(?: for now)?|(?:viele|liebe|beste|herzliche|freundliche) gru(?:sse|esse|ss)|merci|cordialement"
    r"|saludos|saluti|gracias)[\W_]*$"
)
# "My name is Mark", "call me Rose", "aka Bill": said of a name only.
INTRODUCED = re.compile(
    r"(?:\bnames?(?:'s| is| was)?|\bcall(?:ed)? me|\bknown as|\ba\.?k\.?a\.?|\bnamed|\bnee|\bborn|\bnickname(?:d| is)?"
    r"|\bsurname(?: is)?|\bich heisse|\bmein name ist|\bje m'appelle)[:,]? ?[\"'(*_]?$"
)
LABEL = re.compile(
    r"\b(?:name|mentor|mentee|from|to|cc|by|author|supervisor|consultant|surgeon|trainer|trainee|signed|contact"
    r"|attn|von|an|de|a)"
    r"\s?:[ \t*_\"<]{0,4}$"
)
AFTER_TITLE = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(TITLES))})(?:\.\s{{0,2}}|\s{{1,2}})$")
TOLD = re.compile(
    r"\b(?:(?:i|me|you|both) and|told|asked?|asking|emailed|phoned|texted|rang|met|thanks? to|thank"
    r"|remind(?:ed)?|ask|tell|told|with you,|invited|seen"
    r"|(?:spoke|talked|speaking|talking|listened|written|wrote|said|gave|introduced) (?:to|with)|knows?|knew"
    r"|love|miss|gave|given|lent|showed) $"
)
_DID = """
said says told tells asked asks thinks thought wants wanted feels felt knows knew believes suggested suggests
recommended recommends explained explains taught teaches wrote writes emailed emails phoned phones rang called calls
texted texts replied replies agreed agrees disagreed mentioned mentions offered offers reckons reckoned hopes hoped
insisted insists promised promises invited met came comes went goes gave gives helped helps liked likes loves loved
hates hated smiled laughed joined joins attended attends supervised supervises assisted assists operates operated
noticed notices reminded reminds advised advises encouraged encourages wondered wonders tried tries spoke speaks
talked talks sat sent sends saw sees looked looks arranged arrived arrives introduced apologised forgot forgets
remembered remembers congratulated who whom decided decides listened listens understood understands pointed
complained joked whispered shouted admitted confessed retired resigned died married moved
"""
PERSON_VERBS = frozenset(_DID.split())
# Months do these too.
_MONTHS_DO = "came comes went goes arrived arrives moved looks looked saw sees offers offered gave gives met works"
SPEAKING = PERSON_VERBS.difference(_MONTHS_DO.split())
_BEING_WORDS = """
is isn was wasn has hasn had hadn does doesn did didn will would wouldn could couldn should shouldn can cannot might
must seems seemed seem keeps kept made makes took takes works worked uses used got gets put puts left leaves found
finds really always never also still just
"""
BEING = frozenset(_BEING_WORDS.split())
# What follows "Will" and "May" where they are no names.
_NO_NAME_BEFORE_WORDS = """
i you we they he she it this that these those there the a an my your our their his her its do be not all any some
call try send get see let give take make check email write come go have keep help ask tell look find work think read
bring add read need start never also well in on of at to for from as by than with
"""
NO_NAME_BEFORE = frozenset(_NO_NAME_BEFORE_WORDS.split())
