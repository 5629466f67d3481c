"""A small client of the Debug Adapter Protocol, as VS Code speaks it to debugpy: JSON messages over a socket.

https://microsoft.github.io/debug-adapter-protocol/specification
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

SECONDS = 60  # after which a silent debugger is a failure

WAITING = """\
import debugpy
print(debugpy.listen(("127.0.0.1", 0))[1], flush=True)
debugpy.wait_for_client()
"""


class Client:
    """A program under debugpy, and the connection to it. Use it in a `with`, which ends both."""

    def __init__(self, program: Path, environment: dict[str, str]) -> None:
        program.write_text(WAITING + program.read_text(encoding="utf-8"), encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "-Xfrozen_modules=off", str(program)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env=environment,
        )
        port = int(self.process.stdout.readline())
        self.socket = socket.create_connection(("127.0.0.1", port), SECONDS)
        self.stream = self.socket.makefile("rb")
        self.number = 0
        self.events: list[dict] = []

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.send("disconnect", terminateDebuggee=True)  # after a failure: leave no adapter behind
        self.stream.close()
        self.socket.close()
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def begin(self, breakpoints: dict[Path, list[dict]]) -> None:
        """Attach, set the breakpoints of each file, and let the program run."""
        self.ask("initialize", adapterID="tests", pathFormat="path", linesStartAt1=True)
        self.send("attach", justMyCode=False)
        self.wait("initialized")
        for path, places in breakpoints.items():
            answer = self.ask("setBreakpoints", source={"path": str(path)}, breakpoints=places)
            assert all(each["verified"] for each in answer["breakpoints"])
        self.ask("configurationDone")

    def send(self, command: str, **arguments: object) -> int:
        self.number += 1
        message = {"seq": self.number, "type": "request", "command": command, "arguments": arguments}
        data = json.dumps(message).encode()
        self.socket.sendall(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        return self.number

    def ask(self, command: str, **arguments: object) -> dict:
        """Send a request and return the body of the answer to it."""
        number = self.send(command, **arguments)
        while True:
            message = self._read()
            if message["type"] == "response" and message["request_seq"] == number:
                assert message["success"], message
                return message.get("body", {})
            self.events.append(message)

    def wait(self, event: str) -> dict:
        """The body of the next event of this name."""
        while True:
            for message in self.events:
                if message.get("event") == event:
                    self.events.remove(message)
                    return message.get("body", {})
            self.events.append(self._read())

    def stopped(self) -> list[dict]:
        """Wait until it stops; the frames there, the innermost first."""
        self.thread = self.wait("stopped")["threadId"]
        return self.ask("stackTrace", threadId=self.thread)["stackFrames"]

    def go(self, command: str) -> None:
        """`continue`, `next` or `stepIn`."""
        self.ask(command, threadId=self.thread)

    def finish(self) -> str:
        """Let the program run to its end, and return what it has printed."""
        self.go("continue")
        self.wait("terminated")
        self.ask("disconnect")
        return self.process.communicate(timeout=SECONDS)[0]

    def variables(self, frame: dict) -> dict[str, dict]:
        """What the variables panel shows of a frame."""
        scope = self.ask("scopes", frameId=frame["id"])["scopes"][0]
        return self.inside(scope)

    def inside(self, parent: dict) -> dict[str, dict]:
        """What it shows below a scope or a variable that has been opened."""
        found = self.ask("variables", variablesReference=parent["variablesReference"])["variables"]
        return {each["name"]: each for each in found}

    def hover(self, frame: dict, expression: str) -> str:
        """What it shows of an expression in the text."""
        return self.ask("evaluate", expression=expression, frameId=frame["id"], context="hover")["result"]

    def _read(self) -> dict:
        length = 0
        while line := self.stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise EOFError("the debugger has closed the connection")
        return json.loads(self.stream.read(length))
