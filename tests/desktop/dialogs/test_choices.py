"""What is said of columns makes the mapping that says the same again."""

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.desktop.dialogs.import_dialog.choices import Choice, Choices, choices_of, mapping_of
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.results.readers.grid import Wish

NAMES = ("when", "who", "Q1", "Q2", "Q3", "Region", "wt")


@st.composite
def mappings(draw: st.DrawFn) -> Mapping:
    """Mappings whose columns stand in the file's order and have one task each."""
    order = [name for name in NAMES if draw(st.booleans())]
    tasks = {name: draw(st.sampled_from(("point", "points", "segment"))) for name in order}
    waves = draw(st.sampled_from(("label", "labels", "dates", "dated label")))
    spare = [name for name in NAMES if name not in tasks]
    columns: list[ColumnUse] = []
    for name in order:
        codes = draw(st.sampled_from(((), ("9",), ("9", "en osaa sanoa, ei"))))
        ids = {"point": ("P1",), "points": ("P2", "P3"), "segment": ()}[tasks[name]]
        columns += [ColumnUse(column=name, point=point, missing=codes) for point in ids]
    return Mapping(
        columns=tuple(columns),
        segments=tuple(name for name in order if tasks[name] == "segment"),
        wave="2027" if waves in ("label", "dated label") or not spare else "",
        wave_column=spare[0] if spare and waves != "label" else "",
        granularity="quarter" if spare and waves == "dates" else None,
        weight=spare[1] if len(spare) > 1 and draw(st.booleans()) else "",
    )


@given(mappings())
def test_a_mapping_survives_the_dialog(mapping: Mapping) -> None:
    choices, lacking = choices_of(mapping, NAMES, "f.csv")
    assert not lacking
    assert mapping_of(choices, NAMES, Wish()) == mapping


@given(mappings())
def test_columns_that_the_file_lacks_are_named_and_left_out(mapping: Mapping) -> None:
    here = NAMES[::2]
    choices, lacking = choices_of(mapping, here, "f.csv")
    made = mapping_of(choices, here, Wish())
    wanted = {use.column for use in mapping.columns} | {mapping.wave_column, mapping.weight, *mapping.segments} - {""}
    assert set(lacking) == wanted - set(here) - {""}
    assert {use.column for use in made.columns} <= set(here)


def test_a_file_has_one_column_of_waves_and_one_of_weights() -> None:
    choices = Choices(wave="2027").with_column("when", Choice(role="date")).with_column("wt", Choice(role="weight"))
    choices = choices.with_column("period", Choice(role="wave")).with_column("w2", Choice(role="weight"))
    assert (choices.of("when").role, choices.of("period").role) == ("", "wave")
    assert (choices.of("wt").role, choices.of("w2").role) == ("", "weight")


def test_wishes_go_into_the_mapping_only_where_somebody_wished() -> None:
    assert mapping_of(Choices(wave="2027"), NAMES, Wish(delimiter=";")) == Mapping(wave="2027", delimiter=";")
