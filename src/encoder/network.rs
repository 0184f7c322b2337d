//! Runs the model: twelve layers in which the tokens of a text attend to each other.

use std::fmt;
use std::sync::Arc;

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

use super::quantized;
use super::{DIMENSIONS, EMBEDDINGS, EncoderError, ROW_BYTES, Vector};

type Numbers = [f32; DIMENSIONS];

/// The computation, with all its small tensors.
static GRAPH: &[u8] = include_bytes!("../../assets/encoder/graph.onnx");

/// The matrices of the layers. The graph names slices of them, expanded to f32.
static LAYERS: &[u8] = include_bytes!("../../assets/encoder/layers.q4");

/// What the graph calls the expanded matrices.
const LAYERS_NAME: &str = "layers.data";

/// Added to the attention between tokens of two texts, which softmax then makes exactly zero.
const UNSEEN: f32 = -1e9;

/// The model, ready to run.
pub(super) struct Network {
    model: Model,
    inputs: [NodeId; 4],
    output: NodeId,
    threads: Arc<ThreadPool>,
}

impl fmt::Debug for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Network")
            .field("threads", &self.threads)
            .finish_non_exhaustive()
    }
}

impl Network {
    pub(super) fn builtin(threads: usize) -> Result<Self, EncoderError> {
        let error = |error: &dyn fmt::Display| EncoderError(error.to_string());
        let model = ModelOptions::with_all_ops()
            .external_data(LAYERS_NAME, quantized::expand_to_bytes(LAYERS))
            .prepack_weights(true)
            .load_static_slice(GRAPH)
            .map_err(|e| error(&e))?;
        let node = |name| model.node_id(name).map_err(|e| error(&e));
        Ok(Self {
            inputs: [
                node("words")?,
                node("positions")?,
                node("mask")?,
                node("pooling")?,
            ],
            output: node("vectors")?,
            threads: Arc::new(ThreadPool::with_num_threads(threads)),
            model,
        })
    }

    /// The vectors of texts given as ids of tokens. The texts do not see each other.
    ///
    /// # Panics
    ///
    /// Never, with a graph that loads: its inputs have the shapes it asks for.
    pub(super) fn run(&self, texts: &[Vec<u32>]) -> Vec<Vector> {
        let lengths: Vec<_> = texts.iter().map(Vec::len).collect();
        let vectors = self.output(texts, pooling(&lengths, false));
        vectors.into_iter().map(Vector::normalized).collect()
    }

    /// The vectors of texts, and those of their tokens, the marks included.
    pub(super) fn run_to_tokens(&self, texts: &[Vec<u32>]) -> Vec<(Vector, Vec<Numbers>)> {
        let lengths: Vec<_> = texts.iter().map(Vec::len).collect();
        let mut rows = self.output(texts, pooling(&lengths, true)).into_iter();
        let pooled: Vec<_> = rows.by_ref().take(texts.len()).collect();
        pooled
            .into_iter()
            .zip(lengths)
            .map(|(pooled, length)| {
                (
                    Vector::normalized(pooled),
                    rows.by_ref().take(length).collect(),
                )
            })
            .collect()
    }

    /// The final states of texts, put together by the rows of `pooling`.
    fn output(&self, texts: &[Vec<u32>], pooling: NdTensor<f32, 2>) -> Vec<Numbers> {
        let lengths: Vec<_> = texts.iter().map(Vec::len).collect();
        let inputs = [
            words(texts).into(),
            positions(&lengths).into(),
            mask(&lengths).into(),
            pooling.into(),
        ];
        let inputs = self.inputs.into_iter().zip(inputs).collect();
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&self.threads)));
        let [vectors] = self
            .model
            .run_n(inputs, [self.output], Some(options))
            .expect("the graph takes these inputs");
        let vectors: NdTensor<f32, 2> = vectors.try_into().expect("a row of pooling each");
        vectors.to_vec().as_chunks().0.to_vec()
    }
}

/// The tokens' rows of weights, texts one behind the other.
fn words(texts: &[Vec<u32>]) -> NdTensor<f32, 2> {
    let (rows, _) = EMBEDDINGS.as_chunks::<ROW_BYTES>();
    let tokens = texts.iter().map(Vec::len).sum();
    let mut words = vec![0.0; tokens * DIMENSIONS];
    for (word, id) in words.chunks_mut(DIMENSIONS).zip(texts.iter().flatten()) {
        quantized::expand(&rows[*id as usize], word);
    }
    NdTensor::from_data([tokens, DIMENSIONS], words)
}

/// Each token's place in its text.
fn positions(lengths: &[usize]) -> NdTensor<i32, 1> {
    lengths
        .iter()
        .flat_map(|length| (0..).take(*length))
        .collect::<Vec<i32>>()
        .into()
}

/// The attention mask that keeps the texts of a batch apart; a text by itself needs none.
fn mask(lengths: &[usize]) -> NdTensor<f32, 2> {
    if let [_] = lengths {
        return NdTensor::full([1, 1], 0.0);
    }
    let tokens = lengths.iter().sum();
    let mut mask = NdTensor::full([tokens, tokens], UNSEEN);
    let mut start = 0;
    for length in lengths {
        let own = start..start + length;
        mask.slice_mut((own.clone(), own)).fill(0.0);
        start += length;
    }
    mask
}

/// The mean over each text's tokens, as a matrix; below it each token by itself, where they are wanted.
#[expect(clippy::cast_precision_loss, reason = "at most 512")]
fn pooling(lengths: &[usize], with_tokens: bool) -> NdTensor<f32, 2> {
    let tokens: usize = lengths.iter().sum();
    let below = if with_tokens { tokens } else { 0 };
    let mut pooling = NdTensor::zeros([lengths.len() + below, tokens]);
    for token in 0..below {
        pooling[[lengths.len() + token, token]] = 1.0;
    }
    let mut start = 0;
    for (text, length) in lengths.iter().enumerate() {
        pooling
            .slice_mut((text, start..start + length))
            .fill(1.0 / *length as f32);
        start += length;
    }
    pooling
}
