//! The encoder agrees with the engine its weights come from, and takes any text.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use verbatim::encoder::{DIMENSIONS, Encoder, Vector};

use crate::support::{ENCODER, reference, root};

/// A line a text: `query` or `passage`, the text itself or its place in the evaluation sets, and
/// the vector that the wheel's own engine has for it. `tools/encoder/reference.py` writes them.
const REFERENCE: &str = include_str!("encoder/reference.tsv");

/// What the cosine to the reference must reach.
const AGREEMENT: f32 = 0.995;

/// [`Encoder::VERSION`], and the BLAKE3 digest of the files it stands for.
const VERSION: (&str, &str) = (
    "multilingual-e5-small-q4-1",
    "b28e8bc16629098520c39a4511f0cc2f654e9d5e03a6f9dc931d550197f82531",
);

struct Reference<'a> {
    kind: &'a str,
    place: &'a str,
    vector: Vector,
}

fn references() -> impl Iterator<Item = Reference<'static>> {
    REFERENCE.lines().map(|line| {
        let [kind, place, digits] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not three columns: {line}");
        };
        let mut vector = [0.0; DIMENSIONS];
        for (number, digits) in vector.iter_mut().zip(digits.as_bytes().chunks(2)) {
            let digits = str::from_utf8(digits).expect("ASCII");
            *number = f32::from(
                u8::from_str_radix(digits, 16)
                    .expect("hexadecimal")
                    .cast_signed(),
            );
        }
        Reference {
            kind,
            place,
            vector: Vector::normalized(vector),
        }
    })
}

fn encode(kind: &str, text: &str) -> Vector {
    match kind {
        "query" => ENCODER.query(text),
        "passage" => ENCODER.passage(text),
        _ => panic!("{kind}"),
    }
}

#[track_caller]
fn check(reference: &Reference, text: &str) {
    let cosine = encode(reference.kind, text).cosine(&reference.vector);
    assert!(cosine >= AGREEMENT, "{}: {cosine}", reference.place);
}

#[test]
fn own_sentences_agree_with_the_reference() {
    let own: Vec<_> = references()
        .filter(|reference| !reference.place.contains('/'))
        .collect();
    assert_eq!(own.len(), 14);
    for reference in own {
        check(&reference, reference.place);
    }
}

#[test]
fn texts_of_the_evaluation_sets_agree_with_the_reference() {
    let Some(sets) = reference("eval") else {
        return;
    };
    let mut questions = HashMap::new();
    for set in ["belebele", "piaf"] {
        let lines = fs::read_to_string(sets.join(set).join("questions.jsonl")).expect("readable");
        for line in lines.lines() {
            let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let field = |name: &str| line[name].as_str().expect("a string").to_owned();
            questions.insert(format!("{set}/{}", field("id")), field("question"));
        }
    }
    let mut count = 0;
    for reference in references().filter(|reference| reference.place.contains('/')) {
        match reference.kind {
            "query" => check(&reference, &questions[reference.place]),
            _ => check(&reference, &first_paragraph(&sets, reference.place)),
        }
        count += 1;
    }
    assert_eq!(count, 200);
}

fn first_paragraph(sets: &Path, place: &str) -> String {
    let (set, document) = place.split_once('/').expect("a set and a document");
    let path: PathBuf = [set, "knowledge", document].iter().collect();
    let text = fs::read_to_string(sets.join(path)).expect("readable");
    let body = text.splitn(3, "---\n").last().expect("front matter").trim();
    body.split("\n\n").next().expect("a paragraph").to_owned()
}

#[test]
fn one_by_one_and_together_are_the_same() {
    let long = "Une phrase qui revient sans cesse. ".repeat(100);
    let texts = [
        "court",
        "",
        "a rather longer one, in English",
        &long,
        "또 하나",
        "dernier",
    ];
    for (text, together) in texts.iter().zip(ENCODER.passages(&texts)) {
        assert!(ENCODER.passage(text).cosine(&together) > 0.9999, "{text}");
    }
    assert!(ENCODER.passages(&[]).is_empty());
}

#[test]
fn the_same_question_in_another_language_is_nearer_than_another_question() {
    let french = ENCODER.query("Qui a fondé l'organisation ?");
    let other = ENCODER.query("À quelle heure part le train ?");
    for text in [
        "Who founded the organization?",
        "¿Quién fundó la organización?",
        "Wer hat die Organisation gegründet?",
        "누가 그 단체를 설립했습니까?",
        "谁创立了这个组织？",
        "Кто основал организацию?",
    ] {
        let vector = ENCODER.query(text);
        assert!(vector.cosine(&french) > vector.cosine(&other), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_has_a_vector(text in ".{0,40}|\\PC{0,40}|[ \u{200d}\u{301}\u{fffd}▁<s>\n]{0,40}") {
        let vector = ENCODER.query(&text);
        prop_assert!((vector.cosine(&vector) - 1.0).abs() < 1e-3);
    }
}

/// Checks that the tokens of a text that tell something stand in it one behind the other, and leave out
/// no letter.
#[track_caller]
fn check_spans(text: &str) {
    let spans = ENCODER.spans(text);
    assert_eq!(
        spans.len(),
        ENCODER.question_states(text).tokens.len(),
        "{text:?}"
    );
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let told: Vec<&str> = spans
        .iter()
        .filter(|span| span.tells)
        .map(|span| &text[span.range.clone()])
        .collect();
    assert_eq!(letters(&told.concat()), letters(text), "{text:?}: {told:?}");
    assert!(spans.is_sorted_by_key(|span| span.range.start), "{text:?}");
}

#[test]
fn tokens_are_found_in_their_text() {
    for text in [
        "Who is the CEO of OpenAI?",
        "Où est l’École d'été ?",
        "最高経営責任者は誰ですか",
        "ＡＢＣ ㈱ ½ kg ﬁn",
        "من هو المدير التنفيذي؟",
        "Кто генеральный директор?",
        "대표는 누구인가요?",
        " two\n\tlines\u{a0}and  blanks ",
        "",
    ] {
        check_spans(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn tokens_of_any_text_stand_in_it(text in ".{0,40}|[ \u{200d}\u{301}\u{fffd}▁<s>\na é漢½]{0,40}") {
        let spans = ENCODER.spans(&text);
        let tokens = ENCODER.question_states(&text).tokens.len();
        prop_assert!(spans.is_empty() || spans.len() == tokens);
        for span in spans {
            prop_assert!(text.get(span.range.clone()).is_some(), "{span:?}");
        }
    }
}

/// Vectors of another version are not read, so other files have to be another version.
#[test]
fn the_version_stands_for_these_files() {
    let files = fs::read_dir(root().join("assets/encoder")).expect("the assets");
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    files.retain(|file| !file.ends_with("NOTICE"));
    files.sort();
    let mut digest = blake3::Hasher::new();
    for file in files {
        let name = file.file_name().expect("a name");
        let bytes = fs::read(&file).expect("an asset");
        digest.update(name.as_encoded_bytes());
        digest.update(&bytes.len().to_le_bytes());
        digest.update(&bytes);
    }
    let digest = digest.finalize().to_hex();
    assert_eq!(
        (Encoder::VERSION, digest.as_str()),
        VERSION,
        "change VERSION and the digest together"
    );
}
