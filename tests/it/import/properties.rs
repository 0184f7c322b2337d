//! What holds for any page.

use proptest::prelude::*;
use verbatim::corpus::{import, parse};

use super::{TEXT, document};

fn soup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "word ",
        "été ",
        "漢字",
        "🙂",
        "\n",
        "\r\n",
        "\0",
        "&amp;",
        "&#x0;",
        "&nbsp;",
        "<",
        ">",
        "\"",
        "<p>",
        "</p>",
        "<div class=comment>",
        "</div>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<ul>",
        "<li>",
        "</ul>",
        "<ol start=99999999999>",
        "<ol start=4294967295>",
        "</ol>",
        "<h1>",
        "<h2 ",
        "</h2>",
        "<pre>",
        "</pre>",
        "<br>",
        "<br><br>",
        "<a href=x>",
        "</a>",
        "<b>",
        "</b>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<svg>",
        "</svg>",
        "<math><mi>",
        "<template>",
        "</template>",
        "<title>",
        "</title>",
        "<meta name=author content=\"",
        "<time datetime=2024-01-01>",
        "</time>",
        "<select><option>",
        "<html lang=fr>",
        "<body>",
        "</body>",
        "<frameset>",
        "<form>",
        "<noscript>",
        "<img alt='",
        "# ",
        "---\n",
        "title: x\n",
        "```",
        "<script type=application/ld+json>{\"@type\":\"Article\"",
        "<plaintext>",
        "<figure>",
        "<blockquote>",
        "<dl><dt>",
        "<dd>",
        "<![CDATA[",
        "<?xml ?>",
        "A sentence of some length that could be a part of an article, if it stood in one. ",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_page_is_an_article_or_a_problem(html in soup()) {
        let (printed, problems) = import("page.html", html.as_bytes(), None);
        prop_assert!(printed.is_some() || !problems.is_empty());
        let (read, found) = parse("page.html", html.as_bytes());
        prop_assert!(read.is_some() || !found.is_empty());
        if let Some(printed) = printed {
            let (written, _) = parse("page.md", printed.as_bytes());
            let written = written.map(|mut document| {
                document.source.document = "page.html".to_owned();
                document
            });
            prop_assert_eq!(read, written);
        }
    }

    #[test]
    fn any_bytes_are_an_article_or_a_problem(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let (printed, problems) = import("page.html", &bytes, None);
        prop_assert!(printed.is_some() || !problems.is_empty());
    }

    #[test]
    fn every_word_of_the_paragraphs_is_in_a_passage(
        paragraphs in prop::collection::vec("[a-c#*_`<>&\\[\\]()!~|:=+.\"'\\\\-]{1,6}( [a-c#*_`<>:=+.0-9-]{1,6}){0,4}", 1..8)
    ) {
        let body: Vec<String> = paragraphs
            .iter()
            .map(|paragraph| paragraph.replace('&', "&amp;").replace('<', "&lt;"))
            .map(|escaped| format!("<p>{escaped}</p>"))
            .collect();
        let body = body.concat();
        let found = document(&format!("<article><p>{TEXT}</p>{body}<p>{TEXT}</p></article>"));
        let passages: Vec<&str> = found.passages.iter().map(|passage| found.slice(passage)).collect();
        // What is escaped, which is rare, is there with a backslash.
        let seen = |text: &str| text.replace('\\', "");
        for paragraph in paragraphs.iter().filter(|paragraph| paragraph.contains(char::is_alphanumeric)) {
            prop_assert!(
                passages.iter().any(|passage| seen(passage).contains(&seen(paragraph))),
                "{paragraph:?} is not in {passages:?} of\n{}", found.text
            );
        }
    }

    #[test]
    fn any_title_and_author_come_back(title in "\\PC{1,40}", author in any::<String>()) {
        let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        let found = document(&format!(
            "<meta property=og:title content=\"{}\"><meta name=author content=\"{}\"><article><p>{TEXT}",
            escaped(&title), escaped(&author),
        ));
        // Markup and references within are resolved once more, as some pages need it.
        if !title.contains(['&', '<']) && title.contains(char::is_alphanumeric) {
            let seen = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect::<String>();
            prop_assert_eq!(seen(&found.source.title), seen(&title));
        }
        prop_assert_eq!(found.slice(&found.passages[0]), TEXT);
    }
}
