//! The *message text* is what the author of a message says, as against what is quoted or shown as
//! code.
//!
//! A mention inside code or a block quote is talk about the bot, not to it.

use serenity::model::channel::{Message, MessageSnapshot, MessageType};
use serenity::model::id::UserId;

use crate::reply::unescaped;

/// What a message says, and whether it names the bot.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct MessageText {
    /// Without block quotes, and without mentions and custom emoji, whose ids are no words.
    pub(crate) text: String,
    /// The bot is mentioned outside code and quotes.
    pub(crate) mentioned: bool,
}

/// Reads the raw content of a message; `me` is the bot's own user.
pub(crate) fn read(content: &str, me: UserId) -> MessageText {
    let mut read = MessageText {
        text: String::new(),
        mentioned: false,
    };
    for piece in pieces(&without_quotes(content)) {
        match piece {
            MessagePiece::Code(code) => read.text.push_str(code.trim()),
            MessagePiece::Said(said) => without_tokens(said, &mut read.text, |token| {
                read.mentioned |= names(token, me);
            }),
        }
        read.text.push(' ');
    }
    read.text = tidied(&read.text);
    read
}

/// A text without idle blanks; its lines stay lines.
fn tidied(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let words = line.split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// What a message says, whoever it speaks to.
pub(crate) fn text(content: &str) -> String {
    read(content, UserId::new(u64::MAX)).text
}

/// What a message asks when somebody looks it up: what it says as Discord shows it, or what it
/// forwards, or what its boxes say.
pub(crate) fn asked(message: &Message) -> String {
    let mut texts = texts(message).into_iter().filter_map(whole);
    texts.next().unwrap_or_default()
}

/// The quotes in a message, as Discord shows them: the block quotes in what it says, what it
/// forwards, and the boxes below either; where there is none, the whole of each.
pub(crate) fn quoted(message: &Message) -> Vec<String> {
    let texts = texts(message);
    let quotes: Vec<String> = texts.iter().flat_map(|text| block_quotes(text)).collect();
    if quotes.is_empty() {
        texts.into_iter().filter_map(whole).collect()
    } else {
        quotes
    }
}

/// Whether all that a message says is in components of Discord's second version, which serenity
/// leaves out, with the flag that tells of them. Discord takes no message with nothing in it, so one
/// of a program that seems to have nothing is such a message; so is what is forwarded.
pub(crate) fn is_unreadable(message: &Message) -> bool {
    let kinds = [
        MessageType::Regular,
        MessageType::InlineReply,
        MessageType::ChatInputCommand,
        MessageType::ContextMenuCommand,
    ];
    let by_program = message.author.bot && kinds.contains(&message.kind);
    let own = message.content.is_empty()
        && message.embeds.is_empty()
        && message.attachments.is_empty()
        && message.sticker_items.is_empty()
        && message.poll.is_none();
    let forwarded = &message.message_snapshots;
    own && (by_program && forwarded.is_empty() || forwarded.iter().any(is_empty))
}

fn is_empty(forwarded: &MessageSnapshot) -> bool {
    forwarded.content.is_empty()
        && forwarded.embeds.is_empty()
        && forwarded.attachments.is_empty()
        && forwarded.sticker_items.is_empty()
}

/// What a message says and forwards, and the boxes below either.
fn texts(message: &Message) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    let forwarded = message
        .message_snapshots
        .iter()
        .map(|snapshot| (&snapshot.content, &snapshot.embeds));
    for (content, embeds) in std::iter::once((&message.content, &message.embeds)).chain(forwarded) {
        texts.push(content);
        for embed in embeds {
            texts.extend(embed.description.as_deref());
            texts.extend(embed.fields.iter().map(|field| field.value.as_str()));
        }
    }
    texts
}

/// The block quotes of a text, each as one text.
fn block_quotes(content: &str) -> Vec<String> {
    let mut quotes: Vec<String> = Vec::new();
    let mut open = false;
    let mut lines = content.lines();
    while let Some(line) = lines.next() {
        if let Some(first) = line.strip_prefix(">>> ") {
            let rest = lines.by_ref();
            let all: Vec<&str> = std::iter::once(first).chain(rest).collect();
            quotes.push(all.join("\n"));
        } else if let Some(line) = line.strip_prefix("> ") {
            match quotes.last_mut().filter(|_| open) {
                Some(quote) => *quote = [quote, line].join("\n"),
                None => quotes.push(line.to_owned()),
            }
            open = true;
        } else {
            open = false;
        }
    }
    let shown = quotes.iter().map(|quote| shown(quote));
    shown.filter(|quote| !quote.is_empty()).collect()
}

/// The whole of a text but for its small print, which is the question above an answer.
fn whole(content: &str) -> Option<String> {
    let lines = content.lines().filter(|line| !line.starts_with("-# "));
    let text = shown(&lines.collect::<Vec<_>>().join("\n"));
    (!text.is_empty()).then_some(text)
}

/// A text as it is read: without what stands for members, channels and emoji, and without escapes.
fn shown(text: &str) -> String {
    let mut said = String::new();
    without_tokens(text, &mut said, |_| ());
    unescaped(said.trim())
}

/// A stretch of a message.
#[derive(Debug, PartialEq, Eq)]
enum MessagePiece<'a> {
    Said(&'a str),
    /// Between backticks, without them.
    Code(&'a str),
}

/// Divides at runs of backticks: a run opens code when a run of the same length closes it.
fn pieces(content: &str) -> Vec<MessagePiece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = content;
    let mut said_until = 0;
    let mut at = 0;
    while let Some(open) = rest[at..].find('`').map(|found| at + found) {
        let ticks = run_length(&rest[open..]);
        let inside = open + ticks;
        if let Some(length) = closing(&rest[inside..], ticks) {
            pieces.push(MessagePiece::Said(&rest[said_until..open]));
            pieces.push(MessagePiece::Code(&rest[inside..inside + length]));
            rest = &rest[inside + length + ticks..];
            (said_until, at) = (0, 0);
        } else {
            at = inside;
        }
    }
    pieces.push(MessagePiece::Said(&rest[said_until..]));
    pieces
}

fn run_length(text: &str) -> usize {
    text.bytes().take_while(|byte| *byte == b'`').count()
}

/// The bytes before the next run of exactly `ticks` backticks.
fn closing(text: &str, ticks: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let length = run_length(&text[start..]);
        if length == ticks {
            return Some(start);
        }
        at = start + length;
    }
    None
}

/// Leaves out lines that begin with `> `, and everything from a line that begins with `>>> `;
/// inside a code block such lines are code.
fn without_quotes(content: &str) -> String {
    let mut kept = Vec::new();
    let mut in_code_block = false;
    for line in content.lines() {
        if !in_code_block && line.starts_with(">>> ") {
            break;
        }
        if in_code_block || !line.starts_with("> ") {
            in_code_block ^= line.matches("```").count() % 2 == 1;
            kept.push(line);
        }
    }
    kept.join("\n")
}

/// Copies the text without `<…>` tokens that stand for a user, role, channel or emoji, each of which
/// is handed to `left_out`.
fn without_tokens(said: &str, copy: &mut String, mut left_out: impl FnMut(&str)) {
    let mut rest = said;
    while let Some(open) = rest.find('<') {
        let (before, from) = rest.split_at(open);
        copy.push_str(before);
        let escaped = before.ends_with('\\');
        match from.find('>').map(|close| &from[..=close]) {
            Some(token) if !escaped && is_token(token) => {
                left_out(token);
                copy.push(' ');
                rest = &from[token.len()..];
            }
            _ => {
                copy.push('<');
                rest = &from[1..];
            }
        }
    }
    copy.push_str(rest);
}

/// `<@1>`, `<@!1>`, `<@&1>`, `<#1>`, `<:name:1>`, `<a:name:1>`.
fn is_token(token: &str) -> bool {
    let inner = &token[1..token.len() - 1];
    let id = inner
        .rsplit([':', '@', '!', '&', '#'])
        .next()
        .unwrap_or_default();
    let kind = ["@", "#", ":", "a:"];
    kind.iter().any(|kind| inner.starts_with(kind))
        && !id.is_empty()
        && id.bytes().all(|byte| byte.is_ascii_digit())
}

fn names(token: &str, me: UserId) -> bool {
    token == format!("<@{me}>") || token == format!("<@!{me}>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(content: &str, mentioned: bool, text: &str) {
        let expected = MessageText {
            text: text.to_owned(),
            mentioned,
        };
        assert_eq!(read(content, UserId::new(7)), expected, "{content:?}");
    }

    #[test]
    fn tells_talk_to_the_bot_from_talk_about_it() {
        check("<@7> who did it?", true, "who did it?");
        check("who <@!7> did it?", true, "who did it?");
        check("<@7>", true, "");
        check("<@77> hello", false, "hello");
        check("hello", false, "hello");
        check("<@&7> hello", false, "hello");
        check("`<@7>` hello", false, "<@7> hello");
        check("```\n<@7>\n``` hello", false, "<@7> hello");
        check("``a ` <@7>`` hello", false, "a ` <@7> hello");
        check("` <@7> alone", true, "` alone");
        check("> <@7> said\nno", false, "no");
        check("no\n>>> <@7>\nstill quoted", false, "no");
        check("> quoted\n<@7> why?", true, "why?");
        check("> `x` <@7>", false, "");
        check("```\n>>> 1 + 1\n``` <@7> why?", true, ">>> 1 + 1 why?");
        check(">not a quote <@7>", true, ">not a quote");
        check("\\<@7> hello", false, "\\<@7> hello");
        check("<@7> is a<b and c>d?", true, "is a<b and c>d?");
        check("<@7> what is `x` <:e:1> <a:f:2> <#3>", true, "what is x");
        check("<<@7>", true, "<");
        check("<@7", false, "<@7");
        check("<@é>", false, "<@é>");
        check("", false, "");
    }

    #[test]
    fn quotes_are_lines_behind_a_mark() {
        let check = |content: &str, expected: &[&str]| {
            assert_eq!(block_quotes(content), expected, "{content:?}");
        };
        check("A text.", &[]);
        check(
            "Look:\n> One.\n> Two.\nand\n> Three.",
            &["One.\nTwo.", "Three."],
        );
        check("Look:\n>>> One.\n\nTwo.", &["One.\n\nTwo."]);
        check("> **One** \\*two\\* __three__", &["One *two* three"]);
        check("> ", &[]);
    }

    #[test]
    fn the_whole_is_without_small_print() {
        let check = |content: &str, expected: Option<&str>| {
            assert_eq!(whole(content).as_deref(), expected, "{content:?}");
        };
        check("A text.", Some("A text."));
        check("-# A question?\nA text.", Some("A text."));
        check("-# A question?", None);
        check("a\\", Some("a\\"));
        check("<@7> A text <:clap:12>", Some("A text"));
        check("<@7>", None);
        check("", None);
    }

    proptest::proptest! {
        #[test]
        fn reads_anything(content in "[<>@!&#:a7` *_\n\\\\é]{0,60}") {
            read(&content, UserId::new(7));
            block_quotes(&content);
            whole(&content);
        }
    }
}
