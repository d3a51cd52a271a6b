"""The floor sender: pumps a spool into an SMTP port over kept connections, as fast as they go or at a steady pace.

Run as `pump.py SPOOL PORT CONNECTIONS PER_SECOND` (0: as fast as possible); prints one JSON list with the monotonic
second at which each message began.
"""

from __future__ import annotations

import json
import smtplib
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from spool import Message, read


def connect(port: int) -> smtplib.SMTP:
    """A kept connection. Without TCP_NODELAY, Nagle and delayed acknowledgement cost 40 ms a message."""
    smtp = smtplib.SMTP("127.0.0.1", port, local_hostname="localhost", timeout=60)
    smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return smtp


def pump(messages: list[Message], *, port: int, connections: int, per_second: float) -> list[float]:
    began = [0.0] * len(messages)
    turn = iter(range(len(messages)))
    lock = threading.Lock()
    start = time.monotonic()

    def work() -> None:
        smtp = connect(port)
        while True:
            with lock:
                index = next(turn, None)
            if index is None:
                smtp.quit()
                return
            if per_second:
                time.sleep(max(0.0, start + index / per_second - time.monotonic()))
            began[index] = time.monotonic()
            smtp.sendmail(messages[index].sender, [messages[index].recipient], messages[index].raw)

    with ThreadPoolExecutor(connections) as pool:
        for worker in [pool.submit(work) for _ in range(connections)]:
            worker.result()
    return began


def pumped(spool: Path, *, port: int, connections: int = 4, per_second: float = 0) -> list[float]:
    """When each message began, measured by a process of its own."""
    command = [sys.executable, __file__, str(spool), str(port), str(connections), str(per_second)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


if __name__ == "__main__":
    with Path(sys.argv[1]).open("rb") as spool_file:
        everything = list(read(spool_file))
    times = pump(everything, port=int(sys.argv[2]), connections=int(sys.argv[3]), per_second=float(sys.argv[4]))
    print(json.dumps(times))
