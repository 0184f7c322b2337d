//! The *numbers* of pages: lines that count them, with the words for that in many languages.

use crate::language::lexicon::ANY;

/// A line that counts pages comes again after at most this many pages.
const MOST_PAGES: u32 = 4;

/// Stands for a number where lines are compared.
pub(super) const NUMBER: char = '\u{1}';

/// The numbers in a line.
fn numbers(line: &str) -> Vec<u32> {
    line.split(|c: char| !c.is_ascii_digit())
        .filter(|word| !word.is_empty())
        .map(|word| word.parse().unwrap_or(u32::MAX))
        .collect()
}

/// A line without its numbers: two lines of the same key differ in nothing else.
pub(super) fn key(line: &str) -> String {
    let mut key = String::new();
    for word in arranged(line).split_whitespace() {
        key.push(' ');
        let mut in_number = false;
        for c in word.chars() {
            let is_digit = c.is_ascii_digit();
            match (is_digit, in_number) {
                (true, true) => {}
                (true, false) => key.push(NUMBER),
                _ => key.extend(c.to_lowercase()),
            }
            in_number = is_digit;
        }
    }
    key
}

/// Whether the first or the last number of each line is above that of the line before, by at most
/// [`MOST_PAGES`], and all other numbers stay; of `Page 3 of 12` that before the last counts, too.
pub(super) fn ascends(texts: &[&str]) -> bool {
    let all: Vec<Vec<u32>> = texts.iter().map(|text| numbers(&arranged(text))).collect();
    let count = all[0].len();
    if count == 0 || all.iter().any(|numbers| numbers.len() != count) {
        return false;
    }
    [0, count.saturating_sub(1), count.saturating_sub(2)]
        .into_iter()
        .any(|slot| {
            all.windows(2).all(|pair| {
                (0..count).all(|at| {
                    let (before, after) = (pair[0][at], pair[1][at]);
                    let is_step = after > before && after - before <= MOST_PAGES;
                    if at == slot { is_step } else { before == after }
                })
            })
        })
}

/// A line with the page's number moved to its end; even pages have it at the start.
fn arranged(line: &str) -> String {
    let mut cells = cells(line);
    if has_page_cell(line) && !cells.last().is_some_and(|cell| is_page(cell)) {
        cells.rotate_left(1);
    }
    cells.join(" ")
}

/// The parts of a line that are set apart.
fn cells(line: &str) -> Vec<String> {
    let line = line.replace("   ", "|").replace(['\t', '•', '·'], "|");
    line.split('|')
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a line has parts set apart of which the first or the last is only a page's number.
pub(super) fn has_page_cell(line: &str) -> bool {
    let cells = cells(line);
    let is_page = |cell: Option<&String>| cell.is_some_and(|cell| is_page(cell));
    cells.len() > 1 && (is_page(cells.first()) || is_page(cells.last()))
}

/// Whether a line is only a page's number, perhaps with the word for it: `- 3 -`, `Seite 3`.
pub(super) fn is_page(line: &str) -> bool {
    let words = words(line);
    (1..=2).contains(&numbers(line).len())
        && words
            .iter()
            .all(|word| ANY.pages.page.contains(word) || ANY.pages.of.contains(word))
}

/// Whether a line is, or ends or starts with, the number of a page and of all pages.
pub(super) fn is_page_of(line: &str) -> bool {
    let numbers = numbers(line);
    let is_within = |pair: &[u32]| pair[0] >= 1 && pair[0] <= pair[1] && pair[1] < 10_000;
    let has_of = || words(line).iter().any(|word| ANY.pages.of.contains(word));
    numbers.windows(2).any(is_within)
        && (is_page(line) && numbers.len() == 2 || has_page_word(line) && has_of())
}

/// Whether a word for a page is in a line.
pub(super) fn has_page_word(line: &str) -> bool {
    words(line).iter().any(|word| ANY.pages.page.contains(word))
}

/// Whether a line is a number between dashes.
pub(super) fn is_bare_number(line: &str) -> bool {
    line.trim_matches(['-', '–', '—', ' '])
        .bytes()
        .all(|byte| byte.is_ascii_digit())
}

/// The words of a line that are no numbers, in lower case; a mark between blanks is one.
pub(super) fn words(line: &str) -> Vec<String> {
    let line = line.to_lowercase();
    let is_word = |c: char| !c.is_whitespace() && !c.is_ascii_digit();
    line.split(|c: char| !is_word(c))
        .map(|word| word.trim_matches(['.', ',', '-', '–', '—', '|', '[', ']', '(', ')', ':']))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
