"""Which mail domains give a person away: only those that few people here share and no public provider offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import CompoundSelect, bindparam, select, union_all

from mailbot.store.among import among, sizes
from mailbot.store.tables import ADDRESS
from mailbot.store.work import Found, Work

SHARED_BY = 3
_FEW = 64
_BATCH = 512
_LOOK_AT = 24  # addresses of a domain that are looked at, so that a large domain costs no more than a small one

_WEB_MAIL = """
gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com yahoo.com yahoo.co.uk
yahoo.de yahoo.fr ymail.com icloud.com me.com mac.com aol.com protonmail.com proton.me pm.me gmx.com gmx.de gmx.net
web.de t-online.de mail.com fastmail.com zoho.com btinternet.com sky.com virginmedia.com talktalk.net orange.fr free.fr
laposte.net wanadoo.fr libero.it mail.ru yandex.ru posteo.de mailbox.org tutanota.com comcast.net nhs.net
"""
PUBLIC_PROVIDERS = frozenset(_WEB_MAIL.split())


def _looks(size: int) -> CompoundSelect[*tuple[Any, ...]]:
    """A few addresses of each of so many domains. Each branch has its own limit, and so has each its own select."""
    looks = (
        select(ADDRESS.c.domain_index, ADDRESS.c.person, ADDRESS.c.address_index)
        .where(ADDRESS.c.domain_index == bindparam(f"one{number}"))
        .limit(_LOOK_AT)
        .subquery()
        for number in range(size)
    )
    return union_all(*(select(look) for look in looks))


_FEW_OF_EACH = sizes(_looks)
_OF_DOMAINS = among(
    lambda these: select(ADDRESS.c.domain_index, ADDRESS.c.person, ADDRESS.c.address_index).where(
        these(ADDRESS.c.domain_index)
    )
)


def domain_of(address: str) -> str:
    """What stands behind the last @, in lower case; "" when there is none."""
    return address.rpartition("@")[2].lower() if "@" in address else ""


def telling_domains(work: Work, domains: Iterable[str]) -> frozenset[str]:
    """Those of the domains that fewer than three people share and that are no public provider's."""
    asked = {domain for domain in domains if domain and domain not in PUBLIC_PROVIDERS}
    if not asked:
        return frozenset()
    found = _addresses_at(work, sorted(asked))
    return frozenset(domain for domain in asked if not _is_shared(found.get(domain, [])))


def _addresses_at(work: Work, domains: list[str]) -> Mapping[str, Sequence[Found]]:
    """Some addresses of each domain: a few of each for a conversation, all of them when a programme is listed."""
    by_index = work.indexes(domains, "domain")
    found: dict[str, list[Found]] = {}
    for row in work.all(*_FEW_OF_EACH(list(by_index))) if len(domains) <= _FEW else _many(work, list(by_index)):
        found.setdefault(by_index[row.domain_index], []).append(row)
    return found


def _many(work: Work, indexes: list[bytes]) -> Iterator[Found]:
    for start in range(0, len(indexes), _BATCH):
        yield from work.all(*_OF_DOMAINS(indexes[start : start + _BATCH]))


def _is_shared(addresses: Sequence[Found]) -> bool:
    # One person in three programmes is three rows with one address; one with three addresses is one person.
    return min(len({row.person for row in addresses}), len({row.address_index for row in addresses})) >= SHARED_BY
