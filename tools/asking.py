"""Sets of labelled questions, and what the program answers to them."""

import json
import os
import subprocess
import tempfile
from pathlib import Path


def folders(names: list):
    """The folders with questions, each with the set it is of."""
    for name in map(Path, names):
        if (name / "questions.jsonl").is_file():
            yield name.name, name
        else:
            for questions in sorted(name.glob("*/questions.jsonl")):
                yield name.name, questions.parent


def ask(program: str, knowledge: Path, questions: list) -> list:
    """What the program answers to each question."""
    typed = "".join(" ".join(it["question"].split()) + "\n" for it in questions)
    command = [program, "ask", "--json", "--explain", "--top", "1", "--knowledge", knowledge]
    with tempfile.TemporaryDirectory() as data:
        run = subprocess.run(command, input=typed, capture_output=True, text=True,
                             env={**os.environ, "DATA_DIR": data})
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(questions), run.stderr
    return answers
