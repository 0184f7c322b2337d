"""Writes the encoder's computation as an ONNX graph.

Small tensors (biases, norms, positions) are in the graph. The matrices are not: they are named
as slices of an external file `layers.data`, which never exists on a disk. The program expands
`layers.q4` to it in memory when it starts.

Several texts go through one run as one row of tokens, each token seeing its own text only:

    words      [tokens, hidden]  the words' embeddings
    positions  [tokens]          each token's place in its text
    mask       [tokens, tokens]  0 where a token sees another, else very negative; or [1, 1]
    pooling    [texts, tokens]   the mean over each text's tokens, as a matrix
    vectors    [texts, hidden]   what comes out, not yet normalised
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from reading import MATRICES

EXTERNAL = "layers.data"
OPSET = 20


class Builder:
    """Collects nodes and tensors; every node's output carries the name it is given."""

    def __init__(self) -> None:
        self.nodes, self.tensors, self.offset = [], [], 0

    def node(self, op: str, inputs: list[str], *outputs: str, **attributes) -> str:
        self.nodes.append(helper.make_node(op, inputs, outputs, name=outputs[0], **attributes))
        return outputs[0]

    def constant(self, name: str, value: np.ndarray) -> str:
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def matrix(self, name: str, rows: int, columns: int) -> str:
        """The next slice of the external file."""
        size = rows * columns * 4
        tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=[rows, columns],
                             data_location=TensorProto.EXTERNAL)
        for key, value in ("location", EXTERNAL), ("offset", self.offset), ("length", size):
            tensor.external_data.add(key=key, value=str(value))
        self.offset += size
        self.tensors.append(tensor)
        return name

    def linear(self, value: str, name: str, rows: int, columns: int, bias: np.ndarray) -> str:
        """value x matrix^T + bias."""
        inputs = [value, self.matrix(f"{name}.w", rows, columns), self.constant(f"{name}.b", bias)]
        return self.node("Gemm", inputs, name, transB=1)


def build(model) -> bytes:
    """The graph, as the bytes of an ONNX file."""
    hidden, heads = model.hidden, model.heads
    size = hidden // heads
    graph = Builder()

    def norm(value: str, name: str) -> str:
        weight = graph.constant(f"{name}.w", model.floats(f"{name}.w"))
        bias = graph.constant(f"{name}.b", model.floats(f"{name}.b"))
        return graph.node("LayerNormalization", [value, weight, bias], name, epsilon=model.epsilon)

    # Every token is of type 0, so that embedding is part of the positions'.
    places = model.floats("emb.pos", -1, hidden) + model.floats("emb.type", -1, hidden)[0]
    places = graph.node("Gather", [graph.constant("places", places), "positions"], "placed")
    state = norm(graph.node("Add", ["words", places], "embedded"), "emb.ln")

    split = graph.constant("split", np.array([hidden] * 3, np.int64))
    by_head = graph.constant("by_head", np.array([-1, heads, size], np.int64))
    joined = graph.constant("joined", np.array([-1, hidden], np.int64))
    scale = graph.constant("scale", np.array(size**-0.5, np.float32))

    for layer in range(model.layer_count):
        at = f"l{layer}"
        bias = {name: model.floats(f"{at}.{name}.b") for name in MATRICES}

        qkv_bias = np.concatenate([bias["q"], bias["k"], bias["v"]])
        qkv = graph.linear(state, f"{at}.qkv", 3 * hidden, hidden, qkv_bias)
        graph.node("Split", [qkv, split], f"{at}.q", f"{at}.k", f"{at}.v", axis=1)
        order = {"q": [1, 0, 2], "k": [1, 2, 0], "v": [1, 0, 2]}
        q, k, v = (
            graph.node("Transpose",
                       [graph.node("Reshape", [f"{at}.{name}", by_head], f"{at}.{name}.heads")],
                       f"{at}.{name}.turned", perm=order[name])
            for name in "qkv"
        )
        scores = graph.node("MatMul", [q, k], f"{at}.products")
        scores = graph.node("Mul", [scores, scale], f"{at}.scores")
        scores = graph.node("Add", [scores, "mask"], f"{at}.masked")
        weights = graph.node("Softmax", [scores], f"{at}.weights", axis=-1)
        context = graph.node("MatMul", [weights, v], f"{at}.context")
        context = graph.node("Transpose", [context], f"{at}.context.turned", perm=[1, 0, 2])
        context = graph.node("Reshape", [context, joined], f"{at}.context.joined")
        output = graph.linear(context, f"{at}.ao", hidden, hidden, bias["ao"])
        state = norm(graph.node("Add", [state, output], f"{at}.attended"), f"{at}.aln")

        inner = graph.linear(state, f"{at}.fi", model.feed_forward, hidden, bias["fi"])
        inner = graph.node("Gelu", [inner], f"{at}.gelu")
        output = graph.linear(inner, f"{at}.fo", hidden, model.feed_forward, bias["fo"])
        state = norm(graph.node("Add", [state, output], f"{at}.fed"), f"{at}.oln")

    graph.node("MatMul", ["pooling", state], "vectors")

    f32 = TensorProto.FLOAT
    inputs = [
        helper.make_tensor_value_info("words", f32, ["tokens", hidden]),
        helper.make_tensor_value_info("positions", TensorProto.INT32, ["tokens"]),
        helper.make_tensor_value_info("mask", f32, ["seeing", "seen"]),
        helper.make_tensor_value_info("pooling", f32, ["texts", "tokens"]),
    ]
    outputs = [helper.make_tensor_value_info("vectors", f32, ["texts", hidden])]
    body = helper.make_graph(graph.nodes, "multilingual-e5-small", inputs, outputs, graph.tensors)
    file = helper.make_model(body, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    return file.SerializeToString(deterministic=True)
