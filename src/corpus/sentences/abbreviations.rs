//! *Abbreviations* end with a full stop that ends no sentence.

use crate::language::Language;

/// Code; abbreviations before a name or any word; abbreviations before a number. Lower-case,
/// without the last full stop.
type Row = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

/// Abbreviations longer than this many characters are not looked for.
const LONGEST: usize = 24;

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // For every language.
    ("", &["dr", "prof", "st", "cf", "e.g", "i.e", "vs", "ca", "approx"],
         &["no", "nr", "n", "vol", "p", "pp", "fig", "art", "chap", "cap", "sec", "ch"]),
    ("en", &["mr", "mrs", "ms", "messrs", "gen", "col", "capt", "lt", "sgt", "sen", "rep", "gov",
             "rev", "hon", "mt", "ft", "e. g", "i. e", "viz"],
           &["nos", "eq", "figs", "vols"]),
    ("fr", &["m", "mm", "mme", "mmes", "mlle", "mlles", "me", "pr", "ste", "mgr", "p. ex", "par ex",
             "c.-à-d", "env", "boul", "av"],
           &["nos", "t", "al", "éd"]),
    ("de", &["hr", "fr", "z. b", "z.b", "d. h", "d.h", "u. a", "u.a", "bzw", "vgl", "sog", "evtl",
             "ggf", "inkl", "dipl", "ing", "geb", "gest", "str", "i. d. r", "v. a", "o. ä", "s. o"],
           &["bd", "s", "abs", "kap", "abb", "aufl", "mio", "tel"]),
    ("es", &["sr", "sra", "srta", "sres", "dra", "ud", "uds", "d", "dña", "p. ej", "ee. uu", "av",
             "gral", "lic", "ing", "sto", "sta"],
           &["núm", "pág", "págs", "núms"]),
    ("it", &["sig", "sig.ra", "sigg", "dott", "dott.ssa", "avv", "ing", "on", "arch", "p. es",
             "p.es", "ecc.mo", "s"],
           &["pag", "pagg", "artt"]),
    ("pt", &["sr", "sra", "srs", "dra", "profa", "eng", "exmo", "av", "p. ex", "d"],
           &["núm", "pág", "págs"]),
    ("nl", &["dhr", "mevr", "mr", "drs", "ir", "ing", "bijv", "d.w.z", "o.a", "m.b.t", "resp",
             "z.g"],
           &["blz", "hfst"]),
];

/// Languages that write the ordinal number with a full stop.
const WITH_ORDINALS: &[&str] = &[
    "cs", "da", "de", "et", "fi", "hr", "hu", "no", "sk", "sl", "sr", "tr",
];

/// Whether the full stop at the end of `sentence` belongs to an abbreviation, an initial or an
/// ordinal, `next` being the word that follows.
pub(super) fn ends_with_one(sentence: &str, next: &str, language: Language) -> bool {
    let Some(text) = sentence.trim_end().strip_suffix('.') else {
        return false;
    };
    let from = text.char_indices().rev().take(LONGEST).last();
    let tail = text[from.map_or(0, |(at, _)| at)..].to_lowercase();
    let rows = || {
        ROWS.iter().filter(|(code, ..)| {
            code.is_empty() || *code == language.code() || language == Language::UNKNOWN
        })
    };
    let is_number = next.starts_with(char::is_numeric) || is_roman(next);
    if rows().any(|(_, words, numbers)| {
        words.iter().any(|it| ends_with_word(&tail, it))
            || is_number && numbers.iter().any(|it| ends_with_word(&tail, it))
    }) {
        return true;
    }
    // What follows an initial or an ordinal is a name; a little word starts a new sentence.
    let starts_sentence = language.has_function_word(&next.to_lowercase()) && next.len() > 1;
    !next.is_empty() && !starts_sentence && (is_initial(text) || is_ordinal(text, language))
}

/// Whether `text` ends with `word`, and not only as the end of a longer word.
fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|before| {
        !before.ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '-')
    })
}

/// Whether `text` ends with one letter, as in `J. R. R` and `U.S`.
fn is_initial(text: &str) -> bool {
    let mut letters = text.chars().rev();
    let is_letter = letters
        .next()
        .is_some_and(|c| c.is_alphabetic() && has_case(c));
    let before = letters.next();
    is_letter && !before.is_some_and(|c| c.is_alphanumeric() || c == '\'' || c == '’')
}

fn has_case(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase()
}

/// Whether `text` ends with a number of one or two digits in a language that writes ordinals so.
fn is_ordinal(text: &str, language: Language) -> bool {
    let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let before = &text[..text.len() - digits];
    (1..=2).contains(&digits)
        && !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '.'))
        && WITH_ORDINALS.contains(&language.code())
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| "IVXLCDM".contains(c))
}
