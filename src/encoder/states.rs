//! The *states* of a text: the vectors of its tokens after the last layer, in which each token knows
//! the text around it.

use std::ops::Range;

use super::tokenizer::{END, START};
use super::{DIMENSIONS, Encoder, MAX_TOKENS, Vector, batches};

/// Tokens that what stands above a text is cut to, so that there is room for the text.
const MOST_ABOVE: usize = 128;

/// A text in segments: what stands above it, and what it consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segments {
    /// Read together with each of the others.
    pub above: Vec<String>,
    /// Read together as far as they fit into the network; the rest is read in further windows.
    pub body: Vec<String>,
}

/// What the encoder makes of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct States {
    /// The vector of the whole.
    pub vector: Vector,
    /// The states of its tokens, without marks and the prefix.
    pub tokens: Vec<[f32; DIMENSIONS]>,
    /// Which of them belong to which segment, those above first; empty for a segment without tokens.
    pub segments: Vec<Range<usize>>,
    /// What each token tells: the negative natural logarithm of how often it is met; nothing
    /// where it has neither letters nor digits.
    pub information: Vec<Option<f32>>,
}

/// What is read of a text at once: the ids of its tokens by segment.
struct Window {
    /// The text it is of.
    text: usize,
    /// The segments above, then some of those of the body.
    tokens: Vec<Vec<u32>>,
    /// How many of the first segments an earlier window has, too.
    repeated: usize,
}

impl Encoder {
    /// The states of a question.
    #[must_use]
    pub fn question_states(&self, text: &str) -> States {
        let segments = Segments {
            above: Vec::new(),
            body: vec![text.to_owned()],
        };
        let mut gathered = Gathered::default();
        for window in self.read("query: ", std::slice::from_ref(&segments)) {
            gathered.add(self, &window);
        }
        gathered.finish()
    }

    /// The states of texts that may hold an answer, in their order.
    #[must_use]
    pub fn passage_states(&self, texts: &[Segments]) -> Vec<States> {
        let mut gathered: Vec<Gathered> = texts.iter().map(|_| Gathered::default()).collect();
        for read in self.read("passage: ", texts) {
            gathered[read.window.text].add(self, &read);
        }
        gathered.into_iter().map(Gathered::finish).collect()
    }

    /// Reads texts window by window, in their order.
    fn read(&self, prefix: &str, texts: &[Segments]) -> Vec<ReadWindow> {
        let prefix = self.tokenizer.token_ids(prefix);
        let windows: Vec<Window> = texts
            .iter()
            .enumerate()
            .flat_map(|(at, text)| self.windows(at, text, prefix.len()))
            .collect();
        let ids: Vec<Vec<u32>> = windows.iter().map(|window| window.ids(&prefix)).collect();
        let lengths: Vec<usize> = ids.iter().map(Vec::len).collect();
        let outputs = batches(&lengths)
            .into_iter()
            .flat_map(|batch| self.network.run_to_tokens(&ids[batch]));
        windows
            .into_iter()
            .zip(outputs)
            .map(|(window, (vector, mut tokens))| {
                tokens.drain(..=prefix.len());
                ReadWindow {
                    window,
                    vector,
                    tokens,
                }
            })
            .collect()
    }

    /// Divides a text so that each part fits into the network.
    fn windows(&self, at: usize, text: &Segments, prefix: usize) -> Vec<Window> {
        let mut above = Vec::new();
        let mut room = MOST_ABOVE;
        for segment in &text.above {
            let mut tokens = self.tokenizer.token_ids(segment);
            tokens.truncate(room);
            room -= tokens.len();
            above.push(tokens);
        }
        let most = MAX_TOKENS - 2 - prefix - (MOST_ABOVE - room);
        let window = |repeated: usize| Window {
            text: at,
            tokens: above.clone(),
            repeated,
        };
        let mut windows = vec![window(0)];
        let mut left = most;
        for segment in &text.body {
            let mut tokens = self.tokenizer.token_ids(segment);
            tokens.truncate(most);
            if tokens.len() > left {
                windows.push(window(above.len()));
                left = most;
            }
            left -= tokens.len();
            if let Some(last) = windows.last_mut() {
                last.tokens.push(tokens);
            }
        }
        windows
    }
}

impl Window {
    fn ids(&self, prefix: &[u32]) -> Vec<u32> {
        let tokens = self.tokens.iter().flatten();
        let inner = prefix.iter().chain(tokens).copied();
        [START].into_iter().chain(inner).chain([END]).collect()
    }
}

/// A window as the network read it.
struct ReadWindow {
    window: Window,
    vector: Vector,
    /// Its tokens behind the prefix, the last mark included.
    tokens: Vec<[f32; DIMENSIONS]>,
}

/// The states of the windows of one text.
#[derive(Default)]
struct Gathered {
    sum: Option<[f32; DIMENSIONS]>,
    tokens: Vec<[f32; DIMENSIONS]>,
    segments: Vec<Range<usize>>,
    information: Vec<Option<f32>>,
}

impl Gathered {
    fn add(&mut self, encoder: &Encoder, read: &ReadWindow) {
        let window = &read.window;
        let sum = self.sum.get_or_insert([0.0; DIMENSIONS]);
        for (sum, number) in sum.iter_mut().zip(read.vector.as_array()) {
            *sum += number;
        }
        // The segments above are in every window and are kept once.
        let mut at = 0;
        for (number, tokens) in window.tokens.iter().enumerate() {
            let range = at..at + tokens.len();
            at = range.end;
            if number < window.repeated {
                continue;
            }
            let start = self.tokens.len();
            self.tokens.extend(&read.tokens[range]);
            let information = tokens.iter().map(|id| encoder.tokenizer.information(*id));
            self.information.extend(information);
            self.segments.push(start..self.tokens.len());
        }
    }

    fn finish(self) -> States {
        States {
            vector: Vector::normalized(self.sum.unwrap_or([0.0; DIMENSIONS])),
            tokens: self.tokens,
            segments: self.segments,
            information: self.information,
        }
    }
}
