"""How the subjects of absence notes begin, in the languages we know: the last and weakest sign of a machine."""

from __future__ import annotations

import re
import unicodedata

# As mail programs write them at the very start; marks and case folded. A person's subject may hold the words later.
_VACATION = re.compile(
    r"(?:"
    r"auto(?:matic|mated|mated e-?mail)?[ -]?(?:reply|response|responder)\b|auto: |autoreply\b"
    r"|(?:i am |i'm )?(?:currently )?(?:out of (?:the )?office|away from (?:the |my )?office)"
    r"(?: auto ?reply| reply| response| notification| message)?\s*(?:[:.\u2013-]|re\b|$)"
    r"|vacation (?:reply|response|notice|message)\b"
    r"|automatische (?:antwort|antwoord|abwesenheits)|automatisch antwoord|abwesenheits(?:notiz|meldung|nachricht)"
    r"|abwesenheit(?:\s*:|$)|afwezig(?:heids|\s*:|$)"
    r"|reponse automatique|absence du bureau|message d'absence"
    r"|respuesta automatica|fuera de la oficina|resposta automatica|fora do escritorio|ausencia temporaria"
    r"|risposta automatica|fuori (?:sede|ufficio)|assente dall'ufficio"
    r"|auto(?:matiskt? )?svar\b|franvaro(?:meddelande|\s*:|$)|fravaer|ikke pa kontoret|ikke til stede"
    r"|automaattinen vastaus|automatiska atbilde|arpus biroja|atvalinajums|automatinis atsakymas"
    r"|automatyczna odpowiedz|automaticka odpoved|automatikus valasz|raspuns automat|otomatik yanit"
    r"|automaatvastus|samodejni odgovor|automatski odgovor|tra loi tu dong|balasan otomatis"
    r"|автоответ|автоматическии ответ|автоматичен отговор|автоматична відповідь|αυτοματη απαντηση"
    r"|自動返信|自動応答|自动回复|自动答复|自動回覆|자동 ?(?:회신|응답)|תשובה אוטומטית|מענה אוטומטי|رد تلقايي"
    r")"
)

# AOL writes it at the end, in brackets.
_AT_THE_END = re.compile(r"\((?:automatic|auto) (?:response|reply)\)$")
_LONGEST = 200
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def is_vacation_subject(subject: str) -> bool:
    """Whether the subject begins as those of absence notes do, in the languages we know."""
    marked = unicodedata.normalize("NFKD", subject[:_LONGEST].casefold())
    folded = "".join(letter for letter in marked if not unicodedata.combining(letter)).replace("\u2019", "'")
    # Hangul comes apart under NFKD and must be put together again before it is compared.
    words = unicodedata.normalize("NFC", folded).translate(_LETTERS).strip()
    return _VACATION.match(words.removeprefix("[")) is not None or _AT_THE_END.search(words) is not None
