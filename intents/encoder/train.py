"""Teaches a small German sentence encoder where bge-small-en-v1.5 puts the English side of sentence pairs.

    python3 train.py --pairs FILE [--pairs FILE ...] --teacher bge-small-en-v1.5.onnx --teacher-tokenizer FILE --out FOLDER

Pairs are tab separated `de en source`, without a header. FOLDER then holds `german.onnx` (8 bit), `german-tokenizer.json`
and `provenance.json`. Nothing is left to chance but the order in which threads add. Needs torch, transformers, tokenizers,
onnx, onnxruntime, scipy and numpy; some forty minutes on two cores. README.md here tells what it learnt and why so.
"""

import argparse
import hashlib
import json
import pathlib
import random
import re
import time

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from scipy.sparse import csr_matrix
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from torch.nn import functional
from transformers import BertConfig, BertModel

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
VOCABULARY = 16_000
LAYERS = [1, 3, 5, 7, 9, 11]  # of the teacher's twelve
EPOCHS = 2
TOKENS = 3072  # of one step
RATE, WORD_RATE = 6e-4, 3e-3
SHOP_COUNTS = 3  # pairs of shops and chats are rare among everyday sentences
LONGEST = 64
SEED = 7


def read_pairs(files):
    pairs = []
    for file in files:
        for number, line in enumerate(open(file, encoding="utf-8"), 1):
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 3 or not columns[0].strip() or not columns[1].strip():
                raise SystemExit(f"{file}:{number}: expected German, English and source, parted by tabs")
            pairs.append(columns)
    return pairs


def teacher_of(file):
    """The weights of LangChain4j's ONNX file in a model that can be taught further."""
    graph = onnx.load(file).graph
    weights = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    products = [
        weights[name] for node in graph.node if node.op_type == "MatMul" for name in node.input if name in weights
    ]
    config = BertConfig(
        hidden_size=384, num_hidden_layers=12, num_attention_heads=12, intermediate_size=1536,
        hidden_dropout_prob=0, attention_probs_dropout_prob=0,
    )
    model = BertModel(config, add_pooling_layer=False)
    state = {name: torch.tensor(weights[name].copy()) for name in model.state_dict() if name in weights}
    places = ["attention.self.query", "attention.self.key", "attention.self.value",
              "attention.output.dense", "intermediate.dense", "output.dense"]
    for i, product in enumerate(products):
        state[f"encoder.layer.{i // 6}.{places[i % 6]}.weight"] = torch.tensor(product.T.copy())
    model.load_state_dict(state)
    return model.eval()


def filled(ids):
    length = max(map(len, ids))
    tokens = torch.zeros(len(ids), length, dtype=torch.long)
    mask = torch.zeros(len(ids), length, dtype=torch.long)
    for row, one in enumerate(ids):
        tokens[row, : len(one)] = torch.tensor(one)
        mask[row, : len(one)] = 1
    return tokens, mask


def points(model, ids):
    """The state above the first token, brought to length one, as BGE wants it."""
    tokens, mask = filled(ids)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = model(input_ids=tokens, attention_mask=mask).last_hidden_state
    return functional.normalize(states[:, 0].float(), dim=1)


@torch.no_grad()
def encode(model, tokenizer, texts):
    ids = [one.ids for one in tokenizer.encode_batch(texts)]
    result = np.zeros((len(ids), 384), np.float32)
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    for start in range(0, len(order), 128):
        part = order[start : start + 128]
        result[part] = points(model, [ids[i] for i in part]).numpy()
    return result


def german_tokenizer(texts):
    """Word pieces of the German side; umlauts lose their dots, as customers drop them too."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=60))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Replace("ß", "ss"), normalizers.BertNormalizer(strip_accents=True, lowercase=True)]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.train_from_iterator(
        texts, trainers.WordPieceTrainer(vocab_size=VOCABULARY, special_tokens=SPECIAL, min_frequency=3)
    )
    ends = [(name, tokenizer.token_to_id(name)) for name in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=ends)
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


def first_words(pairs, german, english, known):
    """Each German piece starts at the mean of the four English ones that come with it most (Dice)."""

    def counts(tokenizer, side, size):
        rows, columns = [], []
        for i, text in enumerate(tokenizer.encode_batch([pair[side] for pair in pairs])):
            found = sorted(set(text.ids[1:-1]))
            rows += [i] * len(found)
            columns += found
        return csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(len(pairs), size))

    left, right = counts(german, 0, german.get_vocab_size()), counts(english, 1, len(known))
    together = (left.T @ right).tocsr()
    left_sums, right_sums = np.asarray(left.sum(0)).ravel(), np.asarray(right.sum(0)).ravel()
    result = np.random.RandomState(SEED).normal(0, 0.02, (german.get_vocab_size(), 384)).astype(np.float32)
    for piece in range(len(result)):
        part = slice(together.indptr[piece], together.indptr[piece + 1])
        others, both = together.indices[part], together.data[part]
        dice = np.where(both >= 2, 2 * both / (left_sums[piece] + right_sums[others]), 0)
        best = np.argsort(-dice, kind="stable")[:4]
        shares = dice[best] ** 2
        if shares.sum() > 0:
            result[piece] = (shares[:, None] * known[others[best]]).sum(0) / shares.sum()
    for name in SPECIAL:
        result[german.token_to_id(name)] = known[english.token_to_id(name)]
    return result


SPOKEN = {"habe": "hab", "nicht": "nich", "eine": "ne", "einen": "nen", "ist": "is", "etwas": "was", "kann": "kan",
          "einmal": "mal", "nein": "nee", "jetzt": "jetz", "und": "u", "dass": "das", "wäre": "wär", "würde": "würd"}
UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}


def as_typed(text, chance):
    """The sentence as a hurried customer might type it: spoken forms, slips, lost marks."""
    if chance.random() < 0.15:
        text = " ".join(SPOKEN.get(word, word) for word in text.split(" "))
    if chance.random() < 0.12:
        text = "".join(UMLAUTS.get(letter, letter) for letter in text)
    if chance.random() < 0.25:
        for _ in range(1 + (len(text) > 40)):
            at, slip = chance.randrange(len(text)), chance.random()
            if slip < 0.3:
                text = text[:at] + text[at + 1 :] or text
            elif slip < 0.6:
                text = text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]
            elif slip < 0.8:
                text = text[:at] + text[at] + text[at:]
            else:
                text = text[:at] + chance.choice("qwertzuiopasdfghjklyxcvbnm") + text[at + 1 :]
    if chance.random() < 0.3:
        text = re.sub("[.,!?]", "", text)
    return text if text.strip() else "ja"


def steps(ids, chance):
    """Sentences of like length together, so that few places are empty."""
    order = list(range(len(ids)))
    chance.shuffle(order)
    result = []
    for start in range(0, len(order), 8192):
        step, longest = [], 0
        for i in sorted(order[start : start + 8192], key=lambda i: len(ids[i])):
            longest = max(longest, len(ids[i]))
            if step and longest * (len(step) + 1) > TOKENS:
                result.append(step)
                step, longest = [], len(ids[i])
            step.append(i)
        result.append(step)
    chance.shuffle(result)
    return result


def loss_of(found, wanted):
    """Near the teacher's point, and as near to the other sentences of the step as the teacher's is."""
    nearness = (wanted @ wanted.T / 0.05).softmax(1)
    return 4 * (1 - (found * wanted).sum(1)).mean() + 0.1 * functional.cross_entropy(found @ wanted.T / 0.05, nearness)


def learn(student, tokenizer, pairs, targets, epochs):
    chance = random.Random(SEED)
    held = list(range(0, len(pairs), 200))
    taught = [
        i for i, pair in enumerate(pairs) if i % 200
        for _ in range(1 if pair[2].startswith("tatoeba") else SHOP_COUNTS)
    ]
    words = student.embeddings.word_embeddings.weight
    others = [one for name, one in student.named_parameters() if "word_embeddings" not in name]
    optimiser = torch.optim.AdamW(
        [{"params": [words], "lr": WORD_RATE, "weight_decay": 0}, {"params": others, "lr": RATE, "weight_decay": 0.01}],
        betas=(0.9, 0.98), fused=True,
    )
    rates = [group["lr"] for group in optimiser.param_groups]
    began, done, total = time.time(), 0, None
    for epoch in range(epochs):
        ids = [one.ids for one in tokenizer.encode_batch([as_typed(pairs[i][0], chance) for i in taught])]
        plan = steps(ids, chance)
        total = total or len(plan) * epochs
        student.train()
        for step in plan:
            share = min(1, done / 300) * max(0.001, 1 - done / total)
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * share
            wanted = torch.tensor(targets[[taught[i] for i in step]])
            loss = loss_of(points(student, [ids[i] for i in step]), wanted)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimiser.step()
            done += 1
            if done % 200 == 0:
                print(f"{time.time() - began:.0f} s, step {done} of {total}, loss {loss.item():.3f}", flush=True)
        student.eval()
        found = encode(student, tokenizer, [pairs[i][0] for i in held])
        same = (found * targets[held]).sum(1).mean()
        nearest = (found @ targets[held].T).argmax(1) == np.arange(len(held))
        print(f"epoch {epoch + 1}: held pairs at cosine {same:.4f}, {nearest.mean():.1%} nearest", flush=True)
    return {"cosine": round(float(same), 4), "nearest": round(float(nearest.mean()), 4), "held": len(held)}


def begin_like(teacher, student, words):
    student.embeddings.load_state_dict(
        {**teacher.embeddings.state_dict(), "word_embeddings.weight": torch.tensor(words)}
    )
    for layer, of_teacher in zip(student.encoder.layer, LAYERS):
        layer.load_state_dict(teacher.encoder.layer[of_teacher].state_dict())


class Point(torch.nn.Module):
    """What ships: tokens in, one point out."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, token_type_ids):
        states = self.model(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        return states[:, 0]


def ship(student, folder):
    from onnxruntime.quantization import QuantType, quantize_dynamic

    student.config._attn_implementation = "eager"
    example = torch.ones(2, 8, dtype=torch.long)
    names = ["input_ids", "attention_mask", "token_type_ids"]
    axes = {name: {0: "texts", 1: "tokens"} for name in names} | {"point": {0: "texts"}}
    torch.onnx.export(Point(student), (example, example, example * 0), folder / "full.onnx", input_names=names,
                      output_names=["point"], dynamic_axes=axes, opset_version=17, dynamo=False)
    quantize_dynamic(folder / "full.onnx", folder / "german.onnx", weight_type=QuantType.QInt8, per_channel=True)


def main():
    command = argparse.ArgumentParser()
    command.add_argument("--pairs", action="append", required=True)
    command.add_argument("--teacher", required=True)
    command.add_argument("--teacher-tokenizer", required=True)
    command.add_argument("--out", required=True, type=pathlib.Path)
    command.add_argument("--epochs", type=int, default=EPOCHS)
    asked = command.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    asked.out.mkdir(parents=True, exist_ok=True)
    pairs = read_pairs(asked.pairs)
    teacher = teacher_of(asked.teacher)
    english = Tokenizer.from_file(asked.teacher_tokenizer)
    english.no_padding()
    english.enable_truncation(LONGEST)
    targets = encode(teacher, english, [pair[1] for pair in pairs])
    german = german_tokenizer([pair[0] for pair in pairs])
    config = BertConfig(**{**teacher.config.to_dict(), "vocab_size": german.get_vocab_size(),
                           "num_hidden_layers": len(LAYERS)})
    student = BertModel(config, add_pooling_layer=False)
    known = teacher.embeddings.word_embeddings.weight.detach().numpy()
    begin_like(teacher, student, first_words(pairs, german, english, known))
    reached = learn(student, german, pairs, targets, asked.epochs)
    torch.save(student.state_dict(), asked.out / "german.pt")
    german.save(str(asked.out / "german-tokenizer.json"))
    ship(student, asked.out)
    hashes = {pathlib.Path(file).name: hashlib.sha256(open(file, "rb").read()).hexdigest() for file in asked.pairs}
    provenance = {"pairs": len(pairs), "sha256": hashes, "teacher": "bge-small-en-v1.5", "epochs": asked.epochs,
                  "layers": LAYERS, "seed": SEED, **reached}
    (asked.out / "provenance.json").write_text(json.dumps(provenance, indent=2) + "\n")


if __name__ == "__main__":
    main()
