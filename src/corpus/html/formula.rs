//! A *formula* (`MathML`, or the image of one) is told as its source in TeX where the page has
//! that, else as its characters, with raised and lowered ones marked as such.

use std::fmt::Write;

use super::simplified::escaped;
use super::tokens::Tag;

/// A `<math>` element while it is read.
#[derive(Default)]
pub(super) struct Formula {
    /// What the element says it is in words or TeX.
    told: String,
    html: String,
    /// The open elements in it.
    open: Vec<Part>,
}

struct Part {
    name: String,
    /// How many elements have begun in it.
    parts: usize,
    /// The end tag to be written behind it.
    end: &'static str,
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
        if tag.is_void() || tag.is_self_closing() {
            return;
        }
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
        self.html.push_str(start);
        let is_tex = || {
            tag.attribute("encoding")
                .is_some_and(|it| it.contains("tex"))
        };
        let name = tag.name().to_owned();
        self.open.push(Part {
            annotation: name.starts_with("annotation").then(is_tex),
            name,
            parts: 0,
            end,
        });
    }

    pub(super) fn close(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|it| it.name == name) else {
            return;
        };
        while self.open.len() > at {
            let end = self.open.pop().map_or("", |it| it.end);
            self.html.push_str(end);
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        match self.open.iter().find_map(|it| it.annotation) {
            Some(true) if self.told.is_empty() => self.told = plain(text),
            Some(_) => {}
            None => self.html.push_str(&escaped(text.trim())),
        }
    }

    /// What stands in the formula's place.
    pub(super) fn html(mut self) -> String {
        if !self.told.is_empty() {
            return escaped(&self.told);
        }
        while let Some(part) = self.open.pop() {
            let _ = write!(self.html, "{}", part.end);
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
