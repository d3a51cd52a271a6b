"""Authentication-Results as receiving servers write them: one shape a server, for any sender."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

ID = "mx.example.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How one genuine message came: its From, who signed it, where its returns go."""

    address: str
    signer: str  # header.d
    return_path: str
    policy: str = "pass"  # the DMARC result

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


def _opendkim_opendmarc(s: Sending) -> str:
    return (
        f"Received: from out.example.net by {ID} (Postfix) with ESMTPS id 4XyZ\r\n"
        f"Authentication-Results: {ID}; dmarc={s.policy} (p=none dis=none) header.from={s.domain}\r\n"
        f"Authentication-Results: {ID}; spf=pass smtp.mailfrom={s.return_path}\r\n"
        f"Authentication-Results: {ID};\r\n\tdkim=pass (2048-bit key; unprotected) header.d={s.signer} "
        f'header.i=@{s.signer} header.a=rsa-sha256 header.s=s1 header.b="aB3/+dEf";\r\n\tdkim-atps=neutral\r\n'
        "DKIM-Filter: OpenDKIM Filter v2.11.0 mx.example.org 4XyZ\r\nReceived: from laptop by out.example.net\r\n"
    )


def _rspamd(s: Sending) -> str:
    return (
        f"Authentication-Results: {ID};\r\n\tdkim=pass header.d={s.signer} header.s=s1 header.b=aB3dEf+g;\r\n"
        f"\tdmarc={s.policy} (policy=none) header.from={s.domain};\r\n"
        f'\tspf=pass ({ID}: domain of "{s.return_path}" designates 192.0.2.1 as permitted sender) '
        f"smtp.mailfrom={s.return_path};\r\n\tarc=none\r\nReceived: from out by {ID}\r\n"
    )


def _exim(s: Sending) -> str:
    return (
        f"Received: from out.example.net ([192.0.2.1]) by {ID} with esmtps (Exim 4.97)\r\n"
        f"Authentication-Results: {ID};\r\n\tiprev=pass (out.example.net) smtp.remote-ip=192.0.2.1;\r\n"
        f"\tspf=pass smtp.mailfrom={s.return_path.rpartition('@')[2]};\r\n"
        f"\tdkim=pass header.d={s.signer} header.s=s1 header.a=rsa-sha256;\r\n"
        f"\tdmarc={s.policy} header.from={s.domain};\r\n\tarc=none\r\n"
    )


def _exchange(s: Sending) -> str:
    policy = "bestguesspass" if s.policy == "none" else s.policy
    return (
        "Received: from A.prod.outlook.com by B.prod.outlook.com with HTTPS\r\n"
        f"Authentication-Results: spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom="
        f"{s.return_path.rpartition('@')[2]};"
        f" dkim=pass (signature was verified)\r\n header.d={s.signer};dmarc={policy} action=none\r\n"
        f" header.from={s.domain};compauth=pass reason=100\r\nReceived-SPF: Pass (x)\r\n"
        "Received: from out.example.net by C.mail.protection.outlook.com\r\n"
    )


def _exchange_of_old(s: Sending) -> str:
    own = s.return_path.rpartition("@")[2]
    return (
        f"Authentication-Results: spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom={own}; example.org; dkim=pass "
        f"(signature was\r\n verified) header.d={s.signer};example.org; dmarc={s.policy} action=none\r\n"
        f" header.from={s.domain};\r\n"
    )


def _gmail(s: Sending) -> str:
    dmarc = (
        ""
        if s.policy == "none"
        else f";\r\n       dmarc={s.policy} (p=REJECT sp=REJECT dis=NONE) header.from={s.domain}"
    )
    return (
        "Received: by 2002:a05:6a00 with SMTP id x\r\nX-Received: by 2002:a17 with SMTP id y\r\n"
        f"ARC-Authentication-Results: i=1; {ID};\r\n       dkim=pass header.i=@{s.signer}\r\n"
        f"Authentication-Results: {ID};\r\n       dkim=pass header.i=@{s.signer} header.s=2023 header.b=AbCdEfGh;\r\n"
        f"       spf=pass (google.com: domain of {s.return_path} designates 192.0.2.1 as permitted sender) "
        f"smtp.mailfrom={s.return_path}{dmarc};\r\n       dara=pass header.i=@gmail.com\r\n"
        f"Received: from out.example.net by {ID} with ESMTPS id z\r\n"
    )


def _yahoo(s: Sending) -> str:
    return (
        f"Authentication-Results: {ID};\r\n dkim=pass header.i=@{s.signer} header.s=s1;\r\n"
        f" spf=pass smtp.mailfrom={s.return_path.rpartition('@')[2]};\r\n"
        f" dmarc={s.policy}(p=REJECT,sp=REJECT) header.from={s.domain};\r\n"
    )


def _fastmail(s: Sending) -> str:
    return (
        f"Authentication-Results: {ID};\r\n    bimi=skipped (DMARC Policy is not at enforcement);\r\n"
        "    arc=none (no signatures found);\r\n"
        f"    dkim=pass (2048-bit rsa key sha256) header.d={s.signer}\r\n    header.i=@{s.signer} header.b=aB3/dEf+\r\n"
        "    header.a=rsa-sha256 header.s=s1 x-bits=2048;\r\n"
        f"    dmarc={s.policy} policy.published-domain-policy=none\r\n    policy.applied-disposition=none\r\n"
        f"    policy.evaluated-disposition=none (p=none,d=none,d.eval=none)\r\n    policy.policy-from=p\r\n"
        f"    header.from={s.domain};\r\n    iprev=pass smtp.remote-ip=192.0.2.1 (out.example.net);\r\n"
        f"    spf=pass smtp.mailfrom={s.return_path}\r\n    smtp.helo=out.example.net;\r\n"
        "    x-me-sender=none; x-ptr=pass smtp.helo=out.example.net policy.ptr=out.example.net\r\n"
    )


def _proton(s: Sending) -> str:
    return (
        f"Authentication-Results: {ID}; dkim=pass (Good 2048 bit rsa-sha256\r\n signature) header.d={s.signer} "
        "header.a=rsa-sha256\r\n"
        f"Authentication-Results: {ID}; dmarc={s.policy} (p=none dis=none) header.from={s.domain}\r\n"
        f"Authentication-Results: {ID}; spf=pass smtp.mailfrom={s.return_path.rpartition('@')[2]}\r\n"
        f"Authentication-Results: {ID}; arc=none smtp.remote-ip=192.0.2.1\r\n"
    )


def _amavis(s: Sending) -> str:
    return (
        f"Received: from {ID} ([127.0.0.1]) by {ID} with LMTP\r\nX-Virus-Scanned: Debian amavis at {ID}\r\n"
        f"Authentication-Results: {ID} (amavis); dkim=pass (2048-bit key)\r\n header.d={s.signer}\r\n"
        "Received: from out by 127.0.0.1 (amavis, port 10024)\r\n"
    )


def _halon(s: Sending) -> str:
    return (
        f"Authentication-Results: {ID};\r\n\tspf=pass smtp.mailfrom={s.return_path};\r\n"
        f'\tdkim=pass header.d={s.signer} header.s=s1 header.b="aB3dEf==";\r\n'
        f"\tdmarc={s.policy} header.from={s.domain} policy.dmarc=none\r\n"
    )


def _proofpoint(s: Sending) -> str:
    return (
        f"Authentication-Results: {ID};\r\n\tspf=pass smtp.mailfrom={s.return_path};\r\n"
        f"\tdkim=pass header.s=s1 header.d={s.signer};\r\n\tdmarc={s.policy} header.from={s.domain}\r\n"
    )


def _mimecast(s: Sending) -> str:
    return (
        f"Authentication-Results: {ID};\r\n\tdkim=pass header.d={s.signer} header.s=s1 header.b=aB3dEf;\r\n"
        f"\tspf=pass ({ID}: domain of {s.return_path} designates 192.0.2.1 as permitted sender)"
        f" smtp.mailfrom={s.return_path};\r\n\tdmarc={s.policy} (policy=none) header.from={s.domain}\r\n"
    )


def _icloud(s: Sending) -> str:
    return (
        f"Authentication-Results: {ID}; dkim=pass (2048-bit key) header.d={s.signer}\r\n"
        f' header.i=@{s.signer} header.b="aB3"\r\n'
        f"Authentication-Results: {ID}; dmarc={s.policy} header.from={s.domain}\r\nx-dmarc-info: pass=pass; "
        "dmarc-policy=none; s=r0\r\n"
        f"Authentication-Results: {ID}; spf=pass (spf.icloud.example: domain of {s.return_path} designates 192.0.2.1 as"
        f"\r\n permitted sender) smtp.mailfrom={s.return_path}\r\n"
    )


def _policyd_spf(s: Sending) -> str:
    return (
        f"Authentication-Results: {ID}; spf=pass (mailfrom) smtp.mailfrom={s.return_path.rpartition('@')[2]} "
        f"(client-ip=192.0.2.1; helo=out.example.net; envelope-from={s.return_path}; receiver=<UNKNOWN>)\r\n"
        f'Authentication-Results: {ID};\r\n\tdkim=pass reason="2048-bit key; unprotected key"\r\n\theader.d={s.signer}'
        f" header.i=@{s.signer} header.b=aB3dEf; dkim-adsp=pass\r\n"
    )


def _stalwart(s: Sending) -> str:
    return (
        f"Authentication-Results: {ID};\r\n\tdkim=pass header.d={s.signer} header.s=s1 header.b=aB3dEf;\r\n"
        f"\tspf=pass (domain of {s.return_path} designates 192.0.2.1) smtp.mailfrom={s.return_path} "
        f"smtp.helo=out.example.net;\r\n\tiprev=pass policy.iprev=192.0.2.1;\r\n"
        f"\tdmarc={s.policy} header.from={s.domain} policy.dmarc=reject\r\n"
    )


SHAPES: dict[str, tuple[Callable[[Sending], str], tuple[str, ...]]] = {
    "postfix, opendkim, opendmarc": (_opendkim_opendmarc, (ID,)),
    "rspamd, mailcow": (_rspamd, (ID,)),
    "exim": (_exim, (ID,)),
    "exchange online": (_exchange, ("",)),
    "exchange online of old": (_exchange_of_old, ("",)),
    "gmail": (_gmail, (ID,)),
    "yahoo": (_yahoo, (ID,)),
    "fastmail": (_fastmail, (ID,)),
    "proton": (_proton, (ID,)),
    "halon": (_halon, (ID,)),
    "proofpoint": (_proofpoint, (ID,)),
    "mimecast": (_mimecast, (ID,)),
    "icloud": (_icloud, (ID,)),
    "policyd-spf, opendkim": (_policyd_spf, (ID,)),
    "stalwart": (_stalwart, (ID,)),
}

SIGNATURES_ONLY = _amavis  # what it says about SPF stands below a Received header

_SENDERS = ("jane@example.net", "jane@mail.royal.nhs.uk", "o'brien+work@dept.uni.ac.uk", "jane@hospital.gov.scot")


def genuine() -> Iterator[Sending]:
    """Messages whose sender is who it says, as people's providers send them."""
    for address in _SENDERS:
        domain = address.rpartition("@")[2]
        above = domain.partition(".")[2] if domain.count(".") > 2 else domain
        for signer in dict.fromkeys((domain, above, f"mailer.{domain}")):
            for returns in (address, f"bounce+4711=jane=x.test@em.{domain}", "SRS0=aB1=c2=example.net=jane@lists.test"):
                for policy in ("pass", "none", "temperror"):
                    yield Sending(address=address, signer=signer, return_path=returns, policy=policy)
        yield Sending(address=address, signer="royal.onmicrosoft.com", return_path=address)
