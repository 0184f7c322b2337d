//! Files of every kind: whatever is in one, it is a document or a problem, and what is quoted of it
//! stands in it.

use verbatim::corpus::{Document, parse};
use verbatim::passage::Passage;

/// One name for each kind of file that is read in its own way, web pages aside.
const NAMES: [&str; 5] = ["a.md", "a.mdx", "a.txt", "a.srt", "a.vtt"];

pub fn check(data: &[u8]) {
    let (choice, bytes) = super::choice(data);
    check_file(NAMES[choice % NAMES.len()], bytes);
}

/// That a file of this name is a document with passages in their order, or has a problem.
pub fn check_file(path: &str, bytes: &[u8]) {
    let (document, problems) = parse(path, bytes);
    assert!(document.is_some() || !problems.is_empty());
    let Some(document) = document else {
        return;
    };
    assert!(!document.passages.is_empty());
    let (mut end, mut counted) = (0, 0);
    for passage in &document.passages {
        let span = passage.span.clone();
        assert!(
            span.start >= end && span.start < span.end,
            "{span:?} after {end}"
        );
        let text = document.text.get(span.clone());
        let text = text.unwrap_or_else(|| panic!("{span:?} is no slice"));
        assert_eq!(text.trim(), text);
        assert!(text.contains(char::is_alphanumeric));
        assert_eq!(passage.paragraph, counted + 1);
        assert!(passage.last_paragraph >= passage.paragraph);
        counted = passage.last_paragraph;
        check_parts(&document, passage);
        if let Ok(file) = std::str::from_utf8(bytes) {
            check_place(&document, passage, file, path);
        }
        end = span.end;
    }
}

/// That a passage stands in its file, on the line that it names; what was made of a web page is
/// another text.
fn check_place(document: &Document, passage: &Passage, file: &str, path: &str) {
    if path.ends_with("html") {
        return;
    }
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let ranges = document.removed.in_file(passage.span.clone());
    let start = ranges.first().map_or(0, |range| range.start);
    assert_eq!(passage.line as usize, 1 + count_lines(&file[..start]));
    let said: String = ranges.into_iter().map(|range| &file[range]).collect();
    let without_ends = |text: &str| text.replace('\n', "");
    assert_eq!(
        without_ends(&said),
        without_ends(&document.text[passage.span.clone()])
    );
}

/// The parts of a passage and its units are in order, disjoint and inside it; what a part stands under
/// comes before it.
fn check_parts(document: &Document, passage: &Passage) {
    assert!(passage.parts.iter().any(|part| part.role.answers()));
    let mut end = passage.span.start;
    for (at, part) in passage.parts.iter().enumerate() {
        assert!(
            end <= part.span.start && part.span.end <= passage.span.end,
            "{:?} {:?}",
            passage,
            document.text
        );
        assert!(document.text.get(part.span.clone()).is_some());
        assert!(part.context.iter().all(|above| *above < at));
        end = part.span.end;
    }
    let mut context = passage.context.iter();
    assert!(context.all(|span| span.end <= passage.span.start));
    let mut end = passage.span.start;
    for unit in document.units(passage) {
        let part = &passage.parts[unit.part].span;
        assert!(end <= unit.span.start && unit.span.start < unit.span.end);
        assert!(part.start <= unit.span.start && unit.span.end <= part.end);
        assert!(document.text.get(unit.span.clone()).is_some());
        end = unit.span.end;
    }
}

/// Lines of an ending as it is written on any system.
fn count_lines(text: &str) -> usize {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .matches('\n')
        .count()
}
