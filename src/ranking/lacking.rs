//! What a passage *lacks* that the question asks for: without an e-mail address it does not answer what the
//! address is, and without a number it does not answer how many.

use unicode_segmentation::UnicodeSegmentation;

use crate::corpus::Document;
use crate::language::Language;
use crate::language::lexicon::{self, FOLDED, UNSPACED};
use crate::language::normalise::folded;
use crate::passage::Passage;
use crate::question::{AnswerType, Contact};

/// Whether a passage, its headings included, has nothing of the kind that is asked for.
pub(super) fn lacks(
    question: &str,
    kind: Option<AnswerType>,
    document: &Document,
    passage: &Passage,
) -> bool {
    let mut texts = passage
        .headings
        .iter()
        .map(String::as_str)
        .chain([document.slice(passage)]);
    match Contact::asked_for(question) {
        Some(contact) => !texts.any(|text| contact.is_in(text)),
        None if kind == Some(AnswerType::HowMany) => {
            !texts.any(|text| counts(document.language, text))
        }
        None => false,
    }
}

/// Whether anything in a text can say how many or how much; always, where the language's words for
/// numbers are not known.
fn counts(language: Language, text: &str) -> bool {
    let of_language = lexicon::of(language).map(|data| &data.lexicon.quantities);
    let quantities = &FOLDED.quantities;
    let numerals = &UNSPACED.quantities.numerals;
    text.contains(char::is_numeric)
        || numerals.iter().any(|numeral| text.contains(numeral))
        || of_language.is_none_or(|words| words.numbers.is_empty())
        || text.unicode_words().any(|word| {
            let word = folded(word);
            quantities.numbers.contains(&word) || quantities.none.contains(&word)
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
            let found = lacks(question, AnswerType::of(question), &document, passage);
            assert_eq!(found, expected, "{question} {text}");
        }
    }
}
