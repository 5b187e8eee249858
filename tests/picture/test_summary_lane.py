"""Below the map: coverage by channel and stage, and the certain gaps with the widest first."""

import msgspec
import pytest

from journeymapper.analysis.beliefs.report import Belief
from journeymapper.language.language import language
from journeymapper.picture.map_view import LANES, MapView, map_picture
from journeymapper.picture.primitives import Group, Picture, Rect, Text
from tests.picture.conftest import drainage
from tests.picture.soundness import assert_sound


def drawn(code: str = "en", *, results: bool = True, width: float = 1500) -> Picture:
    project, journey, scores = drainage(code)
    made = MapView(
        project=project, journey=journey, scores=scores, language=language(code), lanes=LANES, results=results
    )
    return map_picture(made, width=width, height=900)


def box(picture: Picture, part: str) -> Group:
    return next(group for group in picture.groups if group.part == part)


def words(group: Group) -> list[str]:
    return [item.text for item in group.items if isinstance(item, Text)]


def test_the_widest_certain_gap_comes_first_and_its_bar_is_longest() -> None:
    gaps = box(drawn(), "summary-gaps")
    # on 0–100: dates −34.7, inspection −18.3, yard −17.0, call −16.9, offer −9.8
    names = ["Change of dates", "Hand-over inspection", "Yard put back", "Follow-up call", "Offer"]
    assert [word for word in words(gaps) if word in names] == names
    bars = [item.width for item in gaps.items if isinstance(item, Rect) and item.radius == 2]
    assert bars == sorted(bars, reverse=True)
    assert bars[1] / bars[0] == pytest.approx(18.3 / 34.7, abs=0.01)
    assert "Change of dates −35" in gaps.alt


def test_the_coverage_counts_touchpoints_and_moments_of_truth() -> None:
    assert "16 of 17 touchpoints to be measured · 4 of 4 moments of truth" in box(drawn(), "summary-coverage").alt


@pytest.mark.parametrize("code", ["en", "fi"])
@pytest.mark.parametrize("width", [900, 1500, 2600])
def test_it_is_sound_at_any_width(code: str, width: float) -> None:
    assert_sound(drawn(code, width=width), 7.0)


def test_it_is_there_with_results_only() -> None:
    assert all(not group.part.startswith("summary") for group in drawn(results=False).groups)


def test_beliefs_stand_beside_the_customers_figures_the_widest_first() -> None:
    project, journey, scores = drainage("en")
    aside = Belief(point="P11", staff_n=22, staff=85, customers=55.3, staff100=85, customers100=55.3, gap=29.7,
                   gap_class="overestimate")  # fmt: skip
    near = Belief(point="P10", staff_n=22, staff=4.3, customers=4.53, staff100=82.5, customers100=88.25, gap=-5.75,
                  gap_class="underestimate")  # fmt: skip
    silent = Belief(point="P9", staff_n=22, staff=3.0)
    view = MapView(project=project, journey=journey, scores=scores, language=language("en"), lanes=LANES,
                   beliefs=(near, silent, aside))  # fmt: skip
    picture = map_picture(view, width=1500, height=900)
    told = box(picture, "summary-beliefs")
    assert told.alt.endswith("Change of dates +30, Digging and daily news −6")
    assert "own staff (n 22)" in told.alt
    assert_sound(picture, 7.0)
    assert all(group.part != "summary-beliefs" for group in drawn().groups)


def test_without_a_certain_gap_it_says_so() -> None:
    project, journey, scores = drainage("en")
    fine = {key: msgspec.structs.replace(score, verdict="uncertain") for key, score in scores.items()}
    view = MapView(project=project, journey=journey, scores=fine, language=language("en"), lanes=LANES)
    assert "none: nothing is certainly worse" in box(map_picture(view, width=1200), "summary-gaps").alt
