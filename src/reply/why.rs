//! What an admin reads of *why* an answer is as it is: the question's terms and where they stand,
//! and what the confidence rests on, part by part.

use super::truncate::clip;
use super::{Embed, Field, GREY, Locale, Reply, SEPARATOR, escape, formats, limits, messages};
use crate::question::Question;
use crate::ranking::{Explanation, Found};

messages::messages! { words:
    why();
    why_nothing();
    confidence();
    terms_found();
    terms_missing();
    words_matched();
    words_unmatched(words: &str);
    nothing_in_list();
}

/// The longest question that is repeated.
const QUESTION: usize = 300;

/// The most that is told of words with a counterpart, and without: together within
/// [`limits::FIELD_VALUE`].
const WORDS: usize = 700;
const UNMATCHED: usize = 250;

/// What the answer to a question rests on.
#[must_use]
pub fn why(question: &Question, explanation: &Explanation, locale: Locale) -> Reply {
    let confidence = formats::named_value(
        locale,
        &words::confidence(locale),
        &formats::percentage(explanation.confidence, locale),
    );
    let compared = if explanation.by_meaning {
        messages::compared_by_meaning(locale)
    } else {
        messages::compared_by_words(locale)
    };
    let mut fields = vec![
        terms(words::terms_found(locale), explanation, true, locale),
        terms(words::terms_missing(locale), explanation, false, locale),
    ];
    fields.extend(words(explanation, locale));
    fields.push(Field {
        name: confidence,
        value: parts(explanation, locale).unwrap_or_else(|| words::nothing_in_list(locale)),
    });
    Reply::embed(Embed {
        title: words::why(locale),
        description: clip(question.text(), QUESTION, escape::line),
        fields,
        footer: compared,
        colour: GREY,
    })
}

/// The terms that stand in the passage or above it, or those that do not.
fn terms(name: String, explanation: &Explanation, there: bool, locale: Locale) -> Field {
    let is_there = |found| matches!(found, Found::Passage | Found::Above);
    let terms: Vec<String> = explanation
        .terms
        .iter()
        .filter(|term| is_there(term.found) == there)
        .map(|term| {
            let weight = formats::decimal(term.weight, 1, locale);
            format!("{} ({weight})", escape::line(&term.word))
        })
        .collect();
    let terms = clip(&terms.join(SEPARATOR), limits::FIELD_VALUE, str::to_owned);
    Field {
        name,
        value: Some(terms)
            .filter(|terms| !terms.is_empty())
            .unwrap_or_else(|| words::nothing_in_list(locale)),
    }
}

/// What each word of the question finds in the passage; nothing where meaning was not compared.
fn words(explanation: &Explanation, locale: Locale) -> Option<Field> {
    let found = explanation.words.iter().map(|asked| {
        let found = asked.counterpart.as_deref().map(escape::line);
        let (word, found) = (escape::line(&asked.word), found.unwrap_or_default());
        format!(
            "{word} → {found} ({})",
            formats::decimal(asked.cosine, 2, locale)
        )
    });
    let found: Vec<String> = found.collect();
    let unmatched: Vec<String> = explanation
        .words
        .iter()
        .filter(|asked| asked.unmatched)
        .map(|asked| escape::line(&asked.word))
        .collect();
    let mut value = clip(&found.join(SEPARATOR), WORDS, str::to_owned);
    if !unmatched.is_empty() {
        let unmatched = clip(&formats::list(&unmatched, locale), UNMATCHED, str::to_owned);
        value = format!("{value}\n{}", words::words_unmatched(locale, &unmatched));
    }
    (!found.is_empty()).then(|| Field {
        name: words::words_matched(locale),
        value,
    })
}

/// Value times weight of each part, by the names that `docs/retrieval.md` explains.
fn parts(explanation: &Explanation, locale: Locale) -> Option<String> {
    let parts = explanation.parts.iter().map(|part| {
        let (name, value, weight) = (part.name, part.value, part.weight);
        let numbers = [value, weight, value * weight];
        let [value, weight, product] = numbers.map(|number| formats::decimal(number, 2, locale));
        format!("{name:<14} {value:>6} × {weight:>6} = {product:>6}")
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| format!("```\n{}\n```", parts.join("\n")))
}

/// That there is no answer to explain.
#[must_use]
pub fn nothing_to_explain(locale: Locale) -> Reply {
    Reply::aside(words::why_nothing(locale))
}
