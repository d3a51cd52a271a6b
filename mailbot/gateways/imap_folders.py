"""Folders of an IMAP account: made when absent, found by their use, emptied of what is old."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError
from imapclient.imapclient import ALL, TRASH

_COMMAND_UIDS = 500  # servers limit the length of a command line


def ensure_folder(client: IMAPClient, folder: str) -> None:
    """The folder exists afterwards, and shows in clients that list only subscribed ones."""
    if client.folder_exists(folder):
        return
    try:
        client.create_folder(folder)
    except IMAPClientError:
        if not client.folder_exists(folder):  # another worker may have made it at this moment
            raise
    client.subscribe_folder(folder)


def special_folder(client: IMAPClient, use: bytes) -> str:
    r"""The folder that the server marks for that use, as in \Sent (RFC 6154), "" where it keeps none."""
    for flags, _separator, name in client.list_folders():
        if use in flags:
            return str(name)
    return ""


def expunge_older_than(client: IMAPClient, folder: str, before: datetime, *, header: str = "") -> int:
    """How many messages of that folder came before then, and are gone now; with `header`, only those that have it.

    The folder stays selected.
    """
    client.select_folder(folder)
    # BEFORE knows days only, in the server's own zone: two days more, then the exact time of each.
    criteria: list[object] = ["BEFORE", (before + timedelta(days=2)).date()]
    if header:
        criteria += ["HEADER", header, ""]
    found = client.search(criteria)
    old: list[int] = []
    for start in range(0, len(found), _COMMAND_UIDS):
        dates = client.fetch(found[start : start + _COMMAND_UIDS], ["INTERNALDATE"])
        old += [uid for uid, item in dates.items() if b"INTERNALDATE" in item and item[b"INTERNALDATE"] < before]
    for start in range(0, len(old), _COMMAND_UIDS):
        delete(client, old[start : start + _COMMAND_UIDS])
    return len(old)


def delete(client: IMAPClient, uids: Sequence[int]) -> None:
    """Those messages leave the selected folder, and no others with them.

    Without UIDPLUS (RFC 4315) an EXPUNGE would also take what a person marked: then ours stay, marked as deleted.
    """
    client.add_flags(uids, [rb"\Deleted"], silent=True)
    if client.has_capability("UIDPLUS"):
        client.uid_expunge(uids)
    elif set(client.search("DELETED")) <= set(uids):
        client.expunge()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A message of which every copy is to go."""

    size: int
    message_id: str
    is_it: Callable[[bytes], bool]


def destroy_everywhere(client: IMAPClient, sought: Sought, folders: Sequence[str], *, inbox: str, up_to: int) -> bool:
    r"""Whether no copy is left in those folders, in the inbox among those UIDs, and in the server's trash.

    On Gmail an expunge takes a label off and the message stays in "All Mail"; only what goes through the trash is gone.
    """
    everything, trash = special_folder(client, ALL), special_folder(client, TRASH)
    through = trash if everything else ""
    gone = True
    for folder in (*folders, *filter(None, (everything,))):
        client.select_folder(folder)
        gone &= _destroy_copies(client, sought, through=through)
    client.select_folder(inbox)
    gone &= _destroy_copies(client, sought, through=through, up_to=up_to)
    if trash:
        client.select_folder(trash)
        gone &= _destroy_copies(client, sought)
    return gone


def _destroy_copies(client: IMAPClient, sought: Sought, *, through: str = "", up_to: int | None = None) -> bool:
    """Whether no copy is left in the selected folder; with `up_to`, among those UIDs alone.

    Found by its exact size or by its Message-ID: sizes are estimates on Exchange, and not every message has an id.
    """
    found = set(client.search(["LARGER", sought.size - 1, "SMALLER", sought.size + 1]))
    bare = sought.message_id.strip("<> ")
    if bare and bare.isascii():
        found |= set(client.search(["HEADER", "Message-ID", bare]))
    within = [uid for uid in sorted(found) if up_to is None or uid <= up_to]
    copies = [uid for uid in within if sought.is_it(_bytes_of(client, uid))]
    if not copies:
        return True
    if through and client.has_capability("MOVE"):
        client.move(copies, through)
    else:
        delete(client, copies)
    left: list[int] = client.search(["UID", ",".join(map(str, copies))])
    return not left


def _bytes_of(client: IMAPClient, uid: int) -> bytes:
    """The whole message, b"" when it is gone."""
    found = client.fetch([uid], ["BODY.PEEK[]"]).get(uid, {})
    return bytes(found.get(b"BODY[]") or b"")
