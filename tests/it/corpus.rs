//! What one file's bytes become.

use std::path::Path;

use proptest::prelude::*;
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
    check_markdown("# T\n\nIntro:\n\n- a\n- b", "T", &["Intro:", "- a\n- b"]);
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
    check_markdown(
        "# T\n\n<!-- c --> text\n\nx",
        "T",
        &["<!-- c --> text", "x"],
    );
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
fn a_web_page_has_a_line_for_each_paragraph() {
    let long = |start: &str| format!("{start} {}end.", "word ".repeat(40));
    let (a, b, c) = (long("A"), long("B"), long("C"));
    check_plain(
        &format!(
            "Title\n- The Post\n- 4 août\n- 3 min de lecture\n{a}\nA section\n{b}\n{c}\nComments (3)\nShare"
        ),
        "Title",
        &[&a, &format!("A section > {b}"), &format!("A section > {c}")],
    );
    check_plain(
        &format!("Title\n{a}\n- one\n- two\n{b}\nroses red\nviolets blue\nsugar sweet\n{c}"),
        "Title",
        &[
            &a,
            "- one\n- two",
            &b,
            "roses red\nviolets blue\nsugar sweet",
            &c,
        ],
    );
    check_plain(
        &format!("Title\n{a}\nA short one.\n{b}"),
        "Title",
        &[&a, "A short one.", &b],
    );
    check_plain(&format!("Title\n4 May 2025\n{a}"), "Title", &[&a]);
    check_plain(
        "제목\n경쟁은 치열해지고 있다.\n기업들은 더 많은 돈을 쓴다.\n정부도 나섰다.\n",
        "제목",
        &[
            "경쟁은 치열해지고 있다.",
            "기업들은 더 많은 돈을 쓴다.",
            "정부도 나섰다.",
        ],
    );
}

#[test]
fn a_web_page_pasted_as_markdown_is_plain_text() {
    let long = |start: &str| format!("{start} {}end.", "word ".repeat(40));
    let (a, b, c) = (long("A"), long("B"), long("C"));
    let page = format!(
        "Title\n- The Post\n- 4 août\n- 3 min de lecture\n{a}\n\nA section\n{b}\n{c}\nShare"
    );
    let section = [
        a.clone(),
        format!("A section > {b}"),
        format!("A section > {c}"),
    ];
    let section = section.each_ref().map(String::as_str);
    check_markdown(&page, "Title", &section);
    check_plain(&page, "Title", &section);
    let source = document("a.md", &page).source;
    assert_eq!(source.publisher.as_deref(), Some("The Post"));
    assert_eq!(source.date.as_deref(), Some("4 août"));
    // Any markup of blocks, and it is Markdown.
    let both = format!("{b}\n{c}");
    check_markdown(&format!("# T\n\n{both}"), "T", &[&both]);
    check_markdown(
        &format!("{both}\n\n1. x\n2. y"),
        "name",
        &[&both, "1. x\n2. y"],
    );
    check_markdown(&format!("{both}\n\n> x"), "name", &[&both, "> x"]);
}

#[test]
fn no_passage_has_a_byline_or_furniture_inside() {
    let text = "The Daily Example\n\nCouncil approves new bridge\nBy Jane Doe\n4 August 2025\n\
                3 min read\nShare\nThe council approved a new bridge on Monday. It will cost 4 \
                million pounds.\nWork starts in May 2026. The mayor welcomed the vote.\n\
                Comments (12)";
    check_plain(
        text,
        "The Daily Example",
        &[
            "Council approves new bridge > The council approved a new bridge on Monday. It will \
             cost 4 million pounds.",
            "Council approves new bridge > Work starts in May 2026. The mayor welcomed the vote.",
        ],
    );
    let source = document("a.txt", text).source;
    assert_eq!(source.author.as_deref(), Some("Jane Doe"));
    assert_eq!(source.date.as_deref(), Some("4 August 2025"));

    let text = "새 다리 짓는다\n입력 2025.10.03 10:15\n수정 2025.10.03 11:20\n홍길동 기자\n\
                시의회가 월요일 새 다리 건설을 승인했다. 비용은 4억원이다.\n전망\n\
                공사는 2026년 5월에 시작된다.\n댓글 12";
    check_plain(
        text,
        "새 다리 짓는다",
        &[
            "시의회가 월요일 새 다리 건설을 승인했다. 비용은 4억원이다.",
            "전망 > 공사는 2026년 5월에 시작된다.",
        ],
    );
    let source = document("a.txt", text).source;
    assert_eq!(source.author.as_deref(), Some("홍길동"));
    assert_eq!(source.date.as_deref(), Some("입력 2025.10.03 10:15"));
    // A list keeps its items.
    check_plain(
        "T\n\nx.\n\n- Copy\n- Print",
        "T",
        &["x.", "- Copy\n- Print"],
    );
}

#[test]
fn a_heading_stands_directly_over_its_text() {
    let (a, b) = (
        "The market sells fruit and bread. It opens at nine.",
        "It closes at noon, and on Sundays it is closed all day.",
    );
    let (food_a, food_b) = (format!("Food > {a}"), format!("Food > {b}"));
    let drink = format!("Drink > {a}");
    check_plain(&format!("T\n\nFood\n{a}"), "T", &[&food_a]);
    check_plain(&format!("T\n\nFood\n{a}\n{b}"), "T", &[&food_a, &food_b]);
    check_plain(
        &format!("T\n\nFood\n{a}\nDrink\n{a}"),
        "T",
        &[&food_a, &drink],
    );
    check_plain(
        "제목\n\n전망\n시장은 계속 성장할 것으로 보인다.",
        "제목",
        &["전망 > 시장은 계속 성장할 것으로 보인다."],
    );
    let wrapped = "The market sells fruit and bread, and it opens\nat nine. In summer it closes at noon, and all\nday on Sundays.";
    check_plain(
        &format!("T\n\nFood\n{wrapped}"),
        "T",
        &[&format!("Food > {wrapped}")],
    );
    // Wrapped text, a poem and an address have none.
    check_plain(&format!("T\n\n{wrapped}"), "T", &[wrapped]);
    let address = "Ann Lee\n12 High Street\nLondon";
    check_plain(&format!("T\n\n{address}\n\nx."), "T", &[address, "x."]);
}

#[test]
fn wrapped_text_has_blank_lines_between_paragraphs() {
    let a = "Call me Ishmael. Some years ago, never mind how long precisely, having\n\
             little or no money in my purse, and nothing particular to interest me on\n\
             shore, I thought I would sail about a little and see the watery part of\n\
             the world.";
    let b = "   It is a way I have of driving off the spleen and regulating the\n   \
             circulation. Whenever I find myself growing grim about the mouth, I go.";
    let poem = "Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\n\
                Could frame thy fearful symmetry?";
    check_plain(
        &format!("MOBY-DICK\nby Herman Melville\n\nLoomings\n--------\n\n{a}\n\n{b}\n\n{poem}\n"),
        "MOBY-DICK",
        &[
            "by Herman Melville",
            &format!("Loomings > {a}"),
            &format!("Loomings > {}", b.trim_start()),
            &format!("Loomings > {poem}"),
        ],
    );
    check_plain(a, "name", &[a]);
    check_plain("T\n\n- a\n- b\n  c\n\nx.", "T", &["- a\n- b\n  c", "x."]);
    check_plain("T\r\n\r\nx\r\ny\r\n\r\nz.\r\n", "T", &["x\r\ny", "z."]);
}

#[test]
fn the_source_tells_publisher_date_and_language() {
    let text = "---\ntitle: 'T : t'\npublisher: P\nauthor: A\ndate: 4 août\nlanguage: fr\nurl: https://a.example/\n---\nx";
    let found = document("a/b.md", text);
    let source = &found.source;
    assert_eq!(source.document, "a/b.md");
    assert_eq!(source.title, "T : t");
    assert_eq!(source.publisher.as_deref(), Some("P"));
    assert_eq!(source.author.as_deref(), Some("A"));
    assert_eq!(source.date.as_deref(), Some("4 août"));
    assert_eq!(source.url.as_deref(), Some("https://a.example/"));
    assert_eq!(found.language.code(), "fr");
    assert_eq!(found.passages[0].line, 9);
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
        let passages = document.passages.iter();
        passages
            .map(|it| (it.headings.clone(), document.slice(it).to_owned()))
            .collect()
    };
    assert_eq!(of(&source), of(&article));
    // Not only as this crate reads them: each line that is no furniture stands in the article.
    let text = String::from_utf8(bytes).expect("UTF-8");
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let (head, body) = lines.split_at(4);
    assert!(article.text.contains(head[0]));
    for line in &body[..body.len() - 1] {
        let is_there = |it: &str| it == *line || it.strip_prefix("## ") == Some(line);
        assert!(article.text.lines().any(is_there), "{line}");
    }
    for furniture in ["min de lecture", "댓글"] {
        assert!(!article.text.contains(furniture));
    }
}

/// Lines of an ending as it is written on any system.
fn count_lines(text: &str) -> usize {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .matches('\n')
        .count()
}

fn check_invariants(path: &str, bytes: &[u8]) -> Result<(), TestCaseError> {
    let (document, problems) = parse(path, bytes);
    prop_assert!(document.is_some() || !problems.is_empty());
    let Some(document) = document else {
        return Ok(());
    };
    prop_assert!(!document.passages.is_empty());
    let mut end = 0;
    for (at, passage) in document.passages.iter().enumerate() {
        let span = passage.span.clone();
        prop_assert!(
            span.start >= end && span.start < span.end,
            "{span:?} after {end}"
        );
        let text = document.text.get(span.clone());
        prop_assert!(text.is_some(), "{span:?} is no slice");
        prop_assert_eq!(text.map(str::trim), text);
        prop_assert!(text.is_some_and(|it| it.contains(char::is_alphanumeric)));
        prop_assert_eq!(passage.paragraph as usize, at + 1);
        prop_assert_eq!(
            passage.line as usize,
            1 + count_lines(&document.text[..span.start])
        );
        end = span.end;
    }
    Ok(())
}

fn pieces() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "word",
        "été",
        "漢字",
        "🙂",
        " ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "---\n",
        "title: x\n",
        "- ",
        "* ",
        "1. ",
        "> ",
        "# ",
        "## ",
        "===\n",
        "```\n",
        "|",
        "|-|\n",
        ": ",
        "[^1]",
        "[^1]: ",
        "<!--",
        "-->",
        "<div>",
        "![",
        "](",
        "[a]: b\n",
        "3 min read",
        "Share\n",
        "4 May\n",
        ".",
        "…",
        "«",
        "&amp;",
        "\u{a0}",
        "\u{2028}",
        "\u{feff}",
        "\\",
        "`",
        "*",
        "_",
    ]);
    prop::collection::vec(pieces, 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_load_or_are_a_problem(bytes in any::<Vec<u8>>()) {
        check_invariants("a.md", &bytes)?;
        check_invariants("a.txt", &bytes)?;
    }

    #[test]
    fn passages_are_exact_ordered_disjoint_slices(text in prop_oneof![pieces(), any::<String>()]) {
        check_invariants("a.md", text.as_bytes())?;
        check_invariants("a.txt", text.as_bytes())?;
    }

    #[test]
    fn no_word_of_markdown_is_lost(
        blocks in prop::collection::vec(("[a-f]{4,8}( [a-f]{4,8}){0,5}", 0..8_u8), 1..12),
        end in "\n|\r\n",
    ) {
        let write = |text: &str, kind: u8| match kind {
            0 => format!("# {text}"),
            1 => text.replace(' ', "\n"),
            2 => format!("- {}", text.replace(' ', "\n- ")),
            3 => format!("> {}", text.replace(' ', "\n>\n> ")),
            4 => format!("| {text} |\n|---|\n| {text} |"),
            5 => format!("```\n{text}\n```"),
            6 => format!("<p>{text}</p>"),
            _ => format!("1. {}", text.replace(' ', "\n\n1. ")),
        };
        let text: Vec<String> = blocks.iter().map(|(text, kind)| write(text, *kind)).collect();
        let text = text.join("\n\n").replace('\n', &end);
        let (document, _) = parse("a.md", text.as_bytes());
        let has_text = blocks.iter().any(|(_, kind)| *kind != 0);
        prop_assert_eq!(document.is_some(), has_text);
        if let Some(document) = document {
            let mut seen = document.source.title.clone();
            for passage in &document.passages {
                seen += "\n";
                seen += document.slice(passage);
                seen += &passage.headings.join("\n");
            }
            for (text, _) in blocks.iter().filter(|(_, kind)| *kind != 0) {
                for word in text.split(' ') {
                    prop_assert!(seen.contains(word), "{word} of {text:?}");
                }
            }
        }
    }

    #[test]
    fn no_line_of_plain_text_is_lost(
        lines in prop::collection::vec("[A-F][a-f]{4,8}( [a-f]{4,8}){0,30}[.]?", 1..20),
        gaps in prop::collection::vec("\n{1,2}", 20),
    ) {
        let text: String = lines.iter().zip(&gaps).flat_map(|(line, gap)| [line.as_str(), gap]).collect();
        let found = document("a.txt", &text);
        let mut seen = found.source.title.clone();
        for passage in &found.passages {
            seen += "\n";
            seen += found.slice(passage);
            seen += &passage.headings.join("\n");
        }
        for line in &lines {
            // A heading without text below it would be lost.
            prop_assert!(seen.contains(line.as_str()), "{line:?} of {text:?}");
        }
    }
}
