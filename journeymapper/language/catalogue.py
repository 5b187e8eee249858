"""The catalogue's flow: `python -m journeymapper.language.catalogue` collects every text of the code and compiles.

A tool of the developers; the program itself reads the compiled catalogues with the standard library's gettext.
"""

import ast
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.language.language import LOCALE_FOLDER

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

PACKAGE = Path(__file__).parents[1]
TIMELESS = datetime(2026, 1, 1, tzinfo=UTC)
SPEAKERS = ("Message", "Refusal", "text", "plural")


def po_path(code: str = "fi") -> Path:
    """Where the translations of a language are edited."""
    return LOCALE_FOLDER / code / "LC_MESSAGES" / "journeymapper.po"


def texts_of(source: str) -> Iterator[tuple[str, str]]:
    """Every (text, plural or empty) that a module's source says through Message, Refusal, text or plural."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and _speaker(node.func) in SPEAKERS:
            for text in _literals(node.args[0]):
                yield text, _plural(node)


def texts_of_package(package: Path = PACKAGE) -> dict[tuple[str, str], list[str]]:
    """Every (text, plural) of the package with the modules that say it, sorted."""
    found: dict[tuple[str, str], list[str]] = {}
    for module in sorted(package.rglob("*.py")):
        name = module.relative_to(package.parent).as_posix()
        for key in texts_of(module.read_text("utf-8")):
            modules = found.setdefault(key, [])
            if name not in modules:
                modules.append(name)
    return dict(sorted(found.items()))


def updated_catalogue(code: str = "fi") -> "Catalog":
    """The language's catalogue with exactly the texts of the package, known translations kept."""
    from babel.messages.catalog import Catalog

    known = read_catalogue(code)
    fresh = Catalog(locale=code, domain="journeymapper", fuzzy=False)
    for (text, plural), modules in texts_of_package().items():
        message_id = (text, plural) if plural else text
        old = known.get(text)
        string = old.string if old is not None and isinstance(old.id, tuple) == bool(plural) else None
        fresh.add(message_id, string, locations=[(module, 0) for module in modules])
    return fresh


def read_catalogue(code: str = "fi") -> "Catalog":
    """The catalogue as it is on disk, empty where there is none."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    if not po_path(code).exists():
        return Catalog(locale=code)
    with po_path(code).open("rb") as file:
        catalogue = read_po(file, locale=code)
    catalogue.creation_date = catalogue.revision_date = TIMELESS
    return catalogue


def compiled(catalogue: "Catalog") -> bytes:
    """The catalogue as gettext reads it."""
    from babel.messages.mofile import write_mo

    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def untranslated(catalogue: "Catalog") -> list[str]:
    """The texts that have no translation yet."""
    return [_first(message.id) for message in catalogue if message.id and not _is_translated(message.string)]


def write_catalogue(catalogue: "Catalog", code: str = "fi") -> None:
    """Write .po and .mo; two runs over the same code write the same bytes."""
    from babel.messages.pofile import write_po

    buffer = BytesIO()
    write_po(buffer, catalogue, width=118, omit_header=True, include_lineno=False, sort_output=True)
    po_path(code).parent.mkdir(parents=True, exist_ok=True)
    po_path(code).write_bytes(_head(code).encode() + buffer.getvalue())
    po_path(code).with_suffix(".mo").write_bytes(compiled(read_catalogue(code)))


def main() -> int:
    """Update and compile; exit status 1 while something is untranslated."""
    catalogue = updated_catalogue()
    write_catalogue(catalogue)
    missing = untranslated(catalogue)
    for text in missing:
        sys.stdout.write(f"untranslated: {text}\n")
    sys.stdout.write(f"{len(catalogue)} texts, {len(missing)} untranslated\n")
    return 1 if missing else 0


def _speaker(function: ast.expr) -> str:
    """The name that is called: `Message(…)` and `text(…)` by their names, `language.text(…)` by its attribute."""
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _plural(call: ast.Call) -> str:
    name = _speaker(call.func)
    given = [keyword.value for keyword in call.keywords if keyword.arg == "plural"]
    position = {"Message": 2, "plural": 1}.get(name)
    if not given and position is not None:
        given = call.args[position : position + 1]
    return next((text for node in given for text in _literals(node)), "")


def _head(code: str) -> str:
    lines = [
        "Project-Id-Version: journeymapper\\n",
        f"Language: {code}\\n",
        "MIME-Version: 1.0\\n",
        "Content-Type: text/plain; charset=utf-8\\n",
        "Content-Transfer-Encoding: 8bit\\n",
        "Plural-Forms: nplurals=2; plural=(n != 1);\\n",
    ]
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}"\n' for line in lines) + "\n"


def _first(message_id: object) -> str:
    return str(message_id[0]) if isinstance(message_id, (tuple, list)) else str(message_id)


def _is_translated(string: object) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
