//! A *token* is a tag or a run of text, in the order in which they stand in a page.
//!
//! No tree is built, so no page can nest too deep for it.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    self as tokenizer, BufferQueue, TagKind, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// What stands in a page, one after the other.
pub(super) enum Token<'t> {
    /// A start tag.
    Open(&'t Tag),
    /// An end tag, by its name.
    Close(&'t str),
    /// Text, its character references resolved.
    Text(&'t str),
    /// What stands between `<!--` and `-->`.
    Comment(&'t str),
}

/// A start tag with its attributes.
pub(super) struct Tag(tokenizer::Tag);

impl Tag {
    /// Its name, in lower case.
    pub(super) fn name(&self) -> &str {
        &self.0.name
    }

    /// The value of an attribute, by the attribute's name in lower case.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.0.attrs.iter();
        let found = attributes.find(|attribute| *attribute.name.local == *name);
        found.map(|attribute| attribute.value.trim())
    }

    /// Whether it can have no content, so that no end tag follows.
    pub(super) fn is_void(&self) -> bool {
        const VOID: [&str; 16] = [
            "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img",
            "input", "link", "meta", "source", "track", "wbr",
        ];
        VOID.contains(&self.name())
    }

    /// The tag as it is written, one way for each tag.
    pub(super) fn written(&self) -> String {
        let attributes = self.attributes();
        let attributes = attributes.map(|(name, value)| format!(" {name}={value:?}"));
        format!("{}{}", self.name(), attributes.collect::<String>())
    }

    /// The names and values of its attributes, as they stand in the tag.
    pub(super) fn attributes(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        let attributes = self.0.attrs.iter();
        attributes.map(|it| (&*it.name.local, &*it.value))
    }

    /// Whether it closes itself, which only drawings and formulas (SVG, `MathML`) really do.
    pub(super) fn is_self_closing(&self) -> bool {
        self.0.self_closing
    }
}

/// Reads `html` from its start to its end.
pub(super) fn read(html: &str, visit: impl FnMut(Token)) {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Sink(RefCell::new(visit)), TokenizerOpts::default());
    // The sink asks for no pause, so one call reads everything.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
}

/// The text of a snippet in which character references and tags may stand.
pub(super) fn text_of(html: &str) -> String {
    if !html.contains(['&', '<']) {
        return html.to_owned();
    }
    let mut text = String::with_capacity(html.len());
    read(html, |token| {
        if let Token::Text(run) = token {
            text.push_str(run);
        }
    });
    text
}

/// A text with its character references resolved, and whatever looks like a tag left in it, unless
/// an end tag shows that it is one.
pub(super) fn resolved(text: &str) -> String {
    if text.contains("</") {
        return text_of(text);
    }
    text_of(&text.replace('<', "&lt;"))
}

struct Sink<F>(RefCell<F>);

impl<F: FnMut(Token)> TokenSink for Sink<F> {
    type Handle = ();

    fn process_token(&self, token: tokenizer::Token, _line: u64) -> TokenSinkResult<()> {
        let mut visit = self.0.borrow_mut();
        match token {
            tokenizer::TagToken(tag) if tag.kind == TagKind::EndTag => {
                visit(Token::Close(&tag.name));
            }
            tokenizer::TagToken(tag) => {
                let content = content_of(&tag.name);
                visit(Token::Open(&Tag(tag)));
                return content;
            }
            tokenizer::CharacterTokens(text) => visit(Token::Text(&text)),
            tokenizer::CommentToken(text) => visit(Token::Comment(&text)),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Whether the content of an element is text up to its end tag, whatever looks like a tag in it.
pub(super) fn is_text_only(name: &str) -> bool {
    matches!(content_of(name), TokenSinkResult::RawData(_))
}

/// How the content of an element is written, as a browser without scripts reads it.
fn content_of(name: &str) -> TokenSinkResult<()> {
    match name {
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
            TokenSinkResult::RawData(RawKind::Rawtext)
        }
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    }
}
