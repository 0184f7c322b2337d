//! What of a passage is *quoted*: all of it where it is short or prose, else the unit that answers
//! with what it cannot be understood without, and as much around it as there is room for.

use std::ops::Range;

use crate::answer::Quote;
use crate::corpus::{Document, Unit};
use crate::passage::{Passage, Role};

/// A passage of items, rows or questions is quoted whole up to this many bytes.
const LONGEST_WHOLE: usize = 600;

/// The quote of a passage that answers with `units`, in order.
pub(super) fn quote(document: &Document, passage: &Passage, units: &[&Unit], score: f32) -> Quote {
    let Some(first) = units.first() else {
        return Quote::cut(document, passage, Vec::new(), score);
    };
    let context: Vec<Range<usize>> = document.context(passage, first.part).collect();
    let shown = shown(document, passage, first, &context);
    let highlights: Vec<Range<usize>> = units.iter().map(|unit| unit.span.clone()).collect();
    Quote::slices(document, passage, &shown, &highlights, &context, score)
}

/// What of the document is shown, in order and disjoint.
fn shown(
    document: &Document,
    passage: &Passage,
    unit: &Unit,
    context: &[Range<usize>],
) -> Vec<Range<usize>> {
    let is_prose = passage.parts.iter().all(|part| part.role == Role::Text);
    let is_short = passage.span.len() <= LONGEST_WHOLE;
    if is_prose || is_short {
        return merged(
            document,
            passage
                .context
                .iter()
                .cloned()
                .chain(document.seen(passage, &passage.span)),
        );
    }
    let parts = &passage.parts;
    let mut around = unit.part..unit.part + 1;
    let length =
        |around: &Range<usize>| parts[around.end - 1].span.end - parts[around.start].span.start;
    let context_length: usize = context.iter().map(Range::len).sum();
    loop {
        let wider = [
            around.start..around.end + 1,
            around.start.wrapping_sub(1)..around.end,
        ];
        let is_near = |wider: &Range<usize>| {
            wider.end <= parts.len()
                && wider.start < wider.end
                && is_beside(passage, unit.part, wider)
                && length(wider) + context_length <= LONGEST_WHOLE
        };
        match wider.into_iter().find(is_near) {
            Some(wider) => around = wider,
            None => break,
        }
    }
    let around = parts[around.start].span.start..parts[around.end - 1].span.end;
    let around = document.seen(passage, &around);
    merged(document, context.iter().cloned().chain(around))
}

/// Whether all parts of a range stand under the same lead-in or question as the one that answers.
fn is_beside(passage: &Passage, part: usize, range: &Range<usize>) -> bool {
    let first = |at: usize| passage.parts[at].context.first();
    passage.parts[range.clone()]
        .iter()
        .zip(range.clone())
        .all(|(other, at)| other.role != Role::Question && first(at) == first(part))
}

/// Ranges in order, those joined that have no word between them.
fn merged(document: &Document, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = ranges.collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    ranges.dedup_by(|next, range| {
        let joins = next.start <= range.end
            || !document.text[range.end..next.start].contains(char::is_alphanumeric);
        if joins {
            range.end = range.end.max(next.end);
        }
        joins
    });
    ranges
}
