"""The quick-entry line: `Stage > touchpoint @channel *`.

`>` ends a stage; `@` begins a channel, which lasts until the next mark, so that it may have several words; `*` or `★`
makes a moment of truth and `?` or `◇` a touchpoint that only some meet, alone or at the end of a word, and a reason in
parentheses may follow. Bullets and numbers before the line are left off. A backslash makes a sign an ordinary one.
"""

import re
from collections.abc import Callable

import msgspec

from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.sketch import SketchedTouchpoint
from journeymapper.model.limits import is_blank

SPECIAL = "\\>@*?◇★⭐:#-+.(),;•_"
_CODES = [code for code in range(1, 32) if chr(code) not in "\t\n\v\f\r\x1c\x1d\x1e\x1f"]
_MASKED = {sign: chr(code) for sign, code in zip(SPECIAL, _CODES, strict=False)}
_UNMASKED = {ord(code): sign for sign, code in _MASKED.items()}

BULLET = re.compile(
    r"(?:(?:[-*+–—◦○·‣▪●■□•☐☑✓](?=\s)|[•▪‣●■☐]|\(?[0-9]{1,3}[.)](?=\s)|[0-9]{1,3}(?:\.[0-9]{1,3})+[.)]?(?=\s)|[a-zA-Z]\)(?=\s))"
    r"\s*)(?:\[[ xX]\]\s+)?"
)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_SEPARATOR = re.compile(r"(?:^|(?<=[\s\w)”\"'\x01-\x1f]))(?<![-=])>(?=\s|$|[^\W\d_])")
_SPACED_SEPARATOR = re.compile(r"(?:^|(?<=\s))>(?=\s|$)")
_TRAILING = re.compile(r"(?<=[^\s*?★⭐◇(])([*★⭐◇]\ufe0f?)(?=\s|\(|$)")
_MARK = re.compile(r"(?:(?<=\s)|^)(?:@(?=\S)|([*?★⭐◇]+)\ufe0f?(?=\s|\(|$)(?:\s*\(([^()]*)\))?)")
_ENDS = " ,;"
LONGEST_MARKED = 2_000
"""Characters of a line; a longer one is prose, in which signs mark nothing."""


class MarkedLine(msgspec.Struct, frozen=True):
    """A line as it was meant: the stage that it names (None where it names none), its touchpoints, and whether one
    of them had marks but no name."""

    stage: str | None
    touchpoints: tuple[SketchedTouchpoint, ...]
    nameless: bool = False


def mask(text: str) -> str:
    """A line of clean text in which signs after a backslash are set aside, so that they mark nothing."""
    return re.sub(r"\\(.)", lambda found: _MASKED.get(found[1], found[0]), plain(text))


def unmask(text: str) -> str:
    """The line with the signs that were set aside, single spaces between its words."""
    return " ".join(text.translate(_UNMASKED).split())


def without_bullet(masked: str) -> str:
    """A masked line without the bullet, number or box before it."""
    found = BULLET.match(masked)
    rest = masked[found.end() :] if found else masked
    return rest if rest.strip() else masked


def read_marks(text: str) -> MarkedLine:
    """What a line of quick entry says."""
    return marked_line(without_bullet(mask(text)))


def marked_line(masked: str) -> MarkedLine:
    """What a masked line without its bullet says."""
    if len(masked) > LONGEST_MARKED:
        return MarkedLine(None, (SketchedTouchpoint(name=unmask(masked)),))
    separator = _SPACED_SEPARATOR if "<" in masked else _SEPARATOR
    first, *rest = (part.strip() for part in separator.split(_BOLD.sub(r"\2", masked)))
    parts = [part for part in (rest or [first]) if part]
    touchpoints = [_touchpoint(part) for part in parts]
    named = tuple(one for one in touchpoints if one is not None)
    return MarkedLine(unmask(first) if rest else None, named, len(named) < len(touchpoints))


def _touchpoint(masked: str) -> SketchedTouchpoint | None:
    """A touchpoint with its marks; None where nothing but marks is there."""
    words: list[str] = []
    channels: list[str] = []
    reasons: dict[str, str] = {}
    spaced = _TRAILING.sub(r" \1", masked)
    place, in_channel = 0, False
    for mark in _MARK.finditer(spaced):
        (channels if in_channel else words).append(spaced[place : mark.start()])
        place, in_channel = mark.end(), mark[1] is None
        for sign in mark[1] or "":
            kind = "some" if sign in "?◇" else "moment"
            reasons[kind] = reasons.get(kind) or unmask(mark[2] or "")
    (channels if in_channel else words).append(spaced[place:])
    name = unmask(" ".join(words))
    if is_blank(name):
        return None
    return SketchedTouchpoint(
        name=name,
        channels=_channels(channels),
        moment_of_truth="moment" in reasons,
        moment_reason=reasons.get("moment", ""),
        conditional="some" in reasons,
        base=reasons.get("some", ""),
    )


def _channels(masked: list[str]) -> tuple[str, ...]:
    names = (unmask(name.strip(_ENDS)) for text in masked for name in re.split("[,;]", text))
    return tuple(dict.fromkeys(name for name in names if name))


def written_line(touchpoint: SketchedTouchpoint) -> str:
    """The line that reads as this touchpoint; what its lanes say is not in it."""
    parts = [_written(touchpoint.name, _name_of)]
    parts += [f"@{_written(channel, _channel_of)}" for channel in touchpoint.channels]
    for marked, sign, reason in (
        (touchpoint.moment_of_truth, "*", touchpoint.moment_reason),
        (touchpoint.conditional, "?", touchpoint.base),
    ):
        if marked:
            parts.append(sign + (f"({_written_reason(reason)})" if reason else ""))
    return " ".join(parts)


def written_stage(name: str) -> str:
    """The line that reads as a stage of this name."""
    return f"{_written(name, _stage_of)} >"


def with_bullet(line: str) -> str:
    """A written line with a bullet before it where it would lose its first sign for one."""
    return f"- {line}" if BULLET.match(line) else line


def escaped_text(text: str) -> str:
    """Free text after a label: only what looks like an escape is escaped."""
    return re.sub(r"\\", r"\\\\", text)


def _written_reason(reason: str) -> str:
    return _escaped(reason, SPECIAL) if any(sign in reason for sign in "\\>*★⭐◇()_") else reason


def _written(name: str, read: Callable[[str], object]) -> str:
    return name if read(name) == name else _escaped(name, SPECIAL)


def _escaped(text: str, signs: str) -> str:
    return "".join("\\" + sign if sign in signs or sign == "\\" else sign for sign in text)


def _name_of(text: str) -> object:
    """The name that a line gives where it gives nothing else."""
    line = read_marks(text)
    plain_line = line.stage is None and not text.endswith(":") and not text.startswith("#")
    if not plain_line or line.nameless or line.touchpoints != (SketchedTouchpoint(name=text),):
        return None
    return None if ":" in text else text


def _channel_of(text: str) -> object:
    """The channel that a text gives after `@`."""
    line = read_marks(f"x @{text}")
    return (
        text if line.stage is None and line.touchpoints == (SketchedTouchpoint(name="x", channels=(text,)),) else None
    )


def _stage_of(text: str) -> object:
    line = read_marks(f"{text} >")
    return (
        text if (line.stage, line.touchpoints) == (text, ()) and not text.startswith("#") and ":" not in text else None
    )
