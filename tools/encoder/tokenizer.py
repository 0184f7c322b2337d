"""The tokenizer: XLM-R's normalisation table, and the reference for what the pieces do."""

import io

import sentencepiece
from sentencepiece.sentencepiece_model_pb2 import ModelProto

SPECIALS = ["<s>", "<pad>", "</s>", "<unk>"]
"""The first ids, in the order of the model's own vocabulary (not SentencePiece's)."""


def normalizer() -> bytes:
    """SentencePiece's compiled table of `nmt_nfkc`, the rules XLM-R was trained with.

    It is built into the library; training on a few letters is the way to have it written out.
    """
    out = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["a b c d e f g"]), model_writer=out, vocab_size=12,
        normalization_rule_name="nmt_nfkc", hard_vocab_limit=False, minloglevel=2,
    )
    return ModelProto.FromString(out.getvalue()).normalizer_spec.precompiled_charsmap


def processor(model, kept: list[int]) -> sentencepiece.SentencePieceProcessor:
    """SentencePiece's own tokenizer over the kept pieces: the reference, and used to count."""
    assert [model.pieces[index] for index in kept[:4]] == SPECIALS
    proto = ModelProto()
    for index in kept:
        proto.pieces.add(piece=model.pieces[index], score=float(model.scores[index]))
    for piece in proto.pieces:
        if piece.piece in (*SPECIALS, "<mask>"):
            piece.type = piece.UNKNOWN if piece.piece == "<unk>" else piece.CONTROL
    trainer = proto.trainer_spec
    trainer.model_type = trainer.UNIGRAM
    trainer.bos_id, trainer.pad_id, trainer.eos_id, trainer.unk_id = range(4)
    proto.normalizer_spec.name = "nmt_nfkc"
    proto.normalizer_spec.precompiled_charsmap = normalizer()
    return sentencepiece.SentencePieceProcessor(model_proto=proto.SerializeToString())
