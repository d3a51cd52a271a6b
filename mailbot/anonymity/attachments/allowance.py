"""How much the files of one message may cost us, and how much of it is left."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.anonymity.attachments.outcome import CannotPass


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLimits:
    """The most that is taken of the files of one message."""

    files: int = 20
    file_bytes: int = 20_000_000  # of one, as it came
    all_bytes: int = 17_000_000  # of all, made anew: 24 MB in base64, and most providers take 25
    pixels: int = 50_000_000  # of one picture; a telephone takes 12 to 48 million
    all_pixels: int = 100_000_000
    scans: int = 1_500_000_000  # pixels times passes of a progressive JPEG
    pages: int = 300
    objects: int = 50_000  # of a PDF
    drawing: int = 2_000_000  # words of drawing commands in PDFs: 130 bytes of memory and 2 microseconds each
    members: int = 2_000  # of an Office file
    unpacked_bytes: int = 100_000_000  # of all Office files and PDFs
    xml_bytes: int = 10_000_000  # half a second each million
    depth: int = 100  # of XML elements, and of PDF objects


class Allowance:
    """What is left for the files of one message; taking more than there is raises CannotPass."""

    def __init__(self, limits: FileLimits) -> None:
        self.limits = limits
        self._files, self._bytes = limits.files, limits.all_bytes
        self._pixels = limits.all_pixels
        self._unpacked = limits.unpacked_bytes
        self._xml = limits.xml_bytes
        self._drawing = limits.drawing
        self._objects = limits.objects

    def look_at_picture(self, pixels: int) -> None:
        """Whether a picture of so many pixels may pass as it is."""
        if pixels > self.limits.pixels:
            raise CannotPass("too_many_pixels")

    def take_pixels(self, count: int) -> None:
        """Count in a picture that is painted anew."""
        self.look_at_picture(count)
        self._pixels -= count
        if self._pixels < 0:
            raise CannotPass("too_many_pixels")

    def look_at_file(self, size: int) -> None:
        """Whether one more file, of that size as it came, may be opened."""
        self._files -= 1
        if self._files < 0:
            raise CannotPass("too_many_files")
        if size > self.limits.file_bytes:
            raise CannotPass("too_large")

    def take_file(self, size: int) -> None:
        """Count a file in that was made anew."""
        if size > self._bytes:
            raise CannotPass("too_large")
        self._bytes -= size

    def take_unpacked(self, count: int) -> None:
        """Count unpacked bytes in."""
        self._unpacked -= count
        if self._unpacked < 0:
            raise CannotPass("too_large")

    def take_xml(self, count: int) -> None:
        """Count bytes of XML in, which cost much more than others."""
        self._xml -= count
        if self._xml < 0:
            raise CannotPass("too_large")

    def take_drawing(self, words: int) -> None:
        """Count drawing commands in, before they are read."""
        self._drawing -= words
        if self._drawing < 0:
            raise CannotPass("too_large")

    def take_object(self) -> None:
        """Count one value of a PDF in."""
        self._objects -= 1
        if self._objects < 0:
            raise CannotPass("too_large")
