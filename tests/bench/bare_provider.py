"""A provider that does next to nothing: a raw socket, kept connections, answers that were made before.

Started by itself it says its port on standard output. POST /set: {"seconds": each document's answer is held
back so long, "answers": what the next documents are answered, in their order}; GET /count says how many
came. Any other POST whose path names a sign-in gets a token, every other one the next answer.
"""

from __future__ import annotations

import json
import socket
import sys
import threading
import time

TOKEN = json.dumps({"accessToken": "t" * 300, "refreshToken": {"token": "r" * 60}}).encode()


class Provider:
    """One process, a thread for each connection."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.answers: list[bytes] = []
        self.count = 0
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)

    def run(self) -> None:
        print(self._listener.getsockname()[1], flush=True)
        # The parent's end of the pipe is this one's end.
        threading.Thread(target=self._accept, daemon=True).start()
        sys.stdin.read()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        data = b""
        while True:
            while (end := data.find(b"\r\n\r\n")) < 0:
                more = connection.recv(65536)
                if not more:
                    return
                data += more
            head = data[:end].lower()
            place = head.find(b"content-length:")
            length = int(head[place + 15 :].split(b"\r\n", 1)[0]) if place >= 0 else 0
            while len(data) < end + 4 + length:
                data += connection.recv(65536)
            body, data = data[end + 4 : end + 4 + length], data[end + 4 + length :]
            connection.sendall(self._answer(head.split(b" ", 2)[1], body))

    def _answer(self, path: bytes, body: bytes) -> bytes:
        if path.endswith(b"/set"):
            told = json.loads(body)
            self.seconds, self.count = told["seconds"], 0
            self.answers = [_whole(201, answer.encode()) for answer in told["answers"]]
            return _whole(200, b"{}")
        if path.endswith(b"/count"):
            return _whole(200, str(self.count).encode())
        if b"login" in path:
            return _whole(200, TOKEN)
        if self.seconds:
            time.sleep(self.seconds)
        self.count += 1
        return self.answers[self.count - 1]


def _whole(status: int, body: bytes) -> bytes:
    reason = {200: "OK", 201: "Created"}[status]
    head = (
        f"HTTP/1.1 {status} {reason}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


if __name__ == "__main__":
    Provider().run()
