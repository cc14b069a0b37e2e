#include "core/calculus/differentiate.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/limits.h"
#include "core/calculus/derive_node.h"
#include "core/calculus/derive_program.h"
#include "core/calculus/functions.h"
#include "core/calculus/simplify.h"
#include "core/calculus/token.h"

namespace chainwise::calculus {
namespace {

constexpr int kHighestOrder = 5;

/// Where a derivation stands a second time in the tree, in reading order, it becomes a step "as-above".
void refer_to_first(Derivation& derivation) {
  std::vector<char> seen(derivation.steps.size(), 0);
  std::vector<std::pair<std::vector<std::uint32_t>*, std::size_t>> stack{{&derivation.top, 0}};
  std::vector<Step> extra;
  const std::size_t first_extra = derivation.steps.size();
  while (!stack.empty()) {
    auto& [list, at] = stack.back();
    if (at == list->size()) {
      stack.pop_back();
      continue;
    }
    std::uint32_t& step = (*list)[at++];
    Step& record = derivation.steps[step];
    if (seen[step] && !record.steps.empty()) {
      Step above{"as-above", record.before, record.after};
      above.label_of = record.label_of;
      above.label_by = record.label_by;
      above.is_partial = record.is_partial;
      above.focus = record.focus;
      step = static_cast<std::uint32_t>(first_extra + extra.size());
      extra.push_back(std::move(above));
      continue;
    }
    seen[step] = 1;
    if (!record.steps.empty()) stack.emplace_back(&record.steps, 0);
  }
  for (Step& step : extra) derivation.steps.push_back(std::move(step));
}

}  // namespace

bool is_variable_name(std::string_view name) {
  const Result<std::vector<Token>> tokens = tokenize(name);
  if (!tokens.ok() || tokens.value().size() != 2 || tokens.value()[0].kind != TokenKind::name) return false;
  const auto function = find_function(tokens.value()[0].text);
  return (!function || row(*function).needs_parentheses) && name != "diff";
}

Result<Derivation> differentiate(Pool& pool, const Program& source, std::string_view variable,
                                 const DifferentiateOptions& options) {
  if (!is_variable_name(variable)) return make_error("not-a-name", {{"name", variable}});
  if (options.order < 1 || options.order > kHighestOrder)
    return make_error("out-of-range", {{"what", "The order"},
                                       {"low", "1"},
                                       {"high", std::to_string(kHighestOrder)},
                                       {"value", std::to_string(options.order)}});
  for (const std::string_view preferred : options.prefer)
    if (std::none_of(rules().begin(), rules().end(), [&](const Rule& rule) { return rule.id == preferred; }))
      return make_error(
          "unknown-name",
          {{"what", "rule"}, {"name", std::string(preferred)}, {"known", std::string(kAlternativeRules)}});
  Result<Program> resolved = resolve_derivatives(pool, source);
  if (!resolved.ok()) return resolved.error();
  const Program program = std::move(resolved).value();
  const Expr x = pool.symbol(tokenize(variable).value()[0].text);
  ProgramDeriver deriver(pool, program, x, options.with_steps, options.prefer);
  Derivation result;
  Expr formula = program.output().formula;
  std::optional<Expr> label;
  if (!pool.name(program.output().name).empty()) label = program.output().name;
  if (program.output().name == x) formula = x, label = std::nullopt;  // d z/d z
  Expr asked = formula;
  for (int k = 1; k <= options.order; ++k) {
    std::vector<std::uint32_t> top;
    const Expr next = deriver.derive(formula, label, result, top);
    if (k == 1) asked = result.asked;
    if (options.order > 1 && options.with_steps) {
      const Expr pending = pool.derivative(formula, x);
      if (k > 1 && !(result.asked == pending)) {  // the last answer has names in it, and is given one itself
        Step name{"definition", pending, result.asked};
        name.inner_name = pool.child(result.asked, 0);
        name.inner = formula;
        name.label_of = name.inner_name;
        name.label_by = x;
        name.focus = {formula};
        result.steps.push_back(std::move(name));
        result.top.push_back(static_cast<std::uint32_t>(result.steps.size() - 1));
      }
      Step whole{"repeat", result.asked, next};
      whole.label_by = x;
      whole.steps = std::move(top);
      result.steps.push_back(std::move(whole));
      top = {static_cast<std::uint32_t>(result.steps.size() - 1)};
    }
    result.top.insert(result.top.end(), top.begin(), top.end());
    formula = next;
    label = std::nullopt;
    if (pool.exhausted()) return make_error("too-many-nodes", {{"limit", std::to_string(kMaxNodes)}});
  }
  for (int k = 1; k < options.order; ++k) asked = pool.derivative(asked, x);
  result.asked = asked;
  result.derivative = formula;
  if (options.with_steps) refer_to_first(result);
  return result;
}

Expr partial_derivative(Pool& pool, Expr formula, Expr variable) {
  NodeDeriver deriver(pool, variable, nullptr);
  return simplify(pool, deriver.derive(formula, std::nullopt).e).e;
}

Result<Program> resolve_derivatives(Pool& pool, Program program) {
  bool has_any = false;  // mostly there is none; to look in each formula alone takes long in long programs
  for (std::uint32_t i = 0; i < pool.size(); ++i) has_any = has_any || pool.op(Expr{i}) == Op::derivative;
  if (!has_any) return program;
  for (std::size_t i = 0; i < program.definitions.size(); ++i) {
    Definition& definition = program.definitions[i];
    const std::vector<Expr> nodes = reachable(pool, definition.formula);
    if (std::none_of(nodes.begin(), nodes.end(), [&](Expr e) { return pool.op(e) == Op::derivative; })) continue;
    std::unordered_map<std::uint32_t, Expr> image;
    for (const Expr e : nodes) {
      std::vector<Expr> children;
      for (const Expr child : pool.children(e)) children.push_back(image.at(child.index));
      Expr done = children.empty() ? e : pool.with_children(e, children);
      if (pool.op(e) == Op::derivative) {
        Program before{{program.definitions.begin(), program.definitions.begin() + static_cast<std::ptrdiff_t>(i)},
                       program.inputs};
        Derivation unused;
        std::vector<std::uint32_t> none;
        done = ProgramDeriver(pool, before, children[1], false).derive(children[0], std::nullopt, unused, none);
      }
      image.emplace(e.index, done);
    }
    definition.formula = image.at(definition.formula.index);
    if (pool.exhausted()) return make_error("too-many-nodes", {{"limit", std::to_string(kMaxNodes)}});
  }
  return program;
}

}  // namespace chainwise::calculus
