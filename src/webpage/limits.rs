//! The *limit* on the attributes of one tag, looked at before a page is parsed: the parser compares
//! each attribute with all before it, so that one tag with very many would keep it busy for hours.

/// The most attributes of one tag.
const MOST_ATTRIBUTES: usize = 512;

/// Elements whose content is text up to their end tag, whatever looks like a tag in it.
const TEXT_ONLY: [&str; 8] = [
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
];

/// Why a page is not parsed.
pub(super) fn fault(html: &str) -> Option<String> {
    (most_attributes(html) > MOST_ATTRIBUTES)
        .then(|| format!("a tag with more than {MOST_ATTRIBUTES} attributes"))
}

fn most_attributes(html: &str) -> usize {
    let mut most = 0;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if rest.starts_with("!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end..]);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let end = rest.find(|c: char| c.is_ascii_whitespace() || "/>".contains(c));
            let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
            let (count, length) = attributes(after.as_bytes());
            most = most.max(count);
            rest = after.get(length..).unwrap_or_default();
            if TEXT_ONLY
                .iter()
                .any(|element| element.eq_ignore_ascii_case(name))
            {
                rest = behind_text(rest, name);
            }
        }
    }
    most
}

/// How many attributes stand behind a tag's name, and where its `>` is.
fn attributes(tag: &[u8]) -> (usize, usize) {
    let mut count = 0;
    let mut at = 0;
    let skip = |from: usize, ends: &dyn Fn(u8) -> bool| {
        let found = tag[from..].iter().position(|&byte| ends(byte));
        found.map_or(tag.len(), |found| from + found)
    };
    loop {
        at = skip(at, &|byte| !byte.is_ascii_whitespace() && byte != b'/');
        if at == tag.len() || tag[at] == b'>' {
            return (count, at);
        }
        count += 1;
        // A name may start with `=`.
        at = skip(at + 1, &|byte| {
            byte.is_ascii_whitespace() || b"/>=".contains(&byte)
        });
        let value = skip(at, &|byte| !byte.is_ascii_whitespace());
        if tag.get(value) != Some(&b'=') {
            continue;
        }
        let value = skip(value + 1, &|byte| !byte.is_ascii_whitespace());
        at = match tag.get(value) {
            Some(&quote @ (b'"' | b'\'')) => {
                (skip(value + 1, &|byte| byte == quote) + 1).min(tag.len())
            }
            _ => skip(value, &|byte| byte.is_ascii_whitespace() || byte == b'>'),
        };
    }
}

/// What follows the end tag of an element that holds text only.
fn behind_text<'t>(rest: &'t str, name: &str) -> &'t str {
    rest.match_indices("</")
        .map(|(at, _)| at)
        .find(|&at| {
            let after = rest.as_bytes().get(at + 2..at + 2 + name.len());
            after.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        })
        .map_or("", |at| &rest[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_counted_as_the_parser_does() {
        let check =
            |html: &str, expected: usize| assert_eq!(most_attributes(html), expected, "{html}");
        check("", 0);
        check("a < b c d", 0);
        check("<p>", 0);
        check("<p a>", 1);
        check("<p a b=c d = 'e f > g' h=\"i j\" k/l>m n o", 6);
        check("<p a=b/c d", 2);
        check("<p a='", 1);
        check("<p =a=b>", 1);
        check("<br/>", 0);
        check("<!-- <p a b> --><p a>", 1);
        check("<script>a<b c d e</script><p a>", 1);
        check("<SCRIPT x>a<b c d e</Script ><p a>", 1);
        check("<title><p a b></title>", 0);
    }
}
