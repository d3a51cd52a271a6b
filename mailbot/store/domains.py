"""Which mail domains give a person away: only those that few people here share and no public provider offers."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select, union_all

from mailbot.store.tables import ADDRESS
from mailbot.store.work import Work

SHARED_BY = 3
_LOOK_AT = 24  # addresses of a domain that are looked at, so that a large domain costs no more than a small one

_WEB_MAIL = """
gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com yahoo.com yahoo.co.uk
yahoo.de yahoo.fr ymail.com icloud.com me.com mac.com aol.com protonmail.com proton.me pm.me gmx.com gmx.de gmx.net
web.de t-online.de mail.com fastmail.com zoho.com btinternet.com sky.com virginmedia.com talktalk.net orange.fr free.fr
laposte.net wanadoo.fr libero.it mail.ru yandex.ru posteo.de mailbox.org tutanota.com comcast.net nhs.net
"""
PUBLIC_PROVIDERS = frozenset(_WEB_MAIL.split())


def domain_of(address: str) -> str:
    """What stands behind the last @, in lower case; "" when there is none."""
    return address.rpartition("@")[2].lower() if "@" in address else ""


def telling_domains(work: Work, domains: Iterable[str]) -> frozenset[str]:
    """Those of the domains that fewer than three people share and that are no public provider's."""
    asked = {domain for domain in domains if domain and domain not in PUBLIC_PROVIDERS}
    if not asked:
        return frozenset()
    by_index = work.indexes(sorted(asked), "domain")
    parts = [
        select(
            select(ADDRESS.c.domain_index, ADDRESS.c.person, ADDRESS.c.address_index)
            .where(ADDRESS.c.domain_index == index)
            .limit(_LOOK_AT)
            .subquery()
        )
        for index in by_index
    ]
    people: dict[bytes, set[str]] = {}
    addresses: dict[bytes, set[bytes]] = {}
    for row in work.all(union_all(*parts)):
        people.setdefault(row.domain_index, set()).add(row.person)
        addresses.setdefault(row.domain_index, set()).add(row.address_index)
    # One person in three programmes is three rows with one address; one with three addresses is one person.
    shared = {by_index[index] for index in people if min(len(people[index]), len(addresses[index])) >= SHARED_BY}
    return frozenset(asked - shared)
