//! Plain text and pasted pages.

use super::{check_markdown, check_plain, document};

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
