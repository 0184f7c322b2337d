//! What of a page's blocks is text, and how it is written.

use super::{TEXT, check_body, document, markdown};

/// Checks what is between two paragraphs.
fn check(body: &str, expected: &[&str]) {
    let expected = [&[TEXT], expected, &[TEXT]].concat();
    check_body(&format!("<p>{TEXT}</p>{body}<p>{TEXT}</p>"), &expected);
}

#[test]
fn raised_and_lowered_digits_are_no_part_of_a_number() {
    let check = |text: &str, expected: &str| {
        check(
            &format!("<p>It was {text}.</p>"),
            &[&format!("It was {expected}.")],
        );
    };
    check("in 2019<sup>3</sup>", "in 2019³");
    check("10<sup>6</sup> and 10<sup>-1</sup>", "10⁶ and 10⁻¹");
    check("1<sup>1</sup>/<sub>2</sub>", "1¹/₂");
    check("10<sup>2n</sup>", "10^2n");
    check("H<sub>2</sub>O and the 1<sup>st</sup>", "H2O and the 1st");
    check("x<sub>1</sub>2", "x₁2");
    check("x<sub>-1</sub>5", "x₋₁5");
    check("H<sub>2</sub><br>5 litres", "H2\n5 litres");
    check("dark<sup><a href=#note-1>[1]</a></sup>", "dark");
    check(
        "dark<sup id=r><a href=https://example.org/p#n>2</a></sup>",
        "dark",
    );
    check("the 1<sup><a href=#ord>st</a></sup>", "the 1st");
}

#[test]
fn sentences_and_addresses_are_no_pointers() {
    for text in [
        "Related costs are paid by <a href=x>the club</a> within 30 days of it.",
        "See also the rules of <a href=x>the club</a> which apply to all",
        "Related-party loans: <a href=x>rule seven</a>",
        "<a href='mailto:a@b.org'>a@b.org</a>",
        "<a href='tel:+4112345'>+41 12 345</a>",
        "<a href=report.pdf>Annual report 2024</a>",
    ] {
        let seen = text.split(['<', '>']).step_by(2).collect::<String>();
        check(&format!("<p>{text}</p>"), &[&seen]);
    }
    check(
        "<p>Fill in this form:</p><p><a href=x>Membership form</a></p>",
        &["Fill in this form:\n\nMembership form"],
    );
    for text in [
        "See also <a href=x>the storm of the year</a>",
        "Lea también: <a href=x>La tormenta</a>",
        "関連記事 <a href=x>港の嵐</a>",
        "Read also: <a href=x>The storm is over.</a>",
    ] {
        check(&format!("<p>{text}</p>"), &[]);
    }
}

#[test]
fn labels_are_text_where_they_head_or_list_something() {
    let text = |heading: &str| format!("{heading} > {TEXT}");
    check_body(
        &format!(
            "<p>{TEXT}</p><h2>Comments</h2><p>{TEXT}</p><h2>Share</h2><h2>Print</h2><p>{TEXT}</p>"
        ),
        &[TEXT, &text("Comments"), &text("Print")],
    );
    let list = "<ul><li>Like</li><li>Share</li></ul>";
    check(list, &[]);
    check(
        &format!("<p>There are two buttons:</p>{list}"),
        &["There are two buttons:\n\n- Like\n- Share"],
    );
    check(
        "<ul><li>Like</li><li>Report a post</li></ul>",
        &["- Like\n- Report a post"],
    );
}

#[test]
fn lines_above_the_text_stay_unless_they_only_say_who_and_when() {
    let head = "<meta property=og:site_name content=Acme><meta name=author content='Ann Lee'>\
                <meta name=date content=2024-05-06>";
    let check = |lines: &str, expected: &[&str]| {
        let found = document(&format!("{head}<article>{lines}<p>{TEXT}</article>"));
        let passages: Vec<&str> = found
            .passages
            .iter()
            .map(|passage| found.slice(passage))
            .collect();
        assert_eq!(passages, [expected, &[TEXT]].concat(), "{lines}");
    };
    check("<p>By Ann Lee, Acme</p><p>6 May 2024</p>", &[]);
    check("<p>Ann Lee | Published 6 May 2024 at 10:15</p>", &[]);
    check("<p>Ann Lee, staff writer · 5 min read</p>", &[]);
    check("<p>Updated 7 May 2024</p>", &[]);
    check("<p>Acme is sold.</p>", &["Acme is sold."]);
    check("<p>Acme: bridge shut</p>", &["Acme: bridge shut"]);
    check(
        "<ul><li>Acme launches in March</li><li>It costs 3 francs</li></ul>",
        &["- Acme launches in March\n- It costs 3 francs"],
    );
    check("<p>4 August 2025</p>", &["4 August 2025"]);
    check("<h2>Open on</h2><p>6 May 2024</p>", &["6 May 2024"]);
}

#[test]
fn only_blocks_end_a_paragraph() {
    check(
        "<p>The <glossary-term>yield</glossary-term> in <st1:place>Paris</st1:place>,<o:p></o:p> \
         <relative-time>Aug 4</relative-time>.",
        &["The yield in Paris, Aug 4."],
    );
    check("<video>Your browser shows no video.</video>", &[]);
}

#[test]
fn items_have_the_numbers_that_are_shown() {
    let items = |count: usize| "<li>a".repeat(count);
    check(
        &format!("<ol reversed>{}</ol>", items(3)),
        &["3. a\n2. a\n1. a"],
    );
    check("<ol><li>a<li value=7>b<li>c</ol>", &["1. a\n7. b\n8. c"]);
    check("<ol><li>a<li><li>c</ol>", &["1. a\n3. c"]);
    check("<ol type=a start=26><li>x<li>y</ol>", &["- z. x\n- aa. y"]);
    check("<ol type=I start=4><li>x<li>y</ol>", &["- IV. x\n- V. y"]);
    check("<ol start=-1><li>x</ol>", &["- -1. x"]);
    check(
        "<ol reversed><li>a<ol reversed><li>b</ol><li>c</ol>",
        &["2. a\n   1. b\n1. c"],
    );
    check(
        "<figure><figcaption><ol reversed><li>x</ol></figcaption></figure><ol reversed><li>a<li>b</ol>",
        &["2. a\n1. b"],
    );
}

#[test]
fn a_listing_is_one_block() {
    let line = |text: &str| format!("<div class=token-line>{text}</div>");
    let code = ["let a = 1;", "let b = 2;"];
    let expected = ["```\nlet a = 1;\nlet b = 2;\n```"];
    check(
        &format!("<pre>{}</pre>", code.map(line).concat()),
        &expected,
    );
    let rows = code.map(|line| format!("<tr><td>1</td><td>{line}</td></tr>"));
    check(
        &format!("<pre><code><table>{}</table></code></pre>", rows.concat()),
        &expected,
    );
    let code = code.join("\n");
    let cells = format!("<td><pre>1\n2</pre></td><td><pre>{code}</pre></td>");
    check(&format!("<table><tr>{cells}</tr></table>"), &expected);
}

#[test]
fn many_times_and_lines_are_read_soon() {
    let times = "<time datetime=2025-01-01>1 January 2025</time>".repeat(4_000);
    let lines = "<p>x</p>".repeat(4_000);
    let page = format!("{times}<article>{lines}<p>{TEXT}</article>");
    assert!(markdown(&page).contains(TEXT));
}
