//! *Likeness* of two terms by their letters: one may be the other misspelt, in another form, or in
//! another language.

use strsim::damerau_levenshtein;

/// A word of fewer characters is alike to itself only: one letter makes another word of it.
const SHORT: usize = 4;

/// A part of a compound counts only with so many characters: shorter ones stand in unrelated words.
const PART: usize = 5;

/// Words that begin with the same characters, at least so many, are often of one stem.
const STEM: usize = 5;

/// These characters must also be at least this share of the shorter word, as numerator and
/// denominator.
const STEM_SHARE: [usize; 2] = [2, 3];

/// Whether two folded terms are alike.
pub(super) fn is_like(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (long, short) = (one.chars().count(), other.chars().count());
    let (long, short) = (long.max(short), long.min(short));
    if short < SHORT {
        return false;
    }
    if short >= PART && (one.contains(other) || other.contains(one)) {
        return true;
    }
    let begun = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let [share, of] = STEM_SHARE;
    if begun >= STEM && begun * of >= short * share {
        return true;
    }
    let wrong = if short < 7 { 1 } else { 2 };
    long - short <= wrong && damerau_levenshtein(one, other) <= wrong
}

#[cfg(test)]
mod tests {
    use super::is_like;

    #[test]
    fn terms_are_alike_by_their_letters() {
        for (one, other, expected) in [
            ("tokyo", "tokyo", true),
            ("tokio", "tokyo", true),
            ("regulators", "regulateurs", true),
            ("bundeskanzler", "kanzler", true),
            ("organisation", "organization", true),
            ("mitgliedsbeitrag", "beitrag", true),
            ("наполеон", "наполеона", true),
            ("openai", "open", false),
            ("teh", "the", false),
            ("ceo", "geo", false),
            ("dragon", "wagon", false),
            ("paris", "berlin", false),
            ("", "", true),
            ("", "word", false),
        ] {
            assert_eq!(is_like(one, other), expected, "{one} {other}");
            assert_eq!(is_like(other, one), expected, "{other} {one}");
        }
    }
}
