"""Comments that customers wrote and the user asked to keep: masked before they were kept."""

from hashlib import sha256

import msgspec


class Comment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One comment on a point, with what its row says: the answer to the point itself, wave, ISO day and segments."""

    point: str
    text: str
    wave: str = ""
    day: str = ""
    answer: float | None = None
    segments: dict[str, str] = {}


class Comments(msgspec.Struct, frozen=True, kw_only=True):
    """The comments of one import in the order of its file. Show none where there are fewer than eight."""

    comments: tuple[Comment, ...] = ()


def comment_mark(comment: Comment) -> str:
    """What tells a comment apart without repeating it: 16 hex digits of its point, wave, day and text."""
    said = "\0".join((comment.point, comment.wave, comment.day, comment.text))
    return sha256(said.encode()).hexdigest()[:16]
