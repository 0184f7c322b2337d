#!/usr/bin/env python3
"""Fits the confidence to labelled questions, and says how it does on those it was not fitted to.

usage: fit.py VERBATIM SET...

A SET is a folder with `knowledge/` and `questions.jsonl`, labelled by paragraph or by text, or a folder
of such. Each question's evidence comes from `VERBATIM ask --json --explain`; it counts as right where
the first quote is. The documents of a set, or the folders of one, are divided into two halves: the
weights fitted on one are judged on the other and the other way round; the weights printed are fitted on
all. The own questions beside this script are always fitted to, and never judged on.
Needs numpy.
"""

import json
import sys
import unicodedata
import zlib
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from asking import ask, folders

ROOT = Path(__file__).parents[2]

ANSWERED = 0.65
"""The threshold of the verdict `answered`; it stands in src/ranking/confidence.rs."""

OWN = 8
"""How often each of the own questions on the article that comes with the program counts."""

COMMUNITY = 4
"""How often each question labelled by text counts: there are fewest of them, and they are most like
what members ask."""

NOT_FITTED = ("constant", "named_unknown", "nothing_known", "lacking", "missing")


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_right(question: dict, answer: dict) -> bool:
    """Whether the first quote is a right one."""
    for quote in answer["quotes"][:1]:
        for label in question.get("answers", []):
            if quote["document"] == label["document"] and folded(label["text"]) in folded(quote["text"]):
                return True
        for label in question.get("relevant", []):
            paragraphs = range(quote["paragraph"], quote["last_paragraph"] + 1)
            if quote["document"] == label["document"] and label["paragraph"] in paragraphs:
                return True
    return False


def half(question: dict, answer: dict, folder: Path) -> int:
    """Questions labelled by text are divided by folder, the others by the document of the answer."""
    if "relevant" not in question:
        return zlib.crc32(folder.name.encode()) % 2
    places = question["relevant"] or answer["quotes"][:1] or [{"document": ""}]
    return zlib.crc32(places[0]["document"].encode()) % 2


def rows(program: str, folder: Path):
    """For each question whose passages were judged: its evidence, whether the first is right, its kind
    and its half."""
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines]
    knowledge = folder / "knowledge" if (folder / "knowledge").is_dir() else ROOT / "knowledge"
    for question, answer in zip(questions, ask(program, knowledge, questions)):
        explanation = answer.get("explanation") or {}
        if not (explanation.get("by_meaning") and explanation["parts"]):
            continue
        parts = {it["name"]: it["value"] for it in explanation["parts"]}
        evidence = {name: value for name, value in parts.items() if name not in NOT_FITTED}
        kind = question.get("kind") or ("answerable" if question["relevant"] else "other")
        yield evidence, is_right(question, answer), kind, half(question, answer, folder)


def fit(evidence, right, counts, penalty=3.0):
    """Weights and constant of a logistic regression, by Newton's method; `counts` weighs the rows."""
    mean, scale = evidence.mean(0), evidence.std(0) + 1e-9
    x = np.c_[(evidence - mean) / scale, np.ones(len(evidence))]
    ridge = np.eye(x.shape[1]) * penalty
    ridge[-1, -1] = 0
    weights = np.zeros(x.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = x.T @ (x * (counts * p * (1 - p))[:, None]) + ridge
        step = np.linalg.solve(hessian, x.T @ (counts * (p - right)) + ridge @ weights)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    scaled = weights[:-1] / scale
    return scaled, weights[-1] - scaled @ mean


def auroc(yes, no):
    """The share of pairs in the right order; ties count half."""
    return (yes[:, None] > no).mean() + (yes[:, None] == no).mean() * 0.5


def calibration_error(confidence, right):
    """The mean distance of what is promised from what is kept, over ten bins."""
    bins = np.minimum((confidence * 10).astype(int), 9)
    shares = [(bins == at).mean() * abs(confidence[bins == at].mean() - right[bins == at].mean())
              for at in range(10) if (bins == at).any()]
    return sum(shares)


def judge(name, confidence, right, kinds):
    """One line of figures for a set."""
    kept = confidence[right & (kinds == "answerable")]
    answered = confidence >= ANSWERED
    is_answerable = kinds == "answerable"
    line = (f"{name}: answered {(answered & right)[is_answerable].mean():.3f} "
            f"wrong {(answered & ~right)[is_answerable].mean():.3f} "
            f"calibration error {calibration_error(confidence, right):.3f}")
    for kind in sorted(set(kinds) - {"answerable"}):
        others = kinds == kind
        line += (f"; {kind}: auroc {auroc(kept, confidence[others]):.3f} "
                 f"answered {answered[others].mean():.3f}")
    print(line)


def main() -> None:
    program, sets = sys.argv[1], {}
    for name, folder in folders(sys.argv[2:]):
        sets.setdefault(name, []).extend(rows(program, folder))
    own = list(rows(program, Path(__file__).parent))
    names = list(own[0][0])

    def arrays(of):
        return (np.array([list(it[0].values()) for it in of]), np.array([it[1] for it in of]),
                np.array([it[2] for it in of]), np.array([it[3] for it in of]))

    sets = {name: arrays(of) for name, of in sets.items()}
    own_evidence, own_right, _, _ = arrays(own)

    def fitted(without):
        """On all but one half of the sets, and on all of the own questions."""
        parts = [(own_evidence, own_right, np.full(len(own), OWN))]
        for evidence, right, kinds, halves in sets.values():
            chosen = halves != without
            by_text = {"on-topic", "off-topic"} & set(kinds)
            counts = np.full(chosen.sum(), COMMUNITY if by_text else 1)
            parts.append((evidence[chosen], right[chosen], counts))
        return fit(*(np.concatenate(part) for part in zip(*parts)))

    by_half = [fitted(0), fitted(1)]
    for name, (evidence, right, kinds, halves) in sets.items():
        confidence = np.zeros(len(right))
        for without, (weights, constant) in enumerate(by_half):
            judged = halves == without
            confidence[judged] = 1 / (1 + np.exp(-(evidence[judged] @ weights + constant)))
        judge(name, confidence, right, kinds)
    weights, constant = fitted(None)
    for name, weight in zip(names, weights):
        print(f"{name:>16} {weight:8.2f}")
    print(f"{'constant':>16} {constant:8.2f}")


if __name__ == "__main__":
    main()
