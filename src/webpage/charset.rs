//! A *charset* is how a page's characters are written as bytes; older pages are not in UTF-8.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use super::PageProblem;
use super::tree::{DOCUMENT, Id, Tree};

/// A page names its charset within this many bytes; the standard asks for the first 1,024.
const HEAD: usize = 16_384;

/// The text of a page, with the fault of the first bytes that are none in its charset: they become
/// U+FFFD, the replacement character.
///
/// A byte order mark decides, then UTF-8 where all bytes are, because browsers save pages as UTF-8
/// without changing what they say of themselves; then what the page says, else what its bytes look
/// like, because what a server said of them is not saved.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<PageProblem>) {
    let declared = declared(&bytes[..bytes.len().min(HEAD)]);
    let encoding = match Encoding::for_bom(bytes) {
        Some((marked, _)) => marked,
        None if declared != Some(ISO_2022_JP) && std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => declared.unwrap_or_else(|| guessed(bytes)),
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    // A page may hold U+FFFD by itself, which is no fault.
    let fault = encoding
        .decode_without_bom_handling_and_without_replacement(without_mark(bytes, encoding))
        .is_none()
        .then(|| {
            let before = text.find('\u{fffd}').unwrap_or_default();
            let ends = text[..before].matches('\n').count();
            let line = u32::try_from(ends).map_or(u32::MAX, |ends| ends.saturating_add(1));
            let message = format!(
                "bytes that are not valid in the page's charset, {}, and are shown as \u{fffd}; \
                 save the page as UTF-8",
                encoding.name()
            );
            PageProblem::problem(line, message)
        });
    (text.replace('\0', ""), fault)
}

/// Whether what was decoded is no text: some charsets have a character for almost every byte, so a
/// picture or an archive can be decoded, and about one in ten of its characters is then a control
/// character. Pages have hardly any.
pub(super) fn is_binary(text: &str) -> bool {
    let controls = text
        .chars()
        .filter(|c| c.is_control() && !c.is_whitespace());
    controls.count() * 50 > text.chars().count()
}

fn without_mark<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> &'b [u8] {
    match Encoding::for_bom(bytes) {
        Some((marked, length)) if marked == encoding => &bytes[length..],
        _ => bytes,
    }
}

/// The charset that the page's head names, in a `<meta>` element or before everything else.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    // Whatever the charset, what names it is ASCII.
    let head: String = head.iter().map(|&byte| char::from(byte)).collect();
    let tree = Tree::of(&head).ok()?;
    let found = tree.below(DOCUMENT).find_map(|id| match tree.comment(id) {
        Some(text) if text.starts_with("?xml") => of_key(text, "encoding"),
        _ if tree.name(id) == "meta" => of_meta(&tree, id),
        _ => None,
    });
    // A page in UTF-16 could not have been read so far.
    let is_wide = [UTF_16LE, UTF_16BE].contains(&found?);
    if is_wide { Some(UTF_8) } else { found }
}

fn of_meta(tree: &Tree, id: Id) -> Option<&'static Encoding> {
    let named = tree.attribute(id, "charset");
    let named = named.and_then(|label| Encoding::for_label(label.as_bytes()));
    named.or_else(|| of_key(tree.attribute(id, "content")?, "charset"))
}

/// What the bytes look like to Firefox's detector.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn of_key(text: &str, key: &str) -> Option<&'static Encoding> {
    let text = text.to_ascii_lowercase();
    let (_, rest) = text.split_once(key)?;
    Encoding::for_label(label(rest.as_bytes())?)
}

/// The label behind `charset`: `="utf-8"`, ` = utf-8;`.
fn label(rest: &[u8]) -> Option<&[u8]> {
    let rest = rest.trim_ascii_start().strip_prefix(b"=")?;
    let rest = rest.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").unwrap_or(rest);
    let rest = rest.strip_prefix(b"'").unwrap_or(rest);
    let is_end = |byte: &u8| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte);
    let end = rest.iter().position(is_end).unwrap_or(rest.len());
    Some(&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_decoded_as_a_browser_does() {
        let check = |bytes: &[u8], expected: &str, fault: Option<u32>| {
            let (text, found) = decode(bytes);
            assert_eq!(text, expected, "{bytes:?}");
            assert_eq!(found.map(|found| found.line), fault, "{bytes:?}");
        };
        check("août".as_bytes(), "août", None);
        check(b"\xef\xbb\xbfao\xc3\xbbt", "août", None);
        check(b"\xff\xfea\0\xfb\0", "aû", None);
        check(b"\xfe\xff\0a\0\xfb", "aû", None);
        check(b"ao\xfbt \x97 \x80", "août — €", None);
        let row = |head: &str, bytes: &[u8]| [head.as_bytes(), bytes].concat();
        for head in [
            "<meta charset=\"iso-8859-1\">",
            "<META CHARSET = latin1 >",
            "<meta http-equiv=content-type content='text/html; charset=ISO-8859-1'>",
            "<?xml version='1.0' encoding='iso-8859-1'?>",
            "<meta charset=no-such-thing>",
            "<meta charset>",
            "<!-- <meta charset=euc-kr> --><meta charset=latin1>",
            "<script>var charset=\"euc-kr\"; '<meta charset=gbk>'</script>",
            "<p title='charset=gbk'>",
        ] {
            check(&row(head, b"ao\xfbt"), &format!("{head}août"), None);
            let text = format!("{head}août");
            check(text.as_bytes(), &text, None);
        }
        let euc_kr = "<meta charset=euc-kr>";
        check(
            &row(euc_kr, b"\xb4\xf1\xb1\xdb"),
            &format!("{euc_kr}댓글"),
            None,
        );
        let gbk = "<meta charset=gb2312>";
        check(&row(gbk, b"\xc6\xc0\xc2\xdb"), &format!("{gbk}评论"), None);
        let jis = "<meta charset=iso-2022-jp>";
        check(&row(jis, b"\x1b$B%F\x1b(B"), &format!("{jis}テ"), None);
        let utf8 = "<meta charset=utf-8>";
        check(
            &row(utf8, b"\na\xffb"),
            &format!("{utf8}\na\u{fffd}b"),
            Some(2),
        );
        check(
            &row(utf8, "\u{fffd}".as_bytes()),
            &format!("{utf8}\u{fffd}"),
            None,
        );
        let wide = "<meta charset=utf-16>";
        check(wide.as_bytes(), wide, None);
        check(b"a\0b", "ab", None);
        check(b"", "", None);
    }
}
