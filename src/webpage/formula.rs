//! A *formula* (`MathML`, or the image of one) is told as its source in TeX where the page has
//! that, else as its characters, with raised and lowered digits marked as such. One whose characters
//! alone would be another formula, such as a root, is a gap.

use super::page::Page;
use super::sup_sub;
use super::tree::{Id, Tree, Visitor};

/// Elements whose content says the same without them, or as it is written here.
const PLAIN: &[&str] = &[
    "math",
    "mfrac",
    "mi",
    "mn",
    "mo",
    "mpadded",
    "mrow",
    "mspace",
    "mstyle",
    "msub",
    "msup",
    "mtext",
    "semantics",
];

/// What stands for a formula that cannot be told.
const GAP: &str = "[…]";

/// What a `<math>` element says.
pub(super) fn of(page: &Page, id: Id) -> String {
    let tree = &page.tree;
    let annotated = tree.below(id).find(|&below| {
        let encoding = tree.attribute(below, "encoding");
        tree.name(below) == "annotation"
            && encoding.is_some_and(|encoding| encoding.contains("tex"))
    });
    let told = tree
        .attribute(id, "alttext")
        .map(str::to_owned)
        .or_else(|| annotated.map(|node| tree.text_of(node)));
    if let Some(told) = told.map(|tex| plain(&tex)).filter(|tex| !tex.is_empty()) {
        return told;
    }
    let mut reader = Reader {
        tree,
        text: String::new(),
        starts: Vec::new(),
        is_unclear: false,
    };
    tree.walk(id, &mut reader);
    if reader.is_unclear {
        return GAP.to_owned();
    }
    reader.text
}

/// What an image of a formula says.
pub(super) fn of_image(tree: &Tree, id: Id) -> Option<String> {
    let class = tree.attribute(id, "class")?;
    let is_formula = class.contains("math") || class.contains("latex");
    let alt = tree.attribute(id, "alt").filter(|_| is_formula)?;
    Some(plain(alt)).filter(|alt| !alt.is_empty())
}

/// TeX without the braces that only say how large it is set.
fn plain(tex: &str) -> String {
    let tex = tex.trim();
    let styled = ["{\\displaystyle ", "{\\textstyle "];
    let inner = styled.iter().find_map(|start| tex.strip_prefix(start));
    let inner = inner.and_then(|rest| rest.strip_suffix('}'));
    inner.unwrap_or(tex).trim().to_owned()
}

struct Reader<'t> {
    tree: &'t Tree,
    text: String,
    /// Where the content of each open element starts.
    starts: Vec<usize>,
    /// Its characters alone would be another formula.
    is_unclear: bool,
}

impl<'t> Reader<'t> {
    /// The element around one, and the position of the one in it.
    fn around(&self, id: Id) -> (&'t str, usize) {
        let tree = self.tree;
        let parent = tree.parent(id).map_or("", |above| tree.name(above));
        (parent, tree.elements_before(id).take(2).count())
    }
}

impl Visitor for Reader<'_> {
    fn enter(&mut self, id: Id) -> bool {
        let name = self.tree.name(id);
        if let Some(text) = self.tree.text(id) {
            let text = text.trim();
            let is_behind_fraction = self.text.contains('/') && self.is_behind_fraction(id);
            if is_behind_fraction && text.starts_with(char::is_alphanumeric) {
                self.text.push(' ');
            }
            self.text.push_str(text);
            return false;
        }
        if name.starts_with("annotation") {
            return false;
        }
        let is_in_fraction = matches!(self.around(id), ("mfrac", _));
        self.is_unclear |= !PLAIN.contains(&name)
            || is_in_fraction && !matches!(name, "mi" | "mn")
            || self.tree.attribute(id, "linethickness").is_some();
        let is_behind_digit = self.text.ends_with(|c: char| c.is_ascii_digit());
        if name == "mspace" || name == "mfrac" && is_behind_digit {
            self.text.push(' ');
        }
        if is_in_fraction && self.around(id).1 == 1 {
            self.text.push('/');
        }
        self.starts.push(self.text.len());
        true
    }

    fn leave(&mut self, id: Id) {
        let start = self.starts.pop().unwrap_or_default();
        let content = self.text.get(start..).unwrap_or_default().to_owned();
        let name = self.tree.name(id);
        match self.around(id) {
            // Only digits can be written raised or lowered.
            (around @ ("msup" | "msub"), 1) => {
                let is_digit = |c: char| c.is_ascii_digit() || "+-−".contains(c);
                self.is_unclear |= !content.chars().all(is_digit);
                self.text.truncate(start);
                let moved = sup_sub::written(&content, around == "msup", &self.text, "");
                self.text.push_str(&moved);
            }
            ("msup" | "msub", 0) => {
                let is_single = matches!(name, "mi" | "mn" | "mo" | "mtext")
                    || content.chars().count() <= 1
                    || content.ends_with([')', ']', '|']);
                self.is_unclear |= !is_single;
            }
            _ => {}
        }
    }
}

impl Reader<'_> {
    /// Whether a fraction stands right before the element that a text is in.
    fn is_behind_fraction(&self, text: Id) -> bool {
        let element = self.tree.parent(text);
        let before = element.and_then(|node| self.tree.elements_before(node).next());
        before.is_some_and(|node| self.tree.name(node) == "mfrac")
    }
}
