//! *Front matter* is what a document's first lines say about it: YAML between two lines `---`.
//!
//! It never becomes a passage, not even when it is broken: then it is one fault, and the body
//! below it loads all the same.

mod yaml;

use std::ops::Range;

use super::Fault;
use super::lines::lines;
use crate::language::Language;
use yaml::Value;

/// The keys that are read.
const KEYS: [&str; 6] = ["title", "publisher", "author", "date", "language", "url"];

/// What the front matter says, and where the body below it starts.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    pub(super) language: Option<Language>,
    pub(super) url: Option<String>,
    /// The byte position at which the body starts; 0 without front matter.
    pub(super) body: usize,
}

/// Reads the front matter at the top of a file's text.
pub(super) fn read(text: &str) -> (FrontMatter, Vec<Fault>) {
    let Some(block) = find_block(text) else {
        return (FrontMatter::default(), Vec::new());
    };
    let mut front = FrontMatter {
        body: block.body,
        ..FrontMatter::default()
    };
    let mut faults = Vec::new();
    if !block.closed {
        let message = "the front matter has no end; write a line `---` below its last key";
        faults.push(Fault::new(block.first_line - 1, message));
    }
    let file_line = |line: u32| block.first_line.saturating_add(line - 1);
    match yaml::entries(&text[block.yaml]) {
        Ok(entries) => {
            for entry in entries {
                if let Err(message) = front.set(&entry.key, entry.value) {
                    faults.push(Fault::new(file_line(entry.line), message));
                }
            }
        }
        Err(broken) => {
            let message = format!(
                "the front matter is not valid YAML ({}); write `key: text` lines, and a text \
                 with a colon or quotes in it between quotes",
                broken.reason
            );
            faults.push(Fault::new(file_line(broken.line), message));
        }
    }
    (front, faults)
}

/// Where the front matter is.
struct Block {
    yaml: Range<usize>,
    /// The file's line on which the YAML starts, from 2.
    first_line: u32,
    closed: bool,
    body: usize,
}

/// Finds the front matter.
///
/// A line `---` may also be a ruler above the first paragraph. It opens front matter when the
/// next line is not blank, and either starts with a key or belongs to a block without blank lines
/// that a second `---` closes.
fn find_block(text: &str) -> Option<Block> {
    let mut rows = (1..)
        .zip(lines(text))
        .map(|(number, row)| (number, row.clone(), &text[row]))
        .skip_while(|(.., row)| row.trim().is_empty())
        .peekable();
    let is_end = |row: &str| matches!(row.trim_end(), "---" | "...");
    rows.next().filter(|(.., row)| row.trim_end() == "---")?;
    let (first_line, first, first_row) = rows.peek()?.clone();
    if first_row.trim().is_empty() {
        return None;
    }
    let rows: Vec<_> = rows.collect();
    let key = rows.iter().find(|(.., row)| !row.starts_with('#'));
    let key = key.and_then(|(.., row)| key_of(row));
    let end = rows.iter().position(|(.., row)| is_end(row));
    let blank = rows.iter().position(|(.., row)| row.trim().is_empty());
    let body_after = |at: usize| rows.get(at + 1).map_or(text.len(), |(_, row, _)| row.start);
    match (end, blank) {
        (Some(end), blank) if key.is_some() || blank.is_none_or(|blank| end < blank) => {
            Some(Block {
                yaml: first.start..rows[end].1.start,
                first_line,
                closed: true,
                body: body_after(end),
            })
        }
        (None, blank) if key.is_some_and(is_known) => {
            let end = blank.map_or(text.len(), |blank| rows[blank].1.start);
            Some(Block {
                yaml: first.start..end,
                first_line,
                closed: false,
                body: end,
            })
        }
        _ => None,
    }
}

/// The key a line starts with.
fn key_of(row: &str) -> Option<&str> {
    let (key, rest) = row.split_once(':')?;
    let key = key.trim_end();
    let is_key = key
        .chars()
        .all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    let is_end = rest.is_empty() || rest.starts_with([' ', '\t']);
    (is_key && is_end && !key.is_empty()).then_some(key)
}

fn is_known(key: &str) -> bool {
    KEYS.contains(&key.to_lowercase().as_str())
}

impl FrontMatter {
    /// Takes one entry, or says what is wrong with it.
    fn set(&mut self, key: &str, value: Value) -> Result<(), String> {
        let name = key.to_lowercase();
        if !is_known(&name) {
            let known = KEYS.join(", ");
            return Err(format!(
                "unknown key `{key}` in the front matter; use one of {known}, or remove it"
            ));
        }
        let printed = match value {
            Value::Text(text) => text,
            Value::Nothing => return Ok(()),
            Value::Nested => {
                return Err(format!(
                    "`{key}` in the front matter is not one text; write it in one line"
                ));
            }
        };
        match name.as_str() {
            "title" => self.title = Some(printed),
            "publisher" => self.publisher = Some(printed),
            "author" => self.author = Some(printed),
            "date" => self.date = Some(printed),
            "url" if is_web_address(&printed) => self.url = Some(printed),
            "url" => {
                return Err(format!(
                    "`{key}: {printed}` is no web address; write one that starts with https:// \
                     or http://"
                ));
            }
            _ => {
                self.language = Some(Language::from_tag(&printed).ok_or_else(|| {
                    format!("unknown language `{printed}`; write its code, such as `en` or `fr`")
                })?);
            }
        }
        Ok(())
    }
}

/// Whether `text` is an absolute `http` or `https` address with a host.
fn is_web_address(text: &str) -> bool {
    let rest = text.split_once("://").and_then(|(scheme, rest)| {
        let is_web = ["http", "https"]
            .iter()
            .any(|it| scheme.eq_ignore_ascii_case(it));
        is_web.then_some(rest)
    });
    rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
            && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The front matter's values, and the faults as `line: start of the message`.
    fn check(text: &str, values: &[(&str, &str)], body: &str, faults: &[&str]) {
        let (front, found) = read(text);
        let language = front.language.map(|language| language.code().to_owned());
        let all = [
            ("title", front.title),
            ("publisher", front.publisher),
            ("author", front.author),
            ("date", front.date),
            ("language", language),
            ("url", front.url),
        ];
        let set: Vec<(&str, &str)> = all
            .iter()
            .filter_map(|(key, value)| Some((*key, value.as_deref()?)))
            .collect();
        assert_eq!(set, values, "{text:?}");
        assert_eq!(&text[front.body..], body, "{text:?}");
        let found: Vec<String> = found
            .iter()
            .map(|fault| format!("{}: {}", fault.line, fault.message))
            .collect();
        assert_eq!(found.len(), faults.len(), "{text:?}: {found:?}");
        for (found, fault) in found.iter().zip(faults) {
            assert!(found.starts_with(fault), "{text:?}: {found}");
        }
    }

    #[test]
    fn values_are_as_printed() {
        check("", &[], "", &[]);
        check("No front matter", &[], "No front matter", &[]);
        check("---\n---\nBody", &[], "Body", &[]);
        check("---\n# only a comment\n---\n", &[], "", &[]);
        check(
            "---\ndate: 2024-08-04\n---\nB",
            &[("date", "2024-08-04")],
            "B",
            &[],
        );
        check("---\ndate: 4 août\n---\nB", &[("date", "4 août")], "B", &[]);
        check("---\ndate: 2024\n...\nB", &[("date", "2024")], "B", &[]);
        check(
            "---\ndate: 04.10 # printed so\n---\n",
            &[("date", "04.10")],
            "",
            &[],
        );
        check("---\ntitle: yes\n---\n", &[("title", "yes")], "", &[]);
        check("---\ntitle: 'A : b'\n---\n", &[("title", "A : b")], "", &[]);
        check(
            "---\ntitle: \"été \\u00e9\"\n---\n",
            &[("title", "été é")],
            "",
            &[],
        );
        check(
            "---\ntitle: >\n  two\n  rows\n---\n",
            &[("title", "two rows")],
            "",
            &[],
        );
        check("---\ntitle: ~\nauthor:\n---\n", &[], "", &[]);
        check(
            "---\r\ntitle: T\r\ndate: 010\r\n---\r\nB",
            &[("title", "T"), ("date", "010")],
            "B",
            &[],
        );
        check("---\rtitle: T\r---\rB", &[("title", "T")], "B", &[]);
        check("\n\n---\nTitle: T\n---\nB", &[("title", "T")], "B", &[]);
        check(
            "---\nlanguage: fr-CA\n---\n",
            &[("language", "fr")],
            "",
            &[],
        );
        check(
            "---\nlanguage: Français\n---\n",
            &[("language", "fr")],
            "",
            &[],
        );
        check("---\nlanguage: no\n---\n", &[("language", "no")], "", &[]);
        check(
            "---\nurl: https://a.example/b\n---\n",
            &[("url", "https://a.example/b")],
            "",
            &[],
        );
        check(
            "---\nurl: HTTP://a.example\n---\n",
            &[("url", "HTTP://a.example")],
            "",
            &[],
        );
    }

    #[test]
    fn faults_name_line_and_key() {
        let t = [("title", "T")];
        check(
            "---\ntitle: T\ntags: [a]\n---\nB",
            &t,
            "B",
            &["3: unknown key `tags`"],
        );
        check(
            "---\nauthor: [a, b]\ntitle: T\n---\nB",
            &t,
            "B",
            &["2: `author`"],
        );
        check("---\n\nB", &[], "---\n\nB", &[]);
        check(
            "\n---\ntitle: T\nurl: ftp://a\n---\n",
            &t,
            "",
            &["4: `url: ftp://a`"],
        );
        check(
            "---\nurl: javascript:alert(1)\n---\n",
            &[],
            "",
            &["2: `url: javascript"],
        );
        check("---\nurl: https://\n---\n", &[], "", &["2: `url"]);
        check(
            "---\nlanguage: klingon\n---\n",
            &[],
            "",
            &["2: unknown language `klingon`"],
        );
        check("---\ndate: {a: b}\n---\n", &[], "", &["2: `date`"]);
    }

    #[test]
    fn broken_front_matter_is_one_fault_and_no_body() {
        let broken = "the front matter is not valid YAML";
        let at = |line: u32| format!("{line}: {broken}");
        check("---\ntitle: a: b\n---\nB", &[], "B", &[&at(2)]);
        check("---\nauthor: x\ntitle: [a\n---\nB", &[], "B", &[&at(3)]);
        check("---\ntitle: \"a\n---\nB", &[], "B", &[&at(2)]);
        check("---\ntitle: a\ntitle: b\n---\nB", &[], "B", &[&at(3)]);
        check("---\n- a\n- b\n---\nB", &[], "B", &[&at(2)]);
        check("---\njust text\n---\nB", &[], "B", &[&at(2)]);
        check("---\ntitle: *nowhere\n---\nB", &[], "B", &[&at(2)]);
    }

    #[test]
    fn a_ruler_is_no_front_matter_and_an_end_may_be_missing() {
        check("---\nA text.\n\n---\nB", &[], "---\nA text.\n\n---\nB", &[]);
        check("---\nNote: a text", &[], "---\nNote: a text", &[]);
        let missing = "1: the front matter has no end";
        check("---\ntitle: T\n\nB", &[("title", "T")], "\nB", &[missing]);
        check("---\ntitle: T", &[("title", "T")], "", &[missing]);
    }

    #[test]
    fn hostile_yaml_ends_soon() {
        let deep = format!("---\ntitle: {}\n---\nB", "[".repeat(100_000));
        assert_eq!(read(&deep).1.len(), 1);
        let bomb: Vec<String> = (1..40)
            .map(|level| {
                let alias = format!("*a{}, ", level - 1).repeat(9);
                format!("a{level}: &a{level} [{alias}]\n")
            })
            .collect();
        let bomb = format!("---\na0: &a0 [x]\n{}---\nB", bomb.concat());
        assert!(!read(&bomb).1.is_empty());
    }
}
