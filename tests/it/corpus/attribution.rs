//! What a file says about itself at its top, in whatever form.

use verbatim::corpus::{Problem, parse};

use super::document;

/// Checks title, author and date as `title|author|date`, and the passages.
fn check(path: &str, text: &str, told: &str, passages: &[&str]) {
    let document = document(path, text);
    let source = &document.source;
    let author = source.author.as_deref().unwrap_or_default();
    let date = source.date.as_deref().unwrap_or_default();
    assert_eq!(
        format!("{}|{author}|{date}", source.title),
        told,
        "{text:?}"
    );
    let slices = document
        .passages
        .iter()
        .map(|passage| document.slice(passage));
    assert_eq!(slices.collect::<Vec<_>>(), passages, "{text:?}");
}

fn check_both(text: &str, told: &str, passages: &[&str]) {
    check("a.md", text, told, passages);
    check("a.txt", text, told, passages);
    check("a.md", &text.replace('\n', "\r\n"), told, passages);
}

#[test]
fn toml_and_json_are_read() {
    check_both(
        "+++\ntitle = \"A: b\"\nauthor = 'Rita Blom'\ndate = 2026-02-11\ndraft = false\n[params]\n  x = \
         true\n+++\n\nOne.",
        "A: b|Rita Blom|2026-02-11",
        &["One."],
    );
    check_both(
        "+++\ntitle = \"\"\"\nA\nb\"\"\"\nauthors = [\"C\", \"D\"]\n+++\nOne.",
        "A b|C, D|",
        &["One."],
    );
    check_both(
        "+++\ntitle = \"a\"\n[author]\nname = \"C\"\n+++\nOne.",
        "a|C|",
        &["One."],
    );
    check_both(
        "{\n  \"title\": \"A\",\n  \"date\": \"4 May\",\n  \"authors\": [{\"name\": \"C\"}]\n}\n\nOne.",
        "A|C|4 May",
        &["One."],
    );
    check_both("{ \"title\": \"A\" }\nOne.", "A||", &["One."]);
    check_both(
        ";;;\n\"title\": \"A\",\n\"tags\": [\"b\"]\n;;;\nOne.",
        "A||",
        &["One."],
    );
    check_both("---json\n{ \"title\": \"A\" }\n---\nOne.", "A||", &["One."]);
    check_both("---toml\ntitle = \"A\"\n---\nOne.", "A||", &["One."]);
    // And what is none of it.
    check("a.md", "{ is a brace.", "a||", &["{ is a brace."]);
    check("a.md", "{\"a\": 1}\n\nOne.", "a||", &["{\"a\": 1}", "One."]);
    check("a.md", "+++\n\nOne.", "a||", &["One."]);
}

#[test]
fn header_lines_and_title_blocks_are_read() {
    check_both(
        "Title: A: b\nAuthor: C\nDate: 4 May\n\nOne.",
        "A: b|C|4 May",
        &["One."],
    );
    check_both(
        "Title:  A\n  and more\nKeywords: x, y\nbase header level: 2\n\nOne.",
        "A and more||",
        &["One."],
    );
    check_both("title: A\nrating: 4\nauthor: C\n\nOne.", "A|C|", &["One."]);
    check_both(
        "Titre : A\nAuteur : C\nDate : 4 mai\n\nOne.",
        "A|C|4 mai",
        &["One."],
    );
    check_both(
        "Titel: A\nAutor: C\nDatum: 4. Mai\n\nOne.",
        "A|C|4. Mai",
        &["One."],
    );
    check_both("タイトル：A\n著者：C\n\nOne.", "A|C|", &["One."]);
    check_both("**Title:** A\n**Author:** C\n\nOne.", "A|C|", &["One."]);
    check_both("% A\n% C; D\n% 4 May\n\nOne.", "A|C, D|4 May", &["One."]);
    check_both(
        "% A\n  and b\n%\n% 4 May\nOne.",
        "A and b||4 May",
        &["One."],
    );
    // What is about the text's subject stays text.
    let feast = "Date: 5 May\nPlace: the hall\nEntry: free";
    check(
        "a.md",
        &format!("{feast}\n\nOne."),
        "Date: 5 May||",
        &[feast, "One."],
    );
    for rule in [
        "Language: only English here",
        "Date: every Monday",
        "Editor: nano",
    ] {
        check(
            "a.md",
            &format!("{rule}\n\nOne."),
            &format!("{rule}||"),
            &[rule, "One."],
        );
    }
    check(
        "a.md",
        "Title: the word\nis odd.\n\nOne.",
        "Title: the word||",
        &["Title: the word\nis odd.", "One."],
    );
    check("a.md", "%%\nhidden\n%%\n\nOne.", "a||", &["One."]);
}

#[test]
fn the_headers_of_a_mail_are_read() {
    check_both(
        "From: Dana Okafor <dana@example.org>\nTo: all@example.org\nSubject: New hours\nDate: Mon, 2 Mar \
         2026 09:12:44 +0100\nMessage-ID: <abc@example.org>\n\nOne two.\n\nThree.",
        "New hours|Dana Okafor|Mon, 2 Mar 2026 09:12:44 +0100",
        &["One two.", "Three."],
    );
    for (headers, told) in [
        (
            "De : Ann Lee <a@b.example>\nEnvoyé : lundi 2 mars 2026\nÀ : tous\nObjet : Horaires",
            "Horaires|Ann Lee|lundi 2 mars 2026",
        ),
        (
            "Von: Lee, Ann\nGesendet: Montag, 2. März\nAn: alle\nCc: Bo\nBetreff: AW: Zeiten",
            "AW: Zeiten|Lee, Ann|Montag, 2. März",
        ),
        (
            "De: Ann\nEnviado el: lunes\nPara: todos\nAsunto: Horario",
            "Horario|Ann|lunes",
        ),
        (
            "De: Ann\nEnviada em: segunda\nPara: todos\nAssunto: Horas",
            "Horas|Ann|segunda",
        ),
        (
            "Da: Ann\nInviato: lunedì\nA: tutti\nOggetto: Orari",
            "Orari|Ann|lunedì",
        ),
        (
            "差出人: Ann <a@b.example>\n日時: 3月2日\n件名: 時間",
            "時間|Ann|3月2日",
        ),
        (
            "보낸 사람: Ann\n날짜: 3월 2일\n받는 사람: 모두\n제목: 시간",
            "시간|Ann|3월 2일",
        ),
        (
            "发件人：Ann\n时间：3月2日\n收件人：大家\n主题：时间",
            "时间|Ann|3月2日",
        ),
        (
            "Van: Ann\nVerzonden: maandag\nAan: allen\nOnderwerp: Uren",
            "Uren|Ann|maandag",
        ),
        (
            "От: Ann\nДата: 2 марта\nКому: всем\nТема: Часы",
            "Часы|Ann|2 марта",
        ),
        (
            "**From:** Ann <a@b.example>  \n**Sent:** Monday  \n**Subject:** Hours",
            "Hours|Ann|Monday",
        ),
        (
            "From ann Mon Mar  2 09:12:44 2026\nFrom: a@b.example\nTo: c@d.example,\n\te@f.example\nSubject: Hours\n of May",
            "Hours of May||",
        ),
        (
            "From: Ann\n\nTo: all\n\nDate: Monday\n\nSubject: Hours",
            "Hours|Ann|Monday",
        ),
        ("Betreff: Zeiten", "Zeiten||"),
        ("Date: Monday\nSubject: Hours", "Hours||Monday"),
    ] {
        check_both(&format!("{headers}\n\nOne two."), told, &["One two."]);
    }
    check_both(
        "From: Ann <a@b.example>\nSubject: Re: Hours\n\nOne.\n\n-----Original Message-----\nFrom: Bo\nSent: \
         Monday\nTo: Ann\nSubject: Hours\n\nTwo.\n\nOn Sun, 1 Mar 2026 at 10:00, Cy <c@d.example>\nwrote:\n\n> Three.",
        "Re: Hours|Ann|",
        &["One.", "Two.", "> Three."],
    );
    for before in [
        "---------- Forwarded message ---------",
        "-----Ursprüngliche Nachricht-----",
        "Begin forwarded message:\n",
    ] {
        let text = format!("{before}\nFrom: Ann <a@b.example>\nSubject: Hours\n\nOne two.");
        check_both(&text, "Hours|Ann|", &["One two."]);
    }
    // What is no mail.
    check(
        "a.md",
        "From: London\nTo: Paris\n\nOne.",
        "From: London||",
        &["From: London\nTo: Paris", "One."],
    );
    check(
        "a.md",
        "# T\n\nFrom: a@b.example\nSubject: x\n\nOne.",
        "T||",
        &["From: a@b.example\nSubject: x", "One."],
    );
}

#[test]
fn subtitles_are_what_is_said() {
    let srt = "1\n00:00:01,000 --> 00:00:04,000\nWelcome to\n<i>the workshop</i>.\n\n2\n00:00:04,500 --> \
               00:00:07,000\nToday we glaze.\n\n3\n00:00:20,000 --> 00:00:22,000\n{\\an8}Good bye.\n";
    let said = ["Welcome to\nthe workshop.\nToday we glaze.", "Good bye."];
    for path in ["talk.srt", "talk.txt", "talk.md"] {
        check(path, srt, "talk||", &said);
    }
    let vtt = "WEBVTT - a talk\nKind: captions\n\nNOTE a note\n\nSTYLE\n::cue { a: b }\n\nintro\n00:01.000 --> \
               00:04.000 align:start\n<v Ann>Welcome to\nthe workshop.\n\n00:04.500 --> 00:07.000\nToday we \
               glaze.\n\n00:20.000 --> 00:22.000\nGood bye.";
    for path in ["talk.vtt", "talk.txt"] {
        check(path, vtt, "talk||", &said);
    }
    let crlf = srt.replace('\n', "\r\n");
    check(
        "talk.srt",
        &crlf,
        "talk||",
        &said
            .map(|passage| passage.replace('\n', "\r\n"))
            .each_ref()
            .map(String::as_str),
    );
    assert_eq!(document("talk.srt", srt).passages[1].line, 12);
}

#[test]
fn what_is_not_published_is_left_out() {
    let told = |text: &str| {
        let (document, problems) = parse("a.md", text.as_bytes());
        let warned = problems.iter().all(Problem::is_warning) && problems.len() == 1;
        assert_eq!(document.is_none(), warned, "{text:?}: {problems:?}");
        document.is_none()
    };
    for front in [
        "---\ntitle: T\ndraft: true\n---",
        "---\nDraft: Yes\n---",
        "---\ndraft: \"true\"\n---",
        "---\npublished: false\n---",
        "---\npublish: off\n---",
        "---\ntitle: a : b\npublish: no\n---",
        "+++\ndraft = true\n+++",
        "{\"draft\": true, \"title\": \"T\"}",
        "{\"title\": \"T\", \"published\": false}",
        "Title: T\nDraft: true\n",
    ] {
        assert!(told(&format!("{front}\n\nOne.")), "{front}");
    }
    for front in [
        "---\ndraft: false\n---",
        "---\npublish: true\n---",
        "---\npublished: 2026-02-11\n---",
        "---\ndraft:\n---",
        "+++\ndraft = false\n+++",
    ] {
        assert!(!told(&format!("{front}\n\nOne.")), "{front}");
    }
}

#[test]
fn what_other_programs_need_is_no_problem() {
    let row = |front: &str, told: &str, expected: &[&str]| {
        let text = format!("---\n{front}\n---\nOne.");
        check("a.md", &text, told, &["One."]);
        let (_, problems) = parse("a.md", text.as_bytes());
        let found: Vec<String> = problems
            .iter()
            .map(|problem| format!("{}: {problem}", problem.severity))
            .collect();
        assert_eq!(found.len(), expected.len(), "{front}: {found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(expected), "{front}: {found}");
        }
    };
    row(
        "title: A\nweight: 10\ntoc: true\nmenu:\n  main:\n    parent: b\naliases:\n  - /old/",
        "A||",
        &[],
    );
    row("title: A\nurl: guides/x/", "A||", &[]);
    row(
        "title: A\nurl: example.org/x",
        "A||",
        &["problem: a.md:3: `url: example.org/x`"],
    );
    row(
        "url: /guides/x/\nauthor:\n  name: C\n  email: d",
        "a|C|",
        &[],
    );
    row(
        "authors:\n  - name: C\n    url: https://d.example\n  - E",
        "a|C, E|",
        &[],
    );
    row(
        "cssclasses: wide\ncreated: 2026-01-04T10:22\nmodified: 2026\npublish: true",
        "a||",
        &[],
    );
    row(
        "sidebar_position: 1\nhide_title: true\nnav_order: 2\nparent: P\npermalink: /x",
        "a||",
        &[],
    );
    row("aliases: [b]\nembed:\n  title: A\n  color: red", "A||", &[]);
    row("pubDate: 4 May\ndate: 5 May", "a||5 May", &[]);
    row(
        "mood: fine",
        "a||",
        &["warning: a.md:2: unknown key `mood`"],
    );
    row(
        "language: klingon",
        "a||",
        &["problem: a.md:2: unknown language"],
    );
}

#[test]
fn accents_may_be_written_in_two_ways() {
    let e = "e\u{301}";
    check(
        "a.txt",
        &format!("---\ntitle: L'été\n---\nL'{e}t{e}\n\nUn."),
        "L'été||",
        &["Un."],
    );
    check(
        "a.txt",
        "Title\n4 aou\u{302}t 2025\n\nA paragraph of some length.",
        "Title||4 aou\u{302}t 2025",
        &["A paragraph of some length."],
    );
    check(
        "l'e\u{301}te\u{301}.md",
        "A sentence.",
        "l'été||",
        &["A sentence."],
    );
    check(
        "a.md",
        &format!("Titre : L'{e}\nCr{e}ateur : X\n\nUn."),
        "Titre : L'e\u{301}||",
        &[&format!("Titre : L'{e}\nCr{e}ateur : X"), "Un."],
    );
    check("a.md", "Ti\u{301}tulo: A\n\nUno.", "A||", &["Uno."]);
}

#[test]
fn a_file_of_front_matter_only_is_told_of_only() {
    let severity = |text: &str| {
        let (document, problems) = parse("a.md", text.as_bytes());
        assert!(document.is_none());
        problems.iter().map(Problem::is_warning).collect::<Vec<_>>()
    };
    assert_eq!(severity("---\ntitle: A\n---\n"), [true]);
    assert_eq!(severity("# A\n"), [false]);
    assert_eq!(severity("<!-- nothing -->\n"), [false]);
}
