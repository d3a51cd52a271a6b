"""docx, xlsx and pptx made anew: from the main part along the relations that we know, each part from an allow-list.

No properties, comments, people, custom XML, templates, thumbnails, printer settings, embedded files or links; pictures
are painted anew; the zip says no times, and no names but ours.
"""

from __future__ import annotations

import io
import zipfile

from mailbot.anonymity.attachments.allowance import Allowance
from mailbot.anonymity.attachments.crops import Crop, crop_of, note_crops
from mailbot.anonymity.attachments.elements import Cleaner
from mailbot.anonymity.attachments.images import repainted_inside
from mailbot.anonymity.attachments.kinds import PICTURES, kind_of
from mailbot.anonymity.attachments.office_parts import FORMATS, RELATION, Format, Kind
from mailbot.anonymity.attachments.outcome import CannotPass
from mailbot.anonymity.attachments.package import Package, Relation
from mailbot.anonymity.attachments.preparing import STEPS, Known
from mailbot.anonymity.attachments.word_styles import styles_of
from mailbot.anonymity.attachments.xml_tree import Element, name, parsed, written

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time, for zip
_MACROS = ("vbaproject.bin", "xlmacrosheet", "macrosheets/")


def rewritten(data: bytes, _: str, allowance: Allowance) -> tuple[str, bytes]:
    """Ending "docx", "xlsx" or "pptx", and the file made anew; CannotPass, or what zip and XML readers raise."""
    package = Package(data, allowance)
    if any(mark in member for member in package.member_names for mark in _MACROS):
        raise CannotPass("macros")
    main = next((each.target for each in package.relations("").values() if each.kind == "officeDocument"), "")
    content_type = package.content_types().get(main, "")
    if "macroEnabled" in content_type:
        raise CannotPass("macros")
    form = FORMATS.get(content_type.replace("template.main", "document.main"))
    if form is None:
        raise CannotPass("not_understood")
    return form.ending, _Rebuilding(package, form, allowance).file(main)


class _Rebuilding:
    """One file being made: which part became which, and what waits to be made."""

    def __init__(self, package: Package, form: Format, allowance: Allowance) -> None:
        self._package, self._form, self._allowance = package, form, allowance
        self._known = Known()
        self._paths: dict[str, str] = {}  # part -> its path in the new file
        self._counts: dict[str, int] = {}
        self._waiting: list[tuple[str, Kind]] = []
        self._layouts: frozenset[str] = frozenset()
        self._members: dict[str, bytes] = {}
        self._types: dict[str, str] = {}

    def file(self, main: str) -> bytes:
        """The new file."""
        self._look_ahead(main)
        self._path(main, self._form.main)
        while self._waiting:
            self._waiting.sort(key=lambda waiting: not waiting[1].last)
            part, kind = self._waiting.pop()
            self._make(part, kind)
        members = {
            "[Content_Types].xml": written(self._content_types()),
            "_rels/.rels": written(_relationships({"rId1": ("officeDocument", self._form.main.path)})),
            **self._members,
        }
        return _zipped(members)

    def _look_ahead(self, main: str) -> None:
        """Styles are renamed in every part, and a master names all its layouts, of which most are never shown."""
        relations = self._package.relations(main).values()
        for relation in relations:
            if relation.kind == "styles" and relation.target and self._form.ending == "docx":
                self._known.styles = styles_of(parsed(self._package.xml(relation.target)))
        slides = [relation.target for relation in relations if relation.kind == "slide" and relation.target]
        self._layouts = frozenset(
            each.target
            for slide in slides
            for each in self._package.relations(slide).values()
            if each.kind == "slideLayout"
        )

    def _path(self, part: str, kind: Kind) -> str:
        """Where the part stands in the new file; it is made when its turn comes."""
        if part not in self._paths:
            number = self._counts[kind.path] = self._counts.get(kind.path, 0) + 1
            self._paths[part] = kind.path.format(number)
            self._types[self._paths[part]] = kind.content_type
            self._waiting.append((part, kind))
        return self._paths[part]

    def _make(self, part: str, kind: Kind) -> None:
        root = parsed(self._package.xml(part))
        note_crops(root)
        for step in kind.steps:
            STEPS[step](root, self._known)
        links = _Links(self, self._package.relations(part))
        for followed in kind.follows:
            links.follow(followed)
        cleaner = Cleaner(rules=kind.rules, link=links.link, depth=self._allowance.limits.depth)
        path = self._paths[part]
        self._members[path] = written(cleaner.part(root))
        if links.made:
            folder, _, base = path.rpartition("/")
            self._members[f"{folder}/_rels/{base}.rels"] = written(_relationships(links.made))

    def target(self, relation: Relation, crop: Crop) -> str:
        """Where what a relation leads to stands in the new file; "" where it stays behind."""
        if not relation.target:
            return ""
        if relation.kind == "image":
            return self._picture(relation.target, crop)
        if relation.kind == "slideLayout" and relation.target not in self._layouts:
            return ""
        kind = self._form.kinds.get(relation.kind)
        return "" if kind is None else self._path(relation.target, kind)

    def _picture(self, part: str, crop: Crop) -> str:
        """Where the picture stands; one that is cropped in two ways is two pictures."""
        painted_as = f"{part} {crop}"
        if painted_as in self._paths:
            return self._paths[painted_as]
        data = self._package.content(part)
        kind = kind_of(data)
        if kind not in PICTURES:
            raise CannotPass("picture_inside")
        ending, painted = repainted_inside(data, kind, crop, self._allowance)
        number = self._counts["media"] = self._counts.get("media", 0) + 1
        folder = self._form.main.path.partition("/")[0]
        path = self._paths[painted_as] = f"{folder}/media/image{number}.{ending}"
        self._members[path] = painted
        return path

    def _content_types(self) -> Element:
        root = Element(name("ct:Types"))
        for ending, content_type in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("jpeg", "image/jpeg"),
            ("png", "image/png"),
        ):
            root.append(Element(name("ct:Default"), {"Extension": ending, "ContentType": content_type}))
        for path, content_type in self._types.items():
            root.append(Element(name("ct:Override"), {"PartName": f"/{path}", "ContentType": content_type}))
        return root


class _Links:
    """The relations of one part: the old ones by id, and those that the new part really uses."""

    def __init__(self, rebuilding: _Rebuilding, relations: dict[str, Relation]) -> None:
        self._rebuilding, self._relations = rebuilding, relations
        self._ids: dict[str, str] = {}
        self.made: dict[str, tuple[str, str]] = {}  # new id -> last word of the type, path

    def link(self, identifier: str) -> str:
        """The new id of a relation, "" when its target stays behind."""
        if identifier in self._ids:
            return self._ids[identifier]
        known_as, crop = crop_of(identifier)
        relation = self._relations.get(known_as)
        path = self._rebuilding.target(relation, crop) if relation is not None else ""
        self._ids[identifier] = f"rId{len(self.made) + 1}" if path else ""
        if relation is not None and path:
            self.made[self._ids[identifier]] = (relation.kind, path)
        return self._ids[identifier]

    def follow(self, kind: str) -> None:
        """Take along the relations of that kind, which no element names."""
        for identifier, relation in self._relations.items():
            if relation.kind == kind:
                self.link(identifier)


def _relationships(made: dict[str, tuple[str, str]]) -> Element:
    root = Element(name("pr:Relationships"))
    for identifier, (kind, path) in made.items():
        values = {"Id": identifier, "Type": RELATION + kind, "Target": f"/{path}"}
        root.append(Element(name("pr:Relationship"), values))
    return root


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for path, data in members.items():
            entry = zipfile.ZipInfo(path, _BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            file.writestr(entry, data)
    return out.getvalue()
