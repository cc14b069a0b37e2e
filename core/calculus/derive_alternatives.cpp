// Where more than one rule fits a node: which ones do, and which one is taken.
//
//     sin(x)/x    quotient, or the product rule for sin(x)*x^-1
//
// The usual rule is the one that a teacher would take first (derive_node.cpp). Most of the others write the node in
// another form, and that form is then derived by its own usual rule.
#include <algorithm>

#include "core/calculus/derive_node.h"
#include "core/calculus/functions.h"

namespace chainwise::calculus {

/// The rules that fit besides the usual one.
std::vector<std::string_view> NodeDeriver::other_rules(Expr e) const {
  if (!depends(e)) return {};
  const std::span<const Expr> children = pool_.children(e);
  switch (pool_.op(e)) {
    case Op::quotient:
      if (!depends(children[1])) return {};
      if (depends(children[0])) return {"quotient-as-product"};
      return {"quotient", "quotient-as-product"};
    case Op::product: {
      const bool equal = std::all_of(children.begin(), children.end(), [&](Expr c) { return c == children[0]; });
      if (equal) return {"product-as-power"};
      return {};
    }
    case Op::power:
      if (depends(children[1])) {
        if (pool_.is_call(children[0], euler_constant())) return {};
        return {"power-as-exp"};
      }
      if (pool_.is_integer(children[1], 2) || pool_.is_integer(children[1], 3)) return {"power-as-product"};
      return {};
    case Op::call:
      // Not so for the other roots: x^(1/3) has no value left of 0, and cbrt(x) has.
      if (pool_.function(e) == sqrt_function()) return {"root-as-power"};
      return {};
    default: return {};
  }
}

/// `e` in the form that `rule` derives; kNone where that is `e` itself.
Expr NodeDeriver::other_form(Expr e, std::string_view rule) {
  const std::span<const Expr> children = pool_.children(e);
  if (rule == "quotient-as-product") {
    const Expr reciprocal = pool_.power(children[1], pool_.integer(-1));
    return pool_.is_integer(children[0], 1) ? reciprocal : pool_.product({children[0], reciprocal});
  }
  if (rule == "product-as-power")
    return pool_.power(children[0], pool_.integer(static_cast<std::int64_t>(children.size())));
  if (rule == "power-as-product")
    return pool_.product(std::vector<Expr>(pool_.is_integer(children[1], 2) ? 2 : 3, children[0]));
  if (rule == "power-as-exp")
    return pool_.call(exp_function(), {pool_.product({children[1], pool_.call(log_function(), {children[0]})})});
  if (rule == "root-as-power") return pool_.power(children[0], pool_.rational({1, 2}));
  return kNone;
}

/// Takes the first preferred rule that fits.
void NodeDeriver::choose_rule(Expr e) {
  const auto grow = [&](Expr node) {
    if (node.index < form_.size()) return;
    const std::size_t size = std::max<std::size_t>(node.index + 1, form_.size() * 2);
    preferred_.resize(size);
    form_.resize(size, kNone);
    is_form_.resize(size);
  };
  grow(e);
  if (is_form_[e.index]) return;  // x^2 that stands for x*x is not written as x*x again
  const std::vector<std::string_view> others = other_rules(e);
  if (others.empty()) return;
  for (const std::string_view rule : prefer_) {
    if (rule == usual_rule(e)) return;
    const auto fitting = std::find(others.begin(), others.end(), rule);
    if (fitting == others.end()) continue;
    preferred_[e.index] = *fitting;  // which outlives the caller's word
    const Expr form = other_form(e, rule);
    if (form == kNone) return;
    form_[e.index] = form;
    grow(form);
    is_form_[form.index] = 1;
    return;
  }
}

std::string_view NodeDeriver::rule_of(Expr e) const {
  return e.index < preferred_.size() && !preferred_[e.index].empty() ? preferred_[e.index] : usual_rule(e);
}

std::vector<std::string_view> NodeDeriver::alternatives_to(Expr e) const {
  if (e.index < is_form_.size() && is_form_[e.index]) return {};
  std::vector<std::string_view> rules = other_rules(e);
  std::replace(rules.begin(), rules.end(), rule_of(e), usual_rule(e));
  return rules;
}

}  // namespace chainwise::calculus
