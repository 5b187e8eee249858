"""Python's search for garbage: it must not stop the hand of somebody who draws."""

import gc

OFTEN = 20_000
SELDOM = 50


def settle() -> None:
    """What is there now stays for the session and is not looked through again; what comes is looked through seldom.

    A search of everything takes 50 ms at 300 touchpoints, three frames; counting references goes on as before.
    """
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(OFTEN, SELDOM, SELDOM)
