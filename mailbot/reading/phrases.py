"""Lines that mail programs and courtesy add, in the languages met so far. Whole lines only, never parts of one.

No pattern here has two unbounded repetitions in a row: they run over whatever anybody sends.
"""

from __future__ import annotations

import re

from mailbot.reading import client_words as words
from mailbot.reading.folding import collapsed

_SHORT = 80
_PRODUCT_WORDS = 12
_LONGEST = 200  # characters of a line that can be one of these

_REGARDS = (
    "regards|kind regards|best regards|warm regards|many regards|with kind regards|with best regards|"
    "best wishes|kind wishes|warm wishes|with best wishes|with warm wishes|with kindest regards|all the best|"
    "best|kindest regards|warmest regards|warmly|kindly|yours|yours sincerely|yours faithfully|yours truly|"
    "sincerely|sincerely yours|greetings|respectfully|take care|rgds|brgds|br|kr|mit freundlichen grüßen|"
    "mit freundlichem gruß|mit freundlichen gruessen|freundliche grüße|freundliche grüsse|"
    "mit freundlichen grüssen|viele grüße|liebe grüße|beste grüße|herzliche grüße|"
    "mit besten grüßen|viele gruesse|schöne grüße|gruß|grüße|lg|mfg|vg|hochachtungsvoll|cordialement|"
    "bien cordialement|très cordialement|sincères salutations|bien à vous|bien à toi|amitiés|"
    "amicalement|salutations|meilleures salutations|bonne journée|bonne soirée|saludos|un saludo|"
    "saludos cordiales|atentamente|un cordial saludo|saluti|cordiali saluti|distinti saluti|un caro saluto|"
    "groeten|groetjes|groet|mvg|met vriendelijke groet|met vriendelijke groeten|hartelijke groet|mvh|"
    "hälsningar|med vänliga hälsningar|vänliga hälsningar|med vänlig hälsning|vänligen|hilsen|vennlig hilsen|"
    "med vennlig hilsen|venlig hilsen|med venlig hilsen|de bedste hilsner|mange hilsner|kh|"
    "ystävällisin terveisin|terveisin|terveiset|le meas|slán|atenciosamente|cumprimentos|"
    "com os melhores cumprimentos|melhores cumprimentos|abraço|abraços|pozdrawiam|z poważaniem|"
    "serdecznie pozdrawiam|s pozdravem|s pozdravom|üdvözlettel|üdv|cu stimă|cu respect|"
    "με εκτίμηση|φιλικά|saygılarımla|saygılarımızla|sevgiler|с уважением|"
    "с наилучшими пожеланиями|з повагою|с уважение|поздрави|"
    "srdačan pozdrav|lijep pozdrav|lep pozdrav|pozdrav|此致|敬礼|此致 敬礼|祝好|敬具|よろしくお願いします|"
    "よろしくお願いいたします|감사합니다|مع أطيب التحيات|مع التحية|تحياتي|בברכה|trân trọng|thân mến|"
    "hormat saya|salam"
)
_THANKS = (
    "cheers|thanks|many thanks|thanks a lot|thanks again|thanks very much|thank you|thank you very much|"
    "thank you so much|thanks so much|thx|with thanks|thanks in advance|many thanks and best wishes|"
    "thanks and regards|danke|vielen dank|besten dank|merci|merci beaucoup|gracias|muchas gracias|grazie|grazie mille|"
    "bedankt|dank je|dank u|tack|takk|tak|kiitos|obrigado|obrigada|dziękuję|děkuji|ďakujem|köszönöm|mulțumesc|"
    "ευχαριστώ|teşekkürler|спасибо|дякую|благодаря|hvala|谢谢|謝謝|ありがとうございます|شكرا|תודה|cảm ơn|terima kasih"
)
_THANKS_LINES = frozenset(collapsed(line) for line in _THANKS.split("|"))
_SIGN_OFFS = _THANKS_LINES | {collapsed(line) for line in _REGARDS.split("|")}
_NAMED = re.compile(r"([^,!]{2,60})[,!]\s{0,3}([^,.!?:;@\d]{2,40})[.,]?")
_DEVICE = re.compile(
    r"(?:sent (?:wirelessly |securely )?(?:from|with|via|using|by|through) (?:my |the |a )?[\w .\-®™'’]{2,60}"
    r"|sent from (?:outlook|mail|yahoo|proton ?mail|samsung)[\w ,.:/<>\-]{0,120}"
    r"|get (?:outlook|bluemail|mail) for (?:ios|android|mac|windows|iphone|ipad)[\w<>:/. \-]{0,80}"
    r"|(?:von|mit) mein\w{0,3} [\w .\-]{2,40} gesendet"
    r"|(?:diese nachricht wurde )?(?:gesendet|verschickt|gesandt) (?:von|mit|über) [\w .\-]{2,40}(?: gesendet)?"
    r"|envoyé (?:sans fil )?(?:de|depuis|à partir de|par|avec) (?:mon |ma |un )?[\w .\-®’']{2,80}"
    r"|enviad[oa] (?:desde|do|da|de|a partir do|pelo) (?:mi |meu |el )?[\w .\-®]{2,60}"
    r"|inviato (?:da|dal|con)(?: mio| il mio)? [\w .\-]{2,40}|verstuurd (?:vanaf|met|via) [\w .\-]{2,40}"
    r"|verzonden (?:vanaf|met|via) [\w .\-]{2,40}|skickat från [\w .\-]{2,40}|sen[dt]t? fra [\w .\-]{2,40}"
    r"|lähetetty [\w .\-]{2,40}(?:sta|stä|ltä|lta)|wysłane? z [\w .\-]{2,40}|odesláno z [\w .\-]{2,40}"
    r"|odoslané z [\w .\-]{2,40}|elküldve [\w .\-]{2,40}|trimis de pe [\w .\-]{2,40}|στάλθηκε από [\w .\-]{2,40}"
    r"|[\w .\-]{2,40}(?:'?\w?den|'?\w?dan|ümden|ımdan) gönderildi|отправлено (?:с|из) [\w .\-]{2,40}"
    r"|надіслано з [\w .\-]{2,40}|изпратено от [\w .\-]{2,40}|poslano (?:s|z|sa) [\w .\-]{2,40}"
    r"|发自我的 ?[\w .\-]{2,40}|從我的 ?[\w .\-]{2,40}傳送|從我的 ?[\w .\-]{2,40}"
    r"|[\w .\-]{2,40}から送信|나의 [\w .\-]{2,40}에서 보냄"
    r"|أ?رسلت من [\w .\-]{2,40}|נשלח מה-?[\w .\-]{2,40}|được gửi từ [\w .\-]{2,40}|dikirim dari [\w .\-]{2,40})[.!]?",
    re.IGNORECASE,
)
_TARGET = re.compile(r"<https?:[^<>\s]{1,300}>")  # what Outlook writes behind every link of a text part
_LINK = re.compile(r"(?:https?://|www\.)\S{3,200}|[^\s@]{1,64}@[^\s@]{3,200}", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|bonjour"
    r"|hola|ciao|moin|salut|buenos días|sehr geehrte[rs]?)\b"
    r"(?:[^\n]{0,40}answers?(?: are)?(?: below| inline)?|(?: [\w.'’\-]{1,20}){0,3})?"
    r"|(?:please )?(?:see|find) (?:my )?(?:answers?|below|inline|attached)[\w ]{0,30}"
    r"|(?:here are )?my answers?(?: are)?(?: below| inline| in (?:blue|red|green))?)[\s,.!:;–—\-]{0,4}",
    re.IGNORECASE,
)
_FOOTERS = (
    "confidential",
    "intended recipient",
    "disclaimer",
    "virus",
    "unsubscribe",
    "vertraulich",
    "confidentiel",
    "consider the environment",
    "registered office",
    "registered in",
    "registered charity",
    "mailing list",
    "you received this message because",
    "external sender",
    "external email",
    "outside of the organi",
    "outside your organi",
    "outside the organi",
    "outside of your organi",
    "you don't often get email from",
    "externen absender",
    "absender ausserhalb",
    "absender außerhalb",
    "externe e-mail",
    "extérieur de l'organisation",
    "extérieur de votre organisation",
    "expéditeur externe",
    "remitente externo",
    "fuera de la organización",
    "mittente esterno",
    "esterno all'organizzazione",
    "externe afzender",
    "buiten de organisatie",
    "buiten uw organisatie",
    "remetente externo",
    "fora da organização",
    "extern avsändare",
    "ekstern avsender",
    "ekstern afsender",
    "nadawcy zewnętrznego",
    "spoza organizacji",
    "es confidencial",
    "é confidencial",
    "è riservat",
    "is vertrouwelijk",
    "är konfidentiell",
    "er fortrolig",
    "jest poufna",
    "jest poufny",
)


_DIRECTIONS = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_DASHES = "-_=*+<> \u00a0"
_DIVIDERS = words.FORWARDED | words.ORIGINAL


def is_sign_off(line: str) -> bool:
    """Whether the whole line is a closing courtesy."""
    return len(line) <= _LONGEST and collapsed(line) in _SIGN_OFFS


def is_thanks(line: str) -> bool:
    """Whether the whole line is a thank-you: it closes a letter, and it is also something that one says."""
    return len(line) <= _LONGEST and collapsed(line) in _THANKS_LINES


def is_named_sign_off(line: str) -> bool:
    """Whether courtesy and a name share the line: "Regards, Roman"."""
    found = _NAMED.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    return found is not None and collapsed(found[1]) in _SIGN_OFFS and len(found[2].split()) <= 3  # noqa: PLR2004


def is_device_line(line: str) -> bool:
    """Whether the whole line is what a phone or a mail program adds: "Sent from my iPhone"."""
    text = _TARGET.sub("", line[: 2 * _LONGEST]).strip()
    return len(text) <= _LONGEST and (_DEVICE.fullmatch(text) is not None or _names_product(text))


def _names_product(text: str) -> bool:
    """Whether a short line names a product, and says "sent" or "get" first or last, as each language has its order."""
    low = text.rstrip(".!").casefold()
    if (
        len(text) > _SHORT
        or not any(product in low for product in words.PRODUCTS)
        or any(mark in low for mark in ",;?")
    ):
        return False
    if "outlook" in low and not any(platform in low for platform in words.PLATFORMS):
        return False  # "Get Outlook for the whole team"
    told = low.split()
    if len(told) < _PRODUCT_WORDS and low.endswith(words.SENT_AT_THE_END):
        return True
    return len(told) < _PRODUCT_WORDS and (told[0].startswith(words.SENT_FIRST) or told[-1].startswith(words.SENT_LAST))


def is_greeting(line: str) -> bool:
    """Whether the whole line greets, or says that the answers follow."""
    return len(line) <= _LONGEST and _GREETING.fullmatch(line.strip()) is not None


def is_footer(line: str) -> bool:
    """Whether it reads like what a company's or a list's server appends."""
    low = line[:2000].casefold()
    return any(phrase in low for phrase in _FOOTERS)


def is_link(line: str) -> bool:
    """Whether nothing but one link or address stands there."""
    return len(line) <= _LONGEST and _LINK.fullmatch(line.strip(" \t<>")) is not None


def header_key(line: str) -> str:
    """The name of the header field that the line looks like ("from" of "*Von:* X"), "" if it is none.

    The value must stand apart from a Latin name: "to:do" is none. East Asian programs leave no blank.
    """
    text = line.strip().lstrip("*_")[:_LONGEST].replace("：", ":")
    key, colon, rest = text.partition(":")
    key = " ".join(key.strip("*_ \t\u00a0\u200e\u200f").casefold().split())
    if not colon or key not in words.HEADERS:
        return ""
    return key if not rest or rest[0] in " \t\u00a0*_\u200e\u200f" or not key[-1].isascii() else ""


def is_header(line: str) -> bool:
    """Whether it looks like "From: ..." of a quoted message, in any language met so far."""
    return (":" in line or "：" in line) and header_key(line) != ""


def is_rule(line: str) -> bool:
    """Whether it is a line of dashes or underscores, or "-----Original Message-----"."""
    text = line.strip()[:_LONGEST]
    bare = text.strip("-_=* \u00a0")
    return (len(text) > 4 and not bare) or is_divider(line)  # noqa: PLR2004


def is_divider(line: str) -> bool:
    """Whether it names what follows: "-----Original Message-----", "Begin forwarded message:"."""
    text = line.strip()[:_LONGEST]
    if not text or (text[0] not in _DASHES and text[-1] not in ":："):
        return False
    bare = text.strip(_DASHES).casefold()
    return bare.rstrip(":： ") in _DIVIDERS and (bare != text.casefold() or bare[-1] in ":：")


def without_directions(text: str) -> str:
    """The text without the marks of direction that Hebrew and Arabic programs put round names and addresses."""
    return text if text.isascii() else text.translate(_DIRECTIONS)


def ends_attribution(line: str) -> bool:
    """Whether the line ends as "... wrote:" does."""
    text = line.strip()[-_LONGEST:].rstrip("*_- ")
    return text.endswith((":", "：")) and text[:-1].casefold().rstrip().endswith(tuple(words.WROTE))
