// A product with all that simplification wants to know about it: one exact number, and each base once.
//
//     -2*x*sin(x)/(3*x^3)   ->   coefficient -2/3, factors x^-2 and sin(x)^1
//
// product_form.cpp takes products apart, product_cancel.cpp lets cancel what can, product_build.cpp writes down what is
// left.
#pragma once

#include <unordered_map>
#include <vector>

#include "core/calculus/expression.h"
#include "core/calculus/granted.h"

namespace chainwise::calculus {

class ProductForm {
 public:
  explicit ProductForm(Pool& pool) : pool_(pool) {}

  /// Multiplies by e^sign (sign is 1 or -1). `e` is simplified: its own products and powers are taken apart.
  /// `below`: it stood in some denominator, if only in that of a denominator.
  void multiply(Expr e, int sign = 1, bool below = false);
  void multiply(Rational factor);

  bool is_zero() const { return coefficient_.is(0); }
  Rational coefficient() const { return coefficient_; }

  /// The whole product; what it takes for granted is added: bases that vanished although they stood in
  /// a denominator, and roots that were squared.
  Expr build(std::vector<Granted>& granted);

 private:
  struct Factor {
    Expr base;
    Rational whole{};                 // sum of the exponents that are whole numbers
    std::vector<Rational> fractions;  // the other numeric ones
    std::vector<std::pair<Expr, int>> symbolic;
    bool is_exp = false;     // written exp(u), not e^u
    bool was_below = false;  // stood in a denominator

    bool has_whole_exponent() const { return whole.is_integer() && fractions.empty() && symbolic.empty(); }
  };
  struct Content;

  Factor& factor(Expr base);
  int align_sum(Expr& sum);
  void multiply_power(Expr base, Expr exponent, int sign, bool below);
  void multiply_whole(Expr base, std::int64_t exponent, bool below);
  void multiply_part(Expr e, int sign, bool below);
  bool take_number(Expr e, int sign);

  void gather_roots(std::vector<Granted>& granted);
  void join_functions();
  Content content_of(Expr sum) const;
  Expr without(const Content& content, Expr sum);
  void cancel_in_sums();
  void take_out(const std::vector<Content>& contents);

  Expr assembled(std::vector<Granted>& granted) const;
  void assume_nonzero(const Factor& factor, std::vector<Granted>& granted) const;
  void add_powers(const Factor& factor, std::vector<Expr>& above, std::vector<Expr>& below,
                  std::vector<Granted>& granted) const;
  Expr raise(Expr base, Rational exponent) const;
  bool is_coefficient(Expr e) const;
  int rank(Expr e, const std::vector<Expr>& factors) const;
  void put_in_order(std::vector<Expr>& factors) const;

  Pool& pool_;
  Rational coefficient_{1, 1};
  bool is_decimal_ = false;  // somebody typed 0.5 and not 1/2
  std::vector<Factor> factors_;
  std::unordered_map<std::uint32_t, std::size_t> where_;  // base -> index in factors_, once there are many
};

/// The value of an exact number, perhaps negated or a fraction of two; nothing for everything else.
std::optional<Rational> rational_value(const Pool& pool, Expr e);

}  // namespace chainwise::calculus
