"""What mail programs write around a quote, in the languages that they speak: single words, compared in lower case.

Only words stand here. What makes a line an attribution is its build: a date, an address, a colon at its end, a quote
below it (openers.py); the words decide where the build alone could be a person's own.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


FROM = _words(
    "from|von|de|da|di|van|fra|från|lähettäjä|od|nadawca|odesílatel|odosielateľ|feladó|expeditor|de la|"
    "από|αποστολέας|kimden|gönderen|от|от кого|отправитель|від|від кого|"
    "подател|šalje|pošiljatelj|pošilja|шаље|发件人|寄件者|寄件人|差出人|送信元|送信者|보낸 사람|"
    "보낸사람|발신|من|מאת|từ|người gửi|dari|pengirim|จาก|saatja|nuo|no|از|remitente|mittente|expéditeur|"
    "absender|afzender|remetente|afsender|avsender|avsändare"
)
SENT = _words(
    "sent|date|message du|gesendet|gesendet am|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviada|"
    "enviado em|enviada em|fecha|inviato|data|verzonden|sendt|dato|skickat|lähetetty|päiväys|päivämäärä|"
    "wysłano|odesláno|poslané|odoslané|dátum|elküldve|küldve|trimis|dată|στάλθηκε|"
    "ημερομηνία|gönderildi|gönderme tarihi|tarih|отправлено|дата|надіслано|"
    "изпратено|poslano|poslato|послато|发送时间|发送日期|寄件日期|日期|时间|時間|送信日時|"
    "日時|日付|보낸 날짜|날짜|تم الإرسال|التاريخ|נשלח|תאריך|đã gửi|ngày|ngày gửi|dikirim|tanggal|ส่ง|"
    "วันที่|saadetud|kuupäev|تاریخ"
)
TO = _words(
    "to|an|à|a|para|aan|til|till|vastaanottaja|do|komu|pre|za|címzett|către|catre|pentru|προς|kime|"
    "alıcı|кому|до|收件人|收件者|宛先|받는 사람|받는사람|수신|إلى|אל|đến|tới|người nhận|kepada|ke|"
    "ถึง|saaja|kam|به"
)
COPY = _words(
    "cc|bcc|kopie|kopie (cc)|kopia|copie|copie à|copia|kopi|kopio|másolatot kap|dw|udw|do wiadomości|"
    "копия|копія|抄送|抄送人|副本|참조|ccn|cci|نسخة|עותק|bilgi|κοιν|tembusan|kópia|cópia"
)
SUBJECT = _words(
    "subject|betreff|betr|objet|sujet|asunto|oggetto|onderwerp|assunto|emne|ämne|aihe|temat|předmět|predmet|"
    "tárgy|subiect|θέμα|konu|тема|относно|naslov|zadeva|主题|主題|主旨|件名|标题|標題|제목|"
    "الموضوع|נושא|tiêu đề|chủ đề|perihal|subjek|เรื่อง|teema|موضوع"
)
BESIDE = _words(
    "reply-to|reply to|antwort an|importance|wichtigkeit|priority|priorität|importancia|sent by|resent-from|"
    "mailed-by|attachments|anlagen|pièces jointes|organization|organisation"
)
HEADERS = FROM | SENT | TO | COPY | SUBJECT | BESIDE

WROTE = _words(
    "wrote|writes|schrieb|schrieben|geschrieben|a écrit|écrit|escribió|escribio|ha scritto|scrive|schreef|"
    "skrev|escreveu|napisał|napisała|napisał(a)|pisze|napsal|napsala|napsal(a)|napísal|napísala|"
    "napísal(a)|написал|написала|написал(а)|пишет|пише|написав|"
    "написа|написа(ла)|написао|је написао|napisao|napisala|napisao/la|napisal|"
    "kirjoitti|írta|a scris|έγραψε|yazdı|写道|寫道|写到|写入|書きました|のメール|のメッセージ|"
    "님이 작성|작성|썼습니다|كتب|كتبت|כתב|כתבה|כתב/ה|đã viết|menulis|เขียน|kirjutas|rašė|rakstīja|"
    "va escriure|skrifaði|نوشت|het volgende geschreven"
)

# The person's own words: "On Monday I wrote:" is no mail program's line.
OWN_PRONOUNS = _words(
    "i|he|she|we|you|they|ich|er|sie|wir|j|il|elle|nous|yo|él|ella|io|lui|lei|eu|ele|ela|ik|hij|zij|ze|jag|"
    "jeg|han|hun|hon|minä|hän|ja|já|ona|én|ő|ben|я|он|она|мы|він|вона|аз|той|тя|εγώ|"
    "أنا|אני|tôi|saya"
)
EASTERN_PRONOUNS = ("我写", "我寫", "他写", "她写", "我在", "私は", "彼は", "彼女は")

ORIGINAL = _words(
    "original message|original appointment|original email|reply message|urspr. nachricht|"
    "ursprüngliche nachricht|originalnachricht|original-nachricht|antwort nachricht|message d'origine|"
    "message original|message d’origine|courriel original|mensaje original|messaggio originale|"
    "messaggio di origine|mensagem original|oorspronkelijk bericht|oorspronkelijke bericht|origineel bericht|"
    "oprindelig meddelelse|original meddelelse|oprindelig besked|ursprungligt meddelande|originalmeddelande|"
    "opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|"
    "původní e-mail|pôvodná správa|eredeti üzenet|mesaj original|mesajul original|"
    "αρχικό μήνυμα|özgün mesaj|orijinal mesaj|özgün ileti|исходное сообщение|"
    "оригинальное сообщение|пересылаемое сообщение|"
    "вихідне повідомлення|оригінальне повідомлення|"
    "оригинално съобщение|izvorna poruka|originalna poruka|izvirno sporočilo|原始邮件|"
    "原始郵件|邮件原件|原邮件|元のメッセージ|original message / 元のメッセージ|원본 메시지|원본 메일|"
    "الرسالة الأصلية|הודעה מקורית|thư gốc|tin nhắn gốc|pesan asli|pesan orisinil|reply above this line"
)
FORWARDED = _words(
    "forwarded message|begin forwarded message|forwarded by|fwd|weitergeleitete nachricht|"
    "anfang der weitergeleiteten nachricht|beginn der weitergeleiteten nachricht|message transféré|"
    "début du message transféré|début du message réexpédié|mensaje reenviado|"
    "inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|mensagem encaminhada|"
    "mensagem reencaminhada|início da mensagem reencaminhada|início da mensagem encaminhada|"
    "doorgestuurd bericht|begin doorgestuurd bericht|videresendt meddelelse|videresendt besked|"
    "start på videresendt besked|vidarebefordrat meddelande|vidarebefordrat brev|videresendt melding|"
    "videresend melding|edelleenlähetetty viesti|välitetty viesti|przekazana wiadomość|"
    "wiadomość przekazana dalej|přeposlaná zpráva|preposlaná správa|továbbított üzenet|"
    "továbbított levél|mesaj redirecționat|mesaj redirectionat|προωθημένο μήνυμα|"
    "yönlendirilen mesaj|iletilen mesaj|пересланное сообщение|"
    "переслане повідомлення|препратено съобщение|proslijeđena poruka|"
    "prosleđena poruka|转发的邮件|转发邮件|轉寄郵件|已转发邮件|転送されたメッセージ|転送メッセージ|"
    "전달된 메일|전달된 메시지|رسالة معاد توجيهها|הודעה שהועברה|thư được chuyển tiếp|"
    "tin nhắn được chuyển tiếp|pesan yang diteruskan|pesan terusan"
)

PRODUCTS = (
    "iphone", "ipad", "android", "galaxy", "samsung", "outlook", "yahoo", "huawei", "xiaomi", "oneplus", "blackberry",
    "k-9", "proton mail", "protonmail", "bluemail", "gmx", "web.de", "mail für windows", "mail for windows",
    "mail pour windows", "courrier pour windows", "aol",
)  # fmt: skip
PLATFORMS = ("ios", "android", "iphone", "ipad", "mac", "windows", "mobile")
# "Sent from ...", "Get Outlook ..." in the languages that say it first.
SENT_FIRST = (
    "sent", "get", "download", "gesendet", "verschickt", "holen", "hol", "envoyé", "télécharge", "obtenez", "obtenir",
    "enviad", "obtén", "obtener", "descarga", "inviat", "scarica", "ottieni", "obter", "obtenha", "verstuurd",
    "verzonden", "skickat", "hämta", "skaffa", "sendt", "send fra", "hent", "få", "lähetetty", "hanki", "hae", "wysłan",
    "pobierz", "odeslán", "odoslan", "získ", "stáhn", "elküldve", "küldve", "trimis", "obține", "descărca", "στάλθηκε",
    "λήψη", "αποκτήστε", "отправлен", "скача", "получ", "надіслан", "завантаж", "изпратен", "изтегл", "poslan",
    "poslat", "preuzm", "发自", "傳送", "从我", "從我", "获取", "取得", "나의", "أرسل", "أُرسل", "נשלח", "được gửi",
    "gửi từ", "đã gửi", "dikirim", "dapatkan", "ส่งจาก",
)  # fmt: skip
SENT_LAST = (
    "gesendet", "verschickt", "herunterladen", "holen", "gönderildi", "gönderilmiştir", "indir", "edinin", "verzonden",
    "verstuurd", "downloaden", "küldve", "elküldve", "letöltése",
)  # fmt: skip
SENT_AT_THE_END = ("から送信", "で送信", "から送信されました", "傳送", "보냄", "보냈습니다", "をダウンロード", "を入手")
