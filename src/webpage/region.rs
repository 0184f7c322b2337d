//! The *region* of a page is the element that its article is in.

use super::blocks::{PageBlock, PageBlockKind};
use super::elements::is_block;
use super::letters::{letters, weight};
use super::names;
use super::page::Page;
use super::tree::{DOCUMENT, Id};

/// A shorter text is a label rather than a paragraph and counts little.
const SHORT: usize = 40;

/// Elements that are parts of a text, never the whole of it.
const PARTS: &[&str] = &["p", "ul", "ol", "li", "blockquote", "pre", "dl", "details"];

/// The lines of a title and what stands between it and the text are no more than these.
const MOST_EARLIER: usize = 12;

/// The blocks of the article among those of the page.
pub(super) fn of(page: &Page, blocks: Vec<PageBlock>, title: Option<&str>) -> Vec<PageBlock> {
    let root = root(page, &blocks);
    let is_inside: Vec<bool> = blocks
        .iter()
        .map(|block| {
            block.element == root || page.tree.ancestors(block.element).any(|node| node == root)
        })
        .collect();
    let first = is_inside.iter().position(|&inside| inside).unwrap_or(0);
    let start = earlier(&blocks[..first], title).unwrap_or(first);
    let mut at = 0;
    blocks
        .into_iter()
        .filter(|block| {
            at += 1;
            is_inside[at - 1]
                || (start..first).contains(&(at - 1)) && block.linked * 2 <= weight(&block.text)
        })
        .collect()
}

/// Where the title stands before the text, when that is near.
fn earlier(before: &[PageBlock], title: Option<&str>) -> Option<usize> {
    let title = title.map(letters).unwrap_or_default();
    let is_title = |block: &PageBlock| {
        let own = letters(&block.text);
        block.kind == PageBlockKind::Heading(1) || !own.is_empty() && own == title
    };
    let at = before.iter().rposition(is_title)?;
    (before.len() - at <= MOST_EARLIER).then_some(at)
}

/// The `<article>`, or else the `<main>`, in which most of the blocks stand, and how many letters of
/// them.
pub(super) fn said_to_be(page: &Page, blocks: &[PageBlock]) -> Option<(Id, usize)> {
    let tree = &page.tree;
    let longest = blocks.iter().max_by_key(|block| block.text.len())?;
    let around = |name: &str| {
        tree.ancestors(longest.element)
            .filter(|&node| tree.name(node) == name)
            .last()
    };
    let element = around("article").or_else(|| around("main"))?;
    let inside = blocks.iter().filter(|block| {
        block.element == element || tree.ancestors(block.element).any(|node| node == element)
    });
    Some((element, inside.map(|block| weight(&block.text)).sum()))
}

/// The element of the article: one that says it is, else the smallest with most of the text.
fn root(page: &Page, blocks: &[PageBlock]) -> Id {
    let tree = &page.tree;
    let mut sums = vec![0; tree.len()];
    for block in blocks {
        let value = value(block);
        sums[block.element] += value;
        for above in tree.ancestors(block.element) {
            sums[above] += value;
        }
    }
    let is_article =
        |id: Id| tree.name(id) == "article" || tree.attribute(id, "role") == Some("article");
    let is_body = |id: Id| {
        tree.has_word(id, "itemprop", "articleBody")
            || is_block(tree.name(id))
                && !PARTS.contains(&tree.name(id))
                && !matches!(tree.name(id), "html" | "body")
                && names::has(&names::of(tree, id, true), names::BODIES)
    };
    let is_main = |id: Id| tree.name(id) == "main" || tree.attribute(id, "role") == Some("main");
    let ways: [&dyn Fn(Id) -> bool; 3] = [&is_article, &is_body, &is_main];
    ways.into_iter()
        .find_map(|is_marked| marked(page, &sums, is_marked))
        .unwrap_or_else(|| narrowed(page, &sums, DOCUMENT))
}

/// How much a block says for the element it is in.
fn value(block: &PageBlock) -> usize {
    if matches!(block.kind, PageBlockKind::Heading(_)) {
        return 0;
    }
    let letters = weight(&block.text);
    let own = letters.saturating_sub(block.linked);
    // A sentence that is a link is text all the same.
    let own = own.max(if letters > 2 * SHORT { letters / 4 } else { 0 });
    if own < SHORT { own / 4 } else { own }
}

/// The element that is marked as the article and has most of the text, or the one around several.
fn marked(page: &Page, sums: &[usize], is_marked: &dyn Fn(Id) -> bool) -> Option<Id> {
    let tree = &page.tree;
    let mut found: Vec<Id> = tree
        .below(DOCUMENT)
        .filter(|&id| sums[id] > 0 && is_marked(id))
        .collect();
    let all: std::collections::HashSet<Id> = found.iter().copied().collect();
    found.retain(|&id| !tree.ancestors(id).any(|above| all.contains(&above)));
    let sum: usize = found.iter().map(|&id| sums[id]).sum();
    if sum == 0 || sum * 5 < sums[DOCUMENT] * 2 {
        return None;
    }
    let best = found.iter().map(|&id| sums[id]).max()?;
    found.retain(|&id| sums[id] * 5 >= best);
    let first = *found.first()?;
    let is_around = |above: &Id| {
        found
            .iter()
            .all(|&id| id == *above || tree.ancestors(id).any(|node| node == *above))
    };
    std::iter::once(first)
        .chain(tree.ancestors(first))
        .find(is_around)
}

/// The smallest element with nearly all of the text in another.
fn narrowed(page: &Page, sums: &[usize], within: Id) -> Id {
    let tree = &page.tree;
    let mut at = within;
    loop {
        let most = tree.children(at).max_by_key(|&child| sums[child]);
        let Some(child) = most.filter(|&child| sums[child] * 5 >= sums[at] * 4) else {
            return at;
        };
        let name = tree.name(child);
        if name.is_empty()
            || PARTS.contains(&name)
            || !is_block(name)
            || name == "table" && page.is_data(child)
        {
            return at;
        }
        at = child;
    }
}
