"""Who holds a file: this machine, this process, and whether another process still runs."""

import os
import socket
import sys
from pathlib import Path


def machine() -> str:
    """A name for this machine: its host name and, where the system has one, the start of its own id."""
    return f"{socket.gethostname()}/{_first_line(Path('/etc/machine-id'))[:8]}"


def birth(pid: int) -> str:
    """When a process began, as far as the system tells: a number given again belongs to another process."""
    boot = _first_line(Path("/proc/sys/kernel/random/boot_id"))
    # the name, in brackets, may itself hold spaces and brackets
    fields = _first_line(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return f"{boot}:{fields[19]}" if boot and len(fields) > 19 else ""


def is_running(pid: int, born: str = "") -> bool:
    """Whether that process of this machine still runs; `born` is its `birth`, empty where not known."""
    if pid <= 0 or not _exists(pid):
        return False
    now = birth(pid)
    return not (born and now) or born == now


if sys.platform == "win32":

    def _exists(pid: int) -> bool:
        import ctypes

        # os.kill would end the process here; 0x00100000 is SYNCHRONIZE, and 0x102 says that it is still running
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x00100000, False, pid)
        if not handle:
            return False
        running = kernel.WaitForSingleObject(handle, 0) == 0x102
        kernel.CloseHandle(handle)
        return running

else:

    def _exists(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True


def _first_line(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").partition("\n")[0].strip()
    except OSError:
        return ""
