"""Further targets and others' values as lines that are typed: `minimum 4`, `4.2 @2027`, `4.0 [dates=moved]`."""

import re

from journeymapper.desktop.inspector import reading
from journeymapper.language.language import Language
from journeymapper.model.measurement import Benchmark, Target, TargetLevel
from journeymapper.model.messages import Message, Refusal

LEVELS: dict[TargetLevel, Message] = {
    "minimum": Message("Minimum"),
    "target": Message("Target"),
    "stretch": Message("Stretch"),
}
LINE = re.compile(
    r"(?:(?P<level>[^\W\d]+)\s+)?(?P<value>[-−+]?[\d][\d\s.,]*)\s*(?:@(?P<wave>\S+))?\s*(?:\[(?P<segment>.+)\])?"
)
BENCHMARK = re.compile(r"(?P<value>[-−+]?\d[\d\s.,]*?)\s*[–—-]\s+(?P<source>.+)")


def read_targets(language: Language, text: str) -> object:
    """The targets of the lines; refuses a line that cannot be read."""
    return tuple(_target(language, line.strip()) for line in text.splitlines() if line.strip())


def write_targets(language: Language, value: object) -> str:
    """The targets as lines."""
    found = [one for one in value if isinstance(one, Target)] if isinstance(value, tuple) else []
    return "\n".join(_target_line(language, one) for one in found)


def read_benchmarks(language: Language, text: str) -> object:
    """Others' values with their sources; refuses a line without either."""
    return tuple(_benchmark(language, line.strip()) for line in text.splitlines() if line.strip())


def write_benchmarks(language: Language, value: object) -> str:
    """Others' values as lines."""
    found = [one for one in value if isinstance(one, Benchmark)] if isinstance(value, tuple) else []
    return "\n".join(f"{reading.written_number(language, one.value)} – {one.source}" for one in found)


def _target(language: Language, line: str) -> Target:
    match = LINE.fullmatch(line)
    if match is None:
        raise Refusal("“{line}” is no target; write a value, perhaps with @wave or [segment=value].", line=line[:60])
    value = reading.read_number(language, match["value"])
    level = _level(language, match["level"] or "")
    return Target(value=value, level=level, wave=match["wave"] or "", segment=(match["segment"] or "").strip())


def _level(language: Language, word: str) -> TargetLevel:
    if not word:
        return "target"
    for level, words in LEVELS.items():
        if word.casefold() in (level, language.message(words).casefold()):
            return level
    offered = ", ".join(language.message(words) for words in LEVELS.values())
    raise Refusal("“{text}” is none of {offered}.", text=word[:40], offered=offered)


def _target_line(language: Language, target: Target) -> str:
    level = "" if target.level == "target" else language.message(LEVELS[target.level]).lower()
    wave = f"@{target.wave}" if target.wave else ""
    segment = f"[{target.segment}]" if target.segment else ""
    return " ".join(part for part in (level, reading.written_number(language, target.value), wave, segment) if part)


def _benchmark(language: Language, line: str) -> Benchmark:
    match = BENCHMARK.fullmatch(line)
    if match is None:
        raise Refusal("“{line}” has no value and source; write 4.3 – where it comes from.", line=line[:60])
    value = reading.read_number(language, match["value"])
    return Benchmark(value=value or 0.0, source=match["source"].strip())
