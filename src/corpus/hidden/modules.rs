//! *Modules*: what MDX has of a program. Lines that import or export, and lines that hold nothing but
//! tags of components.

use std::ops::Range;

use super::{Page, Row};
use crate::corpus::lines::lines;

/// The most lines of an import or an export.
const MOST_LINES: usize = 300;

/// The most characters of a tag.
const LONGEST_TAG: usize = 2_000;

/// Code of MDX in these lines.
pub(super) fn find(page: &Page, rows: &[Row]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for row in rows {
        let seen = found.last().map_or(0, |last| last.end);
        if row.content.start < seen {
            continue;
        }
        // Between an import and the next there is no blank line.
        let starts = row.content.start == row.line.start
            && (!row.below_text || page.text[seen..row.line.start].trim().is_empty());
        let end = statement(&page.text[row.content.start..])
            .filter(|_| starts)
            .or_else(|| tags(&page.text[row.content.start..]));
        found.extend(end.map(|end| row.content.start..row.content.start + end));
    }
    found
}

/// The length of the import or export that a text starts with.
fn statement(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix("import") {
        return imported(rest).map(|length| "import".len() + length);
    }
    let rest = text.strip_prefix("export")?;
    if !is_exported(rest) {
        return None;
    }
    let mut first_blank = None;
    let mut code = Code::default();
    for row in lines(text).take(MOST_LINES) {
        let line = &text[row.clone()];
        if line.trim().is_empty() {
            first_blank.get_or_insert(row.start);
        }
        code.read(line);
        if code.is_closed() {
            return Some(row.end);
        }
    }
    // It never closes: then it is as long as its paragraph.
    Some(first_blank.unwrap_or(text.len()))
}

/// The length of what is imported, up to the end of the line that names a module.
fn imported(text: &str) -> Option<usize> {
    let mut end = 0;
    for row in lines(text).take(MOST_LINES) {
        let line = text[row.clone()].trim();
        if line.is_empty() {
            return None;
        }
        end = row.end;
        if line.trim_end_matches(';').ends_with(['\'', '"']) {
            break;
        }
    }
    let said = text[..end].trim_end().trim_end_matches(';');
    let quote = said
        .chars()
        .next_back()
        .filter(|c| matches!(c, '\'' | '"'))?;
    let clause = said[..said.len() - 1].rsplit_once(quote)?.0;
    let clause = clause.trim();
    if clause.is_empty() {
        return Some(end);
    }
    let names = clause.strip_suffix("from")?;
    let is_named = |c: char| c.is_alphanumeric() || c.is_whitespace() || "{}*,_$".contains(c);
    let is_one = names.contains(['{', '*', ',']) || names.split_whitespace().count() <= 2;
    let is_apart = text.starts_with([' ', '{', '*', '\t']);
    (is_one && is_apart && names.chars().all(is_named)).then_some(end)
}

/// Whether what stands behind `export` is code and no sentence.
fn is_exported(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix([' ', '\t']).map(str::trim_start) else {
        return false;
    };
    let line = rest.lines().next().unwrap_or_default().trim_end();
    let (first, after) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    match first {
        "const" | "let" | "var" => after.contains('='),
        "type" | "interface" | "enum" => after.contains(['=', '{']),
        "function" | "class" => after.contains(['(', '{']),
        "async" => after.starts_with("function"),
        "default" => {
            let is_code = ["function", "class", "async "]
                .iter()
                .any(|keyword| after.starts_with(keyword));
            let is_name = |text: &str| {
                text.chars()
                    .all(|c| c.is_alphanumeric() || "_$.".contains(c))
            };
            is_code || after.contains(['(', '{', '=']) || is_name(after.trim_end_matches(';'))
        }
        _ => first.starts_with('{') || first == "*" && after.contains("from"),
    }
}

/// A piece of code as far as it was read.
#[derive(Default)]
struct Code {
    /// How many brackets are open.
    depth: i32,
    /// Whether a string over several lines is open.
    is_template: bool,
    /// Whether something is expected behind the last line.
    goes_on: bool,
}

impl Code {
    fn read(&mut self, line: &str) {
        let mut quote = self.is_template.then_some('`');
        let mut before = ' ';
        for c in line.chars() {
            match quote {
                Some(open) if c == open && before != '\\' => quote = None,
                Some(_) => {}
                None => match c {
                    '\'' | '"' | '`' => quote = Some(c),
                    '(' | '[' | '{' => self.depth += 1,
                    ')' | ']' | '}' => self.depth -= 1,
                    _ => {}
                },
            }
            before = c;
        }
        // Another string ends with its line at the latest.
        self.is_template = quote == Some('`');
        let line = line.trim_end();
        if !line.is_empty() {
            let expecting = ['=', ',', '+', '?', ':', '&', '|'];
            self.goes_on = line.ends_with(expecting) || line.ends_with("=>");
        }
    }

    fn is_closed(&self) -> bool {
        self.depth <= 0 && !self.is_template && !self.goes_on
    }
}

/// The length of the tags of components that a text starts with, when nothing else is on their lines.
fn tags(text: &str) -> Option<usize> {
    let line_end = |from: usize| {
        let end = text[from..].find(['\n', '\r']);
        end.map_or(text.len(), |at| from + at)
    };
    let (mut end, mut line) = (0, 0);
    loop {
        end += tag(&text[end..])?;
        if end > line {
            line = line_end(end);
        }
        let rest = text[end..line].trim_start();
        if rest.is_empty() {
            return Some(line);
        }
        end = line - rest.len();
    }
}

/// The length of the tag of a component that a text starts with: its name has a capital or a dot, or
/// a value is in braces, which no tag of HTML has.
fn tag(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('<')?;
    if rest.starts_with('>') || rest.starts_with("/>") {
        return rest.find('>').map(|at| at + 2);
    }
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let after = name.trim_start_matches(is_name);
    let name = &name[..name.len() - after.len()];
    let end = tag_end(after)?;
    let is_component = name.starts_with(|c: char| c.is_ascii_uppercase()) || name.contains('.');
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && after.starts_with(|c: char| c.is_whitespace() || c == '/' || c == '>')
        && (is_component || after[..end].contains("={"));
    is_tag.then_some(text.len() - after.len() + end)
}

/// Where a tag ends, behind its `>`, which is neither in a string nor in braces.
fn tag_end(attributes: &str) -> Option<usize> {
    let mut depth = 0_u32;
    let mut quote = None;
    let mut is_blank = false;
    for (at, c) in attributes.char_indices().take(LONGEST_TAG) {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None => match c {
                '\'' | '"' | '`' => quote = Some(c),
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                '>' if depth == 0 => return Some(at + 1),
                '<' if depth == 0 => return None,
                _ => {}
            },
        }
        // A paragraph's end is the end of everything in it.
        if c == '\n' && is_blank && depth == 0 {
            return None;
        }
        is_blank = c == '\n' || is_blank && c.is_whitespace();
    }
    None
}
