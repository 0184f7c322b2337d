//! Weights of 4 bits: blocks of 32 with one scale, as ggml's `Q4_0`.
//!
//! A block is a little-endian f16 scale and 16 bytes. Byte `j` holds weight `j` in its low half and
//! weight `j + 16` in its high half, each 0..=15 and standing for `(w - 8) × scale`.

/// Weights in a block.
pub(super) const BLOCK: usize = 32;

/// Bytes of a block.
pub(super) const BLOCK_BYTES: usize = 18;

/// Writes the weights of blocks behind each other. Both must hold the same number of whole blocks.
pub(super) fn expand(blocks: &[u8], weights: &mut [f32]) {
    let (blocks, _) = blocks.as_chunks::<BLOCK_BYTES>();
    let (weights, _) = weights.as_chunks_mut::<BLOCK>();
    for (block, weights) in blocks.iter().zip(weights) {
        *weights = expand_block(block);
    }
}

/// The same as little-endian bytes.
pub(super) fn expand_to_bytes(blocks: &[u8]) -> Vec<u8> {
    let (blocks, _) = blocks.as_chunks::<BLOCK_BYTES>();
    let mut bytes = Vec::with_capacity(blocks.len() * BLOCK * size_of::<f32>());
    for block in blocks {
        bytes.extend_from_slice(expand_block(block).map(f32::to_le_bytes).as_flattened());
    }
    bytes
}

fn expand_block([low, high, halves @ ..]: &[u8; BLOCK_BYTES]) -> [f32; BLOCK] {
    let scale = from_f16(u16::from_le_bytes([*low, *high]));
    let weight = |half: u8| (f32::from(half) - 8.0) * scale;
    let mut weights = [0.0; BLOCK];
    let (first, second) = weights.split_at_mut(BLOCK / 2);
    for ((first, second), byte) in first.iter_mut().zip(second).zip(halves) {
        *first = weight(byte & 15);
        *second = weight(byte >> 4);
    }
    weights
}

/// A 16-bit float as a 32-bit one. Scales are finite, so infinities come out as large numbers.
fn from_f16(half: u16) -> f32 {
    /// Two to the power of what the exponents of the two formats start from: 127 - 15.
    const REBASE: f32 = f32::from_bits((127 + 127 - 15) << 23);
    let sign = u32::from(half & 0x8000) << 16;
    let magnitude = u32::from(half & 0x7fff) << 13;
    f32::from_bits(sign | (f32::from_bits(magnitude) * REBASE).to_bits())
}
