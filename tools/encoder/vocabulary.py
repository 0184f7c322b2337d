"""Chooses which pieces to keep, by how often each is met in the languages to be served.

`wordfreq` says how often a word occurs in a language. Cutting the words into pieces, and adding
up, says how often a piece does. A piece's worth is the sum over the languages; the worthiest are
kept until the room is full. So what is lost is the least possible share of all pieces met.

The lists are in lower case and cut at apostrophes and hyphens, without numbers and signs; those of
some languages are short. So every word is also counted with capitals and behind another character,
and the model's own frequencies count too: little for pieces of scripts that many languages share,
much for pieces of scripts that only served languages use.

Single characters of the scripts in use are always kept: whatever else is not, a word falls apart
into pieces that are, and never into the unknown.
"""

import unicodedata

import numpy as np
import wordfreq

import tokenizer

LANGUAGES = {
    # The languages to be served as well as with the whole vocabulary.
    **dict.fromkeys("fr en".split(), 1.5),
    **dict.fromkeys("es de it pt ko zh ja nl pl ru uk tr ar vi id hi".split(), 1.0),
    # More, as room allows.
    **dict.fromkeys("ca cs da el fa fi he hu nb ro sk sv".split(), 0.3),
    **dict.fromkeys("bg bn fil lt lv ms sh sl ta ur".split(), 0.15),
}
"""What a piece's frequency in a language counts for."""

RARE = 1e-7
"""Words less frequent than this are left out: they are many and change little."""

CAPITALISED, CAPITALS, INSIDE = 0.5, 0.05, 0.1
"""What a word counts for as `Word`, as `WORD`, and without a space before; 1 as it is listed."""

NOUNS_CAPITALISED = {"de"}
"""Languages that write every noun with a capital: there it counts for 1."""

UNSPACED = {"zh", "ja", "ko"}
"""Languages whose listed words mostly stand without a space before: there it counts for 1."""

SCRIPTS = {
    "LATIN": 1, "CYRILLIC": 1, "ARABIC": 1, "BENGALI": 1, "TAMIL": 1, "DEVANAGARI": 3, "GREEK": 3,
    "HEBREW": 3, "THAI": 10, "CJK": 10, "HIRAGANA": 10, "KATAKANA": 10, "HANGUL": 100,
}
"""The scripts in use, and what a piece's frequency in the model itself counts for.

Most for Korean, whose words are listed by their parts and not as they are written.
"""

SIGNS = 5
"""The same for pieces without letters: numbers, punctuation."""

OTHER_NAMES = {"KATAKANA-HIRAGANA": "KATAKANA", "IDEOGRAPHIC": "CJK"}


def choose(model, room: int) -> list[int]:
    """The ids of the pieces to keep, ascending, so that what is written of them fits in `room`."""
    own = np.array([own_weight(piece) for piece in model.pieces])
    worth = np.exp(model.scores.astype(np.float64)) * own
    reference = tokenizer.processor(model, list(range(len(model.pieces))))
    starts = np.array([piece.startswith("▁") for piece in model.pieces])
    for language, weight in LANGUAGES.items():
        worth += weight * frequencies(reference, starts, language)

    single = np.array([len(piece) == 1 for piece in model.pieces])
    worth[single & (own > 0)] = np.inf
    worth[: len(tokenizer.SPECIALS)] = np.inf
    worth[model.pieces.index("<mask>")] = 0

    best = np.argsort(-worth, kind="stable")
    best = best[worth[best] > 0]
    row = len(model.embeddings([0])) + len("\n") + model.scores.itemsize
    sizes = np.array([row + len(piece.encode()) for piece in model.pieces])
    count = np.searchsorted(np.cumsum(sizes[best]), room, side="right")
    return sorted(best[:count].tolist())


def own_weight(piece: str) -> float:
    """What the model's own frequency of a piece counts for; 0 for a script not in use."""
    weights = [weight for character in piece if (weight := script_weight(character)) is not None]
    return min(weights, default=SIGNS)


def script_weight(character: str) -> float | None:
    """The weight of a character's script; none where a character belongs to every script."""
    if not unicodedata.category(character).startswith(("L", "M")):
        return None
    script = unicodedata.name(character, "").split(" ")[0]
    if script in {"COMBINING", "MODIFIER", "VARIATION"}:
        return None
    return SCRIPTS.get(OTHER_NAMES.get(script, script), 0)


def frequencies(reference, starts: np.ndarray, language: str) -> np.ndarray:
    """Each piece's share of all pieces in the language's words."""
    listed = wordfreq.get_frequency_dict(language, wordlist="best")
    words = sorted(word for word, share in listed.items() if share >= RARE)
    shares = np.array([listed[word] for word in words])
    counts = np.zeros(len(starts))

    def count(forms: list[str], shares: np.ndarray, inside: bool = False) -> None:
        cut = reference.encode(["一" + form for form in forms] if inside else forms)
        if inside:
            cut = [ids[1:] for ids in cut]
        pieces = np.concatenate([np.array(ids, np.int64) for ids in cut])
        weights = np.repeat(shares, [len(ids) for ids in cut])
        if inside:
            weights = weights * ~starts[pieces]
        np.add.at(counts, pieces, weights)

    count(words, shares)
    count(words, shares * (1.0 if language in UNSPACED else INSIDE), inside=True)
    if any(word != word.upper() for word in words[len(words) // 2 :][:100]):
        capitalised = 1.0 if language in NOUNS_CAPITALISED else CAPITALISED
        count([word[:1].upper() + word[1:] for word in words], shares * capitalised)
        count([word.upper() for word in words], shares * CAPITALS)
    return counts / counts.sum()
