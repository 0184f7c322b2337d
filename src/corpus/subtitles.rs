//! *Subtitles* (`SRT`, `WebVTT`) are what is said, cut into cues of a few seconds, each with a number and
//! its times. The cues of a sentence, and short sentences that follow one another, are one passage.

use std::ops::Range;

use super::lines::lines;
use super::parts::Block;
use super::{Outline, has_words, trim};
use crate::language::scripts::TERMINALS;

/// A passage of at least this many bytes ends with its sentence.
const LONG: usize = 320;

/// A passage of this many bytes takes no further cue.
const LONGEST: usize = 960;

/// A silence of this many seconds ends a passage.
const SILENCE: f64 = 4.0;

/// Files that hold subtitles.
pub(super) const EXTENSIONS: [&str; 2] = ["srt", "vtt"];

/// Whether a text is subtitles: a header of `WebVTT`, or a cue, at its start.
pub(super) fn is_subtitles(text: &str) -> bool {
    let text = text.trim_start_matches(['\u{feff}', '\n', '\r', ' ']);
    let mut rows = lines(text).map(|row| text[row].trim());
    match rows.next() {
        Some(first) if first == "WEBVTT" || first.starts_with("WEBVTT ") => true,
        Some(first) if is_number(first) => rows.next().is_some_and(|row| times(row).is_some()),
        Some(first) => times(first).is_some(),
        None => false,
    }
}

/// What of subtitles is no text: numbers, times, settings, tags; and the blank lines between cues of
/// one passage.
pub(super) fn marks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Where the text of the last cue ends, with when and how much of the passage there is so far.
    let mut last: Option<(usize, f64)> = None;
    let mut length = 0;
    let mut start = 0;
    for cue in cues(text) {
        let gone = start..cue.text.start;
        start = cue.text.end;
        let spoken = &text[cue.text.clone()];
        let goes_on = last.is_some_and(|(end, until)| {
            let is_whole = text[..end].trim_end().ends_with(TERMINALS);
            let is_full = length >= LONGEST || is_whole && length >= LONG;
            cue.begins - until < SILENCE && !is_full
        });
        length = if goes_on { length } else { 0 } + spoken.len();
        // One line end stays, and two where another passage begins.
        let kept = match (last, goes_on) {
            (None, _) => 0,
            (Some(_), true) => ends(&text[gone.clone()], 1),
            (Some(_), false) => ends(&text[gone.clone()], 2),
        };
        found.push(gone.start + kept..gone.end);
        found.extend(tags(text, &cue.text));
        last = Some((cue.text.end, cue.ends));
    }
    found.push(start..text.len());
    found
}

/// The passages of subtitles without their marks.
pub(super) fn outline(text: &str, body: usize) -> Outline {
    let mut blocks = Vec::new();
    let mut start: Option<usize> = None;
    let rows = lines(&text[body..]).map(|row| row.start + body..row.end + body);
    let mut push = |span: Range<usize>| {
        if has_words(&text[span.clone()]) {
            blocks.push(Block::of_prose(trim(text, span)));
        }
    };
    for row in rows {
        match start {
            Some(from) if text[row.clone()].trim().is_empty() => {
                push(from..row.start);
                start = None;
            }
            None if !text[row.clone()].trim().is_empty() => start = Some(row.start),
            _ => {}
        }
    }
    if let Some(from) = start {
        push(from..text.len());
    }
    Outline {
        blocks,
        ..Outline::default()
    }
}

/// What is said from one moment to another, in seconds.
struct Cue {
    text: Range<usize>,
    begins: f64,
    ends: f64,
}

/// The cues that say something.
fn cues(text: &str) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut open: Option<Cue> = None;
    for row in lines(text) {
        let line = &text[row.clone()];
        if let Some((begins, ends)) = times(line) {
            found.extend(open.take().filter(|cue| !cue.text.is_empty()));
            open = Some(Cue {
                text: row.end..row.end,
                begins,
                ends,
            });
        } else if line.trim().is_empty() {
            // Nothing more is said until the next times; a number or a note may come before.
            found.extend(open.take_if(|cue| !cue.text.is_empty()));
        } else if let Some(cue) = &mut open {
            let start = if cue.text.is_empty() {
                row.start
            } else {
                cue.text.start
            };
            cue.text = start..row.end;
        }
    }
    found.extend(open.filter(|cue| !cue.text.is_empty()));
    found
}

/// The times of a cue, in seconds: `00:01:02,000 --> 00:01:04,500`, perhaps with settings behind.
fn times(line: &str) -> Option<(f64, f64)> {
    let (from, to) = line.split_once("-->")?;
    let to = to.split_whitespace().next()?;
    Some((seconds(from.trim())?, seconds(to)?))
}

fn seconds(time: &str) -> Option<f64> {
    let time = time.replace(',', ".");
    let parts: Vec<&str> = time.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    let mut seconds = 0.0;
    for part in parts {
        let is_number = |c: char| c.is_ascii_digit() || c == '.';
        seconds = seconds * 60.0
            + part
                .parse::<f64>()
                .ok()
                .filter(|_| part.chars().all(is_number))?;
    }
    Some(seconds)
}

fn is_number(line: &str) -> bool {
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// The length of the first line ends in a text, at most `most` of them.
fn ends(text: &str, most: usize) -> usize {
    let blank = text.len() - text.trim_start().len();
    lines(text)
        .nth(most)
        .map_or(blank, |row| row.start.min(blank))
}

/// Tags such as `<i>`, `<v Ann>` and `{\an8}`.
fn tags(text: &str, within: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = within.start;
    while let Some(open) = text[at..within.end].find(['<', '{']) {
        let open = at + open;
        let rest = &text[open + 1..within.end];
        let is_tag = if text[open..].starts_with('<') {
            rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/')
        } else {
            rest.starts_with('\\')
        };
        let close = rest.find(['>', '}']).filter(|_| is_tag);
        at = match close {
            Some(close) => {
                found.push(open..open + close + 2);
                open + close + 2
            }
            None => open + 1,
        };
    }
    found
}
