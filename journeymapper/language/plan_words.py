"""Words of the measurement plan that window, paper and command line share."""

from journeymapper.model.inventory import Fate
from journeymapper.model.journey import Choice
from journeymapper.model.measurement import Audience, MetricClass
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

FATE_WORDS: dict[Fate, Message] = {
    "": Message("Not decided"),
    "keep": Message("Keep"),
    "change": Message("Change it"),
    "merge": Message("Merge"),
    "stop": Message("Stop"),
}
CHOICE_WORDS: dict[Choice, Message] = {
    "": Message("Not decided"),
    "measure": Message("Measure it"),
    "listen": Message("Listen"),
    "leave": Message("Leave unmeasured"),
}
AUDIENCE_WORDS: dict[Audience, Message] = {
    "prospect": Message("Those who have not bought"),
    "lost offer": Message("Those whose offer was lost"),
    "customer": Message("Customers"),
    "lapsed": Message("Those who have left"),
    "staff": Message("Own staff"),
}
