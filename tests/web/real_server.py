"""The application as ``sightline serve`` starts it, in processes of its own, for tests that need it whole."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SERVE = "import sys; from pathlib import Path; from sightline.web.serving import serve; "


def free_port() -> int:
    """A port nobody listens at now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class RealServer:
    """A running application: its address, and the password of each demonstration person.

    Its processes are a group of their own, so that all of them can be killed and nobody else's.
    """

    def __init__(self, workspace: Path, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        program = f"{SERVE}serve(Path(sys.argv[1]), '127.0.0.1', {port})"
        self._process = subprocess.Popen(
            [sys.executable, "-c", program, str(workspace)],
            stdout=subprocess.PIPE,
            text=True,
            env={name: at for name, at in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
            cwd=ROOT,
            start_new_session=True,
        )
        self.passwords = self._printed_passwords()
        self._answers()

    def stop(self) -> None:
        """Stop it as a person does, and kill it where it does not stop."""
        self._process.terminate()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process.stdout.close()

    def kill(self) -> None:
        """Kill every process of it at once, whatever each was doing."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=20)
        self._process.stdout.close()

    def _printed_passwords(self) -> dict[str, str]:
        passwords = {}
        for line in self._process.stdout:
            words = line.split()
            if words[:1] == ["name"]:
                passwords[words[1]] = words[3]
            if line.startswith("Stop it"):
                break
        return passwords

    def _answers(self) -> None:
        """Wait until it answers."""
        for _ in range(100):
            try:
                with urllib.request.urlopen(f"{self.address}/sign-in/", timeout=10):
                    return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("The server printed its address but does not answer.")
