"""The daemon: one pass at a time for cron and tests, or four threads until it is told to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from types import FrameType

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from mailbot import __version__, eventlog
from mailbot.config import Config
from mailbot.daemon.build import build_world, folder_of
from mailbot.daemon.guard import guarded
from mailbot.daemon.intake import listener_of, watch_mailbox
from mailbot.flows.dispatch import dispatch_due
from mailbot.flows.enrol import bring_in_if_changed
from mailbot.flows.reload import reload_if_changed
from mailbot.flows.tick import TickCounts, deliver_all, process_all, sweep_if_due, tick
from mailbot.store.counts import Counts

PARTS = ("intake", "process", "deliver", "clock")
TICK_SECONDS = 20
IDLE_SECONDS = 5.0


class Daemon:
    """Everything wired together. Use `tick()` as often as you like, or `run()` once; then `close()`."""

    def __init__(
        self, config: Config, *, clock: Callable[[], datetime] | None = None, from_start: bool = False
    ) -> None:
        self._config = config
        self._schedules = folder_of(config)
        self.world = build_world(config, clock=clock, from_start=from_start)
        self._stop = threading.Event()
        self._mail_came = threading.Event()
        self._mail_waits = threading.Event()
        self._reload = threading.Event()
        self.world.fingerprint = self._schedules.fingerprint()
        self._brought_in = False

    def tick(self) -> TickCounts:
        """One pass of everything due, and what it did."""
        self._bring_in_once()
        return tick(self.world, self._schedules)

    def counts(self) -> Counts:
        """How many rows are in which state."""
        with self.world.store.begin() as unit:
            return unit.counts()

    def run(self, only: Sequence[str] = PARTS) -> None:
        """Work until `stop()` or SIGTERM; each part in a thread of its own."""
        self._bring_in_once()
        self._listen_to_signals()
        eventlog.started(version=__version__, parts=",".join(only))
        work = {"intake": self._intake, "process": self._process, "deliver": self._deliver}
        # Before the threads: a port that is taken is said at once, by the command that was typed.
        listener = listener_of(self._config, self.world, self._mail_came.set) if "intake" in only else None
        threads = [threading.Thread(target=work[part], name=part) for part in only if part in work]
        for thread in threads:
            thread.start()
        metronome = self._metronome() if "clock" in only else None
        self._stop.wait()
        self._wake_mailbox()  # first: a sweep may wait for its turn behind the watch, which is a minute long
        if metronome is not None:
            metronome.shutdown(wait=True)
        self._wake_mailbox()  # again: the sweep has connected anew
        if listener is not None:
            listener.stop()
        for thread in threads:
            thread.join()
        eventlog.stopped()

    def stop(self) -> None:
        """Ask every thread to end after what it is doing."""
        self._stop.set()
        self._mail_came.set()
        self._mail_waits.set()

    def close(self) -> None:
        """Every connection is closed."""
        self.world.senders.shutdown(wait=True)
        self.world.submission.close()
        if self.world.mailbox is not None:
            self.world.mailbox.close()
        self.world.store.close()

    def _wake_mailbox(self) -> None:
        if self.world.mailbox is not None:
            self.world.mailbox.close()

    def _bring_in_once(self) -> None:
        if not self._brought_in:
            bring_in_if_changed(self.world)
            self._brought_in = True

    def _intake(self) -> None:
        while not self._stop.is_set():
            guarded(lambda: watch_mailbox(self.world, stop=self._stop, mail_came=self._mail_came.set))
            self._stop.wait(IDLE_SECONDS)

    def _process(self) -> None:
        def step() -> None:
            if process_all(self.world):
                self._mail_waits.set()

        self._keep_doing(step, self._mail_came)

    def _deliver(self) -> None:
        self._keep_doing(lambda: deliver_all(self.world), self._mail_waits)

    def _keep_doing(self, step: Callable[[], object], rung: threading.Event) -> None:
        """Do the step whenever the bell rings, and every few seconds; trouble is logged and tried again."""
        while not self._stop.is_set():
            guarded(step)
            rung.wait(IDLE_SECONDS)
            rung.clear()

    def _metronome(self) -> BackgroundScheduler:
        """APScheduler as a metronome only: due times are rows, so a missed beat loses nothing."""
        metronome = BackgroundScheduler(timezone="UTC")
        metronome.add_job(
            self._beat,
            IntervalTrigger(seconds=TICK_SECONDS),
            next_run_time=datetime.now(metronome.timezone),  # the first beat now; the hour itself is world.now()
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        metronome.start()
        return metronome

    def _beat(self) -> None:
        guarded(self._tick_of_the_clock)

    def _tick_of_the_clock(self) -> None:
        reload_if_changed(self.world, self._schedules)
        if dispatch_due(self.world):
            self._mail_waits.set()
        sweep_if_due(self.world)

    def _listen_to_signals(self) -> None:
        if threading.current_thread() is not threading.main_thread():
            return

        def stop(_number: int, _frame: FrameType | None) -> None:
            self.stop()

        def reload(_number: int, _frame: FrameType | None) -> None:
            self.world.fingerprint = ""

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        signal.signal(signal.SIGHUP, reload)
