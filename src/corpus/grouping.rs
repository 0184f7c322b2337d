//! *Grouping* joins blocks that cannot be understood alone into passages: a lead-in with what it
//! leads in to, a question with its answer, a bold line with what stands below it.

use super::RemovedText;
use super::lines::LineCounter;
use super::parts::{Block, Opens, asks};
use crate::passage::{Part, Passage, Role};

/// A lead-in and a list longer than this many bytes stay apart; then each item has the lead-in as
/// its context.
const LONGEST_LIST: usize = 1_500;

/// An answer goes on over blocks up to this many bytes.
const LONGEST_ANSWER: usize = 700;

/// Makes passages of the blocks of a document, each block in one of them, in their order; `file` is
/// the text before something was removed from it.
pub(super) fn passages(
    file: &str,
    text: &str,
    removed: &RemovedText,
    mut blocks: Vec<Block>,
) -> Vec<Passage> {
    let mut lines = LineCounter::new(file);
    let mut passages = Vec::new();
    let mut start = 0;
    while start < blocks.len() {
        let end = end_of_group(&blocks, start);
        hand_down(text, &mut blocks, start, end);
        let group = &blocks[start..end];
        let span = group[0].span.start..group[group.len() - 1].span.end;
        passages.push(Passage {
            paragraph: ordinal(start),
            last_paragraph: ordinal(end - 1),
            line: lines.line_of(removed.file_at(span.start)),
            span,
            headings: group[0].headings.clone(),
            context: group[0].context.clone(),
            parts: joined(group),
        });
        start = end;
    }
    passages
}

fn ordinal(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

/// Where the passage that starts with block `start` ends.
fn end_of_group(blocks: &[Block], start: usize) -> usize {
    let first = &blocks[start];
    let under_question = first.headings.last().is_some_and(|heading| asks(heading));
    let opens = match first.opens {
        Opens::Nothing if under_question => Opens::Question,
        opens => opens,
    };
    match opens {
        Opens::Nothing => start + 1,
        Opens::LeadIn | Opens::Title => end_of_thing(blocks, start, start + 1),
        Opens::Question => end_of_answer(blocks, start),
    }
}

/// The end of what the lead-in or bold line at `start` introduces, which begins at `next`: one
/// block and what that leads in to, or a divided list as a whole where it is short enough.
fn end_of_thing(blocks: &[Block], start: usize, next: usize) -> usize {
    if !goes_on(blocks, next) || blocks[next].opens == Opens::Title {
        return next;
    }
    let run = end_of_run(blocks, next);
    let length = blocks[run - 1].span.end - blocks[start].span.start;
    let end = if length <= LONGEST_LIST {
        run
    } else {
        next + 1
    };
    match blocks[end - 1].opens {
        Opens::LeadIn | Opens::Question => end_of_thing(blocks, start, end),
        Opens::Nothing | Opens::Title => end,
    }
}

/// The end of the answer to the question that is, or stands above, the block at `start`.
fn end_of_answer(blocks: &[Block], start: usize) -> usize {
    let mut end = start + 1;
    if blocks[start].opens == Opens::LeadIn {
        end = end_of_thing(blocks, start, end);
    }
    while goes_on(blocks, end) && !opens_another(blocks[end].opens) {
        let thing = match blocks[end].opens {
            Opens::LeadIn => end_of_thing(blocks, end, end + 1),
            _ => end_of_run(blocks, end),
        };
        let length = blocks[thing - 1].span.end - blocks[start].span.start;
        let is_first = end == start + 1 && blocks[start].opens == Opens::Question;
        if length > LONGEST_ANSWER {
            return if is_first { end + 1 } else { end };
        }
        end = thing;
    }
    end
}

fn opens_another(opens: Opens) -> bool {
    matches!(opens, Opens::Question | Opens::Title)
}

/// Whether the block at `next` may belong to the one before it.
fn goes_on(blocks: &[Block], next: usize) -> bool {
    blocks
        .get(next)
        .is_some_and(|block| !block.stands_apart && block.headings == blocks[next - 1].headings)
}

/// The end of the divided list or table that the block at `start` is part of.
fn end_of_run(blocks: &[Block], start: usize) -> usize {
    let run = blocks[start].run;
    let is_of_run = |block: &&Block| run != 0 && block.run == run;
    start + blocks[start..].iter().take_while(is_of_run).count().max(1)
}

/// Hands a bold line or a lead-in down to the blocks below it that did not fit into its passage: a
/// bold line as one more heading, a lead-in as context.
fn hand_down(text: &str, blocks: &mut [Block], start: usize, end: usize) {
    let (group, rest) = blocks.split_at_mut(end);
    let first = &group[start];
    if first.opens == Opens::Title && end > start + 1 {
        let title = plain(&text[first.span.clone()]);
        let under = |block: &&mut Block| {
            !block.stands_apart && block.opens != Opens::Title && block.headings == first.headings
        };
        for block in rest.iter_mut().take_while(under) {
            block.headings.push(title.clone());
        }
    }
    if let [.., lead, item] = &group[start..]
        && lead.opens != Opens::Nothing
        && item.run != 0
        && let Some(last) = lead.parts.last()
    {
        let of_run = |block: &&mut Block| block.run == item.run;
        for block in rest.iter_mut().take_while(of_run) {
            block.context.push(last.span.clone());
        }
    }
}

/// A bold line without its marks.
fn plain(line: &str) -> String {
    line.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// The parts of the blocks of a passage; what is below a head has it as its context.
fn joined(blocks: &[Block]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut head: Vec<usize> = Vec::new();
    let mut lead: Vec<usize> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let base = parts.len();
        let above: Vec<usize> = head.iter().chain(&lead).copied().collect();
        for part in &block.parts {
            let own = part.context.iter().map(|at| at + base);
            let mut part = part.clone();
            part.context = above.iter().copied().chain(own).collect();
            parts.push(part);
        }
        let last = || -> Vec<usize> {
            let last = parts.len() - 1;
            parts[last].context.iter().copied().chain([last]).collect()
        };
        match block.opens {
            Opens::Question | Opens::Title => (head, lead) = (last(), Vec::new()),
            Opens::LeadIn => lead = last().split_off(head.len()),
            Opens::Nothing => {
                let run = blocks.get(at + 1).map_or(0, |next| next.run);
                if run == 0 || run != block.run {
                    lead.clear();
                }
            }
        }
    }
    if !parts.iter().any(|part| part.role.answers()) {
        // A question or lead-in with nothing below it is ordinary text.
        for part in &mut parts {
            part.role = Role::Text;
        }
    }
    parts
}
