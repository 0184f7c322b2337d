//! A *formula* (`MathML`, or the image of one) is told as its source in TeX where the page has
//! that, else as its characters, with raised and lowered digits marked as such. One whose characters
//! alone would be another formula, such as a root, is a gap.

use super::simplified::escaped;
use super::tokens::Tag;

/// Elements whose content says the same without them, or as it is written here.
#[rustfmt::skip]
const PLAIN: [&str; 12] = [
    "mfrac", "mi", "mn", "mo", "mpadded", "mrow", "mspace", "mstyle", "msub", "msup", "mtext",
    "semantics",
];

/// What stands for a formula that cannot be told.
const GAP: &str = "[…]";

/// A `<math>` element while it is read.
#[derive(Default)]
pub(super) struct Formula {
    /// What the element says it is in words or TeX.
    told: String,
    html: String,
    /// The open elements in it.
    open: Vec<Part>,
    /// Its characters alone would be another formula.
    unclear: bool,
    /// Where a fraction has ended, right at the end of what is written.
    fraction: Option<usize>,
}

struct Part {
    name: String,
    /// How many elements have begun in it.
    parts: usize,
    /// The end tag to be written behind it.
    end: &'static str,
    /// Where its content begins.
    start: usize,
    /// Whether something is raised or lowered behind it.
    is_base: bool,
    /// Whether it is an annotation, and one in TeX.
    annotation: Option<bool>,
}

impl Formula {
    pub(super) fn of(tag: &Tag) -> Self {
        Self {
            told: tag.attribute("alttext").map(plain).unwrap_or_default(),
            ..Self::default()
        }
    }

    pub(super) fn open(&mut self, tag: &Tag) {
        if tag.is_void() {
            return;
        }
        let is_annotated = self.is_annotated();
        let around = self.open.last_mut().map(|it| {
            it.parts += 1;
            (it.name.as_str(), it.parts)
        });
        let (start, end) = match around {
            Some(("msup", 2)) => ("<sup>", "</sup>"),
            Some(("msub", 2)) => ("<sub>", "</sub>"),
            Some(("mfrac", 2)) => ("/", ""),
            _ => ("", ""),
        };
        let name = tag.name().to_owned();
        let is_in_fraction = matches!(around, Some(("mfrac", _)));
        let is_single = matches!(name.as_str(), "mi" | "mn");
        self.unclear |= !is_annotated
            && (!PLAIN.contains(&name.as_str()) && !name.starts_with("annotation")
                || is_in_fraction && !is_single
                || tag.attribute("linethickness").is_some());
        self.html.push_str(start);
        let is_behind_digit = self.html.ends_with(|c: char| c.is_ascii_digit());
        if name == "mspace" || name == "mfrac" && is_behind_digit {
            self.html.push(' ');
        }
        let is_base = matches!(around, Some(("msup" | "msub", 1)));
        let is_tex = || {
            tag.attribute("encoding")
                .is_some_and(|it| it.contains("tex"))
        };
        self.open.push(Part {
            start: self.html.len(),
            annotation: name.starts_with("annotation").then(is_tex),
            name,
            parts: 0,
            end,
            is_base,
        });
        if tag.is_self_closing() {
            self.end_part();
        }
    }

    /// Whether what is at hand is in an annotation, which may hold HTML.
    pub(super) fn is_annotated(&self) -> bool {
        self.open.iter().any(|it| it.annotation.is_some())
    }

    pub(super) fn close(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|it| it.name == name) else {
            return;
        };
        while self.open.len() > at {
            self.end_part();
        }
    }

    /// The innermost element ends. Only digits can be written raised or lowered.
    fn end_part(&mut self) {
        if let Some(part) = self.open.pop() {
            let content = self.html.get(part.start..).unwrap_or_default();
            let is_digits = content
                .chars()
                .all(|c| c.is_ascii_digit() || "+-−".contains(c));
            let is_single = matches!(part.name.as_str(), "mi" | "mn" | "mo" | "mtext")
                || content.chars().count() <= 1
                || content.ends_with([')', ']', '|']);
            self.unclear |= !part.end.is_empty() && !is_digits || part.is_base && !is_single;
            self.html.push_str(part.end);
            self.fraction = (part.name == "mfrac").then_some(self.html.len());
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        match self.open.iter().find_map(|it| it.annotation) {
            Some(true) if self.told.is_empty() => self.told = plain(text),
            Some(_) => {}
            None => {
                let text = text.trim();
                let is_behind_fraction = self.fraction == Some(self.html.len());
                if is_behind_fraction && text.starts_with(char::is_alphanumeric) {
                    self.html.push(' ');
                }
                self.html.push_str(&escaped(text));
            }
        }
    }

    /// What stands in the formula's place.
    pub(super) fn html(mut self) -> String {
        if !self.told.is_empty() {
            return escaped(&self.told);
        }
        while !self.open.is_empty() {
            self.end_part();
        }
        if self.unclear {
            return GAP.to_owned();
        }
        self.html
    }
}

/// What an image of a formula says.
pub(super) fn of_image(tag: &Tag) -> Option<String> {
    let class = tag.attribute("class").filter(|_| tag.name() == "img")?;
    let is_formula = class.contains("math") || class.contains("latex");
    let alt = tag.attribute("alt").filter(|_| is_formula)?;
    Some(plain(alt)).filter(|it| !it.is_empty())
}

/// TeX without the braces that only say how large it is set.
fn plain(tex: &str) -> String {
    let tex = tex.trim();
    let styled = ["{\\displaystyle ", "{\\textstyle "];
    let inner = styled.iter().find_map(|start| tex.strip_prefix(start));
    let inner = inner.and_then(|it| it.strip_suffix('}'));
    inner.unwrap_or(tex).trim().to_owned()
}
