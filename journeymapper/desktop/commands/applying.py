"""Making an edit for somebody at the window: a refusal is told in a sentence."""

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.session import Edit, Session
from journeymapper.model.messages import Message, Refusal


def applied(session: Session, asking: Asking, name: Message, edit: Edit) -> bool:
    """Whether the edit was made; where a rule forbids it, the rule is told and nothing is changed."""
    try:
        session.apply(name, edit)
    except Refusal as refusal:
        asking.tell(session.view.language.message(name), session.view.language.message(refusal.message))
        return False
    return True
