//! What of a page's blocks is text, and how it is written.

use super::{TEXT, check_body};

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
    check("dark<sup><a href=#note-1>[1]</a></sup>", "dark");
    check(
        "dark<sup id=r><a href=https://example.org/p#n>2</a></sup>",
        "dark",
    );
    check("the 1<sup><a href=#ord>st</a></sup>", "the 1st");
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
    let rows = code.map(|it| format!("<tr><td>1</td><td>{it}</td></tr>"));
    check(
        &format!("<pre><code><table>{}</table></code></pre>", rows.concat()),
        &expected,
    );
    let code = code.join("\n");
    let cells = format!("<td><pre>1\n2</pre></td><td><pre>{code}</pre></td>");
    check(&format!("<table><tr>{cells}</tr></table>"), &expected);
}
