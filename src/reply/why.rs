//! What an admin reads of *why* an answer is as it is: what its confidence rests on, part by part.

use super::cut::clip;
use super::{Embed, Field, GREY, Locale, Reply, escape, limits, wording};
use crate::answer::Answer;
use crate::question::Question;
use crate::ranking::Evidence;

/// The longest question that is repeated.
const QUESTION: usize = 300;

/// What the answer to a question rests on; by words alone without evidence.
#[must_use]
pub fn why(
    question: &Question,
    answer: &Answer,
    evidence: Option<&Evidence>,
    locale: Locale,
) -> Reply {
    let parts = evidence.map_or_else(Vec::new, |evidence| Vec::from(evidence.parts()));
    let parts = parts.iter().map(|part| {
        let (name, value, weight) = (part.name, part.value, part.weight);
        format!(
            "{name:<15} {value:>6.2} × {weight:>6.2} = {:>6.2}",
            value * weight
        )
    });
    let parts: Vec<String> = parts.collect();
    let rests_on = if parts.is_empty() {
        wording::compared_by_words(locale)
    } else {
        format!("```\n{}\n```", parts.join("\n"))
    };
    Reply::embed(Embed {
        title: wording::why(locale),
        description: clip(question.text(), QUESTION, escape::line),
        fields: vec![Field {
            name: format!(
                "{}: {:.2}",
                wording::confidence(locale),
                answer.confidence()
            ),
            value: clip(&rests_on, limits::FIELD_VALUE, str::to_owned),
        }],
        colour: GREY,
        ..Embed::default()
    })
}
