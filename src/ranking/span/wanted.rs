//! What a question *wants* as its answer.

use super::quantities::Class;
use super::token::{Shape, Token, tokens};
use crate::language::Language;
use crate::question::Kind;

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wanted {
    /// A person or a body.
    Person,
    /// A point or a span in time.
    Date,
    /// How many of a thing.
    Count,
    /// A share.
    Percent,
    /// A price.
    Money,
    /// How long something takes, or how old it is.
    Duration,
    /// How long, high or heavy something is.
    Measure,
    /// A place.
    Place,
}

const TIME: [&str; 8] = [
    "quelle heure",
    "what time",
    "wie viel uhr",
    "wieviel uhr",
    "que hora",
    "che ora",
    "que horas",
    "котором часу",
];
const TIME_PARTS: [&str; 4] = ["몇 시", "몇시", "何時", "几点"];
const PERCENT: &str = "pourcentage percent percentage prozent prozentsatz porcentaje percentuale percentagem porcentagem proportion";
const MONEY: &str = "cout coute coutent couter prix tarif payer cost costs price pay fee fees kostet kosten preis gebuhr \
    cuesta cuestan precio costa costo costano prezzo custa custam preco стоит цена euros euro dollars";
const MONEY_PARTS: [&str; 7] = [
    "いくら",
    "多少钱",
    "価格",
    "料金",
    "价格",
    "얼마예요",
    "가격",
];
const DURATION: [&str; 22] = [
    "combien de temps",
    "quelle duree",
    "how long",
    "wie lange",
    "cuanto tiempo",
    "cuanto dura",
    "quanto tempo",
    "quanto dura",
    "hoe lang",
    "jak dlugo",
    "quel age",
    "how old",
    "wie alt",
    "cuantos anos",
    "quanti anni",
    "quantos anos",
    "hur lange",
    "сколько времени",
    "сколько лет",
    "combien de jours",
    "how many years",
    "how many days",
];
const MEASURE: [&str; 22] = [
    "how tall",
    "how high",
    "how far",
    "how big",
    "how large",
    "how deep",
    "how heavy",
    "wie hoch",
    "wie gross",
    "wie weit",
    "wie groß",
    "wie schwer",
    "wie tief",
    "quelle altitude",
    "quelle superficie",
    "quelle distance",
    "quelle taille",
    "quelle hauteur",
    "quelle longueur",
    "hoe hoog",
    "wie lang",
    "how fast",
];

impl Wanted {
    /// What a question wants, where that is told.
    #[must_use]
    pub fn of(question: &str) -> Option<Self> {
        let tokens = tokens(question);
        let words: Vec<&str> = tokens.iter().map(|it| it.folded.as_str()).collect();
        let spaced = format!(" {} ", words.join(" "));
        let holds = |phrases: &[&str]| phrases.iter().any(|it| spaced.contains(&format!(" {it} ")));
        let lower = question.to_lowercase();
        let has_part = |parts: &[&str]| parts.iter().any(|it| lower.contains(it));
        let has_word = |list: &str| tokens.iter().any(|it| it.is_among(list));
        if holds(&TIME) || has_part(&TIME_PARTS) {
            return Some(Self::Date);
        }
        Some(match Kind::of(question)? {
            Kind::Who => return asks_who(&tokens).then_some(Self::Person),
            Kind::When => return asks_when(&tokens).then_some(Self::Date),
            // The army of which country?
            Kind::Where if has_word("'s ’s s") => return None,
            Kind::Where => Self::Place,
            Kind::HowMany if has_word(PERCENT) => Self::Percent,
            Kind::HowMany if holds(&DURATION) => Self::Duration,
            Kind::HowMany if holds(&MEASURE) => Self::Measure,
            Kind::HowMany if has_word(MONEY) || has_part(&MONEY_PARTS) => Self::Money,
            Kind::HowMany => Self::Count,
        })
    }

    /// Whether spans of this kind are told in a language: those that were right too seldom, or that
    /// could not be measured, are not.
    pub(super) fn is_told_in(self, language: Language) -> bool {
        match self {
            Self::Measure => false,
            Self::Person | Self::Place => language.code() != "ru",
            Self::Count => !matches!(language.code(), "ar" | "tr"),
            _ => true,
        }
    }

    /// Whether a quantity of some class can be it.
    pub(super) fn takes(self, class: Class) -> bool {
        match self {
            Self::Percent => class == Class::Percent,
            Self::Money => class == Class::Money,
            Self::Duration => class == Class::Duration,
            Self::Measure => class == Class::Measure,
            Self::Count => true,
            Self::Person | Self::Date | Self::Place => false,
        }
    }
}

/// Words that ask for a person, folded.
const WHO: &str = "who whom whose qui quien quienes wer wem wen chi quem kto кто кого кем хто";
const COPULAS: &str =
    "is are was were est etait fut sont es fue era son ist war sind e foi sao sono был была";

/// Whether a question asks for a person: what asks for one in its middle may only join a clause, and “Who
/// is Ada?” asks for what she is.
fn asks_who(question: &[Token]) -> bool {
    let starts = question.iter().take(3).position(|it| it.is_among(WHO));
    let at = starts.or_else(|| {
        let comma = question.iter().rposition(|it| it.text == ",")?;
        let after = question.iter().skip(comma + 1).take(2);
        after
            .clone()
            .position(|it| it.is_among(WHO))
            .map(|at| comma + 1 + at)
    });
    at.is_some_and(|at| {
        let is_copula = question.get(at + 1).is_some_and(|it| it.is_among(COPULAS));
        !(is_copula && question.get(at + 2).is_some_and(Token::is_capitalised))
    })
}

/// Words that ask for a time, and join clauses too, folded.
const WHEN: &str = "when quand cuando quando когда коли";

/// Whether a question asks for a time, and does not only name one: “What was said when it ended?”.
fn asks_when(question: &[Token]) -> bool {
    let Some(at) = question.iter().position(|it| it.is_among(WHEN)) else {
        return true;
    };
    let words = question.iter().rposition(|it| it.shape == Shape::Word);
    let begins = at < 3 || matches!(question[at - 1].text, "," | "." | "!" | "?" | ":");
    begins || words == Some(at)
}

/// Words and signs that stand before a noun's counter in languages without blanks.
const COUNTERS: [&str; 4] = ["多少", "几", "何", "몇"];

/// The sign by which a question counts: 人 in 有多少人.
pub(super) fn counter(question: &str) -> Option<char> {
    let found = COUNTERS
        .iter()
        .find_map(|it| question.find(it).map(|at| at + it.len()))?;
    let next = question[found..].trim_start().chars().next()?;
    next.is_alphabetic().then_some(next)
}

/// Phrases that ask for a number of what follows, folded.
const HOW_MANY: [&str; 24] = [
    "wie viel",
    "wieviel",
    "quanta",
    "cuanta",
    "how many",
    "how much",
    "combien de",
    "combien d",
    "quel nombre de",
    "wie viele",
    "wieviele",
    "cuantos",
    "cuantas",
    "quanti",
    "quante",
    "quantos",
    "quantas",
    "hoeveel",
    "hur manga",
    "сколько",
    "скольких",
    "cate",
    "cati",
    "kac",
];

/// The noun whose number a question asks for: `personnes` in “Combien de personnes…”.
pub(super) fn counted(question: &[Token]) -> Option<usize> {
    (0..question.len()).find_map(|at| {
        let phrase = HOW_MANY.iter().find(|phrase| {
            let mut words = phrase.split(' ').zip(at..);
            words.all(|(word, at)| question.get(at).is_some_and(|it| it.folded == word))
        })?;
        let mut noun = at + phrase.split(' ').count();
        while question
            .get(noun)
            .is_some_and(|it| it.is_among("' ’ de d of the"))
        {
            noun += 1;
        }
        // “Wie viel kostet…”, “How much does…” say no noun.
        let is_verb = phrase.starts_with("wie") && !question.get(noun)?.is_capitalised()
            || question
                .get(noun)?
                .is_among("does do did is are was were has have can should");
        question
            .get(noun)
            .filter(|_| !is_verb)
            .filter(|it| it.text.starts_with(char::is_alphabetic))
            .map(|_| noun)
    })
}

/// Whether two words are forms of one: one begins as the other does, but for its ending.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let shared = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let (one, other) = (one.chars().count(), other.chars().count());
    one == other && one == shared
        || shared >= 3 && shared + 2 >= one.min(other) && one.max(other) <= shared + 3
}
