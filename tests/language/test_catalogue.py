"""The Finnish catalogue is whole, agrees with the code, and speaks the vocabulary."""

import re
import subprocess
import sys
from gettext import GNUTranslations
from io import BytesIO
from string import Formatter

import pytest

from journeymapper.language.catalogue import (
    compiled,
    po_path,
    read_catalogue,
    texts_of,
    texts_of_package,
    untranslated,
    updated_catalogue,
)
from journeymapper.language.language import language
from journeymapper.model.messages import Message

# The vocabulary's "not" column, where a word alone is wrong in any sentence of the product.
WRONG_WORDS = (
    r"asiakasmatka|asiakaskokemuspol|palvelupol|ostopol|blueprint|etappi|kontaktipiste|kohtaamispiste|asiakaskohtaami|"
    r"ratkaiseva hetki|happy path|ihannepol|tavoitepol|hypotees|validoi|as-is|to-be|silmukka|luuppi|katopiste|uimarata|"
    r"\bkaista|ostajapersoona|persona\b|kohdeasiak|pääkanava|kokemuskäyr|painit|gainit|palvelulupau|brändilupau|"
    r"viestintäsuunnitelma|laukaisi|triggeri|näyttämön|osasto|siilo|hand-over|rajapin|polkuvastaav|ideapank|"
    r"tarraääne|muistilap|post-it|mittauskoh|metriik|tunnusluku|standardimittar|mittaripank|mittausmalli|pilotti|"
    r"päämäär|targetti|\bSLA\b|palvelutaso|baseline|nollamittau|verrokki|benchmark|transaktiokysel|suhdekysely\b|"
    r"vastausaste|otoskoko|kyselyväsymy|lepoai|kyselysuoj|evidens|closed loop|passiivi|vaivattom|ensikontakti|T2B|"
    r"vastausaika|trend|tulostiedost|importoi|skoori|\bkuilu|gäppi|merkitsev|tuomio|vaihteluväli|virhemargin|\baalto|"
    r"\baallo|prosenttipiste|ajuri|kuvitelma|maturite|jäljity|k€|\balle\b|\byli\b"
)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def translations() -> list[tuple[list[str], list[str]]]:
    """The catalogue as pairs of English texts and Finnish ones; two each where a count decides."""
    return [(listed(message.id), listed(message.string)) for message in read_catalogue() if message.id]


def listed(texts: object) -> list[str]:
    return [str(text) for text in texts] if isinstance(texts, (tuple, list)) else [str(texts or "")]


def test_every_text_of_the_code_has_a_finnish_translation() -> None:
    assert untranslated(updated_catalogue()) == []


def test_the_catalogue_holds_no_texts_that_nobody_says() -> None:
    said = {text for text, _ in texts_of_package()}
    assert {originals[0] for originals, _ in translations()} - said == set()


def test_translations_fill_the_same_places() -> None:
    for originals, strings in translations():
        expected = set().union(*(places(text) for text in originals))
        for string in filter(None, strings):
            assert places(string) | {"n"} == expected | {"n"}, originals


def test_the_compiled_catalogue_is_the_edited_one() -> None:
    fresh = GNUTranslations(BytesIO(compiled(read_catalogue())))
    with po_path().with_suffix(".mo").open("rb") as file:
        stored = GNUTranslations(file)
    for (text, *_), _ in translations():
        assert stored.gettext(text) == fresh.gettext(text)
        assert [stored.ngettext(text, "", n) for n in (1, 2)] == [fresh.ngettext(text, "", n) for n in (1, 2)]


def test_finnish_uses_the_vocabularys_words() -> None:
    wrong = re.compile(WRONG_WORDS, re.IGNORECASE)
    said = [re.sub(r"\{\w+\}", "", string) for _, strings in translations() for string in strings]
    assert [string for string in said if wrong.search(string)] == []


def test_finnish_writes_a_true_minus_a_space_before_percent_and_no_exclamation() -> None:
    wrong = re.compile(r"(^|\s)-\d|\d%|!\s*$")
    said = [re.sub(r"\{\w+\}", "", string) for _, strings in translations() for string in strings]
    assert [string for string in said if wrong.search(string)] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("language.text('one {n}', n=1)", [("one {n}", "")]),
        ("self.language.plural('one', 'many', n)", [("one", "many")]),
        ("Message('one', {'n': 2}, 'many')", [("one", "many")]),
        ("Message('one', {'n': 2}, plural='many')", [("one", "many")]),
        ("raise Refusal('no {file}.', file=x)", [("no {file}.", "")]),
        ("language.text('a' if x else 'b')", [("a", ""), ("b", "")]),
        ("text = language.text; text('one')", [("one", "")]),
        ("painter.text(x, y, 'not said')", []),
    ],
)
def test_texts_are_found_where_they_are_said(source: str, expected: list[tuple[str, str]]) -> None:
    assert list(texts_of(source)) == expected


def test_sentences_write_decimals_as_their_language_does() -> None:
    said = Message("{gap} to {target}", {"gap": -0.5, "target": 1234.25})
    assert language("fi").message(said) != language("en").message(said)
    assert "−0,5" in language("fi").message(said)
    assert "1,234.25" in language("en").message(said)


def test_texts_and_figures_need_no_babel() -> None:
    code = (
        "import sys; from datetime import date; from journeymapper.language.language import language;"
        "fi = language('fi'); fi.text('not measured'); fi.number(1.5, 1); fi.date(date(2026, 1, 2));"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
