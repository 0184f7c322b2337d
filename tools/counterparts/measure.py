#!/usr/bin/env python3
"""Says from which cosine on a word of a question counts as found: COUNTERPART and COUNTERPART_OF_WORD
in src/ranking/counterparts.rs.

usage: measure.py VERBATIM SET... [--show COSINE]

A SET is a folder with `knowledge/` and `questions.jsonl`, labelled by paragraph or by text, or a folder
of such. For each cosine it prints the share of questions of which a word would be called missing: of
those that the folder answers, where that is wrong, and of those that it does not. A word is only called
so if it stands nowhere in the folder, in no form: `ask --json --explain` says that (`nowhere`), and what
of all passages read is most like it (`anywhere`); names and other words have a line each, and numbers
none. `--show` lists the words of answered questions that
would be called missing.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from asking import ask, folders

COSINES = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 2]


def kind(question: dict) -> str:
    return question.get("kind") or ("answerable" if question["relevant"] else "off-topic")


def rows(program: str, folder: Path):
    """For each question: it, its kind, and the words that stand nowhere with their best cosine."""
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines]
    for question, answer in zip(questions, ask(program, folder / "knowledge", questions)):
        words = (answer.get("explanation") or {}).get("words", [])
        words = [it for it in words if it["nowhere"] and any(map(str.isalpha, it["word"]))]
        yield question, kind(question), words


def main(program: str, names: list, show: float) -> None:
    found = defaultdict(list)
    for set_name, folder in folders(names):
        for question, kind, words in rows(program, folder):
            for name in (True, False):
                least = min((it["anywhere"] for it in words if it["name"] == name), default=9)
                found[set_name, kind, "names" if name else "words"].append(least)
            missing = [it for it in words if it["anywhere"] < show]
            if missing and kind == "answerable":
                told = ", ".join(f"{it['word']} {it['anywhere']:.2f}" for it in missing)
                print(f"{folder.name}: {question['question']}: {told}")
    print(f"{'of which a word is missing, %':40}", *(f"{it:>5}" for it in COSINES))
    for key, least in sorted(found.items()):
        shares = [sum(it < cosine for it in least) / len(least) * 100 for cosine in COSINES]
        print(f"{', '.join(key) + f' ({len(least)})':40}", *(f"{it:5.1f}" for it in shares))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    show = -2.0
    if "--show" in arguments:
        at = arguments.index("--show")
        show = float(arguments[at + 1])
        del arguments[at:at + 2]
    if len(arguments) < 2:
        sys.exit(__doc__)
    main(arguments[0], arguments[1:], show)
