//! `verbatim import`, as it is called in a terminal.

use std::fs;

use verbatim::corpus::import;

use super::{TEXT, page};
use crate::support::{Program, said};

#[test]
fn import_prints_markdown_and_tells_problems() {
    let program = Program::new();
    let write =
        |name: &str, bytes: &[u8]| fs::write(program.folder().join(name), bytes).expect("a file");
    write("blog.html", &page("blog.html"));
    write("no-article.html", &page("no-article.html"));
    write("large.html", &vec![b'a'; (8 << 20) + 1]);
    let (printed, _) = import("blog.html", &page("blog.html"), None);
    let printed = printed.expect("an article");

    let found = said(&mut program.command(&["import", "blog.html"]));
    assert_eq!(
        (found.code, found.out.as_str(), found.err.as_str()),
        (0, printed.as_str(), "")
    );
    let found = said(
        program
            .command(&["import", "-"])
            .write_stdin(page("blog.html")),
    );
    assert_eq!(
        (found.code, found.out.as_str(), found.err.as_str()),
        (0, printed.as_str(), "")
    );

    let check = |args: &[&str], input: &str, code: i32, out: &str, err: &str| {
        let found = said(program.command(args).write_stdin(input.as_bytes().to_vec()));
        assert_eq!(found.code, code, "{args:?}: {}", found.err);
        assert!(found.out.contains(out), "{args:?}: {}", found.out);
        assert!(found.err.contains(err), "{args:?}: {}", found.err);
        assert_eq!(found.out.is_empty(), code > 0, "{args:?}: {}", found.out);
    };
    check(
        &["import", "no-article.html"],
        "",
        1,
        "",
        "no-article.html:1: no article was found",
    );
    check(
        &["import", "-"],
        "",
        1,
        "",
        "standard input:1: the file is empty",
    );
    check(
        &["import", "nowhere.html"],
        "",
        2,
        "",
        "nowhere.html cannot be read",
    );
    check(&["import", "."], "", 2, "", ". cannot be read");
    check(
        &["import", "large.html"],
        "",
        2,
        "",
        "larger than 8388608 bytes",
    );
    check(&["import"], "", 2, "", "<FILE>");
    let url = "--url=https://example.org/a";
    let text = format!("<p>{TEXT}");
    check(
        &["import", "-", url],
        &text,
        0,
        "url: https://example.org/a\n",
        "",
    );
    check(
        &["import", "-", "--url=nowhere"],
        &text,
        2,
        "",
        "write a web address such as",
    );
    let broken = [b"<meta charset=utf-8>\n\xff<p>".as_slice(), TEXT.as_bytes()].concat();
    write("broken.html", &broken);
    check(
        &["import", "broken.html"],
        "",
        0,
        TEXT,
        "broken.html:2: bytes that are not valid",
    );
}
