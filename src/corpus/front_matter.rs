//! *Front matter* is what a document's first lines say about it: YAML, TOML or JSON between two
//! lines of marks, a JSON object, header lines (`Title: …`), a title block of pandoc's, the headers
//! of a mail.
//!
//! It never becomes a passage, not even when it is broken: then it is one problem, and the body
//! below it loads all the same.

mod entry;
mod fenced;
mod json;
mod keys;
pub(super) mod mail;
mod titled;
mod toml;
mod written;
mod yaml;

use super::FileProblem;
use crate::language::Language;
pub(super) use entry::{Entry, RawFrontMatter, Value};
use keys::{KEYS, is_ignored, is_known, is_of_publication, keeps_out, may_be_titled, name_of};
pub(super) use written::write;

/// What the front matter says, and where the body below it starts.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    pub(super) language: Option<Language>,
    pub(super) url: Option<String>,
    /// Why the file is kept out of the corpus, if it is.
    pub(super) draft: Option<FileProblem>,
    /// Whether these are the headers of a mail, below which those of others may stand.
    pub(super) is_mail: bool,
    /// The byte position at which the body starts; 0 without front matter.
    pub(super) body: usize,
}

/// Reads the front matter at the top of a file's text.
pub(super) fn read(text: &str) -> (FrontMatter, Vec<FileProblem>) {
    let fenced = fenced::read(text).or_else(|| fenced::read_braces(text));
    let mail = fenced.is_none().then(|| mail::read(text)).flatten();
    let is_mail = mail.is_some();
    let Some(block) = fenced.or(mail).or_else(|| titled::read(text)) else {
        return (FrontMatter::default(), Vec::new());
    };
    let mut front = FrontMatter {
        body: block.body,
        is_mail,
        ..FrontMatter::default()
    };
    let found: Vec<FileProblem> = block
        .entries
        .into_iter()
        .filter_map(|entry| front.set(entry).err())
        .collect();
    // One mistake may break every line below it: it is one problem.
    let problems = match block.broken {
        Some(broken) => vec![broken],
        None => found,
    };
    (front, block.open.into_iter().chain(problems).collect())
}

impl FrontMatter {
    /// Takes one entry, or says what is wrong with it.
    fn set(&mut self, entry: Entry) -> Result<(), FileProblem> {
        let Entry { key, line, value } = entry;
        if is_of_publication(&key) {
            self.publish(&key, line, &value);
            return Ok(());
        }
        if may_be_titled(&key) && self.title.is_none() {
            self.title = value.text_at("title").map(str::to_owned);
        }
        if is_ignored(&key) || value == Value::Nothing && is_known(&key) {
            return Ok(());
        }
        if !is_known(&key) {
            let known = KEYS.join(", ");
            let message = format!(
                "unknown key `{key}` in the front matter; use one of {known}, or remove it"
            );
            return Err(FileProblem::warning(line, message));
        }
        let name = name_of(&key);
        let printed = match value {
            Value::Text(text) => Some(text),
            value if name == "author" => value.names(),
            _ => None,
        };
        let printed = printed.ok_or_else(|| {
            let message =
                format!("`{key}` in the front matter is not a single text; write it on one line");
            FileProblem::new(line, message)
        })?;
        let set = self.set_text(&key, &name, printed);
        set.map_err(|message| FileProblem::new(line, message))
    }

    /// Takes one text, or says what is wrong with it.
    fn set_text(&mut self, key: &str, name: &str, printed: String) -> Result<(), String> {
        match name {
            "title" => self.title = Some(printed),
            "publisher" => self.publisher = Some(printed),
            "author" => self.author = Some(printed),
            // An alias such as `pubdate` gives way to `date` itself.
            "date" if keys::is_alias(key) && self.date.is_some() => {}
            "date" => self.date = Some(printed),
            "url" if is_web_address(&printed) => self.url = Some(printed),
            // A path on a site is no address, because the site's own address is not known.
            "url" if is_relative(&printed) => {}
            "url" => {
                return Err(format!(
                    "`{key}: {printed}` is not a web address that Discord accepts; write one such \
                     as https://example.org/page, with special characters percent-encoded"
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

    /// Notes that the file is no part of the corpus, when a key says so.
    fn publish(&mut self, key: &str, line: u32, value: &Value) {
        if let Some(value) = value.as_text().filter(|value| keeps_out(key, value)) {
            let message = format!(
                "left out because the front matter says `{key}: {value}`; remove that line to \
                 include the file"
            );
            self.draft = Some(FileProblem::warning(line, message));
        }
    }
}

/// Whether `text` is a place on a site, such as `/guides/x/` or `guides/x`.
fn is_relative(text: &str) -> bool {
    let first = text.split(['/', '?', '#']).next().unwrap_or_default();
    let is_path = text.len() > first.len() && !first.contains(['.', ':']);
    text.starts_with(['/', '.', '#']) || is_path && !text.contains(char::is_whitespace)
}

/// Whether `text` is an absolute `http` or `https` address that Discord takes.
///
/// Discord refuses a whole message for one address it does not like, so this is narrower than
/// the standard: a host with a dot in it, no user, no marks that want to be percent-encoded.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let is_web = ["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    let is_forbidden = |c: char| c.is_whitespace() || c.is_control() || "\"<>|\\^`{}".contains(c);
    let authority = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit())
        && port.parse::<u16>().is_ok_and(|port| port > 0);
    is_web
        && !rest.contains(is_forbidden)
        && host.contains('.')
        && host.split('.').all(is_label)
        && is_port
}

#[cfg(test)]
mod tests;
