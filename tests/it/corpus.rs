//! What one file's bytes become.

mod attribution;
mod hidden;
mod plain;
mod properties;

use std::path::Path;

use verbatim::corpus::{Document, parse};

use crate::support::reference;

fn document(path: &str, text: &str) -> Document {
    let (document, problems) = parse(path, text.as_bytes());
    document.unwrap_or_else(|| panic!("no passage in {text:?}: {problems:?}"))
}

/// Checks the title and the passages, each as `headings > text`.
fn check(path: &str, text: &str, title: &str, passages: &[&str]) {
    let document = document(path, text);
    let found: Vec<String> = document
        .passages
        .iter()
        .map(|passage| {
            let mut parts: Vec<&str> = passage.headings.iter().map(String::as_str).collect();
            parts.push(document.slice(passage));
            parts.join(" > ")
        })
        .collect();
    assert_eq!(found, passages, "{text:?}");
    assert_eq!(document.source.title, title, "{text:?}");
}

fn check_markdown(text: &str, title: &str, passages: &[&str]) {
    check("folder/name.md", text, title, passages);
}

fn check_plain(text: &str, title: &str, passages: &[&str]) {
    check("folder/name.txt", text, title, passages);
}

#[test]
fn markdown_blocks_are_passages() {
    check_markdown("# T\n\none\ntwo\n\nthree", "T", &["one\ntwo", "three"]);
    check_markdown("# T\n\nIntro:\n\n- a\n- b", "T", &["Intro:\n\n- a\n- b"]);
    check_markdown(
        "# T\n\n- a\n\n- b\n  c\n\n  d",
        "T",
        &["- a", "- b\n  c\n\n  d"],
    );
    check_markdown(
        "# T\n\n> a\n> b\n\n1. x\n2. y",
        "T",
        &["> a\n> b", "1. x\n2. y"],
    );
    check_markdown(
        "# T\n\n| a | b |\n|---|---|\n| c | d |\n\nx",
        "T",
        &["| a | b |\n|---|---|\n| c | d |", "x"],
    );
    check_markdown(
        "# T\n\n```\ncode\n```\n\n    indented",
        "T",
        &["```\ncode\n```", "indented"],
    );
    check_markdown(
        "# T\n\n<p>html\n</p>\n\nx[^1]\n\n[^1]: note",
        "T",
        &["<p>html\n</p>", "x[^1]", "[^1]: note"],
    );
    check_markdown(
        "# T\n\nterm\n: meaning\n\nx",
        "T",
        &["term\n: meaning", "x"],
    );
    check_markdown(
        "# T\n\n![a map](x.png)\n\nx",
        "T",
        &["![a map](x.png)", "x"],
    );
    check_markdown(
        "# T\n\n\\# one\n\n\\[a]: b\n\n\\[ x^2 \\]\n\n\\*c\\*",
        "T",
        &["# one", "[a]: b", "\\[ x^2 \\]", "\\*c\\*"],
    );
    check_markdown("---\ntitle: T\n---\nx\r\ny\r\n\r\nz", "T", &["x\r\ny", "z"]);
    check_markdown("# T\rx\ry\r\rz\r", "T", &["x\ry", "z"]);
    check_markdown("\u{feff}# T\n\nx", "T", &["x"]);
}

#[test]
fn blocks_without_words_are_no_passages() {
    check_markdown("# T\n\n---\n\n<!-- a\ncomment -->\n\n***\n\nx", "T", &["x"]);
    check_markdown(
        "# T\n\n[a]: https://a.example\n\n![](x.png)\n\n…\n\nx",
        "T",
        &["x"],
    );
    check_markdown("# T\n\n<div class=\"a\">\n\nx\n\n</div>", "T", &["x"]);
    check_markdown("# T\n\n<!-- c --> text\n\nx", "T", &["text", "x"]);
    check_markdown(
        "# T\n\n<!-- never closed\n\nx",
        "T",
        &["<!-- never closed\n\nx"],
    );
}

#[test]
fn headings_are_paths() {
    check_markdown(
        "# T\na\n## S\nb\n### U\nc\n## V\nd",
        "T",
        &["a", "S > b", "S > U > c", "V > d"],
    );
    check_markdown("T\n=\n\na\n\nS\n-\n\nb", "T", &["a", "S > b"]);
    check_markdown("---\ntitle: T\n---\n# T\na\n# U\nb", "T", &["a", "U > b"]);
    check_markdown(
        "---\ntitle: T\n---\n# U\na\n# T\nb",
        "T",
        &["U > a", "T > b"],
    );
    check_markdown("## *S* `code`\na\n##\nb", "S code", &["a", "b"]);
    let long = "word ".repeat(60);
    let long = long.trim_end();
    check_markdown(&format!("# T\n\n{long}\n---\n\nx"), "T", &[long, "x"]);
}

#[test]
fn long_containers_are_divided() {
    let item = format!("- {}", "word ".repeat(200).trim_end());
    check_markdown(
        &format!("# T\n\n{item}\n{item}\n\nx"),
        "T",
        &[&item, &item, "x"],
    );
    let quote = format!("> {}", "word ".repeat(200).trim_end());
    check_markdown(
        &format!("# T\n\n{quote}\n>\n{quote}\n\nx"),
        "T",
        &[&quote, &quote, "x"],
    );
    let paragraph = "word ".repeat(2_000);
    check_markdown(&format!("# T\n\n{paragraph}"), "T", &[paragraph.trim_end()]);
}

#[test]
fn titles_fall_back() {
    check_markdown(
        "A short first line\n\nx.",
        "A short first line",
        &["A short first line", "x."],
    );
    check_markdown("A sentence.\n\nx.", "name", &["A sentence.", "x."]);
    check_markdown("a\n\n# H\n\nb", "H", &["a", "b"]);
    check_markdown("# T\n\n3 min read\n\nx", "T", &["x"]);
    check_markdown("# T\n\nx\n\n3 min read", "T", &["x", "3 min read"]);
    check_plain("T\n\nx.", "T", &["x."]);
    check_plain("---\ntitle: F\n---\nx.\n\ny.", "F", &["x.", "y."]);
    check_plain("---\ntitle: F\n---\nF\n\ny.", "F", &["y."]);
    check_plain("Only one line", "Only one line", &["Only one line"]);
    check_plain(
        "A sentence.\n\nAnother.",
        "A sentence.",
        &["A sentence.", "Another."],
    );
    let long = "word ".repeat(60) + "end.";
    check_plain(&long, "name", &[&long]);
}

#[test]
fn hostile_text_loads_soon() {
    for piece in [
        ">",
        "> ",
        "[",
        "[^",
        "![",
        "- ",
        "* a\n",
        "`",
        "``` \n",
        "<",
        "<!--",
        "<a ",
        "*a_",
        "**a ",
        "|a",
        "a|b\n-|-\n",
        "#",
        "# a\n",
        "\t",
        "]",
        "](",
        "&",
        "\\",
        "1. ",
        ">\n",
        "a\n:",
        "[a]: b\n",
        "[^a]: b\n",
        "- [ ] ",
        "~",
        "<div>\n",
        "\r",
        "---\n",
        "%%",
        "%% ",
        "{/*",
        "<script>",
        "<!-- a -->",
        ":::note\n",
        "> [!NOTE]\n",
        "!!! a\n    b\n",
        "import {\n",
        "export const a = {\n\n",
        "<Tabs a={b}\n",
        "<A>",
        "Title: a\n",
        "% ",
        "{\n",
        "[",
        "+++\n",
        "Subject: a\nDate: b\n\n",
        "> a 1 2 3:\n",
        "00:01,000 --> 00:02,000\na\n\n",
    ] {
        let text = piece.repeat(50_000 / piece.len());
        let loaded = parse("a.md", text.as_bytes());
        assert!(loaded.0.is_some() || !loaded.1.is_empty());
        let plain = parse("a.txt", text.as_bytes());
        assert!(plain.0.is_some() || !plain.1.is_empty());
    }
}

/// The article in `knowledge/` has every paragraph of the file it was made from.
#[test]
fn the_article_is_its_source_byte_for_byte() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("knowledge/la-chine-defie-les-etats-unis-ia.md");
    let article = std::fs::read_to_string(path).expect("the article");
    let article = document("la-chine-defie-les-etats-unis-ia.md", &article);
    assert_eq!(article.passages.len(), 9);
    assert_eq!(article.language.code(), "fr");
    assert_eq!(article.source.publisher.as_deref(), Some("Next News"));
    assert_eq!(article.source.date.as_deref(), Some("4 août"));

    let Some(path) = reference("article/000_b544d25548b7bc68.txt") else {
        return;
    };
    let bytes = std::fs::read(path).expect("the source");
    let (source, problems) = parse("source.txt", &bytes);
    let source = source.expect("the source loads");
    assert_eq!(problems, []);
    assert_eq!(source.language.code(), "fr");
    assert_eq!(source.source.title, article.source.title);
    assert_eq!(source.source.publisher, article.source.publisher);
    assert_eq!(source.source.date, article.source.date);
    let of = |document: &Document| -> Vec<(Vec<String>, String)> {
        document
            .passages
            .iter()
            .map(|passage| (passage.headings.clone(), document.slice(passage).to_owned()))
            .collect()
    };
    assert_eq!(of(&source), of(&article));
    // Compared line by line as well, not only as this crate reads the file: each line that is no
    // boilerplate stands in the article.
    let text = String::from_utf8(bytes).expect("UTF-8");
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let (head, body) = lines.split_at(4);
    assert!(article.text.contains(head[0]));
    for line in &body[..body.len() - 1] {
        let is_there = |shown: &str| shown == *line || shown.strip_prefix("## ") == Some(line);
        assert!(article.text.lines().any(is_there), "{line}");
    }
    for furniture in ["min de lecture", "댓글"] {
        assert!(!article.text.contains(furniture));
    }
}
