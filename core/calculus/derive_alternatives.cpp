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

/// All rules that fit, the usual one first; nothing where that is the only one.
std::span<const std::string_view> NodeDeriver::ways_of(Expr e) const {
  static constexpr std::string_view kReciprocal[] = {"reciprocal", "quotient", "quotient-as-product"};
  static constexpr std::string_view kProduct[] = {"product", "product-as-power"};
  static constexpr std::string_view kPower[] = {"power", "power-as-product"};
  static constexpr std::string_view kExponential[] = {"exponential", "power-as-exp"};
  static constexpr std::string_view kGeneralPower[] = {"general-power", "power-as-exp"};
  static constexpr std::string_view kRoot[] = {"table", "root-as-power"};
  if (!depends(e) || (e.index < choices_.size() && choices_[e.index].is_form)) return {};
  const std::span<const Expr> children = pool_.children(e);
  switch (pool_.op(e)) {
    case Op::quotient:
      if (!depends(children[1])) return {};
      return depends(children[0]) ? std::span(kReciprocal).subspan(1) : std::span(kReciprocal);
    case Op::product:
      if (std::all_of(children.begin(), children.end(), [&](Expr c) { return c == children[0]; })) return kProduct;
      return {};
    case Op::power:
      if (!depends(children[1])) {
        if (pool_.is_integer(children[1], 2) || pool_.is_integer(children[1], 3)) return kPower;
        return {};
      }
      if (depends(children[0])) return kGeneralPower;
      if (pool_.is_call(children[0], euler_constant())) return {};
      return kExponential;
    case Op::call:
      // Not so for the other roots: x^(1/3) has no value left of 0, and cbrt(x) has.
      if (pool_.function(e) == sqrt_function()) return kRoot;
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
  const std::span<const std::string_view> ways = ways_of(e);
  for (const std::string_view rule : prefer_) {
    const auto fitting = std::find(ways.begin(), ways.end(), rule);
    if (fitting == ways.end()) continue;
    if (fitting == ways.begin()) return;
    const Expr form = other_form(e, rule);
    const std::size_t size = std::max(e.index, form == kNone ? 0 : form.index) + 1u;
    if (size > choices_.size()) choices_.resize(size * 2);
    choices_[e.index].rule = *fitting;  // which outlives the caller's word
    if (form == kNone) return;
    choices_[e.index].form = form;
    choices_[form.index].is_form = true;
    return;
  }
}

std::string_view NodeDeriver::rule_of(Expr e) const {
  return e.index < choices_.size() && !choices_[e.index].rule.empty() ? choices_[e.index].rule : usual_rule(e);
}

}  // namespace chainwise::calculus
