//! A *source link* leads to the quoted sentence on the page it comes from: the page's address with
//! a text fragment (<https://wicg.github.io/scroll-to-text-fragment/>).
//!
//! A fragment names the first and the last words of a stretch of text. A browser takes the first
//! place where they stand, so they are made long enough to stand in one place of the document only.
//! What a browser takes for the same was found out with Chromium 156 (`tools/gallery/fragment.mjs`).

use std::ops::Range;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use unicode_segmentation::UnicodeSegmentation;

use super::limits;
use super::link::link;
use crate::answer::Quote;
use crate::corpus::Document;
use crate::language::normalise::searched;
use crate::language::scripts::is_unspaced;

/// The fewest words that name a beginning or an end.
const FEWEST_WORDS: usize = 3;
/// The most units: a stretch that needs more is as good as one that stands twice.
const MOST_UNITS: usize = 24;

/// The address of a quote's answering sentence, or of the whole quote where none stands out; of the
/// page alone where no fragment leads there and nowhere else. `None` where the document has no
/// address that can be linked.
pub(super) fn source_link(document: &Document, quote: &Quote) -> Option<String> {
    let url = document.source.url.as_deref().and_then(link)?;
    let (page, inside) = url.split_once('#').unwrap_or((url, ""));
    let sentence = quote.highlights.first();
    let sentence = sentence.and_then(|range| quote.in_document(range));
    let first = quote.slices.first().map(|slice| slice.document.clone());
    let page_alone = || Some(url).filter(|url| limits::length(url) <= limits::LINK);
    [sentence, first]
        .into_iter()
        .flatten()
        .filter_map(|stretch| {
            Some(format!(
                "{page}#{inside}:~:{}",
                fragment(&document.text, stretch)?
            ))
        })
        .find(|link| limits::length(link) <= limits::LINK)
        .or_else(|| page_alone().map(str::to_owned))
}

/// `text=first words,last words` for a stretch of `text`, or `text=all words` for a short one.
fn fragment(text: &str, stretch: Range<usize>) -> Option<String> {
    let Units { ranges, fewest } = Units::of(text, stretch);
    let page = Page::of(text);
    let (first, last) = (ranges.first()?.start, ranges.last()?.end);
    let head = (fewest..=MOST_UNITS)
        .take_while(|count| *count < ranges.len())
        .map(|count| (count, first..ranges[count - 1].end))
        .find(|(_, head)| page.is_only_place(head));
    let Some((count, head)) = head else {
        let whole = first..last;
        let short = ranges.len() <= MOST_UNITS && page.is_only_place(&whole);
        return short.then(|| format!("text={}", encoded(&text[whole])));
    };
    let rest = ranges.len() - count;
    let tail = (fewest.min(rest)..=MOST_UNITS.min(rest))
        .map(|count| ranges[ranges.len() - count].start..last)
        .find(|tail| page.is_next_place(head.end, tail))?;
    let (head, tail) = (encoded(&text[head]), encoded(&text[tail]));
    Some(format!("text={head},{tail}"))
}

/// What a beginning or an end is made of: words, or where words have no blanks between them, what
/// stands between two punctuation marks, because a browser takes a word for one by its dictionary.
struct Units {
    /// Byte ranges in the text, in order.
    ranges: Vec<Range<usize>>,
    /// As few name a beginning or an end.
    fewest: usize,
}

impl Units {
    fn of(text: &str, stretch: Range<usize>) -> Self {
        let part = &text[stretch.clone()];
        let at = |(start, unit): (usize, &str)| {
            let start = stretch.start + start;
            start..start + unit.len()
        };
        if !part.chars().any(is_unspaced) {
            return Self {
                ranges: part.unicode_word_indices().map(at).collect(),
                fewest: FEWEST_WORDS,
            };
        }
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for word in part.unicode_word_indices().map(at) {
            match ranges.last_mut().filter(|last| last.end == word.start) {
                Some(clause) => clause.end = word.end,
                None => ranges.push(word),
            }
        }
        Self { ranges, fewest: 1 }
    }
}

/// A document as a browser compares it.
struct Page<'t> {
    text: &'t str,
    compared: String,
}

impl<'t> Page<'t> {
    fn of(text: &'t str) -> Self {
        let compared = searched(text);
        Self { text, compared }
    }

    /// Whether these words stand there and nowhere else.
    fn is_only_place(&self, words: &Range<usize>) -> bool {
        let words = &self.text[words.clone()];
        can_be_found(words) && self.compared.matches(&searched(words)).count() == 1
    }

    /// Whether these words stand nowhere between `after` and their own place.
    fn is_next_place(&self, after: usize, words: &Range<usize>) -> bool {
        let until_then = searched(&self.text[after..words.end]);
        let words = &self.text[words.clone()];
        can_be_found(words) && until_then.matches(&searched(words)).count() == 1
    }
}

/// Whether a page shows the words as they stand here: on one line, which may be a block of its own,
/// and without Markdown between them.
fn can_be_found(words: &str) -> bool {
    !words.contains(['\n', '\r', '*', '_', '`', '[', ']', '<', '>', '\\', '|'])
}

/// Encodes blanks as one blank, and more than an address needs: `-`, `,` and `&` mean something in a
/// fragment.
fn encoded(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    utf8_percent_encode(&words.join(" "), NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use percent_encoding::percent_decode_str;

    use super::*;
    use crate::corpus;

    /// The fragment for the sentence that begins and ends like this, decoded.
    #[track_caller]
    fn check(article: &str, sentence: &str, expected: Option<&str>) {
        let start = article.find(sentence).expect("the sentence");
        let found = fragment(article, start..start + sentence.len());
        let found = found.map(|fragment| {
            percent_decode_str(&fragment)
                .decode_utf8()
                .expect("UTF-8")
                .into_owned()
        });
        assert_eq!(found.as_deref(), expected, "{article:?}");
    }

    #[test]
    fn a_sentence_is_named_by_its_first_and_last_words() {
        let text = "The cat sat on the mat by night. The cat sat on the mat by day, too.";
        check(
            text,
            text,
            Some("text=The cat sat on the mat by night,by day, too"),
        );
        let first = "The cat sat on the mat by night.";
        check(text, first, Some("text=The cat sat on the mat by night"));
        check(
            text,
            "The cat sat on the mat by day, too.",
            Some("text=The cat sat on the mat by day,too"),
        );
        check("A short one.", "A short one.", Some("text=A short one"));
        check("Twice. Twice.", "Twice.", None);
    }

    #[test]
    fn what_a_browser_takes_for_the_same_is_not_told_apart() {
        let same = "Les états unis. Puis LES ETATS UNIS parlent à tous leurs alliés.";
        let second = "LES ETATS UNIS parlent à tous leurs alliés.";
        check(
            same,
            second,
            Some("text=LES ETATS UNIS parlent,tous leurs alliés"),
        );
        let quotes = "De l'heure du. De l’heure du départ on ne sait plus rien.";
        let second = "De l’heure du départ on ne sait plus rien.";
        check(
            quotes,
            second,
            Some("text=De l’heure du départ,sait plus rien"),
        );
    }

    #[test]
    fn words_without_blanks_are_divided_at_marks_only() {
        let text = "中国成立了组织，并发布了计划。中国成立了别的。";
        check(
            text,
            "中国成立了组织，并发布了计划。",
            Some("text=中国成立了组织,并发布了计划"),
        );
        check(text, "中国成立了别的。", Some("text=中国成立了别的"));
    }

    #[test]
    fn markdown_and_line_breaks_are_gone_around() {
        check(
            "**One** two three four five six.",
            "One** two three four five six.",
            None,
        );
        let lines = "One two three\nfour five six seven eight.";
        check(lines, lines, Some("text=One two three,six seven eight"));
    }

    #[test]
    fn a_page_without_room_for_the_fragment_is_linked_as_it_is() {
        let link_of = |url: &str, body: &str| {
            let article = format!("---\ntitle: T\nurl: {url}\n---\n\n{body}\n");
            let (document, _) = corpus::parse("a.md", article.as_bytes());
            let document = document.expect("a document");
            let passage = &document.passages[0];
            let quote = Quote::cut(&document, passage, Vec::new(), 0.0);
            source_link(&document, &quote)
        };
        let long = format!("https://example.org/{}", "a".repeat(480));
        assert_eq!(
            link_of(&long, "One two three four five six seven."),
            Some(long)
        );
        let longer = format!("https://example.org/{}", "a".repeat(500));
        assert_eq!(link_of(&longer, "One two three."), None);
        let inside = "https://example.org/a#part";
        let expected = "https://example.org/a#part:~:text=One%20two%20three";
        assert_eq!(link_of(inside, "One two three.").as_deref(), Some(expected));
        let twice = "https://example.org/a";
        assert_eq!(link_of(twice, "Same.\n\nSame.").as_deref(), Some(twice));
    }
}
