//! A *web page* as a browser saves it: bytes in, its article out.
//!
//! Pure. The page is parsed once, as a browser does it; what a reader sees of the tree becomes blocks of
//! plain text in one pass; the region with most of the text, and of its blocks those that are no
//! boxes, labels or bylines, are the article. It is written as plainly as Markdown allows.

mod article;
mod blocks;
pub(crate) mod boilerplate;
pub(crate) mod byline;
mod byline_filter;
mod charset;
mod date;
mod elements;
mod formula;
mod labels;
mod letters;
mod limits;
mod linked_data;
mod lists;
mod mentions;
mod metadata;
mod metadata_scan;
mod names;
mod page;
mod region;
mod style;
mod sup_sub;
mod to_markdown;
mod tree;

use blocks::PageBlock;
pub(crate) use letters::is_wide;
use letters::weight;
pub(crate) use metadata::Metadata;
use page::Page;
use tree::Tree;

/// The article of a page.
#[derive(Debug)]
pub(crate) struct Article {
    pub(crate) metadata: Metadata,
    /// Its text, without front matter.
    pub(crate) markdown: String,
}

/// What is wrong with a page, or may be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PageProblem {
    /// The line of the page, from 1.
    pub(crate) line: u32,
    /// One sentence without a final full stop.
    pub(crate) message: String,
    /// Whether the article may be as it was meant.
    pub(crate) is_warning: bool,
}

impl PageProblem {
    fn problem(line: u32, message: String) -> Self {
        Self {
            line,
            message,
            is_warning: false,
        }
    }
}

/// A page that only tells of an error has fewer letters than this.
const LONGEST_ERROR: usize = 500;

/// Text left out of an element that the page calls the article is reported from this many letters
/// on.
const LEAST_LEFT_OUT: usize = 400;

/// It also has to be at least this many percent of the element's text.
const LEAST_SHARE: usize = 30;

/// The article of a page, when there is one, and what is wrong; at least one of the two.
pub(crate) fn read(bytes: &[u8]) -> (Option<Article>, Vec<PageProblem>) {
    let (html, problem) = charset::decode(bytes);
    if charset::is_binary(&html) {
        let message = "the file is not text, so it is not a web page; save the page of one \
                       article into it, or remove it";
        return (None, vec![PageProblem::problem(1, message.to_owned())]);
    }
    let mut problems = Vec::from_iter(problem);
    match read_text(&html) {
        Ok((article, warning)) => {
            problems.extend(warning);
            (Some(article), problems)
        }
        Err(message) => {
            problems.push(PageProblem::problem(1, message));
            (None, problems)
        }
    }
}

fn read_text(html: &str) -> Result<(Article, Option<PageProblem>), String> {
    if html.trim().is_empty() {
        return Err("the file is empty; save a web page into it or remove it".to_owned());
    }
    let tree = limits::fault(html).map_or_else(|| Tree::of(html), Err);
    let tree =
        tree.map_err(|fault| format!("{fault}; copy the article's text into a .md or .txt file"))?;
    let mentions = metadata_scan::read(&tree);
    let mut metadata = Metadata::of(&mentions);
    let mut page = Page::of(tree);
    let mut found = extract(&page, &mut metadata);
    if found.is_none() {
        page.is_lenient = true;
        found = extract(&page, &mut metadata);
    }
    let blocks = found.ok_or(
        "no article was found in this web page; save the page of one article, or copy its text into a \
         .md or .txt file",
    )?;
    let printed: usize = blocks.iter().map(|block| weight(&block.text)).sum();
    let is_error = metadata.title.as_deref().is_some_and(labels::is_error)
        || mentions.page.as_deref().is_some_and(labels::is_error);
    if is_error && printed < LONGEST_ERROR {
        return Err(
            "this is an error or waiting page, not an article; save the article's page again"
                .to_owned(),
        );
    }
    let warning = left_out(&page, &blocks);
    let markdown = to_markdown::markdown(&blocks);
    Ok((Article { metadata, markdown }, warning))
}

fn extract(page: &Page, metadata: &mut Metadata) -> Option<Vec<PageBlock>> {
    let blocks = blocks::read(page, tree::DOCUMENT);
    let region = region::of(page, blocks, metadata.title.as_deref());
    article::of(region, metadata)
}

/// A warning when much of the text in the page's `<article>` or `<main>` is not printed.
fn left_out(page: &Page, blocks: &[PageBlock]) -> Option<PageProblem> {
    let (element, printed) = region::said_to_be(page, blocks)?;
    let all = page.shown_text(element);
    let left_out = all.saturating_sub(printed);
    let share = left_out * 100 / all.max(1);
    (left_out >= LEAST_LEFT_OUT && share >= LEAST_SHARE).then(|| PageProblem {
        line: 1,
        message: format!(
            "{share} % of the text in the page's <{}> was left out; compare the result with the \
             page",
            page.tree.name(element)
        ),
        is_warning: true,
    })
}
