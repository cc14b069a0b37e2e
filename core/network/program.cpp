#include "core/network/program.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/calculus/functions.h"

namespace chainwise::network {
namespace {

std::string number(std::size_t index) { return std::to_string(index + 1); }

/// What things are called, by 0-based layer, unit and input.
struct Names {
  const Model& model;
  bool narrow;  // one input, and one unit in each layer: no indices but the layer's

  std::string unit(const char* letter, std::size_t layer, std::size_t unit) const {
    return letter + number(layer) + (narrow ? "" : "_" + number(unit));
  }
  std::string weight(std::size_t layer, std::size_t to, std::size_t from) const {
    return unit("w", layer, to) + (narrow ? "" : "_" + number(from));
  }
  std::string one_of(const char* name, std::size_t index, std::size_t count) const {
    return count == 1 ? name : name + number(index);
  }
  std::string input(std::size_t index) const { return one_of("x", index, model.input_size); }
  std::string target(std::size_t index) const { return one_of("y", index, model.output_size()); }
  std::string activation(std::size_t layer, std::size_t index) const {
    return layer + 1 == model.layers.size() ? one_of("yhat", index, model.output_size()) : unit("a", layer, index);
  }
  std::string incoming(std::size_t layer, std::size_t index) const {
    return layer == 0 ? input(index) : activation(layer - 1, index);
  }
};

/// The function of the language that an activation is.
std::string activated(std::string_view activation, const std::string& z) {
  for (const calculus::FunctionRow& row : calculus::functions())
    if (row.activation == activation) return std::string(row.name) + "(" + z + ")";
  return z;  // linear
}

/// One text per output, joined by +.
template <class Term>
std::string sum(std::size_t count, Term term) {
  std::string text;
  for (std::size_t k = 0; k < count; ++k) text += (k ? " + " : "") + term(k);
  return text;
}

std::string loss_definitions(const Names& names) {
  const std::string_view loss = names.model.loss->name;
  const std::size_t count = names.model.output_size(), last = names.model.layers.size() - 1;
  const auto y = [&](std::size_t k) { return names.target(k); };
  const auto yhat = [&](std::size_t k) { return names.activation(last, k); };
  const auto square = [&](std::size_t k) { return "(" + yhat(k) + " - " + y(k) + ")^2"; };
  if (loss == "squared") return "J = " + sum(count, square);
  if (loss == "half-squared") return "J = 1/2*" + (count == 1 ? square(0) : "(" + sum(count, square) + ")");
  if (loss == "softmax-cross-entropy")
    return "J = -(" + sum(count, [&](std::size_t k) { return y(k) + "*log(" + yhat(k) + ")"; }) + ")";
  if (loss == "binary-cross-entropy")
    return "J = -(" +
           sum(count,
               [&](std::size_t k) {
                 return y(k) + "*log(" + yhat(k) + ") + (1 - " + y(k) + ")*log(1 - " + yhat(k) + ")";
               }) +
           ")";
  // Huber: with m = min(|d|, 1), m (|d| - m/2) is d²/2 near 0 and |d| - 1/2 beyond 1.
  std::string text;
  const auto d = [&](std::size_t k) { return names.one_of("d", k, count); };
  const auto m = [&](std::size_t k) { return names.one_of("m", k, count); };
  for (std::size_t k = 0; k < count; ++k)
    text += d(k) + " = " + yhat(k) + " - " + y(k) + "\n" + m(k) + " = min(abs(" + d(k) + "), 1)\n";
  return text + "J = " + sum(count, [&](std::size_t k) { return m(k) + "*(abs(" + d(k) + ") - " + m(k) + "/2)"; });
}

}  // namespace

Result<NetworkProgram> make_program(const Model& model, const Vector& parameters, const std::vector<double>& inputs,
                                    const std::vector<double>& targets) {
  const bool narrow = model.input_size == 1 && std::all_of(model.layers.begin(), model.layers.end(),
                                                           [](const Layer& layer) { return layer.units == 1; });
  const Names names{model, narrow};
  NetworkProgram program;
  program.output = "J";
  for (std::size_t i = 0; i < inputs.size(); ++i) program.at.emplace_back(names.input(i), inputs[i]);
  for (std::size_t k = 0; k < targets.size(); ++k) program.at.emplace_back(names.target(k), targets[k]);

  for (std::size_t l = 0; l < model.layers.size(); ++l) {
    const Layer& layer = model.layers[l];
    for (std::size_t u = 0; u < layer.units; ++u) {
      const std::string bias = names.unit("b", l, u);
      program.source += names.unit("z", l, u) + " = " +
                        sum(layer.inputs,
                            [&](std::size_t i) {
                              const std::string weight = names.weight(l, u, i);
                              program.at.emplace_back(weight, parameters(layer.weights + u * layer.inputs + i));
                              return weight + "*" + names.incoming(l, i);
                            }) +
                        " + " + bias + "\n";
      program.at.emplace_back(bias, parameters(layer.biases + u));
      if (program.source.size() > kMaxSourceBytes) break;
    }
    const bool softmax = layer.activation->name == "softmax";
    const auto grown = [&](std::size_t u) { return "exp(" + names.unit("z", l, u) + ")"; };
    if (softmax) program.source += "s = " + sum(layer.units, grown) + "\n";
    for (std::size_t u = 0; u < layer.units; ++u)
      program.source += names.activation(l, u) + " = " +
                        (softmax ? grown(u) + "/s" : activated(layer.activation->name, names.unit("z", l, u))) + "\n";
    if (program.source.size() > kMaxSourceBytes)
      return make_error("source-too-long", {{"limit", std::to_string(kMaxSourceBytes)}});
  }
  program.source += loss_definitions(names);
  return program;
}

}  // namespace chainwise::network
