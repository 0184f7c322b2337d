//! Front matter of every kind above a text: whatever is in it, the file loads or has a problem.

use super::documents::check_file;

const BODY: &[u8] = b"\n\nThe boat shed is open in summer.\n\nIt is closed in winter.\n";

/// What stands before and behind front matter: YAML, TOML, JSON, and lines of a title block.
const MARKS: [(&str, &str); 4] = [("---\n", "\n---"), ("+++\n", "\n+++"), ("{", "}"), ("", "")];

pub fn check(data: &[u8]) {
    let (choice, matter) = super::choice(data);
    let (before, behind) = MARKS[choice % MARKS.len()];
    let file = [before.as_bytes(), matter, behind.as_bytes(), BODY].concat();
    check_file("a.md", &file);
}
