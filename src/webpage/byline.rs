//! A *byline* is what stands between the title and the text of a web page: publisher, date and
//! reading time, often as a list.

use crate::language::lexicon::ANY;
use crate::language::normalise::composed;

use super::boilerplate::{is_boilerplate, is_reading_time, is_time_word, words};

/// What a byline tells, and which lines it takes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Byline {
    pub(crate) publisher: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) date: Option<String>,
    /// The positions of its lines among those that were looked at.
    pub(crate) lines: Vec<usize>,
}

/// More lines than these are no byline.
const MOST_LINES: usize = 8;

/// A longer line, in bytes, is no part of a byline.
const LONGEST_LINE: usize = 90;

/// Looks for a byline in the lines below the title.
///
/// A date, a reading time or a button's label is told by its words, and beside one of them so is
/// an author ("By Ann Lee"). One other line is the
/// publisher when it stands among both a date and a reading time; else it is left to the text.
pub(crate) fn read<'t>(lines: impl Iterator<Item = &'t str>) -> Byline {
    let short: Vec<&str> = lines
        .take(MOST_LINES)
        .take_while(|line| line.len() <= LONGEST_LINE && (!line.ends_with('.') || is_date(line)))
        .collect();
    let is_sure = |line: &&str| is_date(line) || is_boilerplate(line);
    let is_known = |line: &&str| is_sure(line) || author_of(line).is_some();
    let end = short.iter().rposition(is_known);
    let end = end.filter(|_| short.iter().any(is_sure));
    let byline = &short[..end.map_or(0, |last| last + 1)];

    let date = byline.iter().find(|line| is_date(line));
    let author = byline.iter().find_map(|line| author_of(line));
    // Beside an author, a line above may as well be the article's title.
    let is_whole =
        author.is_none() && date.is_some() && byline.iter().any(|line| is_reading_time(line));
    let mut others = byline.iter().filter(|line| !is_known(line));
    let publisher = match (others.next(), others.next()) {
        (Some(other), None) if is_whole => Some(other),
        _ => None,
    };
    Byline {
        publisher: publisher.map(|line| without_bullet(line).to_owned()),
        author: author.map(str::to_owned),
        date: date.map(|line| without_bullet(line).to_owned()),
        lines: (0..byline.len())
            .filter(|&at| is_known(&byline[at]) || publisher == Some(&byline[at]))
            .collect(),
    }
}

/// A line without the mark that makes it a list's item.
fn without_bullet(line: &str) -> &str {
    line.trim_start_matches(['-', '*', '•', '·', '–', '|'])
        .trim()
}

/// The author a line names, when it does nothing else: `By Ann Lee`, `홍길동 기자`.
pub(crate) fn author_of(line: &str) -> Option<&str> {
    let line = without_bullet(line);
    if let Some(name) = ANY
        .web
        .reporters
        .iter()
        .find_map(|name| line.strip_suffix(name))
    {
        let name = name.trim_end();
        let is_name = name.chars().all(|c| c.is_alphabetic() || c == ' ');
        return (is_name && (2..=5).contains(&name.chars().count())).then_some(name);
    }
    let (by, names) = line.split_once(' ')?;
    let is_by = ANY.web.by.contains(&by.to_lowercase());
    // Names have capitals; what may stand between them is short ("and", "et", "van").
    let is_name = |word: &str| {
        let is_short = word.chars().count() <= 3;
        word.starts_with(char::is_uppercase) || is_short && word.chars().all(char::is_alphabetic)
    };
    let names = names.trim();
    let is_named = names.starts_with(char::is_uppercase) && names.split(' ').all(is_name);
    (is_by && is_named && names.split(' ').count() <= 8).then_some(names)
}

/// Whether a word names a month in a line that is only a date.
pub(crate) fn is_month(word: &str) -> bool {
    let dates = &ANY.dates;
    [
        &dates.months,
        &dates.months_beside_numbers,
        &dates.months_in_bylines,
    ]
    .iter()
    .any(|months| months.contains(word))
}

/// Whether a word may stand beside the month in such a line.
fn is_beside_months(word: &str) -> bool {
    let (dates, web) = (&ANY.dates, &ANY.web);
    [
        &dates.weekdays,
        &dates.weekdays_in_bylines,
        &web.beside_dates,
        &web.published,
    ]
    .iter()
    .any(|words| words.contains(word))
}

/// The short names of time zones, which stand behind a time of day.
const ZONES: [&str; 20] = [
    "edt", "est", "cdt", "cst", "mdt", "mst", "pdt", "pst", "hst", "akst", "akdt", "bst", "ist",
    "aest", "aedt", "jst", "kst", "msk", "wib", "sgt",
];

/// Whether a day and a year stand in a line, and little else than names.
pub(crate) fn has_day(line: &str) -> bool {
    let lengths: Vec<usize> = words(line)
        .filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
        .map(str::len)
        .collect();
    let is_short = line.split_whitespace().count() <= 12;
    is_short && lengths.contains(&4) && lengths.iter().any(|&length| length <= 2)
}

/// Whether all words of a text may stand in a byline beside names.
pub(crate) fn are_words(text: &str) -> bool {
    let text = composed(text).to_lowercase();
    words(&text).all(|word| {
        let is_number = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        is_number
            || is_month(word)
            || is_beside_months(word)
            || ANY.web.beside_names.contains(word)
            || ZONES.contains(&word)
            || is_time_word(word)
    })
}

/// Whether a line only says when something was last changed: `Last updated 3 days ago`.
pub(crate) fn is_change(line: &str) -> bool {
    let has_number = line.contains(|c: char| c.is_ascii_digit());
    line.len() <= LONGEST_LINE && has_number && says_published(line) && are_words(line)
}

/// Whether a line says of its date that it is when something was published.
pub(crate) fn says_published(line: &str) -> bool {
    let line = composed(line).to_lowercase();
    words(&line).any(|word| ANY.web.published.contains(word))
}

/// Whether a line is a date and nothing else, as far as its words tell.
pub(crate) fn is_date(line: &str) -> bool {
    if line.len() > LONGEST_LINE {
        return false;
    }
    let line = composed(line).to_lowercase();
    let (mut months, mut numbers) = (0, Vec::new());
    for word in words(&line) {
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers.push(word);
        } else if is_month(word) {
            months += 1;
        } else if !is_beside_months(word) {
            return false;
        }
    }
    if months > 0 {
        return months == 1
            && !numbers.is_empty()
            && numbers.iter().all(|number| number.len() <= 4);
    }
    // Without a month's name, only year, month and day between marks are a date.
    match numbers.as_slice() {
        [first, month, last, ..] => {
            let is_year = |number: &str| number.len() == 4;
            month.len() <= 2
                && (is_year(first) && last.len() <= 2 || first.len() <= 2 && is_year(last))
                && line.contains(['-', '/', '.'])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_by_their_words() {
        for line in [
            "4 août",
            "- 4 août",
            "4 août 2025",
            "August 4th, 2025",
            "Mon, 4 Aug 2025 10:15 GMT",
            "Publié le 4 août 2025 à 10 h 15",
            "4. August 2025",
            "4 de agosto de 2025",
            "2025-08-04",
            "04/08/2025",
            "4.8.2025 10:15",
            "2025年8月4日",
            "2025년 8월 4일",
            "8월 4일",
            "입력 2025.10.03 10:15",
            "수정 : 2025.10.03. 오전 11:20",
            "4 августа 2025 г.",
        ] {
            assert!(is_date(line), "{line}");
        }
        for line in [
            "",
            "2033",
            "4 800",
            "May",
            "August in Paris",
            "4 men in 2033",
            "Le 4 août, Pékin a lancé une organisation",
            "1.2.3",
            "from 4 May to 5 June",
        ] {
            assert!(!is_date(line), "{line}");
        }
    }

    #[test]
    fn a_byline_is_read_only_when_it_is_safe() {
        let check = |lines: &[&str], publisher: Option<&str>, date: Option<&str>, at: &[usize]| {
            let found = read(lines.iter().copied());
            assert_eq!(found.publisher.as_deref(), publisher, "{lines:?}");
            assert_eq!(found.date.as_deref(), date, "{lines:?}");
            assert_eq!(found.lines, at, "{lines:?}");
        };
        let text =
            "A paragraph that is long enough not to be a part of any byline, with a full stop.";
        check(
            &["- Next News", "- 4 août", "- 3 min de lecture", text],
            Some("Next News"),
            Some("4 août"),
            &[0, 1, 2],
        );
        check(&["4 August 2025", text], None, Some("4 August 2025"), &[0]);
        check(&["5 min read", "A heading", text], None, None, &[0]);
        check(
            &["Ann Lee", "4 August 2025", text],
            None,
            Some("4 August 2025"),
            &[1],
        );
        check(
            &["The Post", "Ann Lee", "4 August", "3 min read", text],
            None,
            Some("4 August"),
            &[2, 3],
        );
        check(&["- one", "- two"], None, None, &[]);
        check(
            &["By Ann Lee and Bo Ek", "4 August 2025.", text],
            None,
            Some("4 August 2025."),
            &[0, 1],
        );
        check(&["By the river", "4 May", text], None, Some("4 May"), &[1]);
        check(&["by Ann Lee", text], None, None, &[]);
        check(&[text], None, None, &[]);
        check(&[], None, None, &[]);
    }
}
