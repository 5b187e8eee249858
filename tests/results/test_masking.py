"""Comments lose what tells who wrote them or whom they are about, and keep the rest."""

import pytest

from journeymapper.results.masking import MASK, mask


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Mail me at liisa.virtanen+x@example.co.uk today", "liisa.virtanen+x@example.co.uk"),
        ("liisa (at) esimerkki.fi", "esimerkki"),
        ("soita 040-1234567", "1234567"),
        ("call +358 40 123 4567 now", "123"),
        ("puh. 09 123 456", "123"),
        ("(415) 555-0123", "555"),
        ("hetuni on 131052-308T", "308T"),
        ("hetu 010203A123B", "123B"),
        ("tilaus 12345678", "12345678"),
        ("Pekka Virtanen palveli hyvin", "Virtanen"),
        ("kiitos Pekalle", "Pekalle"),
        ("kiitos Antille ja Anna Korhoselle", "Korhoselle"),
        ("Jennifer's team was great", "Jennifer"),
        ("Mr Brown was rude", "Brown"),
        ("Best regards, Xu Zhang", "Zhang"),
        ("my name is Zed Qwerty", "Qwerty"),
        ("asentaja Möttönen oli myöhässä", "Möttönen"),
        ("Virtanen soitti", "Virtanen"),
        ("Virtaselle kiitos", "Virtaselle"),
        ("MATTI VIRTANEN", "VIRTANEN"),
        ("matti virtanen soitti", "virtanen"),
        ("matti soitti", "matti"),
        ("matti meikäläinen soitti", "meikäläinen"),
        ("kari korhonen tuli", "kari"),
        ("Åsa Lindström", "Åsa"),
        ("Andersson kom för sent", "Andersson"),
        ("Mohammed was kind", "Mohammed"),
        ("Klaus hat angerufen", "Klaus"),
        ("M. Virtanen", "Virtanen"),
        ("Anna-Liisa Laine auttoi", "Laine"),
        ("Työnjohtaja Laine oli töykeä", "Laine"),
        ("Olga Ivanova", "Ivanova"),
        ("Ivanov called", "Ivanov"),
        ("our installer Brown was late", "Brown"),
        ("SMITH WAS RUDE", "SMITH"),
        ("Osoite Mannerheimintie 12 A 4, 00100 Helsinki", "Mannerheimintie"),
        ("Osoite Mannerheimintie 12 A 4, 00100 Helsinki", "00100"),
        ("I live at 12 Baker Street", "Baker"),
        ("Storgatan 5 b", "Storgatan"),
        ("auto ABC-123", "ABC"),
    ],
)
def test_what_tells_who_is_masked(text: str, gone: str) -> None:
    masked = mask(text)
    assert gone not in masked
    assert MASK in masked


@pytest.mark.parametrize(
    "text",
    [
        "It cost 1 200 000 euros on 31.12.2025 at 12.30",
        "We waited 2–3 hours in Helsinki, San Francisco and Tampere",
        "Arvosana 10/10, toimitus 4 päivää",
        "Summers 2015–2016 were better; 38 000 € is too much",
        "Kiitos hyvästä palvelusta!",
        "Ainoa ongelma oli hinta; kai se oli marjan arvon mukainen",
        "anna minulle alennus, outi kari oli vesa",
        "ERITTÄIN HYVÄ PALVELU, KAIKKI OK",
        "Ihminen vastasi heti. Nainen auttoi. Jokainen sai toisen ajan",
        "Oli ilona asioida, suvi oli paras aika",
        "The City Hall of San Francisco; will you mark the hall?",
        "Palvelu oli hyvä Salossa ja Turussa",
        "Hämeentie oli tukossa, 12000 Euron lasku ja 20 Helpful people",
    ],
)
def test_what_tells_nothing_of_a_person_stays(text: str) -> None:
    assert mask(text) == text


def test_the_row_s_own_name_is_masked_whatever_it_is() -> None:
    assert "Zorblax" not in mask("Thanks, zorblax here", ["Zorblax Q"])
