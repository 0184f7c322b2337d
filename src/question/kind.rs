//! What *kind* of thing a question asks for, told by its question words in many languages.

/// Who, when, where or how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A person or a body.
    Who,
    /// A point or a span in time.
    When,
    /// A place.
    Where,
    /// A number.
    HowMany,
}

/// Phrases of languages that put blanks between words: whole words in a row, in lower case.
const PHRASES: [(Kind, &[&str]); 4] = [
    (
        Kind::When,
        &[
            "quand",
            "quelle année",
            "quelle date",
            "quelle époque",
            "quel jour",
            "quel mois",
            "quel siècle",
            "when",
            "what year",
            "which year",
            "what date",
            "which day",
            "what century",
            "cuándo",
            "cuando",
            "qué año",
            "qué fecha",
            "qué día",
            "qué siglo",
            "wann",
            "welchem jahr",
            "welches jahr",
            "welchem datum",
            "welchem jahrhundert",
            "quando",
            "quale anno",
            "che anno",
            "quale data",
            "que ano",
            "qual ano",
            "que data",
            "que dia",
            "wanneer",
            "welk jaar",
            "kiedy",
            "którym roku",
            "когда",
            "каком году",
            "коли",
            "якому році",
            "ne zaman",
            "hangi yıl",
            "hangi yılda",
            "متى",
            "أي عام",
            "khi nào",
            "năm nào",
            "kapan",
            "tahun berapa",
        ],
    ),
    (
        Kind::HowMany,
        &[
            "combien",
            "quel nombre",
            "quel pourcentage",
            "quel prix",
            "quelle altitude",
            "quelle superficie",
            "quelle distance",
            "quelle taille",
            "quelle hauteur",
            "quelle population",
            "quel âge",
            "quelle durée",
            "quelle longueur",
            "quel montant",
            "quelle proportion",
            "quelle valeur",
            "how many",
            "how much",
            "how long",
            "how old",
            "how tall",
            "how high",
            "how far",
            "how big",
            "how large",
            "what percentage",
            "what number",
            "cuánto",
            "cuánta",
            "cuántos",
            "cuántas",
            "cuanto",
            "cuantos",
            "cuantas",
            "qué porcentaje",
            "wie viel",
            "wie viele",
            "wieviel",
            "wieviele",
            "wie lange",
            "wie alt",
            "wie hoch",
            "wie groß",
            "wie weit",
            "quanto",
            "quanta",
            "quanti",
            "quante",
            "quantos",
            "quantas",
            "hoeveel",
            "hoe lang",
            "hoe oud",
            "hoe hoog",
            "ile osób",
            "ile ludzi",
            "ile lat",
            "ile dni",
            "ile razy",
            "ile procent",
            "ile jest",
            "ile było",
            "ile ma",
            "ile wynosi",
            "ile kosztuje",
            "ile trwa",
            "jak długo",
            "сколько",
            "скільки",
            "kaç",
            "ne kadar",
            "كم",
            "bao nhiêu",
            "berapa",
            "कितने",
            "कितना",
            "कितनी",
        ],
    ),
    (
        Kind::Who,
        &[
            "qui",
            "who",
            "whom",
            "whose",
            "quién",
            "quiénes",
            "quien",
            "wer",
            "wem",
            "wen",
            "chi",
            "quem",
            "wie heeft",
            "wie is",
            "wie was",
            "kto",
            "kogo",
            "кто",
            "хто",
            "kim",
            "kimdir",
            "من هو",
            "ai đã",
            "ai là",
            "ai có",
            "ai được",
            "ai đang",
            "là ai",
            "bởi ai",
            "siapa",
            "कौन",
            "किसने",
        ],
    ),
    (
        Kind::Where,
        &[
            "où",
            "quel pays",
            "quelle ville",
            "quel lieu",
            "quel endroit",
            "quelle région",
            "quelle commune",
            "where",
            "which city",
            "which country",
            "what city",
            "what country",
            "which town",
            "dónde",
            "donde",
            "qué país",
            "qué ciudad",
            "wo",
            "welchem land",
            "welcher stadt",
            "dove",
            "quale città",
            "quale paese",
            "onde",
            "que país",
            "que cidade",
            "waar",
            "welk land",
            "welke stad",
            "gdzie",
            "где",
            "де",
            "nerede",
            "nereye",
            "أين",
            "ở đâu",
            "di mana",
            "कहाँ",
        ],
    ),
];

/// Words of languages that put none: any part of the text.
const PARTS: [(Kind, &[&str]); 4] = [
    (
        Kind::When,
        &[
            "什么时候",
            "何时",
            "哪年",
            "哪一年",
            "几年",
            "いつ",
            "何年",
            "何月",
            "언제",
            "몇 년",
            "몇년",
        ],
    ),
    (
        Kind::HowMany,
        &[
            "多少",
            "几个",
            "多大",
            "多高",
            "多长",
            "多久",
            "いくつ",
            "いくら",
            "どのくらい",
            "何人",
            "何個",
            "얼마",
            "몇",
        ],
    ),
    (Kind::Who, &["谁", "誰", "だれ", "누가", "누구"]),
    (
        Kind::Where,
        &[
            "哪里",
            "哪儿",
            "何处",
            "在哪",
            "哪个国家",
            "哪个城市",
            "どこ",
            "어디",
            "어느 나라",
            "어느 도시",
        ],
    ),
];

impl Kind {
    /// The kind of a question, if one of the phrases is in it; of several, the first in the order
    /// when, how many, who, where.
    #[must_use]
    pub fn of(question: &str) -> Option<Self> {
        let lower = question.to_lowercase();
        in_unspaced(&lower).or_else(|| {
            let words = words(&lower);
            let spaced = format!(" {} ", words.join(" "));
            first(&PHRASES, |phrase| spaced.contains(&format!(" {phrase} ")))
        })
    }
}

/// The kind that a text in lower case asks for in a language that puts no blanks between words.
pub(super) fn in_unspaced(lower: &str) -> Option<Kind> {
    first(&PARTS, |part| lower.contains(part))
}

/// The kind that the first of some words ask for.
pub(super) fn at_start(words: &[&str]) -> Option<Kind> {
    let spaced = format!("{} ", words.join(" "));
    first(&PHRASES, |phrase| spaced.starts_with(&format!("{phrase} ")))
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

fn first(phrases: &[(Kind, &[&str])], is_there: impl Fn(&str) -> bool) -> Option<Kind> {
    let mut phrases = phrases.iter();
    let found = phrases.find(|(_, phrases)| phrases.iter().any(|phrase| is_there(phrase)));
    found.map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(question: &str, expected: Option<Kind>) {
        assert_eq!(Kind::of(question), expected, "{question}");
    }

    #[test]
    fn question_words_of_many_languages_tell_the_kind() {
        for question in [
            "Qui a lancé l'organisation ?",
            "WHO launched it",
            "¿Quién lo lanzó?",
            "Wer war das?",
            "Chi era?",
            "누가 그 기구를 출범시켰나요?",
            "谁创立了这个组织？",
            "Кто это сделал?",
            "Ai đã thành lập tổ chức?",
        ] {
            check(question, Some(Kind::Who));
        }
        for question in [
            "Quand est-ce arrivé ?",
            "En quelle année est-il né ?",
            "when was that",
            "Wann begann es?",
            "いつ始まりましたか",
            "언제 시작했나요?",
            "什么时候开始？",
        ] {
            check(question, Some(Kind::When));
        }
        for question in [
            "Combien ?",
            "how many people live there",
            "Wie viele sind es?",
            "有多少人？",
            "몇 명입니까?",
            "Ile osób tam mieszka?",
        ] {
            check(question, Some(Kind::HowMany));
        }
        for question in [
            "Où est-il ?",
            "where is it",
            "¿Dónde está?",
            "Wo liegt das?",
            "어디에 있나요?",
            "在哪里？",
        ] {
            check(question, Some(Kind::Where));
        }
    }

    #[test]
    fn words_that_only_look_alike_tell_nothing() {
        for question in [
            "what the US plan says",
            "Que dit le plan ?",
            "The whole of it",
            "quite so",
            "Woche",
            "tool",
            "China and AI",
            "J'ai vu le plan",
            "Le plan de l'Ile de France",
        ] {
            check(question, None);
        }
    }

    #[test]
    fn of_two_kinds_the_more_telling_one_counts() {
        check("Quand et par qui fut-il construit ?", Some(Kind::When));
        check("How many people who came?", Some(Kind::HowMany));
    }
}
