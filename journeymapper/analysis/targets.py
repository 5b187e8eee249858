"""Which of a point's targets a figure is judged against: that of its wave and segment, else the general one."""

from journeymapper.model.measurement import MeasurementPoint, Target


def target_for(point: MeasurementPoint, wave: str = "", segment: str = "") -> Target | None:
    """The target of level “target” that fits best: of wave and segment, of the segment, of the wave, the general one.

    `segment` is written name=value, as scores name it.
    """
    fitting = [
        one
        for one in point.more_targets
        if one.level == "target"
        and one.wave in ("", wave)
        and one.segment in ("", segment)
        and (one.wave or one.segment)
    ]
    best = max(fitting, key=lambda one: (bool(one.segment), bool(one.wave)), default=None)
    return best or point.target


def levels_of(point: MeasurementPoint, wave: str = "", segment: str = "") -> dict[str, float]:
    """Minimum, target and stretch values that hold for a wave and segment, as far as they are set."""
    found: dict[str, float] = {}
    for level in ("minimum", "target", "stretch"):
        fitting = [one for one in point.more_targets if one.level == level and one.wave in ("", wave)]
        fitting = [one for one in fitting if one.segment in ("", segment) and one.value is not None]
        best = max(fitting, key=lambda one: (bool(one.segment), bool(one.wave)), default=None)
        if best is not None and best.value is not None:
            found[level] = best.value
    general = target_for(point, wave, segment)
    if general is not None and general.value is not None:
        found.setdefault(general.level, general.value)
    return found
