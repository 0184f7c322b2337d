//! What becomes of saved web pages.

mod attribution;
mod command;
mod headings;
mod pages;
mod properties;
mod text;

use std::fs;

use verbatim::corpus::{Document, import, parse};

use crate::support::{folder, reference, root};

fn page(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/it/import").join(name)).expect("a page")
}

fn markdown(html: &str) -> String {
    let (markdown, problems) = import("page.html", html.as_bytes(), None);
    assert!(problems.is_empty(), "{problems:?}");
    markdown.unwrap_or_else(|| panic!("no article in {html}"))
}

/// What the reader makes of a page.
fn document(html: &str) -> Document {
    let (document, problems) = parse("page.html", html.as_bytes());
    assert!(problems.is_empty(), "{problems:?}");
    document.unwrap_or_else(|| panic!("no article in {html}"))
}

/// A sentence that makes a page an article.
const TEXT: &str =
    "The harbour was closed for three days because of the storm, and no ship left it.";

/// Checks the passages of a page with this article body, each as `headings > text`.
fn check_body(body: &str, expected: &[&str]) {
    let document = document(&format!("<title>T</title><article>{body}</article>"));
    let found: Vec<String> = document
        .passages
        .iter()
        .map(|passage| {
            let mut parts: Vec<&str> = passage.headings.iter().map(String::as_str).collect();
            parts.push(document.slice(passage));
            parts.join(" > ")
        })
        .collect();
    assert_eq!(found, expected, "{body}\n{}", document.text);
}

/// The row of each number below `count`, one after the other.
fn numbered(count: usize, row: impl Fn(usize) -> String) -> String {
    (0..count).map(row).collect::<Vec<_>>().concat()
}

#[test]
fn saved_pages_become_markdown() {
    for name in ["actualite.html", "blog.html", "korean.html", "bruecke.htm"] {
        let (markdown, problems) = import(name, &page(name), None);
        assert!(problems.is_empty(), "{problems:?}");
        insta::assert_snapshot!(name, markdown.expect("an article"));
    }
}

#[test]
fn a_page_without_an_article_is_a_problem() {
    let check = |bytes: &[u8], expected: &str| {
        let (markdown, problems) = import("page.html", bytes, None);
        assert_eq!(markdown, None);
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].starts_with("page.html:1: "), "{problems:?}");
        assert!(problems[0].contains(expected), "{expected}: {problems:?}");
    };
    check(&page("no-article.html"), "no article was found");
    check(b"", "the file is empty");
    check(b" \n", "the file is empty");
    check(b"<p>Too short to be one.</p>", "no article was found");
    check(b"\0\0\0<>", "no article was found");
    let bytes: Vec<u8> = (0..=255).collect();
    check(&bytes.repeat(40), "the file is not text");
    check(
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02X\x08\x06",
        "the file is not text",
    );
    check("<script>x</script>".as_bytes(), "no article was found");
    check(
        "<div>".repeat(100_000).as_bytes(),
        "nested more than 512 deep",
    );
    check(
        "<b>x".repeat(100_000).as_bytes(),
        "nested more than 512 deep",
    );
    check(
        "<svg><td>".repeat(10_000).as_bytes(),
        "nested more than 512 deep",
    );
    let open = numbered(2_000, |n| format!("<p><b id={n}>x</p>"));
    check(open.as_bytes(), "tags that are never closed");
    let open = numbered(400, |n| format!("<b id={n}>"));
    check(
        format!("{open}{}", "<p>x</p><div>x</div>".repeat(1_000)).as_bytes(),
        "no article was found",
    );
    let again = "<p>x".repeat(1_000);
    check(
        format!("<p>{open}{again}").as_bytes(),
        "tags that are never closed",
    );
    check(
        "<br>x".repeat(300_000).as_bytes(),
        "more than 200000 elements",
    );
    let attributes = numbered(200_000, |n| format!(" a{n}=\"x\""));
    check(
        format!("<p{attributes}>{TEXT}").as_bytes(),
        "more than 512 attributes",
    );
}

#[test]
fn large_pages_are_read() {
    let paragraphs = format!("<p>{TEXT}").repeat(5_000);
    assert_eq!(document(&paragraphs).passages.len(), 5_000);
    let image = format!(
        "<img src=\"data:image/png;base64,{}\">",
        "A".repeat(3_000_000)
    );
    check_body(&format!("<p>{TEXT}</p>{image}"), &[TEXT]);
    let deep = format!("{}<p>{TEXT}</p>", "<div>".repeat(400));
    assert_eq!(document(&deep).passages.len(), 1);
}

#[test]
fn text_is_plain_and_nothing_of_it_is_lost() {
    let end = format!("<p>{TEXT}</p>");
    let check = |body: &str, expected: &[&str]| {
        let expected = [expected, &[TEXT]].concat();
        check_body(&format!("{body}{end}"), &expected);
    };
    check(
        "<p>One <b>bold</b>, <i>slanted</i> and <a href=x>linked</a>\n  word.<p>Two",
        &["One bold, slanted and linked word.", "Two"],
    );
    check(
        "<p>a * b * c _d_ `e` [f](g) &lt;h> &amp;amp;",
        &["a * b * c _d_ `e` [f](g) <h> &amp;"],
    );
    check("<p>so&shy;ft\u{200b}ly, 4&nbsp;%", &["softly, 4\u{a0}%"]);
    check("<p>He said <q>no</q>.", &["He said “no”."]);
    check(
        "<p>1. first<p>- second<p>> third",
        &["1. first", "- second", "> third"],
    );
    check(
        "<p># hash<p>#tag<p>```fence<p>[a]: b",
        &["# hash", "#tag", "```fence", "[a]: b"],
    );
    check(
        "<p>&lt;!-- a --><p>&lt;script>b",
        &["<!-- a -->", "<script>b"],
    );
    check(
        "<p>[Update, 3 pm]: The mayor said<p>[^1]: a note<p>[a]: b 'c'",
        &[
            "[Update, 3 pm]: The mayor said",
            "[^1]: a note",
            "[a]: b 'c'",
        ],
    );
    check("<p>one<br>two<br>---<br># three", &["one\ntwo\n\\# three"]);
    check("<p>one<br><br>two", &["one", "two"]);
    check(
        "<p>&lt;a><p>[](b)<p>![](c)",
        &["<a>", "[\\](b)", "![\\](c)"],
    );
    check("<ul><li>a<li>b<ul><li>c</ul></ul>", &["- a\n- b\n  - c"]);
    check("<ol start=3><li>a<li><p>b<p>c</ol>", &["3. a\n4. b\n   c"]);
    check(
        "<table><tr><th>a<th>b<tr><td>1<td>2</table>",
        &["a | b\n1 | 2"],
    );
    check("<dl><dt>term<dd>meaning</dl>", &["term\nmeaning"]);
    check("<pre>a\n  b\n\n```c</pre>", &["````\na\n  b\n\n```c\n````"]);
    check("<blockquote><p>a</p></blockquote>", &["a"]);
}

#[test]
fn headings_are_read_as_they_are_shown() {
    let check = |heading: &str, expected: &str| {
        let body = format!("<p>{TEXT}</p><h2>{heading}</h2><p>one</p>");
        check_body(&body, &[TEXT, &format!("{expected} > one")]);
    };
    check("A *b* #c <i>d</i> &amp;lt; ##", "A *b* #c d &lt; ##");
    check("1. One<br>two", "1. One two");
    check(
        "&lt;p> [a](b) \\ `c` ~~d~~ | e",
        "<p> [a](b) \\ `c` ~~d~~ | e",
    );
}

#[test]
fn what_is_not_the_article_is_left_out() {
    let check = |around: &str| check_body(&format!("<p>{TEXT}</p>{around}"), &[TEXT]);
    check("<script>alert('x')</script><style>p {}</style><noscript>on</noscript>");
    check("<p>Read also: <a href=x>Another story</a></p>");
    check("<p><a href=x>All about harbours</a></p>");
    check("<p>5 min read</p><p>Share</p>");
    check("<h2>Related</h2>");
    check("<figure><img src=x alt=y><figcaption>A boat</figcaption></figure>");
    check("<form><input><button>Send</button></form>");
    check("<!-- comment --><template><p>hidden</p></template>");
}

#[test]
fn a_language_that_is_plainly_wrong_is_not_believed() {
    let french = "La tempête a fermé le port pendant trois jours, et aucun navire n’en est sorti. ";
    let check = |lang: &str, text: &str, expected: &str| {
        let found = document(&format!("<html lang={lang}><article><p>{text}</article>"));
        assert_eq!(found.language.code(), expected, "{lang}: {text}");
    };
    check("en", &french.repeat(10), "fr");
    check("fr-CA", &french.repeat(10), "fr");
    check("zz", &french.repeat(10), "fr");
    check("fr", french, "fr");
}

#[test]
fn a_page_in_the_folder_is_what_import_prints() {
    for name in ["actualite.html", "blog.html", "korean.html", "bruecke.htm"] {
        let bytes = page(name);
        let (printed, _) = import(name, &bytes, None);
        let printed = printed.expect("an article");
        let (read, problems) = parse(name, &bytes);
        let read = read.expect("a document");
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(read.text, printed);
        let (written, problems) = parse("page.md", printed.as_bytes());
        let mut written = written.expect("a document");
        assert!(problems.is_empty(), "{problems:?}");
        written.source.document = name.to_owned();
        assert_eq!(read, written);
    }
}

#[test]
fn what_a_browser_saves_beside_a_page_is_no_article() {
    let page = |title: &str| format!("<title>{title}</title><p>{title}: {TEXT}");
    let folder = folder(&[
        ("a.html", &page("A")),
        ("a_files/ad.html", &page("Ad")),
        ("b_files/b.htm", &page("B")),
        ("c_files/saved_resource(1).html", &page("C")),
        ("d_files/ad.html", &page("D")),
        ("d_files/ad.js", ""),
        ("e.html", &page("E")),
        ("e_files/own.md", TEXT),
        ("f_files/app.js.download", ""),
        ("f_files/frame.html", &page("F")),
        ("g_files/own.txt", &format!("Own\n\nMine: {TEXT}")),
        ("g_files/style.css", ""),
    ]);
    let loaded = verbatim::corpus::load(folder.path(), crate::support::LIMITS).expect("a corpus");
    let paths: Vec<&str> = loaded
        .corpus
        .documents()
        .iter()
        .map(|document| document.source.document.as_str())
        .collect();
    assert_eq!(
        paths,
        [
            "a.html",
            "b_files/b.htm",
            "e.html",
            "e_files/own.md",
            "g_files/own.txt"
        ]
    );
    assert!(loaded.problems.is_empty());
}

#[test]
fn the_article_pasted_and_saved_are_the_same() {
    let Some(text) = reference("article") else {
        return;
    };
    let saved: Vec<_> = fs::read_dir(text)
        .expect("a folder")
        .filter_map(|entry| {
            let path = entry.expect("an entry").path();
            path.extension()
                .is_some_and(|extension| extension == "html")
                .then_some(path)
        })
        .collect();
    if saved.is_empty() {
        crate::support::not_checked("the article is not there as a web page");
    }
    for page in saved {
        let (document, problems) = parse("page.html", &fs::read(page).expect("a page"));
        assert!(problems.is_empty(), "{problems:?}");
        let document = document.expect("the article");
        assert!(
            document
                .text
                .contains("Organisation mondiale pour la coopération")
        );
    }
}
