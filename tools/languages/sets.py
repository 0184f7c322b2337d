#!/usr/bin/env python3
"""Makes a folder to evaluate for each language out of labelled paragraphs of many.

usage: sets.py PASSAGES QUESTIONS OUT [PREFIX]

PASSAGES and QUESTIONS are JSON lines, gzipped or not: `{"id", "lang", "document", "title", "text"}`, and
`{"set", "lang", "question", "passage", "answer": [start, text]}`, where `passage` is the id of the one that
answers. Only documents whose name begins with PREFIX are taken. Every fourth paragraph of a document is left
out, so that some questions on its subject have no answer. OUT gets a folder with `knowledge/` and
`questions.jsonl` for each language, as `verbatim eval --knowledge` takes them; at most 200 questions each.
"""

import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path

MOST = 200


def lines(path: str):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def main() -> None:
    passages, questions, out, prefix = *sys.argv[1:4], "".join(sys.argv[4:5])
    documents = defaultdict(lambda: defaultdict(list))
    for passage in lines(passages):
        if passage["document"].startswith(prefix):
            documents[passage["lang"]][passage["document"]].append(passage)
    places = {}
    for language, named in documents.items():
        folder = Path(out) / language / "knowledge"
        folder.mkdir(parents=True, exist_ok=True)
        for number, (_, paragraphs) in enumerate(sorted(named.items())):
            title = paragraphs[0]["title"] or paragraphs[0]["document"].partition(":")[2]
            name, kept = f"{number:03}.md", []
            for at, paragraph in enumerate(paragraphs):
                places[paragraph["id"]] = None
                if at % 4 != 3:
                    kept.append(" ".join(paragraph["text"].split()))
                    places[paragraph["id"]] = {"document": name, "paragraph": len(kept)}
            text = "\n\n".join([f"---\ntitle: {json.dumps(title)}\n---", *kept])
            (folder / name).write_text(text + "\n", encoding="utf-8")
    asked = defaultdict(list)
    for question in lines(questions):
        if question["passage"] in places:
            asked[question["lang"]].append(question)
    for language, all_asked in asked.items():
        step = max(1, len(all_asked) // MOST)
        with open(Path(out) / language / "questions.jsonl", "w", encoding="utf-8") as file:
            for number, question in enumerate(all_asked[::step][:MOST]):
                place = places[question["passage"]]
                row = {"id": str(number), "lang": language, "question": question["question"],
                       "relevant": [place] if place else [],
                       "answer": question["answer"][1] if place else None}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
