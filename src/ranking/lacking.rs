//! What a passage *lacks* that the question asks for: without an e-mail address it does not answer what the
//! address is, and without a number it does not answer how many.

use unicode_segmentation::UnicodeSegmentation;

use super::span::NUMBER_WORDS;
use crate::analyzer::folded;
use crate::corpus::Document;
use crate::language::Language;
use crate::passage::Passage;
use crate::question::{Contact, Kind};

/// What answers how many or how much without a number, folded.
const NO_NUMBERS: &str = "no none free unlimited half every \
    aucun aucune gratuit gratuite gratuits gratuites illimite moitie chaque \
    kein keine keinen kostenlos gratis unbegrenzt halb halbe jede jeden \
    ningun ninguna gratuito ilimitado mitad cada \
    nessun nessuna gratuita illimitato meta ogni \
    nenhum nenhuma metade geen helft ingen inga нет бесплатно";

/// The languages whose words for numbers are known.
const LANGUAGES: [&str; 9] = ["en", "fr", "de", "es", "it", "pt", "nl", "sv", "ru"];

/// Numbers of Chinese and Japanese.
const NUMERALS: &str = "一二三四五六七八九十百千万萬億亿两兩半";

/// Whether a passage, its headings included, has nothing of the kind that is asked for.
pub(super) fn lacks(
    question: &str,
    kind: Option<Kind>,
    document: &Document,
    passage: &Passage,
) -> bool {
    let headings = passage.headings.iter().map(String::as_str);
    let mut texts = headings.chain([document.slice(passage)]);
    match Contact::asked_for(question) {
        Some(contact) => !texts.any(|text| contact.is_in(text)),
        None if kind == Some(Kind::HowMany) => !texts.any(|text| counts(document.language, text)),
        None => false,
    }
}

/// Whether anything in a text can say how many or how much; always, where the language's words for
/// numbers are not known.
fn counts(language: Language, text: &str) -> bool {
    let is_digit = |c: char| c.is_numeric() || NUMERALS.contains(c);
    text.contains(is_digit)
        || !LANGUAGES.contains(&language.code())
        || text.unicode_words().any(|word| {
            let word = folded(word);
            let words = NUMBER_WORDS.split_whitespace();
            let mut known = words.chain(NO_NUMBERS.split_whitespace());
            known.any(|known| known == word)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::parse;

    #[test]
    fn a_passage_without_what_is_asked_for_lacks_it() {
        for (question, text, expected) in [
            (
                "How many boats are there?",
                "The club has some boats in the old shed by the river.",
                true,
            ),
            (
                "How many boats are there?",
                "The club has twelve boats in the old shed by the river.",
                false,
            ),
            (
                "How much is the rent?",
                "The rent of the shed is free for all members of the club.",
                false,
            ),
            (
                "How much is the rent?",
                "The rent of the shed is £12 for all members of the club.",
                false,
            ),
            (
                "Combien de bateaux avez-vous ?",
                "Nous avons une remise près de la rivière pour nos bateaux.",
                true,
            ),
            (
                "Ile kosztuje wynajem?",
                "Wynajem hali jest dla członków klubu, a także dla gości.",
                false,
            ),
            (
                "what is Ann's email",
                "Ann Marsh keeps the keys of the shed and of the boats.",
                true,
            ),
            (
                "what is Ann's email",
                "Ann Marsh keeps the keys of the shed: ann@club.example",
                false,
            ),
            (
                "who keeps the keys?",
                "Ann Marsh keeps the keys of the shed and of the boats.",
                false,
            ),
        ] {
            let (document, _) = parse("a.md", text.as_bytes());
            let document = document.expect("a document");
            let passage = &document.passages[0];
            let found = lacks(question, Kind::of(question), &document, passage);
            assert_eq!(found, expected, "{question} {text}");
        }
    }
}
