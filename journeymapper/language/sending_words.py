"""How a questionnaire reaches people, in words."""

from journeymapper.model.messages import Message
from journeymapper.model.questionnaire import Sending

SENDING_WORDS: dict[Sending, Message] = {
    "e-mail": Message("E-mail"),
    "text message": Message("Text message"),
    "letter": Message("Letter"),
    "web": Message("On the web"),
    "on the spot": Message("On the spot"),
    "phone": Message("By telephone"),
}
