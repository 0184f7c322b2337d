//! What no reader of a page sees, and what only looks like that.

use verbatim::corpus::Document;

use super::{check, check_markdown, check_plain, document};

#[test]
fn comments_are_no_text() {
    let row =
        |text: &str, passages: &[&str]| check_markdown(&format!("# T\n\n{text}"), "T", passages);
    row("One <!-- a secret --> two.", &["One two."]);
    row("One <!-- a\nsecret\n\nof lines --> two.", &["One two."]);
    row("One two. <!-- a secret -->\nThree.", &["One two.\nThree."]);
    row("<!-- a secret --> One.", &["One."]);
    row("One.\n<!-- a secret -->\nTwo.", &["One.", "Two."]);
    row("One.\r\n<!-- a\r\nsecret -->\r\nTwo.", &["One.", "Two."]);
    row("One.\n\n<!-- a\n\nsecret -->\n\nTwo.", &["One.", "Two."]);
    row("One<!-- a --><!-- b -->, two<!--->.", &["One, two."]);
    row("> One <!-- a\n> b --> two.", &["> One two."]);
    row("- one\n  <!-- a -->\n- two", &["- one\n- two"]);
    row(
        "| a | b |\n|---|---|\n| c <!-- x --> | d |",
        &["| a | b |\n|---|---|\n| c | d |"],
    );
    row("## One <!-- a -->\n\nTwo.", &["One > Two."]);
    row("One %%a secret%% two.", &["One two."]);
    row("%%\nA secret.\n\nAnother.\n%%\n\nOne.", &["One."]);
    row("One {/* a\nsecret */} two.", &["One two."]);
    row(
        "One {{/* a secret */}} two {{!-- b --}} three.",
        &["One two three."],
    );
    row(
        "{% comment %}\na secret\n{% endcomment %}\n\nOne.",
        &["One."],
    );
    row("One <script>alert('a')</script> two.", &["One two."]);
    row(
        "<SCRIPT setup>\nlet a = 1;\n\nlet b = 2;\n</SCRIPT >\n\nOne.",
        &["One."],
    );
    row("<style>\n.a { b: c }\n</style>\n\nOne.", &["One."]);
    check("a.mdx", "# T\n\nOne {/* x */} two.", "T", &["One two."]);
    check_plain("T\n\nOne <!-- a\nsecret --> two.", "T", &["One two."]);
}

#[test]
fn what_only_looks_like_a_comment_is_text() {
    let row = |text: &str| check_markdown(&format!("# T\n\n{text}"), "T", &[text.trim()]);
    row("Write `<!-- a -->` or `%%a%%` for one.");
    row("```html\n<!-- a -->\n<script>b</script>\n:::note\n%%a%%\n```");
    row("    <!-- indented --> code %%a%%");
    row("Escaped \\<!-- a --> and \\%%b%% and \\{/* c */}.");
    row("Growth of 50%% and 60%% a year.");
    row("Never closed <!-- a, %% b, {/* c, <script> d.");
    row("A row of %%%%%%%% and %%\n and another.");
    row("A <scripted> scene and {a: 1}.");
    check_plain("T\n\nA %%b%% c :::d.", "T", &["A %%b%% c :::d."]);
    check_markdown(
        "# T\n\nOne <!-- ` --> two ` <!-- b -->.",
        "T",
        &["One two ` ."],
    );
}

#[test]
fn marks_of_admonitions_are_no_text() {
    let row =
        |text: &str, passages: &[&str]| check_markdown(&format!("# T\n\n{text}"), "T", passages);
    row(
        "One.\n\n:::danger\n\nTwo.\n\n:::\n\nThree.\n\n:::note[A title]\n\nFour.\n\n:::\n",
        &["One.", "Two.", "Three.", "A title", "Four."],
    );
    row(
        "One.\n:::tip A title\nTwo.\n:::\nThree.",
        &["One.", "A title\nTwo.", "Three."],
    );
    row(
        "One.\r\n:::tip\r\nTwo.\r\n:::\r\nThree.",
        &["One.", "Two.", "Three."],
    );
    row("::: {.note} A title :::\nTwo.\n:::", &["A title\nTwo."]);
    row(":::note[A *b*]{#c .d}\n\nTwo.\n\n::::", &["A *b*", "Two."]);
    row(":::{admonition} A title\nTwo.\n:::", &["A title\nTwo."]);
    row("> [!NOTE]\n> One.", &["> One."]);
    row("> [!warning]- A title\n> One.", &["> A title\n> One."]);
    row("> [!TIP]\nLazy.", &["Lazy."]);
    row("> > [!bug]+\n> > One.", &["> > One."]);
    row(
        "!!! note \"A title\"\n    One.\n\n    Two.\n\nThree.",
        &["A title\nOne.", "Two.", "Three."],
    );
    row(
        "One.\n\n??? tip\n\n    Two.\n\nThree.",
        &["One.", "Two.", "Three."],
    );
    // And what is none.
    row(
        "[!NOTE] outside a quotation.",
        &["[!NOTE] outside a quotation."],
    );
    row("> [!a](b) is a link.", &["> [!a](b) is a link."]);
    row(":::) is a face.", &[":::) is a face."]);
    row("!!! Keep out\n\nOne.", &["!!! Keep out", "One."]);
}

#[test]
fn code_of_mdx_is_no_text() {
    let text = "---\ntitle: T\n---\nimport Tabs from '@theme/Tabs';\nimport {\n  A,\n  B as C,\n} from \
                \"../b\";\nimport './c.css'\n\nexport const version = '4.2.0';\n\nexport const meta = {\n  \
                a: [1,\n\n  2],\n};\n\n<Tabs items={['a', 'b']}>\n<TabItem value=\"win\" label=\"x > y\">\n\n\
                One.\n\n</TabItem>\n</Tabs>\n\n<Card\n  title=\"a\"\n  icon={<B/>}\n/>\n\nTwo <Badge/> three.";
    for path in ["a.mdx", "a.md"] {
        check(path, text, "T", &["One.", "Two <Badge/> three."]);
    }
    let arrow = "export default ({a}) => <B>{a}</B>\n\nOne.\n\nTwo.";
    check("a.mdx", &format!("# T\n\n{arrow}"), "T", &["One.", "Two."]);
    let prose = [
        "export to A -> B",
        "import duties rise in May.",
        "import taxes from abroad",
        "export default settings first, then close.",
        "export of goods = trade.",
        "<div class=\"a\">One</div>",
    ];
    for text in prose {
        check_markdown(&format!("# T\n\n{text}\n\nx"), "T", &[text, "x"]);
    }
}

#[test]
fn tags_of_templates_are_no_text() {
    let row = |text: &str, passages: &[&str]| {
        check_markdown(&format!("# T\n\n{text}"), "T", passages);
    };
    row("{% hint style=\"info\" %}\nOne.\n{% endhint %}", &["One."]);
    row(
        "{{< note >}}\nOne.\n{{< /note >}}\n\nTwo.",
        &["One.", "Two."],
    );
    row(
        "One.\n{: .note #a }\n\nTwo {% x %} three.",
        &["One.", "Two {% x %} three."],
    );
    row("## One {#one}\n\nTwo.", &["One > Two."]);
    row("## One {a}\n\n{b} Two.", &["One {a} > {b} Two."]);
    row(
        "`{% hint %}`\n\n    {% raw %}",
        &["`{% hint %}`", "{% raw %}"],
    );
}

#[test]
fn what_a_web_page_shows_is_text() {
    let shown =
        "A comment starts with &lt;!-- and ends with --&gt; and %%that%% is shown to every reader.";
    let long = "A sentence of the article that is as long as those of articles are, and goes on. ";
    let html = format!(
        "<html><body><article><h1>T</h1><!-- a secret --><p>{shown}</p><p>:::note a line of some \
         length that is shown to all who read this page, too.</p><p>{}</p></article></body></html>",
        long.repeat(6)
    );
    let document = document("a.html", &html);
    let said: Vec<String> = document
        .passages
        .iter()
        .map(|passage| document.slice(passage).replace('\\', ""))
        .collect();
    assert_eq!(said[0], shown.replace("&lt;", "<").replace("&gt;", ">"));
    assert!(said[1].starts_with(":::note a line"), "{said:?}");
    assert_eq!(said.len(), 3);
}

#[test]
fn positions_lead_back_to_the_file() {
    let file = "---\ntitle: T\n---\n<!-- a\nb -->\nOne <!-- c\nd --> two.\n\n%%e%%\nThree.\n";
    let Document {
        text,
        removed,
        passages,
        ..
    } = document("a.md", file);
    let lines: Vec<u32> = passages.iter().map(|passage| passage.line).collect();
    assert_eq!(lines, [6, 10]);
    let of = |at: usize| {
        let ranges = removed.in_file(passages[at].span.clone());
        ranges
            .into_iter()
            .map(|range| &file[range])
            .collect::<Vec<_>>()
    };
    assert_eq!(&text[passages[0].span.clone()], "One two.");
    assert_eq!(of(0), ["One ", "two."]);
    assert_eq!(of(1), ["Three."]);
}
