#include "core/calculus/logarithm.h"

#include <cstdlib>

#include "core/calculus/functions.h"
#include "core/calculus/product_form.h"

namespace chainwise::calculus {
namespace {

constexpr std::int64_t kLargestPrime = 1000;  // larger ones are not looked for
constexpr std::int64_t kMostTimes = 1'000'000'000;
constexpr int kMostRules = 100;  // one within another

class LogTerms {
 public:
  explicit LogTerms(Pool& pool) : pool_(pool) {}

  /// Takes `e` apart as far as the rules go.
  void add(Expr e) {
    for (int i = 0; i < kMostRules && !take_number(e); ++i) {
      const std::optional<Expr> inner = inside(e);
      if (!inner) return add_log(e, times_);
      e = *inner;
    }
  }

  Expr sum() const { return terms_.empty() ? pool_.integer(0) : terms_.size() == 1 ? terms_[0] : pool_.sum(terms_); }

 private:
  /// What is left of log(e), to be taken `times_`; nothing where no rule fits.
  std::optional<Expr> inside(Expr e) {
    static const FunctionId abs = *find_function("abs"), cbrt = *find_function("cbrt");
    if (pool_.is_call(e, sqrt_function())) return scaled({1, 2}, pool_.child(e, 0));
    if (pool_.is_call(e, cbrt)) return scaled({1, 3}, pool_.child(e, 0));
    if (pool_.op(e) == Op::product) return without_positive(pool_.children(e));
    if (pool_.op(e) == Op::quotient) {
      const Expr above = pool_.child(e, 0), below = pool_.child(e, 1);
      if (take_number(above)) return scaled({-1, 1}, below);
      return take_number(below, -1) ? std::optional(above) : std::nullopt;
    }
    if (pool_.op(e) != Op::power) return std::nullopt;
    const Expr base = pool_.child(e, 0);
    const std::optional<Rational> n = rational_value(pool_, pool_.child(e, 1));
    if (!n || n->numerator == 0) return std::nullopt;
    const bool is_even = n->is_integer() && n->numerator % 2 == 0;
    return scaled(*n, is_even ? pool_.call(abs, {base}) : base);
  }

  std::optional<Expr> scaled(Rational factor, Expr inner) {
    const std::optional<Rational> times = multiply(times_, factor);
    if (!times || std::llabs(times->numerator) > kMostTimes) return std::nullopt;
    times_ = *times;
    return inner;
  }

  /// Positive factors come out, each with its own logarithm.
  std::optional<Expr> without_positive(std::span<const Expr> factors) {
    std::vector<Expr> rest;
    for (const Expr factor : factors) {
      if (pool_.is_call(factor, exp_function()))
        add_term(pool_.child(factor, 0), times_);
      else if (!take_number(factor))
        rest.push_back(factor);
    }
    if (rest.size() == factors.size()) return std::nullopt;
    return rest.empty() ? pool_.integer(1) : rest.size() == 1 ? rest[0] : pool_.product(rest);
  }

  /// Whether `e` is a positive number; its logarithm is added as often as `times_` and `sign` say.
  bool take_number(Expr e, std::int64_t sign = 1) {
    const std::optional<Rational> number = rational_value(pool_, e);
    if (!number || number->numerator <= 0) return false;
    add_primes(number->numerator, sign);
    add_primes(number->denominator, -sign);
    return true;
  }

  void add_primes(std::int64_t n, std::int64_t sign) {
    for (std::int64_t p = 2; p <= kLargestPrime && p * p <= n; ++p) {
      std::int64_t power = 0;
      for (; n % p == 0; n /= p) ++power;
      if (power > 0) add_log(pool_.integer(p), {times_.numerator * power * sign, times_.denominator});
    }
    if (n > 1) add_log(pool_.integer(n), {times_.numerator * sign, times_.denominator});
  }

  void add_log(Expr e, Rational times) { add_term(pool_.call(log_function(), {e}), times); }
  void add_term(Expr e, Rational times) {
    terms_.push_back(times.is(1) ? e : pool_.product({pool_.rational(times), e}));
  }

  Pool& pool_;
  Rational times_{1, 1};
  std::vector<Expr> terms_;
};

}  // namespace

Expr expanded_log(Pool& pool, Expr e) {
  LogTerms terms(pool);
  terms.add(e);
  return terms.sum();
}

}  // namespace chainwise::calculus
