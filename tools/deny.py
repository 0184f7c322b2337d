"""Checks licences, bans and sources by deny.toml, where cargo-deny is not installed.

    python3 tools/deny.py

It reads the same file and what cargo knows of the locked crates, and takes a second where building
cargo-deny takes minutes. Advisories need cargo-deny: `cargo deny check`.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
CRATES_IO = "registry+https://github.com/rust-lang/crates.io-index"


def allows(expression, allowed):
    """Whether an SPDX expression can be met with the allowed licences."""
    tokens = re.findall(r"\(|\)|[^\s()/]+|/", expression)
    words = {"OR": "or", "/": "or", "AND": "and", "(": "(", ")": ")"}
    result, skip = [], False
    for token in tokens:
        if skip or token == "WITH":
            # An exception only permits more than the licence before it does.
            skip = token == "WITH"
        else:
            result.append(words.get(token, str(token in allowed)))
    return eval(" ".join(result))  # of True, False, and, or and brackets only


def problems(packages, rules):
    allowed = set(rules["licenses"]["allow"])
    banned = {entry["crate"] for entry in rules["bans"].get("deny", [])}
    for package in packages:
        name = f"{package['name']} {package['version']}"
        if not allows(package["license"] or "none", allowed):
            yield f"{name}: the licence is {package['license']}"
        if package["name"] in banned:
            yield f"{name}: is banned"
        if package["source"] not in (None, CRATES_IO):
            yield f"{name}: comes from {package['source']}"
        if package["source"] is None:
            for dependency in package["dependencies"]:
                if dependency["req"] == "*":
                    yield f"{name}: takes any version of {dependency['name']}"


def main():
    rules = tomllib.loads((ROOT / "deny.toml").read_text())
    command = ["cargo", "metadata", "--locked", "--format-version=1", "--all-features"]
    metadata = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    packages = json.loads(metadata)["packages"]
    found = list(problems(packages, rules))
    for problem in found:
        print(problem, file=sys.stderr)
    print(f"{len(packages)} crates, {len(found)} problems with licences, bans or sources")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
