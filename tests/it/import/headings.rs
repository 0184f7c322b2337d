//! What becomes of a page's headings and formulas.

use super::{TEXT, check_body, document};

#[test]
fn headings_stay_whatever_they_are_called_or_hold() {
    let check = |heading: &str| {
        let text = format!("<p>{TEXT}</p>").repeat(4);
        let page = format!("<title>T</title><article>{text}{heading}{text}</article>");
        let found = document(&page);
        let headings: Vec<String> = found
            .passages
            .iter()
            .map(|passage| passage.headings.join(" > "))
            .collect();
        let expected = [[""; 4], ["The night"; 4]].concat();
        assert_eq!(headings, expected, "{heading}\n{}", found.text);
    };
    check("<h2>The night</h2>");
    check("<h2 class=section-header>The night</h2>");
    check("<h2 class=media-heading id=comments>The night</h2>");
    check("<h2><span class=header-text>The night</span></h2>");
    check("<h2><button>The night</button></h2>");
    check("<h3><button><span>The night</span><svg></svg></button></h3>");
    check("<h2 class=header-anchor-post>The night<div><button>Copy</button></div></h2>");
    check("<h2>The night<a class=headerlink href=#x>¶</a></h2>");
    check("<h2><a href=#x>#</a> The night</h2>");
    check("<h2><a href=#x>The night</a></h2>");
    check("<div class=section-header><h2>The night</h2></div>");
    check("<div class=widget><div class=header><h2>The night</h2>\n</div></div>");
    check("<div class=markdown-heading><h2>The night</h2><a href=#x><svg></svg></a></div>");
    check(
        "<div class=mw-heading><h2>The night</h2><span class=mw-editsection>\
         <span>[</span><a href=x>edit</a><span>]</span></span></div>",
    );
    check("<h2>The night<span class=mw-editsection>[<a href=x>edit</a>]</span></h2>");
    check("<h2>The night</h3>");
    check("<h2>The night<button>copy</h2>");
    check("<h2>The night<span class=mw-editsection>edit</h2>");
    check("<h2>The night<button><div>copy</div></button></h2>");
    check("<h2>The night<button>copy<ul><li>Copy</li></ul></button></h2>");
    check("<h2>The night<div class=editsection>edit</h2>");
}

#[test]
fn the_heading_of_a_box_is_none_of_the_article() {
    let text = format!("<p>{TEXT}</p>").repeat(4);
    for class in ["comments-title", "related-title", "widget-title"] {
        let heading = format!("<h2 class={class}>More</h2>");
        let found = document(&format!("<article>{text}{heading}{text}</article>"));
        assert_eq!(found.passages[7].headings, [""; 0], "{class}");
    }
}

#[test]
fn formulas_are_told_as_text() {
    let check = |formula: &str, expected: &str| {
        check_body(
            &format!("<p>{TEXT}</p><p>It is {formula} here."),
            &[TEXT, &format!("It is {expected} here.")],
        );
    };
    let square = "<msup><mi>c</mi><mn>2</mn></msup>";
    check(
        &format!("<math><mi>E</mi> <mo>=</mo> <mi>m</mi>{square}</math>"),
        "E=mc²",
    );
    check("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2");
    check(
        "<math><mn>1</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math>",
        "1 1/2",
    );
    for unclear in [
        "<msqrt><mn>2</mn></msqrt>",
        "<mroot><mi>x</mi><mn>3</mn></mroot>",
        "<msup><mn>2</mn><mi>n</mi></msup>",
        "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>",
        "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>",
    ] {
        check(&format!("<math>{unclear}</math>"), "[…]");
    }
    check("<math/>as plain", "as plain");
    for other in [
        "<mn>10</mn><msup><mrow/><mi>n</mi></msup>",
        "<mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac>",
        "<msup><mfrac><mn>1</mn><mn>2</mn></mfrac><mn>2</mn></msup>",
        "<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>",
        "<msup><msup><mn>2</mn><mn>3</mn></msup><mn>4</mn></msup>",
    ] {
        check(&format!("<math>{other}</math>"), "[…]");
    }
    check(
        "<math><mn>10</mn><msup><mrow/><mn>6</mn></msup></math>",
        "10⁶",
    );
    check(
        "<math><mfrac><mn>1</mn><mn>2</mn></mfrac><mn>3</mn></math>",
        "1/2 3",
    );
    check(
        "<math><mn>10</mn><mspace width=1em></mspace><mn>20</mn></math>",
        "10 20",
    );
    check("<math alttext='a &lt; b'><mi>x</mi></math>", "a < b");
    let tex = "<annotation encoding=application/x-tex>c^2</annotation>";
    check(
        &format!("<math><semantics><mrow>{square}</mrow>{tex}</semantics></math>"),
        "c^2",
    );
    check(
        "<span style='display: none'><math><mi>x</mi></math></span>\
         <img class=mwe-math-fallback-image-inline alt='{\\displaystyle x^{2}}'>",
        "x^{2}",
    );
}
