"""A real Postfix on loopback as smart host: plain, STARTTLS and TLS, AUTH by Dovecot; all mail goes to the sink."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.services.dovecot import Dovecot
from tests.services.process import free_port, private_folder, wait_for_port
from tests.services.sink import Sink

_MAIN = """
compatibility_level = 3.6
queue_directory = {base}/queue
data_directory = {base}/data
mail_owner = postfix
myhostname = smarthost.test.example
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
relayhost = [127.0.0.1]:{sink}
transport_maps = inline:{{ {{ {intake_domain} = lmtp:inet:127.0.0.1:{intake} }} }}
lmtp_send_xforward_command = yes
smtp_dns_support_level = disabled
smtp_host_lookup = native
smtp_tls_security_level = none
message_size_limit = 40000000
maillog_file = {base}/postfix.log
maillog_file_prefixes = /tmp
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_recipient_restrictions = check_recipient_access inline:{{
  {{ refused@bad.example = 550 5.1.1 no such user refused@bad.example }}
  {{ later@busy.example = 451 4.7.1 try again later@busy.example }} }}
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
smtpd_tls_security_level = may
smtpd_tls_cert_file = {cert.certificate}
smtpd_tls_key_file = {cert.key}
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{sasl}
smtpd_error_sleep_time = 0
smtpd_peername_lookup = no
"""

_MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
127.0.0.1:{tls_port} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
lmtp unix - - n - - lmtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


INTAKE_DOMAIN = "intake.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Postfix:
    """The running smart host; it answers 550 to refused@bad.example and 451 to later@busy.example.

    Mail for anybody at intake.example is handed over by LMTP to `intake_port`, where a test may listen.
    """

    folder: Path
    port: int
    tls_port: int
    intake_port: int
    sink: Sink
    host: str = "127.0.0.1"

    def wait_until_empty(self) -> None:
        """Until nothing is under way: a listener that stops before its 250 was read gets the same mail again."""
        queues = [self.folder / "queue" / name for name in ("maildrop", "incoming", "active", "deferred")]
        while any(path.is_file() for queue in queues for path in queue.rglob("*")):
            time.sleep(0.05)  # the test's own time limit ends this

    def flush(self) -> None:
        """Try everything that is deferred now (its own timers are minutes long)."""
        subprocess.run(
            ["/usr/sbin/postfix", "-c", str(self.folder / "etc"), "flush"], check=True, capture_output=True, timeout=60
        )


def missing() -> str:
    """Why Postfix cannot be started here; "" when it can."""
    if not Path("/usr/sbin/postfix").exists():
        return "postfix is not installed (apt-get install postfix)"
    if os.geteuid() != 0:
        return "Postfix only starts as root"
    return ""


@contextmanager
def start(dovecot: Dovecot, sink: Sink) -> Iterator[Postfix]:
    """A Postfix that is stopped by its process id when the block is left."""
    with private_folder("postfix") as base:
        config, queue, data = base / "etc", base / "queue", base / "data"
        for folder in (config, queue, data):
            folder.mkdir()
        shutil.chown(data, "postfix")
        port, tls_port, intake = free_port(), free_port(), free_port()
        (config / "main.cf").write_text(
            _MAIN.format(
                base=base,
                sink=sink.port,
                sasl=dovecot.sasl_port,
                cert=dovecot.certificates,
                intake=intake,
                intake_domain=INTAKE_DOMAIN,
            )
        )
        (config / "master.cf").write_text(_MASTER.format(port=port, tls_port=tls_port))
        done = subprocess.run(
            ["/usr/sbin/postfix", "-c", str(config), "start"], capture_output=True, text=True, check=False, timeout=60
        )
        log = base / "postfix.log"
        if done.returncode != 0:
            raise RuntimeError(f"postfix did not start: {done.stderr} {log.read_text() if log.exists() else ''}")
        pid = int((queue / "pid" / "master.pid").read_text())
        try:
            wait_for_port(port, log=log)
            wait_for_port(tls_port, log=log)
            yield Postfix(folder=base, port=port, tls_port=tls_port, intake_port=intake, sink=sink)
        finally:
            _stop(pid)


def _stop(pid: int) -> None:
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)
