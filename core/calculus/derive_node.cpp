#include "core/calculus/derive_node.h"

#include <algorithm>
#include <utility>

#include "core/calculus/functions.h"
#include "core/calculus/product_form.h"

namespace chainwise::calculus {
namespace {

constexpr std::size_t kLongProduct = 8;  // longer ones are derived half by half: n terms of n factors grow too fast
constexpr Expr kNone{0xffffffff};
constexpr std::string_view kFreshNames[] = {"u", "v", "w", "p", "q", "r", "s", "t"};

}  // namespace

Expr power_slope(Pool& pool, Expr base, Expr n) {
  const auto number = rational_value(pool, n);
  const auto lower = number ? add(*number, Rational{-1, 1}) : std::nullopt;
  if (lower && lower->is(0)) return pool.integer(1);
  if (lower && lower->is(1)) return pool.product({n, base});
  const bool is_decimal = pool.op(n) == Op::number && !pool.number_of(n).exact.is_integer();
  Expr exponent = lower ? pool.rational(*lower) : pool.sum({n, pool.integer(-1)});
  if (lower && is_decimal && !lower->is_negative()) exponent = pool.number({lower->value(), true, *lower});
  const Expr power = pool.power(base, exponent);
  return pool.is_integer(n, 1) ? power : pool.product({n, power});
}

Expr exponential_slope(Pool& pool, Expr base, Expr exponent) {
  const Expr power = pool.power(base, exponent);
  if (pool.is_call(base, euler_constant())) return power;
  return pool.product({power, pool.call(log_function(), {base})});
}

NodeDeriver::NodeDeriver(Pool& pool, Expr variable, std::vector<Step>* steps, std::span<const Expr> names,
                         std::span<const Expr> held)
    : pool_(pool),
      variable_(variable),
      steps_(steps),
      taken_(names.begin(), names.end()),
      held_(held.begin(), held.end()) {}

Derived NodeDeriver::derive(Expr formula, std::optional<Expr> label) {
  order_nodes(formula);
  if (steps_) name_inner_parts(formula, label);
  for (const Expr e : order_) derive_node(e);
  return {derivative_[formula.index], steps_ ? step_[formula.index] : 0};
}

// ---- Which nodes there are, and which depend on the variable ----

void NodeDeriver::mark(Expr e) {
  if (e.index >= depends_.size()) {
    const std::size_t size = std::max<std::size_t>(e.index + 1, depends_.size() * 2);
    depends_.resize(size);
    known_.resize(size);
    derivative_.resize(size);
    step_.resize(size);
    label_.resize(size);
    holds_.resize(size);
  }
  known_[e.index] = 1;
  bool depends = e == variable_;
  bool holds = std::find(held_.begin(), held_.end(), e) != held_.end();
  for (const Expr child : pool_.children(e)) {
    depends = depends || depends_[child.index];
    holds = holds || holds_[child.index];
  }
  depends_[e.index] = depends;
  holds_[e.index] = holds && !depends;
}

void NodeDeriver::order_nodes(Expr formula) {
  for (const Expr e : reachable(pool_, formula)) add_node(e);
}

/// Puts `e` behind the nodes that its rule derives instead of its children, where there are such.
void NodeDeriver::add_node(Expr e) {
  if (e.index < known_.size() && known_[e.index]) return;
  mark(e);
  if (depends_[e.index]) {
    for (const Expr part : pending_children(e)) {
      if (part.index < known_.size() && known_[part.index]) continue;
      for (const Expr child : pool_.children(part)) add_node(child);
      add_node(part);
    }
  }
  order_.push_back(e);
}

/// The expressions whose derivatives the rule for `e` asks for.
std::vector<Expr> NodeDeriver::pending_children(Expr e) const {
  const std::span<const Expr> children = pool_.children(e);
  std::vector<Expr> result;
  switch (pool_.op(e)) {
    case Op::sum:
      for (const Expr term : children) result.push_back(pool_.op(term) == Op::negate ? pool_.child(term, 0) : term);
      break;
    case Op::product: {
      std::vector<Expr> moving;
      for (const Expr factor : children)
        if (depends(factor)) moving.push_back(factor);
      if (moving.size() > 1 && moving.size() < children.size()) {
        result.push_back(pool_.product(moving));
      } else if (moving.size() > kLongProduct) {
        const auto half = static_cast<std::ptrdiff_t>(moving.size() / 2);
        result.push_back(pool_.product(std::span(moving.data(), static_cast<std::size_t>(half))));
        result.push_back(pool_.product(std::span(moving).subspan(static_cast<std::size_t>(half))));
      } else {
        result = moving;
      }
      break;
    }
    case Op::power:
      if (depends(children[0]) && depends(children[1])) {
        result.push_back(pool_.product({children[1], pool_.call(log_function(), {children[0]})}));
        break;
      }
      [[fallthrough]];
    default:
      for (const Expr child : children)
        if (depends(child)) result.push_back(child);
  }
  return result;
}

// ---- Names for inner parts: u in the outermost, v in the next, ... ----

void NodeDeriver::name_inner_parts(Expr formula, std::optional<Expr> label) {
  std::vector<std::size_t> depth(depends_.size(), 0);
  std::vector<char> is_inner(depends_.size(), 0);
  for (auto e = order_.rbegin(); e != order_.rend(); ++e) {  // each node after all that use it
    if (!depends(*e)) continue;
    const std::size_t here = depth[e->index];
    if (is_inner[e->index]) label_[e->index] = fresh_name(here - 1);
    const Expr inner = inner_of(*e);
    for (const Expr part : pending_children(*e)) {
      const bool named = inner == part && !(part == variable_);
      depth[part.index] = std::max(depth[part.index], here + (named ? 1 : 0));
      if (named) is_inner[part.index] = 1;
    }
  }
  label_[formula.index] = label;
}

Expr NodeDeriver::fresh_name(std::size_t depth) {
  while (fresh_.size() <= depth) {
    const std::size_t letters = std::size(kFreshNames);
    std::string name(kFreshNames[next_name_ % letters]);
    if (next_name_ >= letters) name += std::to_string(next_name_ / letters);
    ++next_name_;
    const auto is_taken = [&](Expr other) { return pool_.name(other) == name; };
    if (std::any_of(taken_.begin(), taken_.end(), is_taken)) continue;
    fresh_.push_back(pool_.symbol(name));
  }
  return fresh_[depth];
}

// ---- The rules ----

/// g, where e is f(g) for a function, a constant power or a constant base: what the chain rule derives last.
/// kNone where there is no such part.
Expr NodeDeriver::inner_of(Expr e) const {
  const Op op = pool_.op(e);
  if (op != Op::power && op != Op::call) return kNone;
  Expr inner = kNone;
  for (const Expr child : pool_.children(e)) {
    if (!depends(child)) continue;
    if (!(inner == kNone)) return kNone;
    inner = child;
  }
  return inner;
}

Expr NodeDeriver::with_inner(Expr e, Expr inner) {
  std::vector<Expr> children;
  for (const Expr child : pool_.children(e)) children.push_back(depends(child) ? inner : child);
  return pool_.with_children(e, children);
}

/// f'(inner), where e is f(g).
Expr NodeDeriver::outer_derivative(Expr e, Expr inner) {
  const std::span<const Expr> children = pool_.children(e);
  if (pool_.op(e) == Op::call) {
    std::size_t which = 0;
    while (!depends(children[which])) ++which;
    std::vector<Expr> at(children.begin(), children.end());
    at[which] = inner;
    return table_derivative(pool_, pool_.function(e), which, at);
  }
  return depends(children[1]) ? exponential_slope(pool_, children[0], inner) : power_slope(pool_, inner, children[1]);
}

std::string_view NodeDeriver::rule_of(Expr e) const {
  if (!depends(e)) return "constant";
  const std::span<const Expr> children = pool_.children(e);
  switch (pool_.op(e)) {
    case Op::symbol: return "identity";
    case Op::negate: return "constant-multiple";
    case Op::sum: return "sum";
    case Op::product: {
      const auto moving = std::count_if(children.begin(), children.end(), [&](Expr c) { return depends(c); });
      return moving < static_cast<std::ptrdiff_t>(children.size()) ? "constant-multiple" : "product";
    }
    case Op::quotient:
      if (!depends(children[1])) return "constant-multiple";
      return depends(children[0]) ? "quotient" : "reciprocal";
    case Op::power:
      if (depends(children[0]) && depends(children[1])) return "general-power";
      return depends(children[0]) ? "power" : "exponential";
    case Op::call: return inner_of(e) == kNone ? "fork" : "table";
    default: return "constant";
  }
}

/// The right side of the rule for `e`, with `child(g)` for each derivative of a part g that it asks for.
Expr NodeDeriver::apply_rule(Expr e, const ChildDerivative& child, bool tidy) {
  const std::span<const Expr> children = pool_.children(e);
  switch (pool_.op(e)) {
    case Op::negate: return negated(child(children[0]), tidy);
    case Op::sum: {  // (f + g)' = f' + g'
      std::vector<Expr> terms;
      for (const Expr term : children)
        terms.push_back(pool_.op(term) == Op::negate ? negated(child(pool_.child(term, 0)), tidy) : child(term));
      return sum_of(std::move(terms), tidy);
    }
    case Op::product: {
      const std::vector<Expr> parts = pending_children(e);
      if (rule_of(e) == "constant-multiple") {  // (c f)' = c f'
        std::vector<Expr> factors;
        for (const Expr factor : children)
          if (!depends(factor)) factors.push_back(factor);
        factors.push_back(child(parts[0]));
        return product_of(std::move(factors), tidy);
      }
      std::vector<Expr> terms;  // (f g)' = f' g + f g', and so on for more factors
      for (std::size_t i = 0; i < parts.size(); ++i) {
        std::vector<Expr> factors(parts);
        factors[i] = child(parts[i]);
        terms.push_back(product_of(std::move(factors), tidy));
      }
      return sum_of(std::move(terms), tidy);
    }
    case Op::quotient: {
      const Expr f = children[0];
      const Expr g = children[1];
      if (!depends(g)) return quotient_of(child(f), g, tidy);  // (f/c)' = f'/c
      const Expr square = pool_.power(g, pool_.integer(2));
      if (!depends(f)) return negated(quotient_of(product_of({f, child(g)}, tidy), square, tidy), tidy);
      return quotient_of(
          sum_of({product_of({child(f), g}, tidy), negated(product_of({f, child(g)}, tidy), tidy)}, tidy), square,
          tidy);  // (f/g)' = (f' g - f g')/g^2
    }
    case Op::power: {  // (f^g)' = f^g (g log f)'
      return product_of({e, child(pending_children(e)[0])}, tidy);
    }
    case Op::call: {  // f(g, h)' = ∂f/∂g g' + ∂f/∂h h'
      std::vector<Expr> terms;
      for (std::size_t i = 0; i < children.size(); ++i)
        terms.push_back(
            product_of({table_derivative(pool_, pool_.function(e), i, children), child(children[i])}, tidy));
      return sum_of(std::move(terms), tidy);
    }
    default: return pool_.integer(0);
  }
}

void NodeDeriver::derive_node(Expr e) {
  const Expr inner = depends(e) ? inner_of(e) : kNone;
  if (!depends(e)) {
    derivative_[e.index] = pool_.integer(0);
  } else if (e == variable_) {
    derivative_[e.index] = pool_.integer(1);
  } else if (!(inner == kNone)) {
    derivative_[e.index] = product_of({outer_derivative(e, inner), derivative_[inner.index]}, true);
  } else {
    derivative_[e.index] = apply_rule(
        e, [&](Expr part) { return derivative_[part.index]; }, true);
  }
  if (!steps_) return;
  step_[e.index] = inner == kNone || inner == variable_ ? record_plain(e) : record_chain(e, inner);
}

// ---- Recording ----

std::uint32_t NodeDeriver::add_step(Step step) {
  steps_->push_back(std::move(step));
  return static_cast<std::uint32_t>(steps_->size() - 1);
}

std::uint32_t NodeDeriver::record_plain(Expr e) {
  Step step{rule_of(e), pool_.derivative(e, variable_), derivative_[e.index]};
  step.label_of = label_[e.index];
  step.label_by = variable_;
  step.focus = {e};
  if (step.rule == "table") step.function = pool_.function(e).row;
  const bool is_leaf = !depends(e) || e == variable_ || !(inner_of(e) == kNone);
  if (is_leaf) return add_step(std::move(step));
  const std::vector<Expr> parts = pending_children(e);
  step.terms = parts;
  // A name that is held fixed is no constant: its derivative is left out, not written down as 0.
  const auto pending = [&](Expr part) {
    return holds_[part.index] ? pool_.integer(0) : pool_.derivative(part, variable_);
  };
  const Expr split = apply_rule(e, pending, false);
  Step pattern{"split", step.before, split};
  pattern.focus = {e};
  pattern.terms = parts;
  step.steps.push_back(add_step(std::move(pattern)));
  std::vector<Expr> seen;
  for (const Expr part : parts) {
    if (holds_[part.index] || std::find(seen.begin(), seen.end(), part) != seen.end()) continue;
    seen.push_back(part);
    step.steps.push_back(step_[part.index]);
  }
  const Expr filled = apply_rule(
      e, [&](Expr part) { return derivative_[part.index]; }, false);
  if (!(filled == step.after)) step.steps.push_back(add_step({"tidy", filled, step.after}));
  return add_step(std::move(step));
}

std::uint32_t NodeDeriver::record_chain(Expr e, Expr inner) {
  const Expr u = *label_[inner.index];
  const Expr before = pool_.derivative(e, variable_);
  const Expr named = with_inner(e, u);
  const Expr outer = pool_.derivative(named, u);
  const Expr outer_done = outer_derivative(e, u);
  const Expr inner_pending = pool_.derivative(inner, variable_);

  Step step{"chain", before, derivative_[e.index]};
  step.inner_name = u;
  step.inner = inner;
  step.label_of = label_[e.index];
  step.label_by = variable_;
  step.focus = {e, inner};
  step.terms = {named, inner};

  Step name{"name-inner", before, pool_.derivative(named, variable_)};
  name.inner_name = u;
  name.inner = inner;
  name.focus = {inner};
  step.steps.push_back(add_step(std::move(name)));

  Step links{"chain-links", pool_.derivative(named, variable_), pool_.product({outer, inner_pending})};
  links.inner_name = u;
  links.inner = inner;
  links.focus = {named, inner};
  links.terms = {outer, inner_pending};
  links.label_of = label_[e.index];
  links.label_by = variable_;
  step.steps.push_back(add_step(std::move(links)));

  Step table{rule_of(e), outer, outer_done};
  if (table.rule == "table") table.function = pool_.function(e).row;
  table.label_of = label_[e.index];
  table.label_by = u;
  table.focus = {named};
  step.steps.push_back(add_step(std::move(table)));

  step.steps.push_back(step_[inner.index]);

  const Expr multiplied = pool_.product({outer_done, derivative_[inner.index]});
  const Expr put_back = pool_.product({outer_derivative(e, inner), derivative_[inner.index]});
  if (!(multiplied == put_back)) {
    Step back{"put-back", multiplied, put_back};
    back.inner_name = u;
    back.inner = inner;
    step.steps.push_back(add_step(std::move(back)));
  }
  if (!(put_back == step.after)) step.steps.push_back(add_step({"tidy", put_back, step.after}));
  return add_step(std::move(step));
}

// ---- Building, with or without terms 0 and factors 1 ----

Expr NodeDeriver::sum_of(std::vector<Expr> terms, bool tidy) {
  if (tidy) {
    std::erase_if(terms, [&](Expr e) { return pool_.is_integer(e, 0); });
    if (terms.empty()) return pool_.integer(0);
  }
  return pool_.sum(terms);
}

Expr NodeDeriver::product_of(std::vector<Expr> factors, bool tidy) {
  if (tidy) {
    for (const Expr e : factors)
      if (pool_.is_integer(e, 0)) return e;
    std::erase_if(factors, [&](Expr e) { return pool_.is_integer(e, 1); });
    if (factors.empty()) return pool_.integer(1);
  }
  return pool_.product(factors);
}

Expr NodeDeriver::quotient_of(Expr a, Expr b, bool tidy) {
  return tidy && pool_.is_integer(a, 0) ? a : pool_.quotient(a, b);
}

Expr NodeDeriver::negated(Expr e, bool tidy) { return tidy && pool_.is_integer(e, 0) ? e : pool_.negate(e); }

}  // namespace chainwise::calculus
