"""How much memory a process has taken at the most."""

from pathlib import Path

_KIB = 1024


def peak_mib() -> int:
    """Return the peak of this process in MiB, as Linux counts it since the program was started.

    `getrusage` would also count what the parent had taken when it started this process.
    """
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM:"))
    return int(peak.split()[1]) // _KIB
