"""An Office file as a package of parts (ECMA-376 part 2): its members and the relations between them, read warily."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from urllib.parse import unquote

from mailbot.anonymity.attachments.allowance import Allowance
from mailbot.anonymity.attachments.outcome import CannotPass
from mailbot.anonymity.attachments.xml_tree import name, parsed

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CHUNK = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One arrow from a part: the last word of its type, the part it points to; "" for what is outside the file."""

    kind: str
    target: str


class Package:
    """The members of one Office file, by their names in lower case; each costs what it unpacks to."""

    def __init__(self, data: bytes, allowance: Allowance) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._allowance = allowance
        members = self._zip.infolist()
        if len(members) > allowance.limits.members:
            raise CannotPass("too_large")
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise CannotPass("encrypted")
        self._members = {member.filename.lower().lstrip("/"): member for member in members}
        if len(self._members) < len(members):
            raise CannotPass("damaged")  # two of one name: two programs would show two documents

    @property
    def member_names(self) -> frozenset[str]:
        """All names, in lower case."""
        return frozenset(self._members)

    def content(self, part: str) -> bytes:
        """The bytes of one member; KeyError when there is none, CannotPass when it is too large."""
        member = self._members[part]
        if member.compress_type not in _METHODS:
            raise CannotPass("not_understood")
        pieces: list[bytes] = []
        with self._zip.open(member) as stream:
            while piece := stream.read(_CHUNK):
                self._allowance.take_unpacked(len(piece))
                pieces.append(piece)
        return b"".join(pieces)

    def xml(self, part: str) -> bytes:
        """The bytes of a member that is XML."""
        data = self.content(part)
        self._allowance.take_xml(len(data))
        return data

    def relations(self, part: str) -> dict[str, Relation]:
        """Where the part's relations lead, by their ids; "" is the package itself."""
        folder, _, base = part.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path not in self._members:
            return {}
        found = {}
        for relation in parsed(self.xml(path)).iter(name("pr:Relationship")):
            kind = relation.get("Type", "").rpartition("/")[2]
            outside = relation.get("TargetMode", "").lower() == "external"
            target = "" if outside else self._resolved(folder, relation.get("Target", ""))
            found[relation.get("Id", "")] = Relation(kind=kind, target=target)
        return found

    def _resolved(self, folder: str, target: str) -> str:
        """The member that a target names; "" when there is none, as behind "NULL" in files of some converters."""
        path = posixpath.normpath(posixpath.join("/", folder, target)).lower().lstrip("/")
        return next((each for each in (path, unquote(path)) if each in self._members), "")

    def content_types(self) -> dict[str, str]:
        """The declared types of single parts, by their names in lower case."""
        types = parsed(self.xml("[content_types].xml"))
        return {
            each.get("PartName", "").lower().lstrip("/"): each.get("ContentType", "")
            for each in types.iter(name("ct:Override"))
        }
