"""Points by the names that people use, and mappings that are kept for the next file."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.results.mapping import load_mapping, resolve_point, save_mapping


@pytest.fixture
def shop(project: Callable[..., Project]) -> Project:
    """An offer asked about twice, a website asked about once, and a point of the whole journey."""
    empty = project("nps", "csat", "ces2", "mean")
    places = {"t1": Touchpoint(id="t1", name="Website"), "t2": Touchpoint(id="t2", name="Offer / price")}
    stage = Stage(id="s1", name="Buy", touchpoints=("t1", "t2"))
    journey = Journey(id="j1", name="Buying", stage_order=("s1",), stages={"s1": stage}, touchpoints=places)
    anchors = ("touchpoint", "t1"), ("touchpoint", "t2"), ("touchpoint", "t2"), ("journey", "j1")
    points: dict[str, MeasurementPoint] = {
        point.id: msgspec.structs.replace(point, anchor=Anchor(*anchor))  # type: ignore[arg-type]  # kinds as literals
        for point, anchor in zip(empty.ordered_points(), anchors, strict=True)
    }
    return msgspec.structs.replace(empty, journeys={"j1": journey}, journey_order=("j1",), points=points)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("P2", "P2"),
        ("p1", "P1"),
        (" website ", "P1"),
        ("Website/nps", "P1"),
        ("OFFER / PRICE/csat", "P2"),
        ("offer / price / ces2", "P3"),
        ("Buying", "P4"),
    ],
)
def test_a_point_by_its_names(shop: Project, text: str, point: str) -> None:
    assert resolve_point(shop, text) == point


def test_an_ambiguous_name_is_refused_with_the_choices(shop: Project) -> None:
    with pytest.raises(Refusal, match=r"could be any of P2 \(Offer / price/csat.*\), P3 \(Offer / price/ces2.*\)"):
        resolve_point(shop, "Offer / price")


def test_an_unknown_name_is_refused_with_the_likest(shop: Project) -> None:
    with pytest.raises(Refusal, match=r"no measurement point Webside; there are P1 \(Website"):
        resolve_point(shop, "Webside")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=30)
@given(
    st.builds(
        Mapping,
        columns=st.lists(
            st.builds(ColumnUse, column=st.text(), point=st.text(), missing=st.lists(st.text()).map(tuple))
        ).map(tuple),
        wave=st.text(),
        granularity=st.none() | st.sampled_from(["month", "year"]),
        header_row=st.none() | st.integers(0, 9),
    )
)
def test_a_mapping_is_kept_whole(tmp_path: Path, mapping: Mapping) -> None:
    save_mapping(tmp_path / "mapping.json", mapping)
    assert load_mapping(tmp_path / "mapping.json") == mapping


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"columns": 5}', b"\xff\xfe\x00", b"[" * 100_000])
def test_what_is_no_mapping_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mapping.json"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=r"mapping\.json is not a saved mapping"):
        load_mapping(path)


def test_a_mapping_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"none\.json does not exist"):
        load_mapping(tmp_path / "none.json")
