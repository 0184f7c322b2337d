//! *Stop words*: words that every text of a language has, and the words that only ask.
//!
//! The lists are those of NLTK, as the crate `stop-words` carries them. They were made for texts,
//! so some words that questions are made of are missing from them and added here.

use crate::language::Language;

/// The stop words of `language`, accents and all; none for a language without a list.
pub(super) fn of(language: Language) -> impl Iterator<Item = &'static str> {
    let asking = match language.code() {
        "en" => "say says said tell many much",
        "de" => "wer wen wem wessen wann warum wieso weshalb woher wohin wieviel",
        "es" => "cuál cuáles quiénes cuánto cuánta cuántos cuántas dónde cuándo cómo",
        "fr" => {
            "a où quand comment pourquoi combien quoi quel quelle quels quelles lequel laquelle \
             lesquels lesquelles ceci cela ça cet cette celui celle ceux celles si dont \
             jusqu lorsqu puisqu quoiqu presqu quelqu dire dit disent \
             faire fait font veut veulent peut peuvent"
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

/// The words of scripts without spaces that only ask or join, the longer ones first; nothing in
/// them is looked up.
pub(super) fn dividers(language: Language) -> &'static [&'static str] {
    match language.code() {
        "ja" => &[
            "でしょうか",
            "について",
            "ですか",
            "ますか",
            "どこ",
            "だれ",
            "いつ",
            "なぜ",
            "どの",
            "です",
            "ます",
            "は",
            "が",
            "を",
            "の",
            "誰",
            "何",
        ],
        "ko" => &[
            "무엇입니까",
            "어디입니까",
            "누구입니까",
            "언제입니까",
            "입니까",
            "습니까",
            "인가요",
            "어떻게",
            "얼마나",
            "무엇",
            "어디",
            "누구",
            "누가",
            "언제",
            "어느",
            "무슨",
        ],
        "zh" => &[
            "为什么",
            "為什麼",
            "什么",
            "什麼",
            "哪里",
            "哪裡",
            "怎么",
            "怎麼",
            "多少",
            "哪个",
            "谁",
            "誰",
            "吗",
            "嗎",
            "呢",
            "的",
            "是",
            "了",
        ],
        _ => &[],
    }
}
