#!/usr/bin/env python3
"""Makes tests/data/optimizers.json: 20 full-batch steps of a 2-3-1 network with each of PyTorch's optimizers.

    python3 tests/data/optimizers.py > tests/data/optimizers.json        (Debian's python3-torch, 1.13, float64)

`parameters` after each step: W1 row by row, b1, W2, b2.
"""
import json
import torch

torch.set_default_dtype(torch.float64)
INPUTS = [[0.5, -1.0], [1.5, 0.25], [-0.75, 0.5], [0.1, 0.9], [-1.2, -0.3]]
TARGETS = [[1.0], [-0.5], [0.25], [0.8], [0.0]]
W1 = [[0.4, -0.3], [0.2, 0.5], [-0.6, 0.1]]
B1 = [0.1, -0.2, 0.05]
W2 = [[0.7, -0.4, 0.3]]
B2 = [0.15]

SGD, OPTIM = torch.optim.SGD, torch.optim
CASES = [
    ("gradient-descent", {}, 0.1, SGD, {}),
    ("gradient-descent", {"weightDecay": 0.05}, 0.1, SGD, {"weight_decay": 0.05}),
    ("momentum", {}, 0.05, SGD, {"momentum": 0.9}),
    ("momentum", {"momentum": 0.8, "dampening": 0.3, "weightDecay": 0.01}, 0.05, SGD,
     {"momentum": 0.8, "dampening": 0.3, "weight_decay": 0.01}),
    ("nesterov", {}, 0.05, SGD, {"momentum": 0.9, "nesterov": True}),
    ("nesterov", {"momentum": 0.7, "weightDecay": 0.02}, 0.05, SGD,
     {"momentum": 0.7, "nesterov": True, "weight_decay": 0.02}),
    ("adagrad", {}, 0.1, OPTIM.Adagrad, {}),
    ("adagrad", {"lrDecay": 0.1, "weightDecay": 0.01, "initialAccumulatorValue": 0.2, "eps": 1e-6}, 0.1, OPTIM.Adagrad,
     {"lr_decay": 0.1, "weight_decay": 0.01, "initial_accumulator_value": 0.2, "eps": 1e-6}),
    ("rmsprop", {}, 0.01, OPTIM.RMSprop, {}),
    ("rmsprop", {"alpha": 0.9, "eps": 1e-6, "weightDecay": 0.01, "momentum": 0.5, "centered": 1}, 0.01, OPTIM.RMSprop,
     {"alpha": 0.9, "eps": 1e-6, "weight_decay": 0.01, "momentum": 0.5, "centered": True}),
    ("adam", {}, 0.02, OPTIM.Adam, {}),
    ("adam", {"beta1": 0.8, "beta2": 0.95, "eps": 1e-6, "weightDecay": 0.05, "amsgrad": 1}, 0.02, OPTIM.Adam,
     {"betas": (0.8, 0.95), "eps": 1e-6, "weight_decay": 0.05, "amsgrad": True}),
    ("adamw", {}, 0.02, OPTIM.AdamW, {}),
    ("adamw", {"beta1": 0.85, "weightDecay": 0.1, "amsgrad": 1}, 0.02, OPTIM.AdamW,
     {"betas": (0.85, 0.999), "weight_decay": 0.1, "amsgrad": True}),
]


def run(optimizer, rate, options):
    parameters = [torch.tensor(p, requires_grad=True) for p in (W1, B1, W2, B2)]
    w1, b1, w2, b2 = parameters
    optimizer = optimizer(parameters, lr=rate, **options)
    x, y = torch.tensor(INPUTS), torch.tensor(TARGETS)
    steps = []
    for _ in range(20):
        optimizer.zero_grad()
        loss = ((torch.tanh(x @ w1.T + b1) @ w2.T + b2 - y) ** 2).sum(1).mean()
        loss.backward()
        optimizer.step()
        steps.append([v for p in parameters for v in p.detach().flatten().tolist()])
    return steps


print(json.dumps({
    "torch": torch.__version__, "inputs": INPUTS, "targets": TARGETS, "weights": [W1, W2], "biases": [B1, B2],
    "cases": [{"name": name, "options": options, "learningRate": rate, "parameters": run(optimizer, rate, theirs)}
              for name, options, rate, optimizer, theirs in CASES],
}).replace('{"name"', '\n{"name"'))
