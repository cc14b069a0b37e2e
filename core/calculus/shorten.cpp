#include "core/calculus/shorten.h"

#include <algorithm>
#include <optional>

#include "core/calculus/functions.h"
#include "core/calculus/multiply_out.h"
#include "core/calculus/product_form.h"
#include "core/calculus/sum_form.h"

namespace chainwise::calculus {
namespace {

constexpr std::size_t kLongDenominator = 8;

class Shortener {
 public:
  Shortener(Pool& pool, std::vector<Granted>& granted) : pool_(pool), granted_(granted) {}

  Expr run(const Expr e, int& rewrites) {
    if (rewrites == 0 || !holds_sum(e)) return e;
    const int before = rewrites;
    Expr shortest = e;
    while (rewrites > 0) {
      const Expr next = rewritten(shortest);
      if (next == shortest) break;
      shortest = next;
      --rewrites;
    }
    shortest = logistic_slope(shortest).value_or(shortest);
    // Multiplied out for shortness and put together again as σ(1 - σ): nothing was done.
    rewrites = shortest == e ? before : std::min(rewrites, before - 1);
    return shortest;
  }

 private:
  /// Quick: all rewrites are about a sum, or about one among the factors. Of quotients it just says yes.
  bool holds_sum(Expr e) const {
    if (pool_.op(e) == Op::negate) e = pool_.child(e, 0);
    const bool is_product = pool_.op(e) == Op::product;
    for (const Expr factor : is_product ? pool_.children(e) : std::span(&e, 1)) {
      const Op op = pool_.op(pool_.op(factor) == Op::power ? pool_.child(factor, 0) : factor);
      if (op != Op::number && op != Op::symbol && op != Op::call) return true;
    }
    return false;
  }

  Expr rewritten(Expr e) {
    std::size_t size = written_size(pool_, e);
    if (size > kLargestWritten) return e;
    Expr best = e;
    for (const auto rewrite : {&Shortener::squares, &Shortener::secants, &Shortener::brackets_gone,
                               &Shortener::collected, &Shortener::one_fraction}) {
      assumed_.clear();
      tie_counts_ = false;
      const std::optional<Expr> candidate = (this->*rewrite)(e);
      if (!candidate || *candidate == best) continue;
      const std::size_t candidate_size = written_size(pool_, *candidate);
      if (candidate_size > size || (candidate_size == size && !tie_counts_)) continue;
      size = candidate_size;
      best = *candidate;
      granted_.insert(granted_.end(), assumed_.begin(), assumed_.end());
    }
    return best;
  }

  Expr sum_of(std::span<const Expr> terms) { return simplified_sum(pool_, terms, assumed_); }

  /// c*sin(u)^2 + c*cos(u)^2 = c and c*cosh(u)^2 - c*sinh(u)^2 = c.
  std::optional<Expr> squares(Expr e) {
    static const FunctionId sine = *find_function("sin");
    static const FunctionId cosine = *find_function("cos");
    static const FunctionId hyperbolic_sine = *find_function("sinh");
    static const FunctionId hyperbolic_cosine = *find_function("cosh");
    if (pool_.op(e) != Op::sum) return std::nullopt;
    std::vector<Expr> terms = terms_of(pool_, e);
    for (std::size_t i = 0; i < terms.size(); ++i)
      for (const auto& [first, second, minus] :
           {std::tuple{cosine, sine, false}, std::tuple{hyperbolic_cosine, hyperbolic_sine, true}}) {
        const auto rest = without_square(terms[i], first);
        if (!rest) continue;
        ProductForm partner(pool_);  // what another term has to be
        partner.multiply(rest->first);
        partner.multiply(pool_.power(pool_.call(second, {rest->second}), pool_.integer(2)));
        if (minus) partner.multiply(Rational{-1, 1});
        const auto found = std::find(terms.begin(), terms.end(), partner.build(assumed_));
        if (found == terms.end()) continue;
        terms[i] = rest->first;
        terms.erase(found);
        return sum_of(terms);
      }
    return std::nullopt;
  }

  /// c*σ(u) - c*σ(u)^2 = c*σ(u)*(1 - σ(u)): no longer, and how σ' is known.
  std::optional<Expr> logistic_slope(Expr e) {
    static const FunctionId sigmoid = *find_function("sigmoid");
    if (pool_.op(e) != Op::sum) return std::nullopt;
    std::vector<Expr> terms = terms_of(pool_, e);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const auto rest = without_square(terms[i], sigmoid);
      if (!rest) continue;
      const Expr call = pool_.call(sigmoid, {rest->second});
      ProductForm partner(pool_);
      partner.multiply(rest->first);
      partner.multiply(call);
      partner.multiply(Rational{-1, 1});
      const Expr wanted = partner.build(assumed_);
      const auto found = std::find(terms.begin(), terms.end(), wanted);
      if (found == terms.end()) continue;
      partner.multiply(pool_.sum({pool_.integer(1), pool_.negate(call)}));
      *found = partner.build(assumed_);
      terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(i));
      return terms.size() == 1 ? terms[0] : sum_of(terms);
    }
    return std::nullopt;
  }

  /// Of c*f(u)^2: c and u.
  std::optional<std::pair<Expr, Expr>> without_square(Expr term, FunctionId function) {
    const Expr positive = pool_.op(term) == Op::negate ? pool_.child(term, 0) : term;
    const bool is_product = pool_.op(positive) == Op::product;
    for (const Expr factor : is_product ? pool_.children(positive) : std::span(&positive, 1)) {
      if (pool_.op(factor) != Op::power || !pool_.is_call(pool_.child(factor, 0), function) ||
          !pool_.is_integer(pool_.child(factor, 1), 2))
        continue;
      ProductForm rest(pool_);
      rest.multiply(term);
      std::vector<Granted> same_domain;
      rest.multiply(factor, -1);
      return std::pair{rest.build(same_domain), pool_.child(pool_.child(factor, 0), 0)};
    }
    return std::nullopt;
  }

  /// Beside sec(u) the slope of tan(u) is sec(u)^2, not 1/cos(u)^2; csc(u) and cot(u) likewise.
  std::optional<Expr> secants(Expr e) {
    static const FunctionId sine = *find_function("sin");
    static const FunctionId cosine = *find_function("cos");
    if (pool_.op(e) != Op::sum) return std::nullopt;
    const std::span<const Expr> terms = pool_.children(e);
    for (const Expr term : terms) {
      const Expr positive = pool_.op(term) == Op::negate ? pool_.child(term, 0) : term;
      if (pool_.op(positive) != Op::quotient) continue;
      const Expr below = pool_.child(positive, 1);
      if (pool_.op(below) != Op::power || pool_.op(pool_.child(below, 0)) != Op::call) continue;
      const Expr call = pool_.child(below, 0);
      if (pool_.function(call) != sine && pool_.function(call) != cosine) continue;
      static const FunctionId secant = *find_function("sec");
      static const FunctionId cosecant = *find_function("csc");
      const Expr reciprocal = pool_.call(pool_.function(call) == sine ? cosecant : secant, pool_.children(call));
      std::vector<Expr> left;
      bool stands_beside = false;
      for (const Expr other : terms) {
        const std::vector<Power> powers = powers_of(other);
        stands_beside =
            stands_beside || std::any_of(powers.begin(), powers.end(), [&](Power p) { return p.base == reciprocal; });
        if (!(other == term)) left.push_back(other);
      }
      if (!stands_beside) continue;
      ProductForm product(pool_);
      product.multiply(term);
      product.multiply(below);
      product.multiply(pool_.power(reciprocal, pool_.child(below, 1)));
      std::vector<Granted> same_domain;
      left.push_back(product.build(same_domain));
      return sum_of(left);
    }
    return std::nullopt;
  }

  /// Quick: whether a term of the sum is the square of a call.
  bool has_square(Expr sum) const {
    const std::span<const Expr> terms = pool_.children(sum);
    return std::any_of(terms.begin(), terms.end(), [&](Expr term) {
      if (pool_.op(term) == Op::negate) term = pool_.child(term, 0);
      const std::vector<Power> powers = powers_of(term);
      return std::any_of(powers.begin(), powers.end(),
                         [&](Power p) { return p.n == 2 && pool_.op(p.base) == Op::call; });
    });
  }

  /// Also where cos(u)^2 and sin(u)^2 meet.
  std::optional<Expr> brackets_gone(Expr e) {
    if (const auto gathered = multiplied_out(pool_, e, assumed_)) return gathered;
    if (pool_.op(e) != Op::sum || !has_square(e)) return std::nullopt;
    const auto apart = multiplied_out(pool_, e, assumed_, true);
    return apart && squares(*apart) ? apart : std::nullopt;
  }

  // ---- Collecting ----

  struct Power {
    Expr base;
    std::int64_t n;
  };

  Expr raised(Power p) { return p.n == 1 ? p.base : pool_.power(p.base, pool_.integer(p.n)); }

  /// The factors of a term that are no numbers.
  std::vector<Power> powers_of(Expr term) const {
    std::vector<Power> powers;
    for (const Expr factor : factors_of(pool_, pool_.op(term) == Op::negate ? pool_.child(term, 0) : term)) {
      const auto n = pool_.op(factor) == Op::power ? rational_value(pool_, pool_.child(factor, 1)) : std::nullopt;
      if (n && n->is_integer() && !n->is_negative())
        powers.push_back({pool_.child(factor, 0), n->numerator});
      else if (pool_.op(factor) != Op::number)
        powers.push_back({factor, 1});
    }
    return powers;
  }

  /// What all terms share, where it is more than letters: x^2*exp(x) + 2*x*exp(x) = x*(x + 2)*exp(x).
  std::optional<Expr> collected(Expr e) {
    if (pool_.op(e) != Op::sum) return std::nullopt;
    const std::span<const Expr> terms = pool_.children(e);
    std::vector<Power> shared = powers_of(terms[0]);
    const auto is_more_than_letters = [&] {
      return std::any_of(shared.begin(), shared.end(), [&](Power p) { return pool_.op(p.base) != Op::symbol; });
    };
    for (std::size_t i = 1; i < terms.size() && is_more_than_letters(); ++i) {
      const std::vector<Power> powers = powers_of(terms[i]);
      std::erase_if(shared, [&](Power& p) {
        const auto same = std::find_if(powers.begin(), powers.end(), [&](Power q) { return q.base == p.base; });
        if (same != powers.end()) p.n = std::min(p.n, same->n);
        return same == powers.end();
      });
    }
    if (!is_more_than_letters()) return std::nullopt;
    ProductForm product(pool_);
    for (const Power p : shared) product.multiply(raised(p));
    std::vector<Expr> rest;
    std::vector<Granted> same_domain;  // what is shared stays a factor, so nothing is assumed about it
    for (const Expr term : terms) {
      ProductForm left(pool_);
      left.multiply(term);
      for (const Power p : shared) left.multiply(raised(p), -1);
      rest.push_back(left.build(same_domain));
    }
    std::partition(rest.begin(), rest.end(), [&](Expr term) { return pool_.op(term) != Op::number; });  // x + 2
    product.multiply(shortest_written(pool_, sum_of(rest), assumed_));
    return product.build(assumed_);
  }

  // ---- Fractions inside fractions ----

  struct Fraction {
    Expr above, below;
  };

  /// a + b/c = (a*c + b)/c, where all fractions among the terms have the same denominator. Of a sum that stands
  /// `alone` only with a short denominator or one with a root: others gain nothing.
  std::optional<Fraction> as_fraction(Expr sum, bool alone) {
    if (pool_.op(sum) != Op::sum) return std::nullopt;
    std::optional<Expr> below;
    const std::span<const Expr> terms = pool_.children(sum);
    for (const Expr term : terms) {
      const Expr positive = pool_.op(term) == Op::negate ? pool_.child(term, 0) : term;
      if (pool_.op(positive) != Op::quotient) continue;
      if (below && !(*below == pool_.child(positive, 1))) return std::nullopt;
      below = pool_.child(positive, 1);
    }
    if (!below) return std::nullopt;
    const auto is_root = [&](Expr factor) { return pool_.is_call(factor, sqrt_function()); };
    const std::vector<Expr> factors = factors_of(pool_, *below);
    if (alone && written_size(pool_, *below) > kLongDenominator &&
        std::none_of(factors.begin(), factors.end(), is_root))
      return std::nullopt;
    std::vector<Expr> cleared;
    std::vector<Granted>
        same_domain;  // *below stays in a denominator or is said to be none, so nothing is assumed about it
    for (const Expr term : terms) {
      ProductForm product(pool_);
      product.multiply(term);
      product.multiply(*below);
      cleared.push_back(product.build(same_domain));
    }
    return Fraction{shortest_written(pool_, simplified_sum(pool_, cleared, same_domain), same_domain), *below};
  }

  /// Whether a term of one of the factors is a fraction.
  bool has_fraction(Expr product) const {
    const bool is_product = pool_.op(product) == Op::product;
    for (const Expr factor : is_product ? pool_.children(product) : std::span(&product, 1))
      if (pool_.op(factor) == Op::sum)
        for (const Expr term : pool_.children(factor))
          if (pool_.op(pool_.op(term) == Op::negate ? pool_.child(term, 0) : term) == Op::quotient) return true;
    return false;
  }

  /// (a + b/c)/d = (a*c + b)/(c*d), d/(a + b/c) = c*d/(a*c + b) and a + b/c = (a*c + b)/c.
  std::optional<Expr> one_fraction(Expr e) {
    const Expr positive = pool_.op(e) == Op::negate ? pool_.child(e, 0) : e;
    const bool is_quotient = pool_.op(positive) == Op::quotient;
    if (!has_fraction(is_quotient ? pool_.child(positive, 0) : positive) &&
        !(is_quotient && has_fraction(pool_.child(positive, 1))))
      return std::nullopt;
    ProductForm product(pool_);
    bool found = false;
    const auto take = [&](Expr factor, int sign) {
      const auto fraction = as_fraction(factor, factor == e);
      if (!fraction) return product.multiply(factor, sign);
      found = true;
      product.multiply(fraction->above, sign);
      product.multiply(fraction->below, -sign, true);
      if (!(factor == e) && !rational_value(pool_, fraction->below)) tie_counts_ = true;
    };
    if (!(positive == e)) product.multiply(Rational{-1, 1});
    for (const Expr factor : factors_of(pool_, is_quotient ? pool_.child(positive, 0) : positive)) take(factor, 1);
    if (is_quotient)
      for (const Expr factor : factors_of(pool_, pool_.child(positive, 1))) take(factor, -1);
    if (!found) return std::nullopt;
    return product.build(assumed_);
  }

  Pool& pool_;
  std::vector<Granted>& granted_;
  bool tie_counts_ = false;       // 1/(1 + 1/x) is no longer as x/(x + 1), and has one fraction bar
  std::vector<Granted> assumed_;  // by the rewrite that is being tried
};

}  // namespace

Expr shorten(Pool& pool, Expr e, std::vector<Granted>& granted, int& rewrites) {
  return Shortener(pool, granted).run(e, rewrites);
}

}  // namespace chainwise::calculus
