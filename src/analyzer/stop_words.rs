//! *Stop words*: words that every text of a language has, and the words that only ask.
//!
//! The lists are those of NLTK, as the crate `stop-words` carries them. They were made for texts,
//! so some words that questions are made of are missing from them and added here.

use crate::language::Language;

/// The stop words of `language`, accents and all; none for a language without a list.
pub(super) fn of(language: Language) -> impl Iterator<Item = &'static str> {
    let asking = match language.code() {
        "de" => "wer wen wem wessen wann warum wieso weshalb woher wohin wieviel",
        "es" => "cuál cuáles quiénes cuánto cuánta cuántos cuántas dónde cuándo cómo",
        "fr" => {
            "a où quand comment pourquoi combien quoi quel quelle quels quelles lequel laquelle \
             lesquels lesquelles ceci cela ça cet cette celui celle ceux celles si dont \
             jusqu lorsqu puisqu quoiqu presqu quelqu dire dit disent"
        }
        "it" => "quando cosa quale quali quanto quanta quanti quante",
        "nl" => "wie wat waar wanneer waarom hoe welke welk hoeveel",
        "pt" => "quem onde quando quanto quanta quantos quantas qual quais porquê",
        _ => "",
    };
    stop_words::lookup(language.code())
        .unwrap_or_default()
        .iter()
        .copied()
        .chain(asking.split_whitespace())
}
