// The rules of differentiation, node by node, for one formula and one variable: this is where they are.
//
//     NodeDeriver deriver(pool, x, nullptr);
//     Derived d = deriver.derive(formula, std::nullopt);       // d.e = ∂ formula / ∂ x
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/calculus/expression.h"
#include "core/calculus/step.h"

namespace chainwise::calculus {

struct Derived {
  Expr e;                  // tidied: no terms 0, no factors 1
  std::uint32_t step = 0;  // what led to it, where steps are recorded
};

/// The rules that can be preferred, but for those that are taken without being asked for.
inline constexpr std::string_view kAlternativeRules =
    "quotient, quotient-as-product, root-as-power, power-as-product, product-as-power, power-as-exp";

/// d/du u^n = n u^(n-1), at u = base.
Expr power_slope(Pool& pool, Expr base, Expr n);

/// d/du a^u = a^u log a, at u = exponent.
Expr exponential_slope(Pool& pool, Expr base, Expr exponent);

class NodeDeriver {
 public:
  /// `steps`: where to record them, or nullptr. `names` are taken: the fresh names for inner parts differ from
  /// them. `held` are names that depend on what is derived by, but are held fixed here. `prefer`: rules that are
  /// taken where they fit.
  NodeDeriver(Pool& pool, Expr variable, std::vector<Step>* steps, std::span<const Expr> names = {},
              std::span<const Expr> held = {}, std::span<const std::string_view> prefer = {});

  /// `label`: the name of the formula, where it has one.
  Derived derive(Expr formula, std::optional<Expr> label);

 private:
  static constexpr Expr kNone{0xffffffff};
  using ChildDerivative = std::function<Expr(Expr)>;

  void order_nodes(Expr formula);
  void add_node(Expr e);
  bool depends(Expr e) const { return e.index < depends_.size() && depends_[e.index]; }
  void mark(Expr e);
  void name_inner_parts(Expr formula, std::optional<Expr> label);
  Expr fresh_name(std::size_t depth);

  Expr inner_of(Expr e) const;
  Expr with_inner(Expr e, Expr inner);
  Expr outer_derivative(Expr e, Expr inner);
  std::string_view usual_rule(Expr e) const;
  std::string_view rule_of(Expr e) const;
  std::span<const std::string_view> ways_of(Expr e) const;
  Expr other_form(Expr e, std::string_view rule);
  void choose_rule(Expr e);
  /// What `e` is written as before it is derived; kNone where it is derived as it stands.
  Expr form_of(Expr e) const { return e.index < choices_.size() ? choices_[e.index].form : kNone; }
  Expr apply_rule(Expr e, const ChildDerivative& child, bool tidy);
  std::vector<Expr> pending_children(Expr e) const;

  void derive_node(Expr e);
  std::uint32_t record_plain(Expr e);
  std::uint32_t record_chain(Expr e, Expr inner);
  std::uint32_t record_rewritten(Expr e);
  std::uint32_t add_step(Step step);
  void append_child_step(Step& parent, Expr child);

  Expr sum_of(std::vector<Expr> terms, bool tidy);
  Expr product_of(std::vector<Expr> factors, bool tidy);
  Expr link_product(Expr outer, Expr inner);
  Expr quotient_of(Expr a, Expr b, bool tidy);
  Expr negated(Expr e, bool tidy);

  Pool& pool_;
  Expr variable_;
  std::vector<Step>* steps_;
  std::vector<Expr> taken_;
  std::vector<Expr> held_;
  std::span<const std::string_view> prefer_;
  std::vector<Expr> fresh_;
  std::size_t next_name_ = 0;  // the first that was not tried yet
  std::vector<Expr> order_;
  std::vector<char> depends_;
  std::vector<char> holds_;
  std::vector<char> known_;
  std::vector<Expr> derivative_;
  std::vector<std::uint32_t> step_;
  std::vector<std::optional<Expr>> label_;

  struct Choice {
    std::string_view rule{};  // the rule that is taken instead of the usual one
    Expr form = kNone;
    bool is_form = false;  // something is written as this already, so this is derived as it stands
  };
  std::vector<Choice> choices_;  // by node; empty where no rule is preferred
};

}  // namespace chainwise::calculus
