//! Vectors: computed once, kept, and never trusted when the file is not as it was written.

use std::fs;
use std::ops::ControlFlow;

use tempfile::TempDir;
use verbatim::corpus::{self, Corpus};
use verbatim::dense::space::LANGUAGES;
use verbatim::dense::tokens::{Means, Unpacked};
use verbatim::dense::{Dense, Plan, Progress, Store, StoreError};
use verbatim::encoder::{DIMENSIONS, Segments, Vector};

use crate::support::{ENCODER, LIMITS, dense, folder, root, write};

const CATS: &str = "# Cats\n\nCats sleep by day. They hunt by night.\n\nKittens play.\n";

/// Passages of [`CATS`].
const TEXTS: usize = 2;

fn load(folder: &TempDir) -> Corpus {
    corpus::load(folder.path(), LIMITS)
        .expect("a corpus")
        .corpus
}

/// Reads a corpus and gives how many texts were encoded, and the problem with keeping them.
fn read(dense: &Dense, corpus: &Corpus) -> (usize, Option<String>) {
    let (mut encoded, mut problem) = (0, None);
    let vectors = dense.read(corpus, &Plan::of(corpus), &mut |progress| {
        match progress {
            Progress::Encoded { all, .. } => encoded = all,
            Progress::NotKept(error) => problem = Some(error.to_string()),
        }
        ControlFlow::Continue(())
    });
    assert!(vectors.is_some());
    (encoded, problem)
}

#[test]
fn only_what_is_new_is_encoded() {
    let folder = folder(&[("cats.md", CATS)]);
    let data = tempfile::tempdir().expect("a folder");
    let file = data.path().join("deep/vectors.bin");
    assert_eq!(read(&dense(&file), &load(&folder)), (TEXTS, None));
    assert_eq!(read(&dense(&file), &load(&folder)), (0, None));
    write(folder.path(), "cats.md", &CATS.replace("play", "sleep too"));
    assert_eq!(read(&dense(&file), &load(&folder)), (1, None));
    write(folder.path(), "cats.md", CATS);
    assert_eq!(read(&dense(&file), &load(&folder)), (0, None));
}

#[test]
fn a_damaged_file_is_told_and_made_anew() {
    let folder = folder(&[("cats.md", CATS)]);
    let data = tempfile::tempdir().expect("a folder");
    let file = data.path().join("vectors.bin");
    read(&dense(&file), &load(&folder));
    let whole = fs::read(&file).expect("the file");
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    let shorter = whole[..whole.len() - 1].to_vec();
    let other = [b"verbatim vectors 0".as_slice(), &whole].concat();
    for damaged in [flipped, shorter, Vec::new(), b"garbage".to_vec(), other] {
        fs::write(&file, &damaged).expect("damage");
        let (store, problem) = Store::open(file.clone(), &Dense::version());
        assert!(matches!(problem, Some(StoreError::Damaged { .. })));
        let dense = Dense::new(ENCODER.clone(), store);
        assert_eq!(read(&dense, &load(&folder)), (TEXTS, None));
        // The order of the records is any, so not the bytes but their number is the same.
        assert_eq!(
            fs::metadata(&file).expect("the file").len(),
            whole.len() as u64
        );
    }
}

#[test]
fn vectors_of_another_version_are_left_alone() {
    let folder = folder(&[("cats.md", CATS)]);
    let data = tempfile::tempdir().expect("a folder");
    let file = data.path().join("vectors.bin");
    let (store, _) = Store::open(file.clone(), "another encoder");
    read(&Dense::new(ENCODER.clone(), store), &load(&folder));
    let (store, problem) = Store::open(file, &Dense::version());
    assert!(problem.is_none());
    assert_eq!(
        read(&Dense::new(ENCODER.clone(), store), &load(&folder)).0,
        TEXTS
    );
}

#[test]
fn where_nothing_can_be_written_everything_still_works() {
    let folder = folder(&[("cats.md", CATS), ("file", "not a folder")]);
    let blocked = folder.path().join("file/vectors.bin");
    let (encoded, problem) = read(&dense(&blocked), &load(&folder));
    assert_eq!(encoded, TEXTS);
    assert!(problem.expect("a problem").contains("cannot be written"));
}

#[test]
fn reading_can_be_broken_off() {
    let folder = folder(&[("cats.md", CATS)]);
    let data = tempfile::tempdir().expect("a folder");
    let dense = dense(&data.path().join("vectors.bin"));
    let corpus = load(&folder);
    let plan = Plan::of(&corpus);
    let vectors = dense.read(&corpus, &plan, &mut |_| ControlFlow::Break(()));
    assert!(vectors.is_none());
    assert_eq!(dense.missing(&plan), TEXTS);
}

/// The same words, once a sentence over two lines and once two items, are two texts.
#[test]
fn passages_that_are_divided_in_other_ways_are_texts_of_their_own() {
    let wrapped = "# Shed\n\nThe boat shed is open to members on every day of the\nsummer.\n";
    let listed = "# Shed\n\n- The boat shed is open to members on every day of the\n- summer.\n";
    let folder = folder(&[("a.md", wrapped), ("b.md", listed)]);
    let data = tempfile::tempdir().expect("a folder");
    let dense = dense(&data.path().join("vectors.bin"));
    let corpus = load(&folder);
    assert_eq!(read(&dense, &corpus), (2, None));
    let plan = Plan::of(&corpus);
    let vectors = dense.read(&corpus, &plan, &mut |_| ControlFlow::Continue(()));
    let vectors = vectors.expect("the vectors");
    for (id, ..) in corpus.passages() {
        let vectors = vectors.of(id);
        // One for the place.
        assert_eq!(vectors.entry.segments.len(), 1 + vectors.units.len());
    }
}

/// The first texts of each language stand for all; the means are over everything.
#[test]
fn the_background_is_what_its_texts_say() {
    let tools = root().join("tools/background");
    let background = fs::read(root().join("assets/background/passages.i8")).expect("the asset");
    let (vectors, rest) = background.as_chunks::<DIMENSIONS>();
    assert!(rest.is_empty());
    let each = vectors.len() / LANGUAGES.len();
    for (language, vectors) in LANGUAGES.iter().zip(vectors.chunks(each)) {
        let texts = tools.join(format!("passages/{language}.txt"));
        let texts = fs::read_to_string(texts).expect("the texts");
        assert_eq!(texts.lines().count(), each, "{language}");
        for (text, vector) in texts.lines().zip(vectors).step_by(each / 3) {
            let kept = Vector::normalized(vector.map(|byte| f32::from(byte.cast_signed())));
            assert!(ENCODER.passage(text).cosine(&kept) > 0.999, "{text}");
        }
    }
}

/// A long text is read in windows; its place is read with each and kept once.
#[test]
fn all_of_a_long_text_is_read() {
    let sentence = "The boat shed has room for nine boats and is painted green every spring.";
    let long = Segments {
        above: vec!["Boat shed › Rules:".to_owned()],
        body: vec![sentence.to_owned(); 60],
    };
    let short = Segments {
        body: vec![sentence.to_owned()],
        ..long.clone()
    };
    let [long, short] = [long, short].map(|segments| ENCODER.passage_states(&[segments]).remove(0));
    assert_eq!(long.segments.len(), 61);
    assert_eq!(long.segments[0], short.segments[0]);
    let lengths: Vec<usize> = long.segments[1..]
        .iter()
        .map(ExactSizeIterator::len)
        .collect();
    assert_eq!(lengths, vec![short.segments[1].len(); 60]);
    let mut end = 0;
    for segment in &long.segments {
        assert_eq!(segment.start, end);
        end = segment.end;
    }
    assert_eq!([end, end], [long.tokens.len(), long.information.len()]);
    assert!(long.vector.cosine(&short.vector) > 0.9);
}

/// What is rounded to four bits still compares as it did.
#[test]
fn tokens_keep_their_directions() {
    let means = Means::builtin();
    let states = ENCODER.question_states("Who may borrow the big boat in spring?");
    let exact = means.question(&states);
    let text = Segments {
        above: Vec::new(),
        body: vec!["Members borrow the big boat from April on.".to_owned()],
    };
    let states = ENCODER.passage_states(&[text]).remove(0);
    let kept = means.passage(&states);
    let kept: Vec<Unpacked> = kept.unpacked(0..states.tokens.len()).collect();
    let best = |token: &Unpacked| {
        kept.iter()
            .map(|kept| kept.cosine(token))
            .fold(-1.0, f32::max)
    };
    let most = exact.iter().map(best).fold(-1.0, f32::max);
    assert!((0.6..1.0).contains(&most), "{most}");
    for token in &kept {
        assert!((token.cosine(token) - 1.0).abs() < 1e-5);
    }
}
