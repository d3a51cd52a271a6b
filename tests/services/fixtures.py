"""The servers as fixtures: each is started once per test process, on first use, and stopped at the end.

pytest-xdist gives every worker a set of its own; a test that takes one of these is marked `services` by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.services import certificates as certificate_files
from tests.services import dovecot as dovecot_server
from tests.services import embedded, tokens
from tests.services import postfix as postfix_server
from tests.services import postgres as postgres_server
from tests.services import sink as sink_server
from tests.services.certificates import Certificates
from tests.services.dovecot import Dovecot
from tests.services.embedded import EmbeddedImap
from tests.services.postfix import Postfix
from tests.services.postgres import Postgres
from tests.services.process import need, private_folder
from tests.services.sink import Sink
from tests.services.tokens import TokenServer


@pytest.fixture(scope="session")
def certificates() -> Iterator[Certificates]:
    """A server certificate for loopback, and the authority to trust."""
    with private_folder("certificates") as folder:
        yield certificate_files.make_certificates(folder)


@pytest.fixture(scope="session")
def token_server() -> Iterator[TokenServer]:
    """The OAuth server that `dovecot` asks about access tokens; a test takes user names of its own."""
    with tokens.start() as server:
        yield server


@pytest.fixture(scope="session")
def dovecot(certificates: Certificates, token_server: TokenServer) -> Iterator[Dovecot]:
    """A real Dovecot: IMAP and LMTP; passwords ("secret") and XOAUTH2."""
    if reason := dovecot_server.missing():
        need("Dovecot", reason)
    with dovecot_server.start(certificates, token_server.introspection_url) as server:
        yield server


@pytest.fixture(scope="session")
def embedded_imap() -> Iterator[EmbeddedImap]:
    """pymap in this process."""
    with embedded.start() as server:
        yield server


@pytest.fixture(scope="session")
def sink() -> Iterator[Sink]:
    """The SMTP server behind `postfix`; a test looks for recipients of its own."""
    with sink_server.start() as server:
        yield server


@pytest.fixture(scope="session")
def postfix(dovecot: Dovecot, sink: Sink) -> Iterator[Postfix]:
    """A real Postfix as smart host in front of `sink`."""
    if reason := postfix_server.missing():
        need("Postfix", reason)
    with postfix_server.start(dovecot, sink) as server:
        yield server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL; `new_database()` makes an empty one."""
    if reason := postgres_server.missing():
        need("PostgreSQL", reason)
    with postgres_server.start() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """The URL of a database that is empty and this test's alone."""
    url = postgres.new_database()
    yield url
    postgres.drop_database(url)
