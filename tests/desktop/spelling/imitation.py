"""A checker that speaks as `ispell -a` does: knows a few words, and writes down all that it was ever told."""

import sys
from pathlib import Path

KNOWN = {"the", "offer", "came", "late"}
OFFERED = {"ofer": "offer, over", "lat": "late"}


def main() -> None:
    """Answer until there is nothing more to read."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    with Path(sys.argv[1]).open("a", encoding="utf-8") as heard:
        print("@(#) International Ispell Version 3.2.06 (but really an imitation)", flush=True)
        for line in sys.stdin:
            heard.write(line)
            heard.flush()
            word = line.strip().removeprefix("^")
            if word.casefold() in KNOWN:
                print("*")
            elif word in OFFERED:
                print(f"& {word} 2 0: {OFFERED[word]}")
            else:
                print(f"# {word} 0")
            print(flush=True)


if __name__ == "__main__":
    main()
