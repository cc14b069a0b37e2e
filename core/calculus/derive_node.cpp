#include "core/calculus/derive_node.h"

#include <algorithm>
#include <utility>

#include "core/calculus/functions.h"
#include "core/calculus/product_form.h"

namespace chainwise::calculus {
namespace {

constexpr std::size_t kFewFactors = 6;   // longer products stay one factor: linear work for deep nests
constexpr std::size_t kLongProduct = 8;  // longer ones are derived half by half: n terms of n factors grow too fast

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
                         std::span<const Expr> held, std::span<const std::string_view> prefer)
    : pool_(pool),
      variable_(variable),
      steps_(steps),
      taken_(names.begin(), names.end()),
      held_(held.begin(), held.end()),
      prefer_(prefer) {}

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

/// Puts `e` behind its children, which are known already where it is not a part that a rule made, and behind the nodes
/// that its rule derives instead of them, where there are such.
void NodeDeriver::add_node(Expr e) {
  if (e.index < known_.size() && known_[e.index]) return;
  for (const Expr child : pool_.children(e)) add_node(child);
  mark(e);
  if (depends_[e.index]) {
    if (!prefer_.empty()) choose_rule(e);
    for (const Expr part : pending_children(e)) add_node(part);
  }
  order_.push_back(e);
}

/// The expressions whose derivatives the rule for `e` asks for.
std::vector<Expr> NodeDeriver::pending_children(Expr e) const {
  const std::span<const Expr> children = pool_.children(e);
  std::vector<Expr> result;
  if (const Expr form = form_of(e); !(form == kNone)) return {form};
  result.reserve(children.size());
  switch (pool_.op(e)) {
    case Op::sum:
      for (const Expr term : children) result.push_back(pool_.op(term) == Op::negate ? pool_.child(term, 0) : term);
      break;
    case Op::product: {
      for (const Expr factor : children)
        if (depends(factor)) result.push_back(factor);
      const std::span<const Expr> moving = result;
      if (moving.size() > 1 && moving.size() < children.size())
        result = {pool_.product(moving)};
      else if (const std::size_t half = moving.size() / 2; moving.size() > kLongProduct)
        result = {pool_.product(moving.first(half)), pool_.product(moving.subspan(half))};
      break;
    }
    case Op::power:
      if (depends(children[0]) && depends(children[1])) {
        result.push_back(pool_.product({children[1], pool_.call(log_function(), {children[0]})}));
        break;
      }
      [[fallthrough]];
    default: {
      const bool all = pool_.op(e) == Op::quotient && rule_of(e) == "quotient";
      for (const Expr child : children)
        if (all || depends(child)) result.push_back(child);
    }
  }
  return result;
}

// ---- The rules ----

/// g, where e is f(g) for a function, a constant power or a constant base: what the chain rule derives last.
/// kNone where there is no such part.
Expr NodeDeriver::inner_of(Expr e) const {
  const Op op = pool_.op(e);
  if ((op != Op::power && op != Op::call) || !(form_of(e) == kNone)) return kNone;
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

std::string_view NodeDeriver::usual_rule(Expr e) const {
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
    case Op::call: return children.size() == 1 || !depends(children[0]) || !depends(children[1]) ? "table" : "fork";
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
      if (rule_of(e) == "reciprocal")  // (c/g)' = -c g'/g^2
        return negated(quotient_of(pool_.is_integer(f, 1) ? child(g) : product_of({f, child(g)}, tidy), square, tidy),
                       tidy);
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
  if (const Expr form = form_of(e); !(form == kNone)) {
    derivative_[e.index] = derivative_[form.index];
    if (rule_of(e) == "power-as-exp") {  // exp(x log x) is x^x again
      const Expr from[] = {form}, to[] = {e};
      derivative_[e.index] = substitute(pool_, derivative_[e.index], from, to);
    }
    if (steps_) step_[e.index] = record_rewritten(e);
    return;
  }
  const Expr inner = depends(e) ? inner_of(e) : kNone;
  if (!depends(e)) {
    derivative_[e.index] = pool_.integer(0);
  } else if (e == variable_) {
    derivative_[e.index] = pool_.integer(1);
  } else if (!(inner == kNone)) {
    derivative_[e.index] = link_product(outer_derivative(e, inner), derivative_[inner.index]);
  } else {
    derivative_[e.index] = apply_rule(
        e, [&](Expr part) { return derivative_[part.index]; }, true);
  }
  if (!steps_) return;
  step_[e.index] = inner == kNone || inner == variable_ ? record_plain(e) : record_chain(e, inner);
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
  bool negative = false;
  if (tidy) {
    for (const Expr e : factors)
      if (pool_.is_integer(e, 0)) return e;
    std::erase_if(factors, [&](Expr e) {
      const bool is_minus_one = pool_.op(e) == Op::negate && pool_.is_integer(pool_.child(e, 0), 1);
      negative = negative != is_minus_one;
      return is_minus_one || pool_.is_integer(e, 1);
    });
    if (factors.empty()) factors.push_back(pool_.integer(1));
  }
  const Expr product = pool_.product(factors);
  return negative ? negated(product, tidy) : product;
}

/// The chain rule's product, without brackets around its factors: 2*sin(x)*cos(x), but cos(x^2)*(2*x).
Expr NodeDeriver::link_product(Expr outer, Expr inner) {
  std::vector<Expr> factors;
  factors.reserve(2 * kFewFactors);
  for (const Expr part : {outer, inner}) {
    const std::span<const Expr> children = pool_.children(part);
    const bool is_short = pool_.op(part) == Op::product && children.size() <= kFewFactors;
    if (is_short && (part == outer || pool_.op(children[0]) != Op::number))
      factors.insert(factors.end(), children.begin(), children.end());
    else
      factors.push_back(part);
  }
  return product_of(std::move(factors), true);
}

Expr NodeDeriver::quotient_of(Expr a, Expr b, bool tidy) {
  return tidy && pool_.is_integer(a, 0) ? a : pool_.quotient(a, b);
}

/// -(-a) is a, and -((-a)/b) is a/b.
Expr NodeDeriver::negated(Expr e, bool tidy) {
  if (!tidy) return pool_.negate(e);
  if (pool_.is_integer(e, 0)) return e;
  if (pool_.op(e) == Op::negate) return pool_.child(e, 0);
  const bool is_quotient = pool_.op(e) == Op::quotient && pool_.op(pool_.child(e, 0)) == Op::negate;
  return is_quotient ? pool_.quotient(pool_.child(pool_.child(e, 0), 0), pool_.child(e, 1)) : pool_.negate(e);
}

}  // namespace chainwise::calculus
