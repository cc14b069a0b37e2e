#include "core/calculus/sum_form.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "core/base/order.h"
#include "core/calculus/product_form.h"

namespace chainwise::calculus {
namespace {

constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
constexpr std::size_t kFewTerms = 8;  // terms that are compared one with another

/// coefficient * monomial; the monomial has no number in front. Of a plain number the monomial is 1.
struct Term {
  Rational coefficient{1, 1};
  Expr monomial{};
  bool is_decimal = false;
  std::optional<Expr> as_it_stood{};  // without its sign, where nothing was added to it
};

/// Takes the exact number off the front of a simplified product or number.
void split_number(Pool& pool, Expr& e, Rational& number, bool& is_decimal) {
  const auto exact = [&](Expr part) { return pool.op(part) == Op::number && pool.number_of(part).is_exact; };
  if (exact(e)) {
    number = pool.number_of(e).exact;
    is_decimal = is_decimal || !number.is_integer();
    e = pool.integer(1);
  } else if (pool.op(e) == Op::product && exact(pool.child(e, 0))) {
    number = pool.number_of(pool.child(e, 0)).exact;
    is_decimal = is_decimal || !number.is_integer();
    e = pool.product(pool.children(e).subspan(1));
  }
}

/// `e` has no sign in front.
Term split(Pool& pool, Expr e) {
  Term term;
  term.as_it_stood = e;
  if (pool.op(e) == Op::quotient) {
    Expr above = pool.child(e, 0);
    Expr below = pool.child(e, 1);
    Rational number_above{1, 1};
    Rational number_below{1, 1};
    split_number(pool, above, number_above, term.is_decimal);
    split_number(pool, below, number_below, term.is_decimal);
    if (const auto ratio = divide(number_above, number_below)) {
      term.coefficient = *ratio;
      e = pool.is_integer(below, 1) ? above : pool.quotient(above, below);
    }
  } else {
    split_number(pool, e, term.coefficient, term.is_decimal);
  }
  term.monomial = e;
  return term;
}

Expr assemble(Pool& pool, const Term& term, std::vector<Granted>& granted) {
  if (term.coefficient.is(1)) return term.monomial;
  if (term.coefficient.is(-1)) return pool.negate(term.monomial);
  const bool negative = term.coefficient.is_negative();
  if (term.as_it_stood) return negative ? pool.negate(*term.as_it_stood) : *term.as_it_stood;
  Rational size = term.coefficient;
  if (negative) size.numerator = -size.numerator;
  const auto decimal = term.is_decimal && !size.is_integer() ? format_decimal(size) : std::nullopt;
  const Expr number = decimal && decimal->size() <= 12 ? pool.number({size.value(), true, size}) : pool.rational(size);
  if (pool.is_integer(term.monomial, 1)) return negative ? pool.negate(number) : number;
  ProductForm product(pool);
  product.multiply(number);
  product.multiply(term.monomial);
  const Expr e = product.build(granted);
  return negative ? pool.negate(e) : e;
}

/// The power of a letter in c*x^n: the letter and n; of a number nothing but n = 0.
struct Monomial {
  std::optional<Expr> letter;
  std::int64_t degree = 0;
};

std::optional<Monomial> as_monomial(const Pool& pool, Expr e) {
  if (pool.is_integer(e, 1)) return Monomial{};
  if (pool.op(e) == Op::symbol) return Monomial{e, 1};
  if (pool.op(e) != Op::power || pool.op(pool.child(e, 0)) != Op::symbol) return std::nullopt;
  const auto n = rational_value(pool, pool.child(e, 1));
  if (!n || !n->is_integer() || n->numerator < 1) return std::nullopt;
  return Monomial{pool.child(e, 0), n->numerator};
}

/// A polynomial in one letter is written with falling powers. What has one power only stays as it is: 1 - x^2.
void order_polynomial(const Pool& pool, std::vector<Term>& terms) {
  std::optional<Expr> letter;
  std::size_t powers = 0;
  for (const Term& term : terms) {
    const auto monomial = as_monomial(pool, term.monomial);
    if (!monomial || (letter && monomial->letter && !(*letter == *monomial->letter))) return;
    if (monomial->letter) {
      letter = monomial->letter;
      ++powers;
    }
  }
  if (powers < 2) return;
  terms = sorted_by(terms, [&](const Term& term) {  // the highest degree first
    return ~(static_cast<std::uint64_t>(as_monomial(pool, term.monomial)->degree) ^ kSign);
  });
}

}  // namespace

Expr simplified_sum(Pool& pool, std::span<const Expr> terms, std::vector<Granted>& granted) {
  std::vector<Term> gathered;
  std::unordered_map<std::uint32_t, std::size_t> where;  // monomial -> index in `gathered`, once there are many
  const auto place_of = [&](Expr monomial) {
    if (gathered.size() <= kFewTerms) {
      const auto is_like = [&](const Term& like) { return like.monomial == monomial; };
      return static_cast<std::size_t>(std::find_if(gathered.begin(), gathered.end(), is_like) - gathered.begin());
    }
    if (where.empty())
      for (std::size_t i = gathered.size(); i-- > 0;) where[gathered[i].monomial.index] = i;
    return where.try_emplace(monomial.index, gathered.size()).first->second;
  };
  const auto gather = [&](Term term) {
    const std::size_t place = place_of(term.monomial);
    if (place == gathered.size()) {
      gathered.push_back(term);
      return;
    }
    Term& like = gathered[place];
    if (const auto sum = add(like.coefficient, term.coefficient)) {
      like.coefficient = *sum;
      like.as_it_stood.reset();
      like.is_decimal = like.is_decimal || term.is_decimal;
    } else {
      gathered.push_back(term);  // 64 bits do not suffice: the two stay apart
    }
  };
  // a - (b + c) is a - b - c: sums inside the sum are opened, with their signs.
  std::vector<std::pair<Expr, bool>> stack;
  for (std::size_t i = terms.size(); i-- > 0;) stack.emplace_back(terms[i], false);
  while (!stack.empty()) {
    auto [e, negative] = stack.back();
    stack.pop_back();
    while (pool.op(e) == Op::negate) {
      negative = !negative;
      e = pool.child(e, 0);
    }
    if (pool.op(e) == Op::sum) {
      const std::span<const Expr> inner = pool.children(e);
      for (std::size_t i = inner.size(); i-- > 0;) stack.emplace_back(inner[i], negative);
      continue;
    }
    Term term = split(pool, e);
    if (negative) term.coefficient.numerator = -term.coefficient.numerator;
    gather(term);
  }
  order_polynomial(pool, gathered);
  std::vector<Expr> result;
  for (const Term& term : gathered) {
    if (!term.coefficient.is(0))
      result.push_back(assemble(pool, term, granted));
    else if (pool.op(term.monomial) == Op::quotient)
      granted.push_back({pool.child(term.monomial, 1)});  // 1/x - 1/x
  }
  if (result.empty()) return pool.integer(0);
  const auto positive = std::find_if(result.begin(), result.end(), [&](Expr e) { return pool.op(e) != Op::negate; });
  if (positive != result.end()) std::rotate(result.begin(), positive, positive + 1);
  return pool.sum(result);
}

int compare_terms(const Pool& pool, Expr a, Expr b) {
  const std::span<const Expr> left = pool.children(a), right = pool.children(b);
  if (left.size() != right.size() || left.size() > kFewTerms || pool.op(b) != Op::sum) return 0;
  int sign = 0;
  for (const Expr term : left) {
    const bool negative = pool.op(term) == Op::negate;
    int here = 0;
    for (const Expr other : right) {
      if (other == term)
        here = 1;
      else if (negative ? pool.child(term, 0) == other : pool.op(other) == Op::negate && pool.child(other, 0) == term)
        here = -1;
    }
    if (here == 0 || (sign != 0 && here != sign)) return 0;
    sign = here;
  }
  return sign;
}

}  // namespace chainwise::calculus
