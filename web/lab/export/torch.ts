/** The network in PyTorch: the loss first, then training, on one process or on many under torchrun. */
import type { Exported } from "./program";
import { featuresOf, fromLogits, lastActivation, layersOf, matrix, pointsOf, rowsOf, shapeOf } from "./parts";

const modules: Record<string, string> = {
  sigmoid: "nn.Sigmoid()",
  tanh: "nn.Tanh()",
  relu: "nn.ReLU()",
  "leaky-relu": "nn.LeakyReLU(0.01)",
  elu: "nn.ELU()",
  softplus: "nn.Softplus(threshold=1e9)",
  swish: "nn.SiLU()",
  gelu: "nn.GELU()",
  softmax: "nn.Softmax(dim=1)",
};

const losses: Record<string, string> = {
  "half-squared": "0.5 * (answer - target) ** 2",
  squared: "(answer - target) ** 2",
  "binary-cross-entropy": 'nn.functional.binary_cross_entropy_with_logits(answer, target, reduction="none")',
  "softmax-cross-entropy": "-target * nn.functional.log_softmax(answer, dim=1)",
  huber: 'nn.functional.huber_loss(answer, target, reduction="none")',
};

/** With the options that Chainwise has where none are given. */
const optimizers: Record<string, string> = {
  "gradient-descent": "torch.optim.SGD(model.parameters(), lr=rate)",
  momentum: "torch.optim.SGD(model.parameters(), lr=rate, momentum=0.9)",
  nesterov: "torch.optim.SGD(model.parameters(), lr=rate, momentum=0.9, nesterov=True)",
  adagrad: "torch.optim.Adagrad(model.parameters(), lr=rate)",
  rmsprop: "torch.optim.RMSprop(model.parameters(), lr=rate)",
  adam: "torch.optim.Adam(model.parameters(), lr=rate)",
  adamw: "torch.optim.AdamW(model.parameters(), lr=rate)",
};

export function torchProgram(exported: Exported): string {
  const { setup, data, loss } = exported;
  const { network } = setup;
  const layers = layersOf(exported);
  const given = featuresOf(exported, "torch.sin");
  const logits = fromLogits(exported);
  const parts = layers.flatMap(({ weights, biases, activation }, index) => {
    const linear = `nn.Linear(${weights[0]?.length ?? 0}, ${biases.length})`;
    const last = index === layers.length - 1;
    return activation === "linear" || (last && logits) ? [linear] : [linear, modules[activation] ?? ""];
  });
  const { l1 = 0, l2 = 0 } = network;
  const penalties = [
    ...(l1 > 0 ? [`${l1} * sum(w.abs().sum() for w in weights)`] : []),
    ...(l2 > 0 ? [`${l2 / 2} * sum((w ** 2).sum() for w in weights)`] : []),
  ];
  return `# A ${shapeOf(exported)} network from Chainwise, in PyTorch. It prints its loss first: ${loss}
#
#     python3 network_torch.py                              trains on here
#     torchrun --nproc_per_node=4 network_torch.py          trains on four processes; more machines: see torchrun
import os

import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

torch.set_default_dtype(torch.float64)
torch.manual_seed(${setup.network.shuffleSeed ?? 1})
processes = int(os.environ.get("WORLD_SIZE", "1"))
if processes > 1:
    torch.distributed.init_process_group("gloo")
rank = int(os.environ.get("RANK", "0"))

network = nn.Sequential(
    ${parts.join(",\n    ")},
)
# Weights as [units][inputs], and biases: layer by layer.
parameters = [
${layers.map(({ weights, biases }) => `(${matrix(weights)},\n [${biases.join(", ")}]),`).join("\n")}
]
with torch.no_grad():
    linear = [part for part in network if isinstance(part, nn.Linear)]
    for part, (weight, bias) in zip(linear, parameters):
        part.weight.copy_(torch.tensor(weight))
        part.bias.copy_(torch.tensor(bias))
${penalties.length > 0 ? "weights = [part.weight for part in linear]\n" : ""}
${given === undefined ? "inputs" : "points"} = torch.tensor(${matrix(pointsOf(exported))}, dtype=torch.float64)
${given === undefined ? "" : `x1, x2 = points.unbind(dim=1)\n# What the network is given of a point.\ninputs = torch.stack([${given}], dim=1)\n`}targets = torch.tensor(${matrix(rowsOf(data.targets, data.targetSize))}, dtype=torch.float64)


def loss_of(answer, target):
    return (${losses[network.loss] ?? ""}).sum(dim=1).mean()


${logits ? `# The last ${lastActivation(exported)} is inside the loss; for answers between 0 and 1 apply torch.${lastActivation(exported)}${network.loss === "softmax-cross-entropy" ? " with dim=1" : ""}.\n` : ""}with torch.no_grad():
    if rank == 0:
        print(repr(loss_of(network(inputs), targets).item()), flush=True)

epochs = int(os.environ.get("EPOCHS", "10"))
rate = ${network.optimizer?.learningRate ?? 0.1}
batch = ${network.batchSize ?? data.targets.length}
model = DistributedDataParallel(network) if processes > 1 else network
optimizer = ${optimizers[network.optimizer?.name ?? "gradient-descent"] ?? ""}
dataset = TensorDataset(inputs, targets)
sampler = DistributedSampler(dataset) if processes > 1 else None
# Each process takes its share of a batch, so that an update sees as many points as in Chainwise.
loader = DataLoader(dataset, batch_size=max(1, batch // processes), shuffle=sampler is None, sampler=sampler)
for epoch in range(epochs):
    if sampler:
        sampler.set_epoch(epoch)
    for x, y in loader:
        optimizer.zero_grad()
        loss = loss_of(model(x), y)${penalties.length > 0 ? ` + ${penalties.join(" + ")}` : ""}
        loss.backward()
        optimizer.step()
with torch.no_grad():
    if rank == 0:
        print(f"after {epochs} epochs: {loss_of(network(inputs), targets).item()}")
if processes > 1:
    torch.distributed.destroy_process_group()
`;
}
