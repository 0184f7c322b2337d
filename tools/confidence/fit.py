#!/usr/bin/env python3
"""Fits the confidence to labelled questions, and says how it does on those it was not fitted to.

usage: fit.py VERBATIM SET...

A SET is a folder with `knowledge/` and `questions.jsonl`. Each question's evidence comes from
`VERBATIM ask --json --explain`, twice: from the whole set, and from a folder that holds one document
only, where the questions on other documents have no answer. The documents are divided into two halves: the weights fitted on
one are judged on the other and the other way round; the weights printed are fitted on all. The own
questions beside this script are always fitted to, and never judged on.
Needs numpy.
"""

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]

ANSWERED = 0.4
"""The threshold of the verdict `answered`; it stands in src/ranking/confidence.rs."""

OWN = 20
"""How often each of the own questions on the article that comes with the program counts: the sets
have none so short on a folder so small."""

EACH = 6
"""Questions asked of each document alone, and as many of others."""


def ask(program: str, knowledge: Path, questions: list) -> list:
    """Each question's evidence."""
    typed = "".join(" ".join(it["question"].split()) + "\n" for it in questions)
    command = [program, "ask", "--json", "--explain", "--knowledge", knowledge]
    run = subprocess.run(command, input=typed, capture_output=True, text=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(questions), run.stderr
    return [evidence(answer) for answer in answers]


def evidence(answer: dict) -> dict:
    """The parts of a confidence by meaning; nothing where none was compared."""
    explanation = answer.get("explanation") or {"by_meaning": False}
    parts = explanation["parts"] if explanation["by_meaning"] else []
    return {it["name"]: it["value"] for it in parts if it["name"] != "constant"}


def group(question) -> str:
    """All languages of a question, and all questions of a document, are in the same half."""
    relevant = question["relevant"]
    return relevant[0]["document"] if relevant else re.sub(r"-[a-z]+$", "", question["id"])


def half(name: str) -> int:
    return zlib.crc32(name.encode()) % 2


def whole(program: str, folder: Path, questions: list):
    """The questions asked of the whole set: their evidence, label and half."""
    for question, evidence in zip(questions, ask(program, folder / "knowledge", questions)):
        if evidence:
            yield evidence, bool(question["relevant"]), half(group(question))


def alone(program: str, folder: Path, questions: list):
    """The same of single documents, each asked its own questions and as many of others."""
    chance = random.Random(1)
    by_document = {}
    for question in questions:
        if question["relevant"]:
            by_document.setdefault(group(question), []).append(question)
    for document, own in sorted(by_document.items()):
        own = chance.sample(own, min(len(own), EACH))
        same_half = [it for it in questions if half(group(it)) == half(document) and group(it) != document]
        asked = own + chance.sample(same_half, len(own))
        with tempfile.TemporaryDirectory() as knowledge:
            shutil.copy(folder / "knowledge" / document, knowledge)
            answers = ask(program, Path(knowledge), asked)
        for number, evidence in enumerate(answers):
            if evidence:
                yield evidence, number < len(own), half(document)


def questions_of(folder: Path) -> list:
    """The labelled questions of a set."""
    lines = (folder / "questions.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def read(program: str, folder: Path):
    """Two sets of rows of evidence, with labels and halves."""
    questions = questions_of(folder)
    for name, way in (("", whole), (", one document", alone)):
        rows = list(way(program, folder, questions))
        yield (folder.name + name, np.array([list(it[0].values()) for it in rows]),
               np.array([it[1] for it in rows], float), np.array([it[2] for it in rows]), list(rows[0][0]))


def fit(rows, labels, counts, penalty=1.0):
    """Weights and constant of a logistic regression, by Newton's method; `counts` weighs the rows."""
    mean, scale = rows.mean(0), rows.std(0) + 1e-9
    x = np.c_[(rows - mean) / scale, np.ones(len(rows))]
    ridge = np.eye(x.shape[1]) * penalty
    ridge[-1, -1] = 0
    weights = np.zeros(x.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = x.T @ (x * (counts * p * (1 - p))[:, None]) + ridge
        step = np.linalg.solve(hessian, x.T @ (counts * (p - labels)) + ridge @ weights)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    scaled = weights[:-1] / scale
    return scaled, weights[-1] - scaled @ mean


def auroc(yes, no):
    """The share of pairs in the right order; ties count half."""
    return ((yes[:, None] > no).mean() + (yes[:, None] == no).mean() * 0.5)


def main() -> None:
    program, folders = sys.argv[1], [Path(name) for name in sys.argv[2:]]
    sets = [one for folder in folders for one in read(program, folder)]
    own = list(whole(program, ROOT, questions_of(Path(__file__).parent)))
    own_rows = np.array([list(it[0].values()) for it in own])
    own_labels = np.array([it[1] for it in own], float)

    def fitted(half_of_sets):
        """On one half of the sets, or all where none is named; on all of the own questions."""
        parts = [(own_rows, own_labels, np.full(len(own), OWN))]
        for _, rows, labels, halves, _ in sets:
            chosen = halves == half_of_sets if half_of_sets is not None else halves >= 0
            parts.append((rows[chosen], labels[chosen], np.ones(chosen.sum())))
        return fit(*(np.concatenate(part) for part in zip(*parts)))

    by_half = [fitted(0), fitted(1)]
    for name, rows, labels, halves, _ in sets:
        figures = []
        for one, (weights, constant) in enumerate(by_half):
            judged = halves != one
            confidence = 1 / (1 + np.exp(-(rows[judged] @ weights + constant)))
            yes, no = confidence[labels[judged] == 1], confidence[labels[judged] == 0]
            figures.append([auroc(yes, no), (yes > np.percentile(no, 95)).mean(),
                            (yes >= ANSWERED).mean(), (no >= ANSWERED).mean()])
        mean = np.mean(figures, 0)
        print(f"{name}: other half: auroc {mean[0]:.3f} kept@5%false {mean[1]:.3f} "
              f"answered {mean[2]:.3f} false_answers {mean[3]:.3f}")
    weights, constant = fitted(None)
    for name, weight in zip(sets[0][4], weights):
        print(f"{name:>16} {weight:8.2f}")
    print(f"{'constant':>16} {constant:8.2f}")


if __name__ == "__main__":
    main()
