"""What hides in a file is found; a file that cannot be read does not go."""

from __future__ import annotations

import builtins
import zlib

import pikepdf
import pytest

from mailbot.anonymity.gate.clearing import clear
from mailbot.anonymity.gate.files import archives, pdf_words
from mailbot.anonymity.gate.files import pdf as pdf_module
from mailbot.message.compose import compose
from mailbot.model.outbound import Attachment, ClearedMessage
from tests.anonymity import files
from tests.anonymity.people import JANE, MARK, WEI
from tests.message.builders import draft

ADDRESS = "jane.obrien84@leedsteaching.nhs.uk"


def found(content: bytes, filename: str = "attachment-1.bin", html: str = "") -> set[tuple[str, str]]:
    attached = Attachment(filename=filename, content_type="application/octet-stream", content=content)
    sent = draft(html=html, attachments=(attached,))
    result = clear(sent, compose(sent), forbidden=(JANE, MARK, WEI), own=("mentoring@example.org", "example.org"))
    return set() if isinstance(result, ClearedMessage) else {(hit.kind, hit.where) for hit in result}


def test_the_name_of_a_file_tells_in_any_alphabet():
    attached = Attachment(filename="attachment-1.bin", content_type="application/octet-stream", content=b"x")
    sent = draft(html="", attachments=(attached,))
    raw = compose(sent).replace(b'filename="attachment-1.bin"', b"filename*=utf-8''J%C3%A4ne.pdf")
    result = clear(sent, raw, forbidden=(JANE,), own=("example.org",))
    assert not isinstance(result, ClearedMessage)
    assert "file_name" in {hit.where for hit in result}


NAME, UNREADABLE = {("name", "file")}, {("unreadable", "file")}


@pytest.mark.parametrize("name", ["Jane-CV.pdf", "Mark.pdf", "baker-notes.pdf", "Will-Mark.pdf"])
def test_the_name_of_a_file_tells(name):
    assert ("name", "file_name") in found(b"x", name)


@pytest.mark.parametrize("name", ["attachment-1.pdf", "image-2.png"])
def test_our_own_names_of_files_tell_nothing(name):
    assert found(b"x", name) == set()


@pytest.mark.parametrize(
    "content",
    [
        b"I am Jane",
        "\ufeffI am Zo\u00eb".encode(),
        b"\xff I am M\xfcller \xff",
        b"\xff\0\xff" + "Müller".encode("utf-16-le"),
        b"\xff\0\xff" + "\0Müller".encode("utf-16-be"),
        b"words\0Janie",
        b"<p>J<b>an</b>e</p>",
        b"\n <x author='Jane'/>",
        files.word("I am Ja", "ne, I think"),
        files.word("I told ", "Mark", " so"),
        files.word("x", word__comments_xml="x", **{"docProps__core.xml": "<dc:creator>Mark</dc:creator>"}),
        files.word("x", **{"word__comments.xml": '<w:comment w:author="Jane"/>'}),
        files.word("x", **{"word__comments.xml": '<w:comment w:author="Mark Baker"/>'}),
        files.word("x", **{"word__Jane.xml": ""}),
        files.word("x", **{"word__a.xml": "<t>J&#97;ne</t>"}),
        files.packed({"a": files.packed({"b": "Jane"})}),
        files.packed({"a": files.png(b"tEXt", b"Author\0Jane")}),
        files.packed({}, comment=b"by Jane"),
        files.png(b"tEXt", b"Author\0Jane"),
        files.png(b"tEXt", b"Author\0mark"),
        files.png(b"zTXt", b"Author\0\0" + zlib.compress(b"Jane")),
        files.png(b"iTXt", b"Author\0\1\0\0\0" + zlib.compress("Zoë".encode())),
        files.png(b"iTXt", b"Author\0\0\0\0\0Jane"),
        files.png(b"eXIf", "Jane".encode("utf-16-le")),
        files.png(b"iCCP", b"Jane's profile\0\0" + zlib.compress(b"x")),
        files.png() + b"after the end: Janie!",
        files.jpeg(0xFE, b"by Jane"),
        files.jpeg() + "Janie".encode("utf-16-le"),
        files.jpeg(0xE1, b"Exif\0\0II*\0Mark\0"),
        files.gif(b"by Jane"),
        files.webp(b"XMP ", b"<x>Jane</x>"),
        files.webp(b"EXIF", b"Jane!"),
        b"II*\x00 by Jane",
    ],
)
def test_a_name_in_a_file_is_found(content):
    assert found(content) == NAME


def test_other_identifiers_in_a_file_are_found():
    assert ("address", "file") in found(files.png(b"tEXt", f"Author\0{ADDRESS}".encode()))
    assert ("domain", "file") in found(files.word("see https://leedsteaching.nhs.uk/x"))
    assert ("username", "file") in found(b"\xff\0 jane.obrien84 \xff")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"I will mark it",
        b"\xff\0Jan\0ne Mark \xff",
        files.word("I will ", "mark it; the baker may bake"),
        files.word("x", **{"word__fontTable.xml": '<w:font w:name="Georgia"/><w:font w:name="Baker"/>'}),
        files.png(),
        files.png(b"zTXt", b"x"),
        files.jpeg(),
        files.gif(b""),
        files.webp(b"ICCP", b"sRGB"),
        files.pdf(b"BT (I will mark it) Tj ET"),
    ],
)
def test_a_clean_file_passes(content):
    assert found(content) == set()


def _sealed(content: bytes) -> bytes:
    """The archive with the flag of an encrypted member."""
    at = content.find(b"PK\x01\x02")
    return content[: at + 8] + b"\1" + content[at + 9 :]


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 no archive",
        files.packed({"a": "x" * 500})[:200],
        _sealed(files.packed({"a": "b"})),
        files.packed({"a": files.packed({"b": files.packed({"c": files.packed({"d": "x"})})})}),
        b"%PDF-1.7 but nothing more",
        files.pdf(save={"encryption": pikepdf.Encryption(owner="o", user="u")}),
        b"\x89PNG\r\n\x1a\n\0\0",
        b"\xff\xd8\xff\xe0",
        b"\xff\xd8\xff\xe0\0\4xxjunk",
    ],
)
def test_a_file_that_cannot_be_read_is_held(content):
    assert found(content) >= UNREADABLE


def test_an_archive_that_unpacks_to_too_much_is_held(monkeypatch):
    content = files.packed({"a": "x" * 1000, "b": "x"})
    monkeypatch.setattr(archives.Budget.__init__, "__kwdefaults__", {"members": 2, "size_bytes": 1001})
    assert found(content) == set()
    monkeypatch.setattr(archives.Budget.__init__, "__kwdefaults__", {"members": 1, "size_bytes": 1001})
    assert found(content) == UNREADABLE
    monkeypatch.setattr(archives.Budget.__init__, "__kwdefaults__", {"members": 2, "size_bytes": 1000})
    assert found(content) == UNREADABLE


def test_a_pdf_is_held_where_nothing_reads_it(monkeypatch):
    def without(name: str, *rest: object) -> object:
        if name == "pikepdf":
            raise ImportError(name)
        return real(name, *rest)

    real, content = builtins.__import__, files.pdf()
    monkeypatch.setattr(builtins, "__import__", without)
    assert found(content) == UNREADABLE


XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"{}><dc:creator><rdf:Seq>'
    "<rdf:li>{}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)
CMAP = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <004A> <0002> <0061> endbfchar
3 beginbfrange <0003> <0004> <006E> <0005> <0006> [<0065> <0020>] <0007> <0006> <0000> <0008> <0008> <> endbfrange"""


def unicode_font(made: pikepdf.Pdf) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, ToUnicode=made.make_stream(CMAP))


def named_font(_made: pikepdf.Pdf) -> pikepdf.Dictionary:
    letters = [pikepdf.Name(f"/{one}") for one in ("J", "a", "n", "eacute", "space", "odd")]
    encoding = pikepdf.Dictionary(Differences=pikepdf.Array([1, *letters]))
    return pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, Encoding=encoding)


def half_font(made: pikepdf.Pdf) -> pikepdf.Dictionary:
    """As TeX makes them: only the letters that are no ASCII are in the table."""
    table = made.make_stream(b"1 beginbfchar <01> <004A> endbfchar")
    return pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, ToUnicode=table)


def plain_font(_made: pikepdf.Pdf) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, Encoding=pikepdf.Name.WinAnsiEncoding)


def dumb_font(_made: pikepdf.Pdf) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0)


def form(made: pikepdf.Pdf) -> None:
    shape = made.make_stream(b"BT (I told) Tj ( Mark so) Tj ET", Subtype=pikepdf.Name.Form)
    other = made.make_stream(b"\xff\xd8", Subtype=pikepdf.Name.Image)
    objects = pikepdf.Dictionary(X=made.make_indirect(shape), Y=made.make_indirect(other))
    made.pages[0].obj.Resources = pikepdf.Dictionary(XObject=objects)


def note(made: pikepdf.Pdf) -> None:
    look = made.make_stream(b"BT (I told Ma) Tj (rk so) Tj ET")
    states = pikepdf.Dictionary(Off=look)
    marks = [pikepdf.Dictionary(AP=pikepdf.Dictionary(N=look, D=states)), pikepdf.Dictionary()]
    made.pages[0].obj.Annots = pikepdf.Array([made.make_indirect(one) for one in marks])


def picture(made: pikepdf.Pdf) -> None:
    content = files.jpeg(0xFE, b"by Jane")
    made.Root.Picture = made.make_stream(content, Filter=pikepdf.Name.DCTDecode)


def pixels(made: pikepdf.Pdf) -> None:
    made.Root.Picture = made.make_stream(b"\xff\0by Janie\0", Subtype=pikepdf.Name.Image)


def deep(made: pikepdf.Pdf) -> None:
    made.Root.Some = pikepdf.Array([1, pikepdf.Dictionary(X=pikepdf.Array([pikepdf.String("Jane")]))])


@pytest.mark.parametrize(
    "content",
    [
        files.pdf(b"BT (I am Jane) Tj ET"),
        files.pdf(b"BT (I told) Tj 0 -12 Td (Mark so) Tj ET", font=plain_font),
        files.pdf(b"BT [(I told Ma) -20 (rk) -300 (so)] TJ ET"),
        files.pdf(b"BT (I) Tj (told Mark so) ' ET"),
        files.pdf(b'BT 1 1 (I told Mark so) " ET'),
        files.pdf(b"BT /F1 12 Tf <00010002000300050006> Tj ET", font=unicode_font),
        files.pdf(b"BT /F1 12 Tf <00010002> Tj <00030005> Tj /F1 9 Tf ET", font=unicode_font),
        files.pdf(b"BT /F1 12 Tf <01020304> Tj <0506> Tj ET", font=named_font),
        files.pdf(b"BT /F2 12 Tf (Jane) Tj ET", font=plain_font),
        files.pdf(b"BT (J) Tj 9 0 Td (a) Tj 9 0 TD (n) Tj 9 0 Td (e) Tj ET"),
        files.pdf(
            b"BT 1 0 0 1 9 7 Tm (J) Tj ET BT 1 0 0 1 18 7 Tm (a) Tj 1 0 0 1 27 7 Tm (n) Tj 1 0 0 1 36 7 Tm (e) Tj ET"
        ),
        files.pdf(b"BT 1 0 0 1 9 7 Tm (I told) Tj 1 0 0 1 9 27 Tm (Mark so) Tj ET"),
        files.pdf(b"BT /F1 12 Tf (I am \\001ane) Tj ET", font=half_font),
        files.pdf(info="Mark"),
        files.pdf(info="王伟"),
        files.pdf(xmp=XMP.format("", "mark")),
        files.pdf(xmp=XMP.format(' dc:author="Jane"', "")),
        files.pdf(attached=b"by Jane"),
        files.pdf(attached=files.word("by Jane")),
        files.pdf(extra=form),
        files.pdf(extra=note),
        files.pdf(extra=picture),
        files.pdf(extra=deep),
        files.pdf(extra=pixels),
        files.pdf() + b"\n% by Janie\n",
    ],
)
def test_a_name_in_a_pdf_is_found(content):
    assert found(content) >= NAME


def test_a_font_without_letters_hides_what_is_written():
    assert found(files.pdf(b"BT /F1 12 Tf <0001> Tj ET", font=dumb_font)) == UNREADABLE


def test_who_drew_a_font_gives_nobody_away():
    def drawn(text: bytes):
        def add(made: pikepdf.Pdf) -> None:
            made.Root.Font = made.make_indirect(pikepdf.Dictionary(FontFile2=made.make_stream(text)))

        return files.pdf(extra=add)

    assert found(drawn(b"\0drawn by Janie")) == set()
    assert found(drawn(b"\0drawn by " + ADDRESS.encode())) >= {("address", "file")}


@pytest.mark.parametrize(
    ("limit", "module"), [("_MOST_OBJECTS", "pdf"), ("_MOST_STREAM", "pdf"), ("_MOST_FORMS", "words")]
)
def test_a_pdf_over_a_limit_is_held(monkeypatch, limit, module):
    content = files.pdf(b"BT (words) Tj ET", extra=form)
    assert UNREADABLE.isdisjoint(found(content))
    monkeypatch.setattr(pdf_module if module == "pdf" else pdf_words, limit, 1)
    assert found(content) >= UNREADABLE
