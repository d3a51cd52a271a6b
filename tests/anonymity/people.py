from __future__ import annotations

from mailbot.model.ids import PersonId
from mailbot.model.outbound import Identity


def person(*names: str, addresses: tuple[str, ...] = (), domains: tuple[str, ...] = (), who: str = "p1") -> Identity:
    return Identity(person=PersonId(who), names=names, addresses=addresses, domains=domains)


JANE = person(
    "Dr Jane O'Brien-Müller",
    "Janie",
    addresses=("jane.obrien84@leedsteaching.nhs.uk",),
    domains=("leedsteaching.nhs.uk",),
    who="jane",
)
MARK = person("Mark Will Baker", addresses=("mark@gmail.com",), who="mark")
WEI = person("王伟", "Zoë Łukasz", addresses=("wangwei@qq.example",), who="wei")
