"""A real Dovecot on loopback: IMAP (plain, STARTTLS, TLS), LMTP, passwords and XOAUTH2, and SASL for Postfix.

Every local part is a mailbox of its own with the password "secret": a test takes a fresh name and is alone.
`name+anything@example.org` is delivered to `name`, with the whole address in Delivered-To.
"""

from __future__ import annotations

import getpass
import grp
import os
import shutil
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from imapclient import IMAPClient

from tests.services.certificates import Certificates
from tests.services.process import free_port, private_folder, running, wait_for_port

PASSWORD = "secret"
AUTHSERV_ID = "mx.test.example"

_CONFIG = """
base_dir = {base}/run
state_dir = {base}/state
log_path = {base}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{cert.certificate}
ssl_key = <{cert.key}
disable_plaintext_auth = no
auth_failure_delay = 0
auth_mechanisms = plain login xoauth2
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{base}/mail/%n
mail_fsync = never
mail_max_userip_connections = 200
{users}
protocol lmtp {{
  postmaster_address = postmaster@localhost
  auth_username_format = %n
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {base}/oauth2.conf
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={base}/mail/%n allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Processed {{
    auto = subscribe
  }}
  mailbox Sent {{
    auto = subscribe
    special_use = \\Sent
  }}
  mailbox Trash {{
    special_use = \\Trash
  }}
  mailbox Everything {{
    special_use = \\All
  }}
}}
service imap-login {{
  {chroot}
  inet_listener imap {{
    address = 127.0.0.1
    port = {imap}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
service auth {{
  inet_listener {{
    address = 127.0.0.1
    port = {sasl}
  }}
}}
service anvil {{
  {chroot}
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
"""

_OAUTH2 = """
introspection_mode = post
introspection_url = {url}
username_attribute = username
active_attribute = active
active_value = true
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dovecot:
    """The running server: its ports, and what tests do to it from the other side."""

    folder: Path
    imap_port: int
    imaps_port: int
    lmtp_port: int
    sasl_port: int
    certificates: Certificates
    password: str = PASSWORD
    host: str = "127.0.0.1"

    def deliver(
        self, recipient: str, raw: bytes, *, sender: str = "writer@example.net", stamp: str | None = "dmarc=pass"
    ) -> None:
        """Hand the message over by LMTP as an MTA does, with our own server's Authentication-Results on top.

        `stamp` is the result, as in "dmarc=pass" or "dmarc=fail"; None leaves the header out.
        """
        domain = sender.rpartition("@")[2] or "example.net"
        if stamp is not None:
            raw = f"Authentication-Results: {AUTHSERV_ID}; {stamp} header.from={domain}\r\n".encode() + raw
        with smtplib.LMTP(self.host, self.lmtp_port, timeout=30) as client:
            client.ehlo_or_helo_if_needed()
            client.sendmail(sender, [recipient], raw)

    @contextmanager
    def client(self, user: str) -> Iterator[IMAPClient]:
        """An IMAP connection of our own, logged in as that user."""
        connection = IMAPClient(self.host, port=self.imap_port, ssl=False, timeout=30)
        connection.normalise_times = False
        try:
            connection.login(user, self.password)
            yield connection
        finally:
            connection.logout()

    def read(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """Every message of that folder, oldest first."""
        with self.client(user) as connection:
            if not connection.folder_exists(folder):
                return []
            connection.select_folder(folder, readonly=True)
            found = connection.fetch(connection.search("ALL"), ["BODY.PEEK[]"])
            return [found[uid][b"BODY[]"] for uid in sorted(found)]


def missing() -> str:
    """Why Dovecot cannot be started here; "" when it can."""
    if shutil.which("dovecot", path="/usr/sbin:/usr/bin:/usr/local/sbin") is None:
        return "dovecot is not installed (apt-get install dovecot-imapd dovecot-lmtpd)"
    if not any(Path(place, "lmtp").exists() for place in ("/usr/lib/dovecot", "/usr/libexec/dovecot")):
        return "its LMTP server is not installed (apt-get install dovecot-lmtpd)"
    return ""


@contextmanager
def start(certificates: Certificates, introspection_url: str) -> Iterator[Dovecot]:
    """A Dovecot that stops when the block is left."""
    with private_folder("dovecot") as base:
        imap, imaps, lmtp, sasl = (free_port() for _ in range(4))
        as_root = os.geteuid() == 0
        user = group = "mail"
        if not as_root:
            user, group = getpass.getuser(), grp.getgrgid(os.getgid()).gr_name
        for name, mode in (("run", 0o755), ("state", 0o755), ("mail", 0o770)):
            (base / name).mkdir()
            (base / name).chmod(mode)
        if as_root:
            shutil.chown(base / "mail", user, group)
        config = base / "dovecot.conf"
        own_users = f"default_login_user = {user}\ndefault_internal_user = {user}\ndefault_internal_group = {group}\n"
        config.write_text(
            _CONFIG.format(
                base=base, cert=certificates, password=PASSWORD, user=user, group=group,
                imap=imap, imaps=imaps, lmtp=lmtp, sasl=sasl,
                users="" if as_root else own_users, chroot="" if as_root else "chroot =",
            )
        )  # fmt: skip
        (base / "oauth2.conf").write_text(_OAUTH2.format(url=introspection_url))
        log = base / "dovecot.log"
        with running(["/usr/sbin/dovecot", "-F", "-c", str(config)], log=base / "output.log") as process:
            for port in (imap, lmtp, imaps, sasl):
                wait_for_port(port, process, log=log)
            yield Dovecot(
                folder=base, imap_port=imap, imaps_port=imaps, lmtp_port=lmtp, sasl_port=sasl,
                certificates=certificates,
            )  # fmt: skip
