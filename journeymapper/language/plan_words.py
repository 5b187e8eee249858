"""Words of the measurement plan that window, paper and command line share."""

from journeymapper.model.measurement import MetricClass
from journeymapper.model.messages import Message

METRIC_CLASS_WORDS: dict[MetricClass, Message] = {
    "encounter": Message("Encounter"),
    "relationship": Message("Relationship"),
    "operational": Message("Operational"),
    "tactical": Message("Tactical"),
    "strategic": Message("Strategic"),
    "leading": Message("Leading"),
    "lagging": Message("Lagging"),
    "experience": Message("Experience"),
    "brand": Message("Brand"),
    "business": Message("Business"),
}
