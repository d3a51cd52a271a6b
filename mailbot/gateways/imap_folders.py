"""Folders of an IMAP account: made when absent, found by their use, emptied of what is old."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError
from imapclient.imapclient import SENT

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


def sent_folder(client: IMAPClient) -> str:
    r"""The folder that the server marks as \Sent (RFC 6154), "" where it keeps none."""
    for flags, _separator, name in client.list_folders():
        if SENT in flags:
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


def destroy_copies(
    client: IMAPClient, *, size: int, message_id: str, up_to: int | None, is_original: Callable[[bytes], bool]
) -> bool:
    """Whether no copy of that message is left in the selected folder; with `up_to`, among those UIDs alone.

    Found by its exact size or by its Message-ID: sizes are estimates on Exchange, and not every message has an id.
    """
    found = set(client.search(["LARGER", size - 1, "SMALLER", size + 1]))
    if message_id.isascii() and message_id.strip("<> "):
        found |= set(client.search(["HEADER", "Message-ID", message_id.strip("<> ")]))
    copies = [uid for uid in sorted(found) if (up_to is None or uid <= up_to) and is_original(_bytes_of(client, uid))]
    if not copies:
        return True
    delete(client, copies)
    left: list[int] = client.search(["UID", ",".join(map(str, copies))])
    return not left


def _bytes_of(client: IMAPClient, uid: int) -> bytes:
    """The whole message, b"" when it is gone."""
    found = client.fetch([uid], ["BODY.PEEK[]"]).get(uid, {})
    return bytes(found.get(b"BODY[]") or b"")
