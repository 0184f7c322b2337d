//! A *style sheet* in the page says what of it is not shown and what stands in a line of its own.
//!
//! Only rules for one element by its name, class and id are read: they are what hides boxes. A rule
//! for a small screen, for a state, or for an element within another says nothing certain of a page.

use std::collections::HashMap;

use super::tree::{Id, Tree};

/// More rules than these are not kept.
const MOST_RULES: usize = 20_000;

/// More rules for one class or id are not kept.
const MOST_ALIKE: usize = 100;

/// How an element is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    /// Not at all.
    Hidden,
    /// In lines of its own.
    Block,
    /// In the line.
    Inline,
}

/// The rules of a page, by the class or id that they end in.
#[derive(Debug, Default)]
pub(super) struct StyleSheet {
    rules: HashMap<String, Vec<Rule>>,
    count: usize,
}

#[derive(Debug)]
struct Rule {
    element: String,
    /// Classes with a dot before them and ids with a hash.
    names: Vec<String>,
    display: Display,
}

impl StyleSheet {
    /// The rules of all `<style>` elements.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut style = Self::default();
        let sheets = tree.below(super::tree::DOCUMENT);
        for sheet in sheets.filter(|&id| tree.name(id) == "style") {
            let is_for_screens = tree
                .attribute(sheet, "media")
                .is_none_or(|media| matches!(media, "" | "all" | "screen"));
            if is_for_screens {
                style.read(&tree.text_of(sheet));
            }
        }
        style
    }

    fn read(&mut self, sheet: &str) {
        let sheet = without_comments(sheet);
        let (mut rest, mut depth) = (sheet.as_str(), 0_usize);
        while let Some(at) = rest.find(['{', '}', ';']) {
            let (text, mark) = (rest[..at].trim(), rest.as_bytes()[at]);
            rest = &rest[at + 1..];
            match mark {
                b'{' if depth == 0 && !text.starts_with('@') => {
                    let end = rest.find('}').unwrap_or(rest.len());
                    if let Some(display) = display(&rest[..end]) {
                        self.keep(text, display);
                    }
                    rest = rest.get(end + 1..).unwrap_or_default();
                }
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }

    fn keep(&mut self, selectors: &str, display: Display) {
        for selector in selectors.split(',').map(str::trim) {
            let is_name = |c: char| c.is_alphanumeric() || "-_.#".contains(c);
            let start = selector.find(['.', '#']);
            let Some(start) = start.filter(|_| selector.chars().all(is_name)) else {
                continue;
            };
            let mut names: Vec<String> = Vec::new();
            for c in selector[start..].chars() {
                if ".#".contains(c) {
                    names.push(String::new());
                }
                names.last_mut().into_iter().for_each(|name| name.push(c));
            }
            let Some(last) = names.pop() else { continue };
            self.count += 1;
            if self.count > MOST_RULES {
                return;
            }
            let element = selector[..start].to_ascii_lowercase();
            let rules = self.rules.entry(last).or_default();
            if rules.len() < MOST_ALIKE {
                rules.push(Rule {
                    element,
                    names,
                    display,
                });
            }
        }
    }

    /// What the page's rules and the element's own attribute say of an element, when they say
    /// something.
    pub(super) fn display(&self, tree: &Tree, id: Id) -> Option<Display> {
        tree.attribute(id, "style")
            .and_then(display)
            .or_else(|| self.by_rules(tree, id))
    }

    fn by_rules(&self, tree: &Tree, id: Id) -> Option<Display> {
        if self.rules.is_empty() {
            return None;
        }
        let classes = tree.attribute(id, "class").unwrap_or_default();
        let classes = classes
            .split_ascii_whitespace()
            .map(|part| format!(".{part}"));
        let ids = tree.attribute(id, "id").map(|part| format!("#{part}"));
        let names: Vec<String> = classes.chain(ids).collect();
        let rules = names.iter().filter_map(|name| self.rules.get(name));
        let fits = |rule: &&Rule| {
            (rule.element.is_empty() || rule.element == tree.name(id))
                && rule.names.iter().all(|name| names.contains(name))
        };
        rules.flatten().rfind(fits).map(|rule| rule.display)
    }
}

fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once("*/").map_or("", |(_, after)| after));
    }
    text
}

/// What a list of declarations says.
fn display(declarations: &str) -> Option<Display> {
    let mut found = None;
    let (mut is_clipped, mut is_placed) = (false, false);
    for declaration in declarations.split(';') {
        let Some((property, value)) = declaration.split_once(':') else {
            continue;
        };
        let value = value.trim().to_ascii_lowercase();
        let value = value.trim_end_matches("!important").trim();
        match (property.trim().to_ascii_lowercase().as_str(), value) {
            ("display", "none") | ("visibility", "hidden" | "collapse") => {
                return Some(Display::Hidden);
            }
            ("display", "block" | "flex" | "grid" | "table" | "list-item") => {
                found = Some(Display::Block);
            }
            ("display", _) => found = Some(Display::Inline),
            ("clip", value) if value.starts_with("rect(") => is_clipped = true,
            ("clip-path", value) if value.starts_with("inset(50%") => is_clipped = true,
            ("left" | "text-indent" | "top", value) if is_far(value) => is_clipped = true,
            ("position", "absolute" | "fixed") => is_placed = true,
            _ => {}
        }
    }
    if is_clipped && is_placed {
        return Some(Display::Hidden);
    }
    found
}

/// Whether a length is so far to the left that nothing is seen: `-9999px`.
fn is_far(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or_default();
    digits.bytes().take_while(u8::is_ascii_digit).count() >= 4
}
