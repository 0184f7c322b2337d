//! What holds for any bytes.

use proptest::prelude::*;
use verbatim::corpus::parse;

use super::document;
use crate::fuzz::targets::documents::check_file;

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
        "<!-- x -->",
        "%%",
        "{/*",
        "*/}",
        "<script>",
        "</script>",
        ":::note[x]\n",
        ":::\n",
        ":warning: ",
        "> [!NOTE] ",
        "!!! note \"x\"\n",
        "import a from 'b'\n",
        "export const a = {\n",
        "<Tabs a={b}>\n",
        "</Tabs>\n",
        "+++\n",
        "{\n",
        "\"title\": \"x\"\n",
        "Title: x\n",
        "% x\n",
        "From: a@b.example\n",
        "Subject: x\n",
        "00:01,000 --> 00:02,000\n",
        "WEBVTT\n",
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
        check_file("a.md", &bytes);
        check_file("a.txt", &bytes);
    }

    #[test]
    fn passages_are_exact_ordered_disjoint_slices(text in prop_oneof![pieces(), any::<String>()]) {
        check_file("a.md", text.as_bytes());
        check_file("a.txt", text.as_bytes());
        check_file("a.srt", text.as_bytes());
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
        // The first heading is the title; any other is quoted where nothing stands below it.
        let has_text = blocks.len() > 1 || blocks[0].1 != 0;
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
