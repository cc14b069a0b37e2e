// One line of a derivation, as data: which rule, what stood there, what stands there now. Never words; wording is
// made from the rule's id by whoever shows it.
//
//     {rule "table", function log, before diff(log(u), u), after 1/u}
//
// `before = after` is an equation. `before` stands literally in what the earlier steps left (for the first step:
// in `before` of the enclosing step, or in `asked` of the derivation), and putting `after` in its place, step by step,
// leads to the answer.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/calculus/expression.h"
#include "core/calculus/granted.h"

namespace chainwise::calculus {

struct Rule {
  std::string_view id;
  std::string_view example;
};

/// All rules that a step can have, in the order in which they are taught.
std::span<const Rule> rules();

struct Step {
  std::string_view rule;
  Expr before;
  Expr after;
  // Where the inner part was given a name: in `after` and below, the symbol `inner_name` stands for `inner`.
  std::optional<Expr> inner_name{};
  Expr inner{};
  std::optional<std::uint16_t> function{};  // for a table entry: its row
  std::optional<Expr> label_of{};           // d label_of / d label_by is what this step derives: symbols
  std::optional<Expr> label_by{};
  bool is_partial = false;  // ∂ label_of / ∂ label_by: another name that depends on label_by as well is held fixed
  std::vector<Expr> focus{};
  std::vector<Expr> terms{};
  std::vector<Granted> granted{};
  std::vector<std::uint32_t> steps{};  // the same in finer detail: indices into Derivation::steps
  // Where several rules fit: all of them, the usual one first. With one of them in DifferentiateOptions::prefer, this
  // step is done by it.
  std::span<const std::string_view> ways{};
};

/// The rules that fit as well as the one that was taken.
std::vector<std::string_view> alternatives(const Step& step);

}  // namespace chainwise::calculus
