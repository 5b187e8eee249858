"""The commands that copy, split, merge, park and link, and when each can be used."""

from collections.abc import Callable, Mapping

from journeymapper.desktop.actions import SEPARATOR, Command, Handler, Menus
from journeymapper.desktop.commands.arrange import ArrangeCommands
from journeymapper.desktop.commands.clipboard import ClipboardCommands
from journeymapper.desktop.commands.journeys import openers_of
from journeymapper.desktop.commands.voting import VotingCommands
from journeymapper.desktop.commands.where import Here, here
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language
from journeymapper.model.journey import LinkKind
from journeymapper.model.messages import Message

Rule = Callable[[Here], bool]


def clipboard_commands(
    language: Language, clipboard: ClipboardCommands, arrange: ArrangeCommands, picture: Handler
) -> tuple[Command, ...]:
    """What the Edit menu copies."""
    text = language.text
    return (
        Command(name="cut", text=text("Cu&t"), keys="Ctrl+X", handler=clipboard.cut),
        Command(name="copy", text=text("&Copy"), keys="Ctrl+C", handler=clipboard.copy),
        Command(name="copy-picture", text=text("Copy as p&icture"), keys="Ctrl+Alt+C", handler=picture),
        Command(name="paste", text=text("&Paste"), keys="Ctrl+V", handler=clipboard.paste),
        Command(name="duplicate", text=text("D&uplicate"), keys="Ctrl+D", handler=arrange.duplicate),
        SEPARATOR,
    )


def arrange_menu(language: Language, arrange: ArrangeCommands, split: Handler) -> Command:
    """The menu of what makes another map of the same cards."""
    text = language.text
    merge = Command(name="merge", text=text("&Merge into one"), keys="Ctrl+J", handler=arrange.merge)
    stage = Command(
        name="split-stage", text=text("S&plit the stage here"), keys="Ctrl+Shift+J", handler=arrange.split_stage
    )
    children = (
        Command(
            name="moment-of-truth", text=text("Moment of t&ruth"), keys="Ctrl+T", handler=arrange.moment_of_truth,
            checked=False,
        ),
        Command(
            name="conditional", text=text("&Conditional: only for some"), keys="Ctrl+Shift+T",
            handler=arrange.conditional, checked=False,
        ),
        SEPARATOR,
        Command(name="split-card", text=text("&Split in two…"), handler=split),
        merge,
        stage,
        SEPARATOR,
        Command(name="to-stage", text=text("Make it a s&tage"), handler=arrange.to_stage),
        Command(name="to-touchpoint", text=text("Make it a t&ouchpoint"), handler=arrange.to_touchpoint),
        SEPARATOR,
        Command(name="park", text=text("&Park"), keys="Ctrl+Shift+P", handler=arrange.park),
        Command(name="unpark", text=text("Take from the parking &lot"), handler=arrange.unpark),
        SEPARATOR,
        *_links(language, arrange),
    )  # fmt: skip
    return Command(text=text("&Arrange"), children=children)


def votes_commands(session: Session, voting: VotingCommands) -> tuple[Command, ...]:
    """What the View menu does with votes."""
    text = session.view.language.text
    return (
        Command(
            name="count-votes", text=text("Count &votes with + and −"), handler=voting.count,
            checked=session.view.voting,
        ),
        Command(
            name="show-votes", text=text("Sho&w votes"), handler=voting.show, checked=session.project.votes_shown
        ),
        SEPARATOR,
    )  # fmt: skip


def _links(language: Language, arrange: ArrangeCommands) -> tuple[Command, ...]:
    text = language.text
    kinds: dict[LinkKind, str] = {
        "alternative": text("Link as an &alternative"),
        "loop": text("Link &back, as a loop"),
        "skip": text("Link as a s&kip"),
        "happy": text("Link as the &happy path"),
    }
    return (
        *(Command(name=f"link-{kind}", text=words, handler=_link(arrange, kind)) for kind, words in kinds.items()),
        Command(name="link-entry", text=text("&Entry here"), handler=arrange.entry),
        Command(name="link-exit", text=text("E&xit here"), handler=arrange.exit),
    )


def _link(arrange: ArrangeCommands, kind: LinkKind) -> Handler:
    return lambda: arrange.link(kind)


def _any(found: Here) -> bool:
    return bool(found.copied)


def _one_touchpoint(found: Here) -> bool:
    return len(found.touchpoints) == 1


def _several_touchpoints(found: Here) -> bool:
    return len(found.touchpoints) > 1


SEVERAL = Message("Select several touchpoints first.")
ONE = Message("Select one touchpoint first.")
SOME = Message("Select touchpoints first.")
REASONS: Mapping[str, Message] = {
    "merge": SEVERAL,
    "split-card": ONE,
    "split-stage": ONE,
    "to-stage": ONE,
    "to-touchpoint": Message("Select one of several stages first."),
    "moment-of-truth": SOME,
    "conditional": SOME,
    "park": Message("Select touchpoints that stand in a stage first."),
    "unpark": Message("Select touchpoints of the parking lot first."),
    "write": Message("Select one touchpoint on the map first."),
    **dict.fromkeys(("link-alternative", "link-loop", "link-skip", "link-happy"), SEVERAL),
    **dict.fromkeys(("link-entry", "link-exit", "add-images", "enter-journey"), ONE),
    "show-images": Message("Select one touchpoint with images first."),
    "leave-journey": Message("No touchpoint opens this journey."),
    "variant": Message("Add a persona first."),
}
"""Why a command cannot be used while its rule is not met."""
SELECT = Message("Select something on the map first.")
READ_ONLY = Message("The file is open read only.")
RULES: Mapping[str, Rule] = {
    "moment-of-truth": lambda found: bool(found.touchpoints),
    "conditional": lambda found: bool(found.touchpoints),
    "cut": _any,
    "duplicate": _any,
    "split-card": _one_touchpoint,
    "merge": _several_touchpoints,
    "split-stage": lambda found: len(found.standing) == 1,
    "to-stage": _one_touchpoint,
    "to-touchpoint": lambda found: len(found.stages) == 1 and len(found.journey.stage_order) > 1,
    "park": lambda found: bool(found.standing),
    "unpark": lambda found: bool(found.parked and found.journey.stage_order),
    "link-alternative": _several_touchpoints,
    "link-loop": _several_touchpoints,
    "link-skip": _several_touchpoints,
    "link-happy": _several_touchpoints,
    "link-entry": _one_touchpoint,
    "link-exit": _one_touchpoint,
    "add-images": _one_touchpoint,
    "write": lambda found: len(found.standing) == 1,
}


ON_THE_MAP = ("split-card", "write")


def refresh(session: Session, menus: Menus) -> None:
    """Commands that have nothing to do are grey and tell why; switches show whether what is selected has it."""
    language = session.view.language
    for name, able in usable(session).items():
        reason = READ_ONLY if session.read_only else REASONS.get(name, SELECT)
        menus.action(name).setEnabled(able)
        menus.action(name).setStatusTip("" if able else language.message(reason))
    found = here(session)
    chosen = [found.journey.touchpoints[key] for key in found.touchpoints] if found else []
    menus.check("moment-of-truth", checked=bool(chosen) and all(one.moment_of_truth for one in chosen))
    menus.check("conditional", checked=bool(chosen) and all(one.conditional for one in chosen))


def usable(session: Session) -> dict[str, bool]:
    """By their names, which of the commands there is something to do for."""
    found, acting = here(session), session.view.mode == "act"
    able = {name: found is not None and not session.read_only and rule(found) for name, rule in RULES.items()}
    able |= {name: able[name] and not acting for name in ON_THE_MAP}
    return able | _looking(session, found) | {"paste": not session.read_only}


def _looking(session: Session, found: Here | None) -> dict[str, bool]:
    """What can be done with a file that is read only, too."""
    if found is None:
        return dict.fromkeys(("copy", "enter-journey", "leave-journey", "show-images", "variant"), False)
    one = [found.journey.touchpoints[key] for key in found.touchpoints] if _one_touchpoint(found) else []
    return {
        "copy": _any(found),
        "enter-journey": any(each.sub_journey or not session.read_only for each in one),
        "leave-journey": bool(openers_of(session.project, found.journey.id)),
        "show-images": any(each.images for each in one),
        "variant": bool(session.project.persona_order) and not session.read_only,
    }
