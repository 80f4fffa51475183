"""Replays recorded Google traffic with the given script against a fresh local Google."""

import subprocess
import sys

from deploy.local.emulator import serve


def main() -> int:
    """Return the script's exit code: 0 when every answer was identical."""
    with serve(None) as address:
        command = [sys.executable, sys.argv[1], address, "-q"]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
