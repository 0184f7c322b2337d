//! Dividing a message as it is *written*: at full stops and line breaks, and at the faces that
//! stand for them in a chat.

use std::ops::Range;

use super::token::stands_alone;
use crate::language::lexicon::ANY;
use crate::language::scripts::is_hangul;

/// A sentence of a message, or what stands for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Without blanks at its ends; holds its own full stop.
    pub range: Range<usize>,
    /// Nothing but a line break or a face ends it, which may stand inside a sentence, too.
    pub open: bool,
}

/// Faces that are typed, beside those with eyes of `:`, `;` or `=`.
const FACES: [&str; 16] = [
    "xd",
    "xdd",
    "xp",
    "<3",
    "</3",
    "^^",
    "^_^",
    "-_-",
    "t_t",
    ">_<",
    ">.<",
    "o.o",
    "o_o",
    "uwu",
    "owo",
    "¯\\_(ツ)_/¯",
];

const STOPS: [char; 7] = ['.', '!', '?', '…', '؟', '\u{37e}', '।'];
const WIDE_STOPS: [char; 5] = ['。', '！', '？', '｡', '．'];

/// The sentences of a message, in their order.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        let face = face(text, at);
        if c == '\n' || face > 0 {
            found.extend(sentence(text, start..at, true));
            start = at + face.max(c.len_utf8());
            at = start;
        } else if is_end(text, start, at, c) {
            let end = after_closers(text, next);
            found.extend(sentence(text, start..end, false));
            (start, at) = (end, end);
        } else {
            at = next;
        }
    }
    found.extend(sentence(text, start..text.len(), true));
    found
}

fn sentence(text: &str, range: Range<usize>, open: bool) -> Option<Sentence> {
    let start = range.start;
    let written = &text[range];
    let start = start + (written.len() - written.trim_start().len());
    let range = start..start + written.trim().len();
    (!range.is_empty()).then_some(Sentence { range, open })
}

/// Whether the character at `at` is the last mark that ends what began at `start`.
fn is_end(text: &str, start: usize, at: usize, c: char) -> bool {
    let behind = &text[after_closers(text, at + c.len_utf8())..];
    if WIDE_STOPS.contains(&c) {
        return !behind.starts_with(WIDE_STOPS);
    }
    STOPS.contains(&c)
        && (behind.is_empty() || behind.starts_with(char::is_whitespace))
        && !(c == '.' && abbreviates(&text[start..at]))
}

/// Whether a full stop behind `before` belongs to its last word: `Dr.`, `J. Doe`, `3. Mai`.
fn abbreviates(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next();
    let word = word.unwrap_or_default();
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    let ordinal = word.len() <= 2 && word.starts_with(|c: char| c.is_ascii_digit());
    let ordinal = ordinal && word.ends_with(|c: char| c.is_ascii_digit());
    initial || ordinal || ANY.messages.abbreviations.contains(&word.to_lowercase())
}

/// Behind the closing brackets and quotation marks, the further stops and the emphasis at `at`.
fn after_closers(text: &str, at: usize) -> usize {
    let closes = |c: char| ")]}\"'»”’」』）】*_~".contains(c) || STOPS.contains(&c);
    let length = text[at..].find(|c| !closes(c));
    length.map_or(text.len(), |length| at + length)
}

/// The bytes of the face at `at`; 0 where there is none.
fn face(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    if rest.starts_with(is_emoji) {
        return rest.find(|c| !is_emoji(c)).unwrap_or(rest.len());
    }
    if !text[..at]
        .chars()
        .next_back()
        .is_none_or(char::is_whitespace)
    {
        return 0;
    }
    let word = rest.split_whitespace().next().unwrap_or_default();
    let eyes = word.starts_with([':', ';', '=']) && (2..=4).contains(&word.chars().count());
    let mouth = |c: char| "-'^oO*)(]}[{/\\|DdPp3sSxXcC<>$#".contains(c);
    let is_face = eyes && word.chars().skip(1).all(mouth);
    let is_face = is_face || FACES.contains(&word.to_lowercase().as_str());
    if is_face && rest.starts_with(word) {
        word.len()
    } else {
        0
    }
}

fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B50}' | '\u{2B55}'
        | '\u{FE0F}' | '\u{200D}' | '\u{20E3}' | '\u{E0020}'..='\u{E007F}'
    )
}

/// Whether something between two words parts them, so that the one may be left out without the
/// other.
pub(super) fn is_parted(text: &str, between: Range<usize>) -> bool {
    let unspaced = |c: Option<char>| c.is_some_and(|c| stands_alone(c) && !is_hangul(c));
    let before = text[..between.start].chars().next_back();
    let after = text[between.end..].chars().next();
    let gap = &text[between];
    let blank = gap.contains(char::is_whitespace);
    gap.contains(|c: char| ",;:!?…()~*—–\n、，：；。！？".contains(c) || STOPS.contains(&c))
        || gap.contains(is_emoji)
        || (blank && (gap.contains('-') || unspaced(before) || unspaced(after)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_divided_as_it_is_written() {
        let check = |text: &str, expected: &[&str]| {
            let sentences = sentences(text);
            let written: Vec<&str> = sentences
                .iter()
                .map(|sentence| &text[sentence.range.clone()])
                .collect();
            assert_eq!(written, expected, "{text:?}");
        };
        check("One. Two! Three?", &["One.", "Two!", "Three?"]);
        check("one... two?!  three", &["one...", "two?!", "three"]);
        check("Où est-il ? Ici.", &["Où est-il ?", "Ici."]);
        check("a\r\nb\n\n c", &["a", "b", "c"]);
        check("hi :D where is it xD now", &["hi", "where is it", "now"]);
        check("gm all ☀️🌷 where?", &["gm all", "where?"]);
        check(
            "昨日です。今日は？「はい！」と",
            &["昨日です。", "今日は？", "「はい！」", "と"],
        );
        check(
            "Ask Dr. No on 3. Mai about v1.8.2",
            &["Ask Dr. No on 3. Mai about v1.8.2"],
        );
        check(
            "see https://a.example/?b=c!d ok",
            &["see https://a.example/?b=c!d ok"],
        );
        check("(Is it?) \"Yes.\" no", &["(Is it?)", "\"Yes.\"", "no"]);
        check(":: ratio 3:4", &[":: ratio 3:4"]);
        check(" \n ", &[]);
    }
}
