#include "core/calculus/simplify.h"

#include <algorithm>
#include <cstdlib>

#include "core/calculus/call_form.h"
#include "core/calculus/functions.h"
#include "core/calculus/multiply_out.h"
#include "core/calculus/product_form.h"
#include "core/calculus/shorten.h"
#include "core/calculus/sum_form.h"

namespace chainwise::calculus {
namespace {

constexpr int kMostPasses = 8;
constexpr int kUnlimited = 1 << 30;
constexpr int kMostStages = 6;
constexpr std::size_t kMostNodesInStages = 300;  // nobody follows more
constexpr std::int64_t kLargestPower = 64;       // 2^64 and up stay powers

bool is_multiplicative(Op op) { return op == Op::product || op == Op::quotient || op == Op::negate; }

class Simplifier {
 public:
  /// At most `rewrites` of those that shorten are done. What is `settled`, by index, stays as it is: an earlier pass
  /// found nothing to do there, nor in what it is made of. This pass adds to it.
  Simplifier(Pool& pool, Expr root, int rewrites, std::vector<char>& settled)
      : pool_(pool), root_(root), rewrites_(rewrites), settled_(settled), nodes_(reachable(pool, root)) {
    image_.resize(root.index + 1);
    if (settled_.size() <= root.index) settled_.resize(root.index + 1);
    uses_.resize(root.index + 1);
    absorbed_.resize(root.index + 1);
    for (const Expr e : nodes_)
      for (const Expr child : pool_.children(e)) ++uses_[child.index];
    // A product that only serves one other product is multiplied out there; doing it twice would make nested
    // chains quadratic.
    for (const Expr e : nodes_) {
      if (!is_multiplicative(pool_.op(e))) continue;
      for (const Expr child : pool_.children(e))
        absorbed_[child.index] = is_multiplicative(pool_.op(child)) && uses_[child.index] == 1;
    }
  }

  Simplified run() {
    std::vector<char> unchanged(root_.index + 1, 0);
    for (const Expr e : nodes_) {
      const auto is_unchanged = [&](Expr part) { return unchanged[part.index] != 0; };
      const std::span<const Expr> children = pool_.children(e);
      const bool has_same_parts = std::all_of(children.begin(), children.end(), is_unchanged);
      if (!absorbed_[e.index]) image_[e.index] = settled_[e.index] ? e : simplify_node(e);
      unchanged[e.index] = has_same_parts && (absorbed_[e.index] || image_[e.index] == e);
      settled_[e.index] = unchanged[e.index] && !absorbed_[e.index];
    }
    return {image_[root_.index], std::move(granted_)};
  }

 private:
  struct Factor {
    Expr e;
    int sign;
    bool below;
  };

  Expr simplify_node(Expr e) {
    const std::span<const Expr> children = pool_.children(e);
    switch (pool_.op(e)) {
      case Op::number:
      case Op::symbol: return e;
      case Op::negate:
      case Op::product:
      case Op::quotient: return simplify_product(e);
      case Op::sum: return shorten(pool_, simplified_sum(pool_, images(children), granted_), granted_, rewrites_);
      case Op::power: return simplify_power(image_[children[0].index], image_[children[1].index]);
      case Op::call: return simplified_call(pool_, pool_.function(e), images(children), granted_);
      case Op::derivative: return pool_.derivative(image_[children[0].index], children[1]);
    }
    return e;
  }

  /// What the children became. Valid until the next call.
  std::span<const Expr> images(std::span<const Expr> children) {
    parts_.clear();
    for (const Expr child : children) parts_.push_back(image_[child.index]);
    return parts_;
  }

  Expr simplify_product(Expr e) {
    ProductForm product(pool_);
    factors_.assign(1, {e, 1, false});
    while (!factors_.empty()) {
      const auto [item, sign, below] = factors_.back();
      factors_.pop_back();
      if (!(item == e) && !absorbed_[item.index]) {
        product.multiply(image_[item.index], sign, below);
        continue;
      }
      const std::span<const Expr> children = pool_.children(item);
      if (pool_.op(item) == Op::negate) product.multiply(Rational{-1, 1});
      for (std::size_t i = children.size(); i-- > 0;) {
        const bool divides = pool_.op(item) == Op::quotient && i == 1;
        factors_.push_back({children[i], divides ? -sign : sign, below || divides});
      }
    }
    return shorten(pool_, flip_sum(product.build(granted_)), granted_, rewrites_);
  }

  /// -(a - b) is b - a, where the product is this sum alone.
  Expr flip_sum(Expr e) {
    if (pool_.op(e) != Op::negate || pool_.op(pool_.child(e, 0)) != Op::sum) return e;
    return simplified_sum(pool_, std::span(&e, 1), granted_);
  }

  Expr simplify_power(Expr base, Expr exponent) {
    if (pool_.is_integer(exponent, 1)) return base;
    if (pool_.is_integer(exponent, 0)) return pool_.integer(1);
    if (pool_.is_integer(base, 1)) return base;
    const auto n = rational_value(pool_, exponent);
    const auto number = rational_value(pool_, base);
    if (n && number && std::llabs(n->numerator) < kLargestPower)  // 8^(2/3) is 4, 2^(1/2) stays
      if (const auto root_of = n->is_integer() ? number : root(*number, n->denominator))
        if (const auto value = power(*root_of, n->numerator)) return exact_number(pool_, *value, base);
    if (!n || !n->is_integer()) return pool_.power(base, exponent);
    if (n->is_negative() && pool_.op(base) == Op::symbol)  // x^(-2) is 1/x^2
      return pool_.quotient(pool_.integer(1), simplify_power(base, pool_.rational({-n->numerator, 1})));
    if (pool_.is_call(base, sqrt_function()) &&
        (n->numerator % 2 == 0 || rational_value(pool_, pool_.child(base, 0)))) {
      ProductForm product(pool_);  // sqrt(2)^2 is 2, sqrt(u)^2 is u
      product.multiply(pool_.power(base, exponent));
      return product.build(granted_);
    }
    switch (pool_.op(base)) {
      case Op::power: {  // (x^m)^n is x^(m*n) for whole n
        const auto m = rational_value(pool_, pool_.child(base, 1));
        if (const auto product = m && m->is_integer() ? multiply(*m, *n) : std::nullopt)
          return simplify_power(pool_.child(base, 0), pool_.rational(*product));
        break;
      }
      case Op::call:  // exp(u)^n is exp(n*u)
        if (pool_.is_call(base, exp_function())) {
          ProductForm product(pool_);
          product.multiply(*n);
          product.multiply(pool_.child(base, 0));
          return pool_.call(exp_function(), {product.build(granted_)});
        }
        break;
      case Op::quotient: {  // (a/b)^n is a^n/b^n
        ProductForm quotient(pool_);
        quotient.multiply(simplify_power(pool_.child(base, 0), exponent));
        quotient.multiply(simplify_power(pool_.child(base, 1), exponent), -1);
        return quotient.build(granted_);
      }
      case Op::negate:
      case Op::product: {
        if (pool_.op(base) != Op::negate && !starts_with_number(base)) break;
        // (-2*x)^3 is -8*x^3: numbers and signs are carried out, the rest keeps its bracket.
        Expr rest = base;
        bool negative = false;
        if (pool_.op(rest) == Op::negate) {
          rest = pool_.child(rest, 0);
          negative = n->numerator % 2 != 0;
        }
        ProductForm product(pool_);
        if (negative) product.multiply(Rational{-1, 1});
        if (pool_.op(rest) == Op::product && starts_with_number(rest)) {
          const Expr number = simplify_power(pool_.child(rest, 0), exponent);
          product.multiply(number);
          product.multiply(simplify_power(pool_.product(pool_.children(rest).subspan(1)), exponent));
        } else {
          product.multiply(negative || pool_.op(base) == Op::negate ? simplify_power(rest, exponent)
                                                                    : pool_.power(rest, exponent));
        }
        return product.build(granted_);
      }
      default: break;
    }
    return pool_.power(base, exponent);
  }

  bool starts_with_number(Expr e) const {
    return pool_.op(e) == Op::product && pool_.op(pool_.child(e, 0)) == Op::number;
  }

  Pool& pool_;
  Expr root_;
  int rewrites_;
  std::vector<char>& settled_;
  std::vector<Expr> nodes_;
  std::vector<Expr> image_;
  std::vector<std::uint32_t> uses_;
  std::vector<char> absorbed_;
  std::vector<Granted> granted_;
  std::vector<Factor> factors_;  // of one product, those still to come
  std::vector<Expr> parts_;
};

/// 1 - x^2, 3 - x: a number minus powers of a letter.
bool is_rising(const Pool& pool, Expr e) {
  if (pool.op(e) != Op::sum || pool.children(e).size() != 2) return false;
  const Expr first = pool.child(e, 0), second = pool.child(e, 1);
  if (pool.op(first) != Op::number || pool.op(second) != Op::negate) return false;
  Expr power = pool.child(second, 0);
  if (pool.op(power) == Op::product && pool.children(power).size() == 2 && pool.op(pool.child(power, 0)) == Op::number)
    power = pool.child(power, 1);
  const Expr letter = pool.op(power) == Op::power ? pool.child(power, 0) : power;
  return pool.op(letter) == Op::symbol;
}

/// -(1 - x^2)*y is (x^2 - 1)*y: the sign before all of it goes where it makes a polynomial fall.
Expr without_sign(Pool& pool, Expr e) {
  if (pool.op(e) != Op::negate) return e;
  const Expr positive = pool.child(e, 0);
  const bool is_quotient = pool.op(positive) == Op::quotient;
  std::vector<Expr> factors = factors_of(pool, is_quotient ? pool.child(positive, 0) : positive);
  for (Expr& factor : factors) {
    if (!is_rising(pool, factor)) continue;
    std::vector<Granted> unused;
    const Expr opposite = pool.negate(factor);
    factor = simplified_sum(pool, std::span(&opposite, 1), unused);
    const Expr above = pool.product(factors);
    return is_quotient ? pool.quotient(above, pool.child(positive, 1)) : above;
  }
  return e;
}

/// What one part became can make room for a rule in another, so passes go on until nothing changes; nearly always the
/// second one finds nothing.
Simplified simplified(Pool& pool, Expr e, int rewrites) {
  Simplified result{e, {}};
  std::vector<char> settled;
  for (int pass = 0; pass < kMostPasses; ++pass) {
    Simplified next = Simplifier(pool, result.e, rewrites, settled).run();
    result.granted.insert(result.granted.end(), next.granted.begin(), next.granted.end());
    next.e = without_sign(pool, next.e);
    if (next.e == result.e) break;
    result.e = next.e;
  }
  return result;
}

}  // namespace

Simplified simplify(Pool& pool, Expr e) {
  Simplified result = simplified(pool, e, kUnlimited);
  if (!result.granted.empty()) {
    result.granted = each_once(result.granted);
    // where sqrt(x) still stands, it has a value
    const std::vector<Expr> left = reachable(pool, result.e);
    std::erase_if(result.granted, [&](const Granted& granted) {
      return granted.may_be_zero && std::binary_search(left.begin(), left.end(), granted.e);
    });
  }
  return result;
}

std::vector<Expr> simplification(Pool& pool, Expr e, Expr simplest) {
  std::vector<Expr> stages;
  if (reachable(pool, e).size() > kMostNodesInStages) return {simplest};
  for (int rewrites = 0; rewrites < kMostStages; ++rewrites) {
    const Expr before = stages.empty() ? e : stages.back();
    std::vector<char> settled;
    const Expr rewritten = rewrites == 0 ? e : Simplifier(pool, before, 1, settled).run().e;
    const Expr next = simplified(pool, rewritten, 0).e;
    if (!(next == before)) stages.push_back(next);
    if (next == simplest || (rewrites > 0 && next == before)) break;
  }
  if (stages.empty() || !(stages.back() == simplest)) stages.push_back(simplest);
  return stages;
}

}  // namespace chainwise::calculus
