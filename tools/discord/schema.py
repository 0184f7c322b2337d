"""Cuts what the tests need out of Discord's published description of its API.

    python3 tools/discord/schema.py OPENAPI_JSON > tests/it/fake_discord/schema.json

OPENAPI_JSON is `specs/openapi.json` of the repository discord/discord-api-spec (MIT licence). The
routes are those that `tests/it/fake_discord/routes.rs` lists.
"""

import json
import re
import sys
from pathlib import Path

ROUTES = Path(__file__).parents[2] / "tests/it/fake_discord/routes.rs"
BASE = "/api/v10"
TEXTS = {"description", "title", "summary", "operationId", "tags", "security", "x-enum-descriptions"}


def references(value):
    """Every component that a schema refers to."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner
            else:
                yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def bare(value, of_properties=False):
    """A schema without its texts; a property may be called as a text is."""
    if isinstance(value, dict):
        return {
            key: bare(inner, key == "properties")
            for key, inner in value.items()
            if of_properties or key not in TEXTS
        }
    if isinstance(value, list):
        return [bare(inner) for inner in value]
    return value


def main():
    whole = json.loads(Path(sys.argv[1]).read_text())
    routes = set(re.findall(r'"(/[^"]*)"', ROUTES.read_text())) - {BASE}
    missing = routes - set(whole["paths"])
    if missing:
        sys.exit(f"not in the description: {sorted(missing)}")
    paths = bare({route: whole["paths"][route] for route in sorted(routes)}, True)
    components, waiting = {}, set(references(paths))
    while waiting:
        reference = waiting.pop()
        kind, name = reference.removeprefix("#/components/").split("/")
        inner = bare(whole["components"][kind][name])
        components.setdefault(kind, {})[name] = inner
        known = {f"#/components/{kind}/{name}" for kind in components for name in components[kind]}
        waiting |= set(references(inner)) - known
    result = {
        "info": {key: whole["info"][key] for key in ("title", "version", "license")},
        "paths": paths,
        "components": components,
    }
    json.dump(result, sys.stdout, sort_keys=True, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
