//! What the front matter of a page's Markdown says.

use super::{TEXT, document, markdown};

#[test]
fn attribution_is_found_where_pages_have_it() {
    let check = |head: &str, front: &str| {
        let found = markdown(&format!("<head>{head}</head><article><p>{TEXT}</article>"));
        let expected = match front {
            "" => format!("{TEXT}\n"),
            front => format!("---\n{front}\n---\n\n{TEXT}\n"),
        };
        assert_eq!(found, expected, "{head}");
    };
    let linked = |json: &str| format!("<script type=application/ld+json>{json}</script>");
    check("", "");
    check("<title>A storm at sea</title>", "title: A storm at sea");
    check(
        "<meta name=DC.title content=Storms><meta name=dc.creator content='A. Lee'>",
        "title: Storms\nauthor: A. Lee",
    );
    check(
        "<meta name=citation_author content='Lee, A.'><meta name=citation_author content='Kim, B.'>\
         <meta name=citation_date content=2024/05/06>",
        "author: Lee, A., Kim, B.\ndate: \"2024/05/06\"",
    );
    check(
        &linked(
            r#"{"@type":"Article","headline":"Storms","author":"A. Lee","publisher":{"name":"The Gazette"},"datePublished":"2024-05-06T10:00"}"#,
        ),
        "title: Storms\npublisher: The Gazette\nauthor: A. Lee\ndate: 2024-05-06",
    );
    check(
        &linked(
            r#"[{"@type":"WebSite","name":"The Gazette"},{"@type":"http://schema.org/BlogPosting","name":"Storms"}]"#,
        ),
        "title: Storms\npublisher: The Gazette",
    );
    check(&linked(r#"{"@type":"Product","name":"A boat"}"#), "");
    check(&linked("{broken"), "");
    check(
        "<meta property=article:author content=https://example.org/ann>",
        "",
    );
    check("<meta property=og:locale content=en_US>", "language: en");
    check(
        "<meta property=og:title content='a: \"b\" \\ #c\n---'>",
        "title: \"a: \\\"b\\\" \\\\ #c ---\"",
    );
    check("<meta property=og:title content='null'>", "title: \"null\"");
    check(
        "<link rel=canonical href=/here><meta property=og:url content=https://example.org/there>",
        "url: https://example.org/there",
    );
    check("<link rel=canonical href='https://example.org/a b'>", "");
    check(
        "<!-- saved from url=(0023)https://example.org/a -->",
        "url: https://example.org/a",
    );
    check("<meta name=date content='6 May 2024'>", "date: 6 May 2024");
    check("<meta name=date content='2 hours ago'>", "");
    check(
        "<meta name=author content='By Ann Lee'><meta name=author content='Bo Ek'>",
        "author: Ann Lee, Bo Ek",
    );
    check(
        "<meta name=author content='Von Miller'><meta name=author content='AFP/Reuters'>",
        "author: Von Miller, AFP/Reuters",
    );
    for address in [
        "www.facebook.com/ann",
        "facebook.com/ann",
        "/author/ann",
        "ann@example.org",
        "1234",
    ] {
        check(
            &format!("<meta property=article:author content={address}>"),
            "",
        );
    }
    check(
        "<meta property=og:title content='Why Vec&lt;T&gt; beats &amp;lt;b>'>",
        "title: \"Why Vec<T> beats <b>\"",
    );
    check(
        &linked(r#"{"@type":"Article","headline":"A <em>big</em> Vec&lt;T&gt;</em>"}"#),
        "title: \"A big Vec<T>\"",
    );
}

#[test]
fn linked_data_of_another_article_is_not_believed() {
    let other = r#"{"@type":"NewsArticle","headline":"Cats","author":"Bo","datePublished":"2020-01-01","url":"https://example.org/cats"}"#;
    let own = r#"{"@type":"NewsArticle","headline":"Storms","author":"Ann Lee"}"#;
    let script = |json: &str| format!("<script type=application/ld+json>{json}</script>");
    let of = |data: &str, head: &str| {
        let page = format!("{data}{head}<article><h1>Storms</h1><p>{TEXT}</article>");
        let found = document(&page).source;
        (found.title, found.author, found.date)
    };
    let expected = ("Storms".to_owned(), Some("Ann Lee".to_owned()), None);
    let list = script(&format!("[{other},{own}]"));
    assert_eq!(of(&list, "<title>Storms</title>"), expected);
    let blocks = script(other) + &script(own);
    assert_eq!(of(&blocks, "<title>Storms | Gazette</title>"), expected);
    let own = own.replace(
        "Storms\"",
        "Storms at sea\",\"url\":\"https://example.org/s\"",
    );
    let blocks = script(other) + &script(&own);
    let canonical = "<link rel=canonical href=https://example.org/s>";
    assert_eq!(of(&blocks, canonical), expected);
}

#[test]
fn a_block_with_many_authors_is_read_soon() {
    let list = |row: &dyn Fn(usize) -> String| (0..15_000).map(row).collect::<Vec<_>>().join(",");
    let ids = list(&|n| format!(r#"{{"@id":"{n}"}}"#));
    let people = list(&|n| format!(r#"{{"@type":"Person","@id":"{n}","name":"n"}}"#));
    let article = format!(r#"{{"@type":"Article","author":[{ids}]}}"#);
    let json = format!(r#"{{"@graph":[{article},{people}]}}"#);
    let page = format!("<script type=application/ld+json>{json}</script><article><p>{TEXT}");
    assert_eq!(document(&page).source.author.as_deref(), Some("n"));
}

#[test]
fn the_site_is_not_the_title() {
    let check = |head: &str, body: &str, expected: &str| {
        let found = document(&format!("{head}{body}<article><p>{TEXT}</article>"));
        assert_eq!(found.source.title, expected, "{head}{body}");
    };
    let site = "<h1>The River Gazette</h1>";
    let whole = "<title>Flood | The River Gazette</title>";
    let title = "<meta property=og:title content=Flood>";
    let name = "<meta property=og:site_name content='The River Gazette'>";
    check(&format!("{whole}{title}"), site, "Flood");
    check(
        &format!("{whole}{name}"),
        &format!("{site}<h1>Flood</h1>"),
        "Flood",
    );
    check(title, "<h1>Flood: all</h1>", "Flood");
    check(&format!("{whole}{title}"), "<h1>Flood!</h1>", "Flood!");
}

#[test]
fn names_and_dates_beside_the_article_are_not_its_own() {
    let check = |around: &str, inside: &str, expected: (Option<&str>, Option<&str>)| {
        let page = format!("{around}<article>{inside}<p>{TEXT}</p></article>");
        let found = document(&page).source;
        let expected = (expected.0.map(str::to_owned), expected.1.map(str::to_owned));
        assert_eq!((found.author, found.date), expected, "{page}");
    };
    let clock = "<header><time datetime=2026-11-22>22 November 2026</time></header>";
    check(clock, "<p>4 August 2025</p>", (None, Some("4 August 2025")));
    check(
        clock,
        "<time datetime=2025-08-04>",
        (None, Some("2025-08-04")),
    );
    check(
        "",
        "<p><time>4 August 2025</time>",
        (None, Some("4 August 2025")),
    );
    check("", "<p><time>2 hours ago</time>", (None, None));
    let bo = "<a rel=author href=/bo>Bo Ek</a>";
    let ann = "<a rel=author href=/ann>Ann Lee</a>";
    check(&format!("<aside>{bo}</aside>"), "", (None, None));
    check(bo, &format!("<p>By {ann}</p>"), (Some("Ann Lee"), None));
    let comment = format!("<ol class=comment-list><li>{bo}<ol></ol></li></ol>");
    check("", &format!("{ann}{comment}"), (Some("Ann Lee"), None));
    check(
        "",
        "<p>By Ann Lee | 2 hours ago</p>",
        (Some("Ann Lee"), None),
    );
}

#[test]
fn a_printed_date_is_taken_when_it_names_the_year() {
    let check = |times: &str, expected: Option<&str>| {
        let head = "<meta property=article:published_time content=2024-05-06T08:00:00Z>";
        let found = document(&format!("{head}<article>{times}<p>{TEXT}</article>"));
        assert_eq!(found.source.date.as_deref(), expected, "{times}");
        assert_eq!(found.slice(&found.passages[0]), TEXT, "{times}");
    };
    check("", Some("2024-05-06"));
    check(
        "<p><time datetime=2024-05-06T08:00>6 May 2024</time>",
        Some("6 May 2024"),
    );
    check(
        "<p><time datetime=2024-05-06>6. Mai 2024</time>",
        Some("6. Mai 2024"),
    );
    check(
        "<p><time datetime=2024-05-06>6 May</time>",
        Some("2024-05-06"),
    );
    check(
        "<p><time datetime=2024-05-06>2 hours ago</time>",
        Some("2024-05-06"),
    );
    check(
        "<p><time datetime=2024-05-09>9 May 2024</time>",
        Some("2024-05-06"),
    );
}
