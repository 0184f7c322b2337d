//! *Stop words*: words that every text of a language has, and the words that only ask.
//!
//! The lists are those of NLTK, else those of the collection "stopwords-iso", as the crate
//! `stop-words` carries them. They were made for texts, so some words that questions are made of are
//! missing from them and added here; and some list what a community is asked for, left out here.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::folded;
use crate::language::Language;

/// Those of all languages, folded.
static ALL: LazyLock<HashSet<(Language, String)>> = LazyLock::new(|| {
    let words = |language| of(language).map(move |word| (language, folded(word)));
    Language::all().into_iter().flat_map(words).collect()
});

/// Whether a word is a stop word of `language`; of any, where the language is unknown.
pub(super) fn has(language: Language, word: &str) -> bool {
    let word = folded(word);
    if language == Language::UNKNOWN {
        return ALL.iter().any(|(_, other)| *other == word);
    }
    ALL.contains(&(language, word))
}

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
        "ru" => {
            "кто кого кому кем сколько почему зачем отчего откуда куда какая какое какие каком \
             какую который которая которое которые где когда"
        }
        "uk" => {
            "хто кого кому ким скільки чому навіщо звідки куди де як яка яке які яку котрий котра \
             котре котрі на у в і та або"
        }
        _ => "",
    };
    let words = if PAIRED.contains(&language.code()) {
        None
    } else {
        stop_words::lookup(language.code())
    };
    words
        .unwrap_or_default()
        .iter()
        .copied()
        .filter(move |word| !is_content(language, word))
        .chain(asking.split_whitespace())
}

/// Whether a stop word is one only with its accents: in Vietnamese they make another word of it.
pub(super) fn need_accents(language: Language) -> bool {
    language.code() == "vi"
}

/// Languages whose words are divided into pairs of characters, and have their list below.
const PAIRED: [&str; 3] = ["ja", "ko", "th"];

/// Whether a word of a list says something: numbers, names of things, phrases of several words.
fn is_content(language: Language, word: &str) -> bool {
    let content = match language.code() {
        "cs" => {
            "clanek clanku clanky článek článku články design email zprava zpravy zprávy strana nový \
             nové nova novy nove první prvni večer hodně dnes den dni děkuji děkujeme děkovat \
             další dalsi dobrý nula jeden dva dvě tři čtyři pět šest sedm osm devět deset jedenáct \
             dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct dvacet sto sta \
             sté tisíc tisíce pozdě daleko blízko málo téma tema ahoj tipy napište napiste"
        }
        "pl" => {
            "dr godz hab inż mgr nr np pl prof ul vol www go lat roku dziś dzisiaj dwa dwaj dwie \
             dwoje jeden jedna jedno jednym pan pana pani o.o. ii iii iv ix vi vii viii xi xii xiii \
             xiv xv x nowe teraz kierunku dużo mało kilka"
        }
        "sk" => {
            "článok článku články email nový nové prvý prvá prvé dnes dva dve tri štyri päť šesť \
             sedem osem deväť desať jeden sto tisíc správy strana"
        }
        _ => "",
    };
    word.contains(' ') || content.split_whitespace().any(|it| it == word)
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
