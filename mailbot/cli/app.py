"""The command line: every command in one list, and the one place where an error becomes words and an exit code.

Exit codes: 0 done, 1 something needs a person, 2 usage or configuration.
"""

from __future__ import annotations

import io
import os
import sys
from typing import NoReturn

import typer

from mailbot.cli import demo, explaining, files, inside, messages, running, setting_up
from mailbot.errors import ConfigError, MailbotError

app = typer.Typer(
    name="mailbot",
    help="An e-mentoring programme that runs entirely by email.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)

app.command("init")(setting_up.init)
app.command("check")(files.check)
app.command("doctor")(setting_up.doctor)
app.command("login")(setting_up.login)
app.command("run")(running.run)
app.command("tick")(running.tick)
app.command("ingest")(messages.ingest)
app.command("explain")(explaining.explain)
app.command("preview")(files.preview)
app.command("status")(inside.status)
app.command("held")(inside.held)
app.command("replay")(inside.replay)
app.command("demo")(demo.demo)


def main() -> NoReturn:
    """Run the command that was typed; never shows a stack trace."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a name in a language that this terminal cannot show stops nothing
            stream.reconfigure(errors="backslashreplace")
    try:
        code = app(standalone_mode=False)  # click hands the code of typer.Exit back as a value
    except ConfigError as error:
        _say(str(error), f"{len(error.faults)} to mend. Nothing was changed.")
        sys.exit(2)
    except MailbotError as error:
        _say(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        sys.exit(_refused(error))
    except Exception as error:  # noqa: BLE001 - the last boundary: a person sees words, a developer asks for more
        sys.exit(_unexpected(error))
    sys.exit(code if isinstance(code, int) else 0)


def _refused(error: OSError) -> int:
    """The exit code of a file or folder that this machine did not let us use."""
    if error.filename is None:
        return _unexpected(error)
    _say(f"{error.filename}: cannot be used: {(error.strerror or type(error).__name__).lower()}.", "Nothing was lost.")
    return 1


def _unexpected(error: Exception) -> int:
    """The exit code of what was not foreseen: typer's own usage errors show themselves."""
    show = getattr(error, "show", None)
    if show is not None:
        show()
        return int(getattr(error, "exit_code", 2))
    if os.environ.get("MAILBOT_TRACE"):
        raise error
    _say(
        f"Something went wrong inside mailbot ({type(error).__name__}). Nothing was lost.",
        "Please run the same command with MAILBOT_TRACE=1 in the environment and report what it prints.",
    )
    return 1


def _say(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)
