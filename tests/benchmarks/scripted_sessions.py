"""Sessions of the app without a browser: they speak to the server as Streamlit's page does, and ask what the player asks.

What is asked for and when is decided by the front end's own modules, which run under node (`scripted_players.mjs`).
"""

from __future__ import annotations

import asyncio
import base64
import json
import struct
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PLAYERS = Path(__file__).with_name("scripted_players.mjs")
PATIENCE = 60.0


@dataclass
class Answered:
    """What was seen of the requests of all sessions since the last look: seconds to the answer, with charts and without."""

    seconds: list[float] = field(default_factory=list)
    chart_seconds: list[float] = field(default_factory=list)
    asked: int = 0
    bytes: int = 0


class ScriptedSession:
    """One page that is open: its socket, the widgets on it, and the player's requests under way."""

    def __init__(self, number: int, socket: ClientConnection, answered: Answered) -> None:
        self.number = number
        self.socket = socket
        self.answered = answered
        self.widgets: dict[str, str] = {}
        self.trained = 0
        self.waited = 0.0
        self.player = ""
        self.fragment = ""
        self.replies: asyncio.Queue[bytes] = asyncio.Queue()
        self.reading: asyncio.Task[None]
        self._asked: tuple[int, float] | None = None
        self._idle = asyncio.Event()
        self._told = asyncio.Event()

    async def read(self) -> None:
        """Take in whatever the server says, until the socket is closed."""
        async for message in self.socket:
            assert isinstance(message, bytes)
            self.answered.bytes += len(message)
            self._take(ForwardMsg.FromString(message))

    async def rerun(self, **values: dict[str, Any]) -> None:
        """Run the script with new values of widgets, by their labels or an editor's key, until it has finished."""
        request = BackMsg()
        request.rerun_script.query_string = ""
        for label, value in values.items():
            ((kind, content),) = value.items()
            setattr(request.rerun_script.widget_states.widgets.add(id=self.widgets[label]), kind, content)
        self._idle.clear()
        await self.socket.send(request.SerializeToString())
        idle = asyncio.create_task(self._idle.wait())
        # What ends the reading would otherwise only be seen as a script that never finishes.
        await asyncio.wait([idle, self.reading], timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        if not idle.done():
            idle.cancel()
            if self.reading.done():
                self.reading.result()
            raise TimeoutError(f"The script of session {self.number} did not finish in {PATIENCE:g} s.")

    async def request(self, request: dict[str, Any]) -> None:
        """Request what the player asks, as a trigger of its component."""
        message = BackMsg()
        message.rerun_script.fragment_id = self.fragment
        trigger = message.rerun_script.widget_states.widgets.add(id=f"$$STREAMLIT_INTERNAL_KEY_{self.player}__events")
        trigger.json_trigger_value = json.dumps([{"event": "request", "value": request}])
        self.answered.asked += 1
        # A request that was lost is made again under another number: what counts is the time since the first.
        self._asked = request["number"], self._asked[1] if self._asked else time.perf_counter()
        await self.socket.send(message.SerializeToString())

    async def wait_until_trained(self, epoch: int) -> None:
        """Wait until the page has been told of an epoch."""
        while self.trained < epoch:
            self._told.clear()
            await asyncio.wait_for(self._told.wait(), PATIENCE)

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "script_finished":
            self._idle.set()
        if kind != "delta" or message.delta.WhichOneof("type") != "new_element":
            return
        element = message.delta.new_element
        name = element.WhichOneof("type")
        if name == "bidi_component":
            self.player, self.fragment = element.bidi_component.id, message.delta.fragment_id
            self._receive(element.bidi_component.bytes)
        elif name in {"text_input", "selectbox"}:
            widget = getattr(element, name)
            self.widgets[widget.label] = widget.id
        elif name in {"dataframe", "arrow_data_frame"}:
            # An editor has no label: its id ends with the key it was given, such as training_2.
            editor = getattr(element, name).id
            self.widgets[editor.rpartition("-")[2].rpartition("_")[0]] = editor

    def _receive(self, reply: bytes) -> None:
        (length,) = struct.unpack_from("<I", reply)
        header = json.loads(reply[4 : 4 + length])
        self.trained = header["runs"][0]["trained"]
        if self._asked and header["answers"] == self._asked[0]:
            seconds = self.answered.chart_seconds if "charts" in header else self.answered.seconds
            seconds.append(time.perf_counter() - self._asked[1])
            self._asked = None
        self.replies.put_nowait(reply)
        self._told.set()


class ScriptedSessions:
    """A number of sessions, in a thread of their own; as a context manager they are closed at the end."""

    def __init__(self, address: str, count: int) -> None:
        self.address = address.replace("http", "ws", 1) + "/_stcore/stream"
        self.count = count
        self.answered = Answered()
        self.sessions: list[ScriptedSession] = []
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._tasks: list[asyncio.Task[None]] = []

    def __enter__(self) -> ScriptedSessions:
        self._thread.start()
        self._do(self._open())
        return self

    def __exit__(self, *_: object) -> None:
        self._do(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def rerun(self, **values: dict[str, Any]) -> None:
        """Give widgets of every session new values, by their labels; wait until every script has run."""
        self._do(self._rerun(values))

    def rest(self) -> None:
        """Let every session stand at epoch 0."""
        self._do(self._tell(*({"player": session.number, "rest": True} for session in self.sessions)))

    def play(self, speed: str, seconds: float) -> None:
        """Let the sessions play from the newest epoch that is trained, one after the other within some seconds."""
        self._do(self._play(speed, seconds))

    def train_on(self) -> None:
        """Wait until every session has been told of an epoch that it does not know yet."""
        self._do(self._train_on())

    def look(self) -> Answered:
        """Return what was answered since the last look, and begin anew."""
        seen, fresh = replace(self.answered), Answered()
        for name in vars(fresh):
            setattr(self.answered, name, getattr(fresh, name))
        return seen

    def _do(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _open(self) -> None:
        self._node = await asyncio.create_subprocess_exec(
            "node", str(PLAYERS), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=2**24
        )
        self._tasks.append(asyncio.create_task(self._carry_asks()))
        for number in range(self.count):
            socket = await connect(self.address, max_size=None)
            session = ScriptedSession(number, socket, self.answered)
            self.sessions.append(session)
            session.reading = asyncio.create_task(session.read())
            self._tasks += [session.reading, asyncio.create_task(self._carry_replies(session))]
            await session.rerun()

    async def _rerun(self, values: dict[str, Any]) -> None:
        for session in self.sessions:
            await session.rerun(**values)

    async def _train_on(self) -> None:
        await asyncio.gather(*(session.wait_until_trained(session.trained + 1) for session in self.sessions))

    async def _play(self, speed: str, seconds: float) -> None:
        for session in self.sessions:
            await self._tell({"player": session.number, "speed": speed})
            await asyncio.sleep(seconds / self.count)

    async def _carry_asks(self) -> None:
        while line := await self._node.stdout.readline():
            asked = json.loads(line)
            session = self.sessions[asked["player"]]
            session.waited = asked["waited"]
            await session.request(asked["request"])

    async def _carry_replies(self, session: ScriptedSession) -> None:
        while True:
            reply = await session.replies.get()
            await self._tell({"player": session.number, "reply": base64.b64encode(reply).decode()})

    async def _tell(self, *lines: dict[str, Any]) -> None:
        self._node.stdin.write("".join(f"{json.dumps(line)}\n" for line in lines).encode())
        await self._node.stdin.drain()

    async def _close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for session in self.sessions:
            await session.socket.close()
        self._node.stdin.close()
        with suppress(ProcessLookupError):
            await self._node.wait()
