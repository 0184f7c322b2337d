//! Front matter by rows.

use super::*;

/// The front matter's values, and the problems as `line: start of the message`.
fn check(text: &str, values: &[(&str, &str)], body: &str, problems: &[&str]) {
    let (front, found) = read(text);
    let language = front.language.map(|language| language.code().to_owned());
    let all = [
        ("title", front.title),
        ("publisher", front.publisher),
        ("author", front.author),
        ("date", front.date),
        ("language", language),
        ("url", front.url),
    ];
    let set: Vec<(&str, &str)> = all
        .iter()
        .filter_map(|(key, value)| Some((*key, value.as_deref()?)))
        .collect();
    assert_eq!(set, values, "{text:?}");
    assert_eq!(&text[front.body..], body, "{text:?}");
    let found: Vec<String> = found
        .iter()
        .map(|problem| format!("{}: {}", problem.line, problem.message))
        .collect();
    assert_eq!(found.len(), problems.len(), "{text:?}: {found:?}");
    for (found, problem) in found.iter().zip(problems) {
        assert!(found.starts_with(problem), "{text:?}: {found}");
    }
}

#[test]
fn values_are_as_printed() {
    check("", &[], "", &[]);
    check("No front matter", &[], "No front matter", &[]);
    check("---\n---\nBody", &[], "Body", &[]);
    check("---\n# only a comment\n---\n", &[], "", &[]);
    check(
        "---\ndate: 2024-08-04\n---\nB",
        &[("date", "2024-08-04")],
        "B",
        &[],
    );
    check("---\ndate: 4 août\n---\nB", &[("date", "4 août")], "B", &[]);
    check("---\ndate: 2024\n...\nB", &[("date", "2024")], "B", &[]);
    check(
        "---\ndate: 04.10 # printed so\n---\n",
        &[("date", "04.10")],
        "",
        &[],
    );
    check("---\ntitle: yes\n---\n", &[("title", "yes")], "", &[]);
    check("---\ntitle: 'A : b'\n---\n", &[("title", "A : b")], "", &[]);
    check(
        "---\ntitle: \"été \\u00e9\"\n---\n",
        &[("title", "été é")],
        "",
        &[],
    );
    check(
        "---\ntitle: >\n  two\n  rows\n---\n",
        &[("title", "two rows")],
        "",
        &[],
    );
    check("---\ntitle: ~\nauthor:\n---\n", &[], "", &[]);
    check(
        "---\r\ntitle: T\r\ndate: 010\r\n---\r\nB",
        &[("title", "T"), ("date", "010")],
        "B",
        &[],
    );
    check("---\rtitle: T\r---\rB", &[("title", "T")], "B", &[]);
    check("\n\n---\nTitle: T\n---\nB", &[("title", "T")], "B", &[]);
    check(
        "---\nlanguage: fr-CA\n---\n",
        &[("language", "fr")],
        "",
        &[],
    );
    check(
        "---\nlanguage: Français\n---\n",
        &[("language", "fr")],
        "",
        &[],
    );
    check("---\nlanguage: no\n---\n", &[("language", "no")], "", &[]);
    check(
        "---\nurl: https://a.example/b\n---\n",
        &[("url", "https://a.example/b")],
        "",
        &[],
    );
    check(
        "---\nurl: HTTP://a.example\n---\n",
        &[("url", "HTTP://a.example")],
        "",
        &[],
    );
}

#[test]
fn problems_name_line_and_key() {
    let t = [("title", "T")];
    check(
        "---\ntitle: T\ncolour: [a]\n---\nB",
        &t,
        "B",
        &["3: unknown key `colour`"],
    );
    check(
        "---\npublisher: [a, b]\ntitle: T\n---\nB",
        &t,
        "B",
        &["2: `publisher`"],
    );
    check("---\n\nB", &[], "---\n\nB", &[]);
    check(
        "\n---\ntitle: T\nurl: ftp://a\n---\n",
        &t,
        "",
        &["4: `url: ftp://a`"],
    );
    check(
        "---\nurl: javascript:alert(1)\n---\n",
        &[],
        "",
        &["2: `url: javascript"],
    );
    check("---\nurl: https://\n---\n", &[], "", &["2: `url"]);
    check(
        "---\nlanguage: klingon\n---\n",
        &[],
        "",
        &["2: unknown language `klingon`"],
    );
    check("---\ndate: {a: b}\n---\n", &[], "", &["2: `date`"]);
}

#[test]
fn broken_front_matter_is_one_fault_and_no_body() {
    let broken = "the front matter is not valid YAML";
    let at = |line: u32| format!("{line}: {broken}");
    let author = [("author", "x")];
    check("---\nauthor: x\ntitle: [a\n---\nB", &author, "B", &[&at(3)]);
    check("---\ntitle: \"a\n---\nB", &[], "B", &[&at(2)]);
    let first = [("title", "a")];
    check("---\ntitle: a\ntitle: b\n---\nB", &first, "B", &[&at(3)]);
    check("---\n- a\n- b\n---\nB", &[], "B", &[&at(2)]);
    check("---\njust text\n---\nB", &[], "B", &[&at(2)]);
    check("---\ntitle: {a\n---\nB", &[], "B", &[&at(2)]);
    check(
        "---\nauthor: x\ncolour: red\ntitle: {a\n---\nB",
        &author,
        "B",
        &[&at(4)],
    );
}

#[test]
fn a_colon_in_a_text_breaks_nothing() {
    let row = |value: &str, expected: &str| {
        let text = format!("---\ntitle: {value}\nauthor: a : b\n---\nB");
        check(&text, &[("title", expected), ("author", "a : b")], "B", &[]);
    };
    row("Conflit : la suite", "Conflit : la suite");
    row("a: b", "a: b");
    row("\"A : b\"", "A : b");
    row("'A : b'", "A : b");
    row("\"A\" : \"b\"", "\"A\" : \"b\"");
    row("\"A : \"b\" c\"", "A : \"b\" c");
    row("\"A\": b", "\"A\": b");
    row("[Video] A : b", "[Video] A : b");
    row("*A* : b", "*A* : b");
    check(
        "---\n# c\ntitle: a : b\ntags:\n  - x\n  - y: z\nauthors:\n- c\n- d\nlang: fr\n\n---\nB",
        &[("title", "a : b"), ("author", "c, d"), ("language", "fr")],
        "B",
        &[],
    );
    check(
        "---\ntitle: a : b\nauthor: [c, \"d\"]\ncolour: red\n---\nB",
        &[("title", "a : b"), ("author", "c, d")],
        "B",
        &["4: unknown key `colour`"],
    );
}

#[test]
fn keys_of_other_programs_are_no_problems() {
    let keys: Vec<String> = keys::IGNORED
        .iter()
        .map(|key| format!("\"{key}\": [a]\n"))
        .collect();
    let text = format!("---\n{}Lang: fr\nauthors: [A, 2, B]\n---\nB", keys.concat());
    let values = [("author", "A, 2, B"), ("language", "fr")];
    check(&text, &values, "B", &[]);
    check("---\nauthor:\n- A\n---\nB", &[("author", "A")], "B", &[]);
    check("---\nauthor: [{a: b}]\n---\nB", &[], "B", &["2: `author`"]);
}

#[test]
fn addresses_are_those_that_discord_takes() {
    for address in [
        "https://example.org/a_(b)?x=1&y=é#z",
        "https://example.org",
        "http://sub.example.org:8080/",
        "https://müller.example/",
        "https://a-b.example?x",
        "https://127.0.0.1/",
    ] {
        assert!(is_web_address(address), "{address}");
    }
    for address in [
        "https://[bad",
        "https://[::1]/",
        "http://a:99999/",
        "http://a.org:99999/",
        "http://a.org:0/",
        "http://a.org:/",
        "http://a.org:+1/",
        "https://a|b.org/",
        "https://example.org/a\"b",
        "https://example.org/a b",
        "https://example.org/{a}",
        "https://example..org",
        "https://.org",
        "https://example.org./",
        "https://wiki/article",
        "http://localhost:8000/x",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://",
        "example.org",
        "ftp://example.org/",
    ] {
        assert!(!is_web_address(address), "{address}");
    }
    let says = "2: `url: https://wiki/a` is not a web address that Discord accepts; write one";
    check("---\nurl: https://wiki/a\n---\nB", &[], "B", &[says]);
}

#[test]
fn a_ruler_is_no_front_matter_and_an_end_may_be_missing() {
    check("---\nA text.\n\n---\nB", &[], "---\nA text.\n\n---\nB", &[]);
    check("---\nNote: a text", &[], "---\nNote: a text", &[]);
    check("---\ntitle: T\n----\nB", &[("title", "T")], "B", &[]);
    check(
        "---\ntitle: T\n------ \nB\n---\nC",
        &[("title", "T")],
        "B\n---\nC",
        &[],
    );
    let missing = "1: the front matter is not closed";
    check("---\ntitle: T\n\nB", &[("title", "T")], "\nB", &[missing]);
    check("---\ntitle: T", &[("title", "T")], "", &[missing]);
}

#[test]
fn hostile_yaml_ends_soon() {
    let deep = format!("---\ntitle: {}\n---\nB", "[".repeat(100_000));
    assert_eq!(read(&deep).1.len(), 1);
    let bomb: Vec<String> = (1..40)
        .map(|level| {
            let alias = format!("*a{}, ", level - 1).repeat(9);
            format!("a{level}: &a{level} [{alias}]\n")
        })
        .collect();
    let bomb = format!("---\na0: &a0 [x]\n{}---\nB", bomb.concat());
    assert!(!read(&bomb).1.is_empty());
}
