//! Discord's Markdown, as its clients read it: which text a member sees.
//!
//! Written from Discord's rules alone and not from the escaping, so that the two can disagree. What
//! is a construct other than bold and underlined comes out between `⟦` and `⟧`, which no test text holds: a text
//! that contains one is then not the text that was meant.

/// What is seen: the text, and the bold and the underlined parts of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    pub text: String,
    pub bold: Vec<String>,
    pub underlined: Vec<String>,
}

/// Reads a block quote that takes up the whole text; `None` where it does not.
pub fn block_quote(markdown: &str) -> Option<Rendered> {
    let lines: Option<Vec<&str>> = markdown
        .split(ends_a_line)
        .map(|line| line.strip_prefix("> "))
        .collect();
    Some(inline(&lines?.join("\n")))
}

/// Whether a line ends here: with what Unicode calls a mandatory break, whichever of them a client
/// breaks at.
fn ends_a_line(c: char) -> bool {
    c.is_control() && c != '\t' && c.is_whitespace() || matches!(c, '\u{2028}'..='\u{2029}')
}

/// Reads a text outside a block quote.
pub fn inline(markdown: &str) -> Rendered {
    let mut rendered = Rendered::default();
    read(markdown, &mut rendered);
    rendered
}

fn read(source: &str, out: &mut Rendered) {
    let mut rest = source;
    let mut line_start = true;
    while let Some(first) = rest.chars().next() {
        let taken = if let Some(taken) = line_start.then(|| block(rest)).flatten() {
            out.text.extend(["⟦", &rest[..taken], "⟧"]);
            taken
        } else if let Some(shown) = escaped(rest) {
            out.text.push(shown);
            1 + shown.len_utf8()
        } else if let Some(inner) = paired(rest, "**").filter(|inner| !inner.is_empty()) {
            let before = out.text.len();
            read(inner, out);
            out.bold.push(out.text[before..].to_owned());
            inner.len() + 4
        } else if let Some(inner) = paired(rest, "__").filter(|inner| !inner.is_empty()) {
            let before = out.text.len();
            read(inner, out);
            out.underlined.push(out.text[before..].to_owned());
            inner.len() + 4
        } else if let Some(taken) =
            construct(rest, source[..source.len() - rest.len()].chars().last())
        {
            out.text.extend(["⟦", &rest[..taken], "⟧"]);
            taken
        } else {
            out.text.push(first);
            first.len_utf8()
        };
        line_start = rest[..taken].ends_with(ends_a_line);
        rest = &rest[taken..];
    }
}

/// A backslash shows any character but letters, digits and blanks.
fn escaped(rest: &str) -> Option<char> {
    let shown = rest.strip_prefix('\\')?.chars().next()?;
    (!shown.is_ascii_alphanumeric() && !shown.is_whitespace()).then_some(shown)
}

/// Block quote, heading, subtext and list item: only at the start of a line, after blanks.
fn block(rest: &str) -> Option<usize> {
    let line = rest.split(ends_a_line).next()?;
    let content = line.trim_start();
    let word = content.split_whitespace().next()?;
    let follows = content[word.len()..].starts_with(char::is_whitespace);
    let digits = word.strip_suffix('.').unwrap_or_default();
    let number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let marker = matches!(
        word,
        "#" | "##" | "###" | "-#" | "-" | "*" | "+" | ">" | ">>>"
    ) || number;
    (marker && follows).then_some(line.len() - content.len() + word.len())
}

/// The text up to a closing `mark`, not over escaped characters; its end has no third asterisk or
/// underscore.
fn paired<'s>(rest: &'s str, mark: &str) -> Option<&'s str> {
    let inner = rest.strip_prefix(mark)?;
    let mut at = 0;
    while at < inner.len() {
        let here = &inner[at..];
        if at > 0 && here.starts_with(mark) && !here[mark.len()..].starts_with(&mark[..1]) {
            return Some(&inner[..at]);
        }
        let mut chars = here.chars();
        let step = chars.next()?;
        at += step.len_utf8();
        if step == '\\' {
            at += chars.next().map_or(0, char::len_utf8);
        }
    }
    None
}

/// Everything inline but bold and underlined: how much of the text it takes.
fn construct(rest: &str, before: Option<char>) -> Option<usize> {
    let fenced = ["```", "``", "`"].iter().find_map(|mark| {
        let end = rest.strip_prefix(mark)?.find(mark)?;
        (end > 0).then_some(end + 2 * mark.len())
    });
    let doubled = ["~~", "||"].iter().find_map(|mark| {
        let inner = paired(rest, mark)?;
        Some(inner.len() + 2 * mark.len())
    });
    fenced
        .or(doubled)
        .or_else(|| emphasis(rest, before))
        .or_else(|| masked_link(rest))
        .or_else(|| address(rest))
        .or_else(|| angled(rest))
        .or_else(|| emoji(rest))
        .or_else(|| rest.starts_with("@everyone").then_some("@everyone".len()))
        .or_else(|| rest.starts_with("@here").then_some("@here".len()))
        .or_else(|| {
            rest.starts_with(r"¯\_(ツ)_/¯")
                .then_some(r"¯\_(ツ)_/¯".len())
        })
}

fn emphasis(rest: &str, before: Option<char>) -> Option<usize> {
    let mark = ["*", "_"].into_iter().find(|mark| rest.starts_with(mark))?;
    let inner = paired(rest, mark)?;
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let after = rest[inner.len() + 2..].chars().next();
    let inside_word = before.is_some_and(word) || after.is_some_and(word);
    let is = match mark {
        "_" => !inside_word,
        _ => !inner.starts_with(char::is_whitespace),
    };
    is.then_some(inner.len() + 2)
}

/// `[text](address)`: backslashes do not count inside the text, brackets do.
fn masked_link(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('[')?;
    for (end, _) in inner.match_indices("](") {
        let text = &inner[..end];
        let balanced = text.matches('[').count() <= text.matches(']').count();
        if let Some(close) = inner[end..].find(')').filter(|_| balanced) {
            return Some(1 + end + close + 1);
        }
    }
    None
}

fn address(rest: &str) -> Option<usize> {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| rest.starts_with(scheme))?;
    let end = rest
        .find(|c: char| c.is_whitespace() || c == '<')
        .unwrap_or(rest.len());
    (end > scheme.len()).then_some(end)
}

/// Mentions, custom emoji, time stamps, commands, guild pages and addresses in angle brackets.
fn angled(rest: &str) -> Option<usize> {
    let end = rest.strip_prefix('<')?.find('>')? + 1;
    let inner = &rest[1..end];
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let last = inner.rsplit(':').next().unwrap_or_default();
    let mention = ["@&", "@!", "@", "#"]
        .iter()
        .any(|sign| inner.strip_prefix(sign).is_some_and(number));
    let named = ["/", ":", "a:"].iter().any(|sign| inner.starts_with(sign)) && number(last);
    let time = inner
        .strip_prefix("t:")
        .is_some_and(|time| time.starts_with(|c: char| c == '-' || c.is_ascii_digit()));
    let page = inner.starts_with("id:") || inner.split_once(':').is_some_and(|(id, _)| number(id));
    let unbroken = !inner.contains(' ');
    let address =
        unbroken && (inner.contains(":/") || inner.contains('@') || inner.starts_with('+'));
    (mention || named || time || page || address).then_some(end + 1)
}

/// `:name:`; a name Discord does not know is shown with its colons and whatever is between, so
/// backslashes and asterisks in it are seen.
fn emoji(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix(':')?;
    let end = inner.find(|c: char| c == ':' || c.is_whitespace())?;
    (end > 0 && inner[end..].starts_with(':')).then_some(end + 2)
}

#[test]
fn reads_discords_rules() {
    let check = |markdown, text: &str| assert_eq!(inline(markdown).text, text, "{markdown}");
    check("a **b** c", "a b c");
    check(r"\*a\* \\ \a 1\. b", r"*a* \ \a 1. b");
    check("*a*", "⟦*a*⟧");
    check("snake_case_name _a_", "snake_case_name ⟦_a_⟧");
    check("# a\n- b", "⟦#⟧ a\n⟦-⟧ b");
    check("2. a 2. b", "⟦2.⟧ a 2. b");
    check("a\u{2028}# b\u{85}- c", "a\u{2028}⟦#⟧ b\u{85}⟦-⟧ c");
    for broken in ["> a\nb", "> a\u{2028}b", "> a\u{2029}b", "> a\u{b}b"] {
        assert_eq!(block_quote(broken), None, "{broken:?}");
    }
    check("https://a.b c", "⟦https://a.b⟧ c");
    check(r"https\://a.b", "https://a.b");
    check("[a](b) [c]", "⟦[a](b)⟧ [c]");
    check(r"\[a](b) [a\](b)", r"[a](b) ⟦[a\](b)⟧");
    check(
        "<@1> <#2> <t:3:R> </a b:4> <id:guide> <a",
        "⟦<@1>⟧ ⟦<#2>⟧ ⟦<t:3:R>⟧ ⟦</a b:4>⟧ ⟦<id:guide>⟧ <a",
    );
    check(
        ":a: 12:30 ~~b~~ ||c|| `d`",
        "⟦:a:⟧ 12:30 ⟦~~b~~⟧ ⟦||c||⟧ ⟦`d`⟧",
    );
    check("@everyone me@here", "⟦@everyone⟧ me⟦@here⟧");
    assert_eq!(inline("**a** **b**").bold, ["a", "b"]);
}
