#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>

#include "core/calculus/functions.h"
#include "core/calculus/product_form.h"
#include "core/calculus/sum_form.h"

namespace chainwise::calculus {
namespace {

constexpr std::size_t kFactorsLookedAt = 64;  // nobody looks through more factors for what cancels
constexpr std::int64_t kMostSquares = 8;
constexpr int kLooksInto = 6;  // operations within one another

/// Whether one sees at once that `e` has no negative value: 1 + x^2, exp(x) + 1.
bool is_never_negative(const Pool& pool, Expr e, int looks = kLooksInto) {
  const std::span<const Expr> children = pool.children(e);
  const auto all = [&] {
    return looks > 0 && std::all_of(children.begin(), children.end(),
                                    [&](Expr child) { return is_never_negative(pool, child, looks - 1); });
  };
  switch (pool.op(e)) {
    case Op::number: return true;
    case Op::sum:
    case Op::product:
    case Op::quotient: return all();
    case Op::power: {
      const auto exponent = rational_value(pool, children[1]);
      return (exponent && exponent->is_integer() && exponent->numerator % 2 == 0) ||
             is_never_negative(pool, children[0]);
    }
    case Op::call: {
      constexpr std::string_view kNever = " exp abs sqrt cosh sigmoid softplus relu ";
      return children.empty() || kNever.find(" " + std::string(row(pool.function(e)).name) + " ") != kNever.npos;
    }
    default: return false;
  }
}

}  // namespace

/// x/sqrt(x) is sqrt(x) and 1/sqrt(x)^3 is 1/(x*sqrt(x)): what is left has a root in it, so it is defined for no
/// more x. sqrt(x)^2 is x where sqrt(x) has a value.
void ProductForm::gather_roots(std::vector<Granted>& granted) {
  if (factors_.size() > kFactorsLookedAt) return;
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    if (!pool_.is_call(factors_[i].base, sqrt_function()) || !factors_[i].whole.is_integer()) continue;
    if (!factors_[i].symbolic.empty() || !factors_[i].fractions.empty()) continue;
    const Expr inside = pool_.child(factors_[i].base, 0);
    const std::int64_t roots = factors_[i].whole.numerator;
    const auto number = rational_value(pool_, inside);
    const std::int64_t squares = roots / 2;  // rounds towards 0
    if (number && !number->is_negative() && !number->is(0)) {
      const auto value = squares == 0 || std::llabs(squares) > kMostSquares ? std::nullopt : power(*number, squares);
      const auto product = value ? chainwise::multiply(coefficient_, *value) : std::nullopt;
      if (!product) continue;
      coefficient_ = *product;
      factors_[i].whole.numerator = roots - 2 * squares;
      continue;
    }
    const auto same = std::find_if(factors_.begin(), factors_.end(), [&](const Factor& f) { return f.base == inside; });
    const bool is_plain = same != factors_.end() && same->symbolic.empty() && same->fractions.empty();
    if (same != factors_.end() && !is_plain) continue;
    if (roots % 2 == 0) {
      if (squares == 0 || std::llabs(squares) > kMostSquares) continue;
      if (!is_never_negative(pool_, inside)) granted.push_back({factors_[i].base, true});
      const bool was_below = factors_[i].was_below;
      factors_[i].was_below = false;
      factors_[i].whole = Rational{};
      for (std::int64_t k = 0; k < std::llabs(squares); ++k) multiply(inside, squares > 0 ? 1 : -1, was_below);
      continue;
    }
    if (!is_plain && (squares == 0 || pool_.op(inside) != Op::symbol)) continue;
    const std::int64_t whole = is_plain ? same->whole.numerator : 0;
    const std::int64_t twice = 2 * whole + roots;  // inside^(twice/2), an odd number
    if (std::llabs(twice) > 1'000'000) continue;
    if (whole < 0 && roots < 0 && pool_.op(inside) == Op::sum) {  // 1/((x + 1)*sqrt(x + 1)) is 1/sqrt(x + 1)^3
      factors_[i].whole = Rational{twice, 1};
      same->whole = Rational{};
      same->was_below = false;
      continue;
    }
    factors_[i].whole = Rational{twice > 0 ? 1 : -1, 1};
    const bool was_below = factors_[i].was_below;
    factors_[i].was_below = false;  // what is said is that `inside` is not 0
    Factor& base = factor(inside);
    base.whole = Rational{twice / 2, 1};
    base.was_below = twice > 0 && (base.was_below || was_below);
  }
}

/// tan(u)*cos(u) is sin(u), and the other rows of the table.
void ProductForm::join_functions() {
  if (factors_.size() < 2 || factors_.size() > kFactorsLookedAt) return;
  // f(u)*g(u) = h(u); nothing stands for u itself.
  struct Join {
    std::optional<FunctionId> f, g, h;
    bool only_where_g_is_not_0;
  };
  static const Join kJoins[] = {
      {find_function("tan"), find_function("cos"), find_function("sin"), true},
      {find_function("cot"), find_function("sin"), find_function("cos"), true},
      {std::nullopt, find_function("sign"), find_function("abs"), false},
      {find_function("abs"), find_function("sign"), std::nullopt, false},
      {find_function("relu"), find_function("step"), find_function("relu"), false},
  };
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    if (pool_.op(factors_[i].base) != Op::call || !factors_[i].has_whole_exponent()) continue;
    for (const Join& join : kJoins) {
      if (!pool_.is_call(factors_[i].base, *join.g)) continue;
      const Expr u = pool_.child(factors_[i].base, 0);
      const auto is_f = [&](const Factor& factor) {
        const bool is_plain = factor.has_whole_exponent();
        if (!join.f) return is_plain && factor.base == u;
        return is_plain && pool_.is_call(factor.base, *join.f) && pool_.child(factor.base, 0) == u;
      };
      const auto f = std::find_if(factors_.begin(), factors_.end(), is_f);
      if (f == factors_.end() || factors_[i].whole.is_negative() != f->whole.is_negative()) continue;
      const std::int64_t sign = f->whole.is_negative() ? -1 : 1;
      const std::int64_t times =
          sign * std::min(std::llabs(factors_[i].whole.numerator), std::llabs(f->whole.numerator));
      if (times == 0) continue;
      factors_[i].whole.numerator -= times;
      f->whole.numerator -= times;
      if (sign < 0) factors_[i].was_below = f->was_below = false;  // h(u) stays below and says as much
      if (join.only_where_g_is_not_0 && f->whole.is(0)) factors_[i].was_below = true;
      multiply_whole(join.h ? pool_.call(*join.h, {u}) : u, times, sign < 0);
      break;
    }
  }
}

/// What all terms of a sum share: a whole number, and letters with their exponents.
struct ProductForm::Content {
  std::size_t place = 0;  // of the sum among the factors
  std::int64_t number = 0;
  std::array<std::pair<Expr, std::int64_t>, 4> letters{};
  std::size_t count = 0;  // of the letters

  bool is_trivial() const { return number == 1 && count == 0; }
};

ProductForm::Content ProductForm::content_of(Expr sum) const {
  Content content;
  const std::span<const Expr> terms = pool_.children(sum);
  for (std::size_t i = terms.size(); i-- > 0 && !content.is_trivial();) {  // the last term is the one without letters
    const Expr term = pool_.op(terms[i]) == Op::negate ? pool_.child(terms[i], 0) : terms[i];
    const bool is_product = pool_.op(term) == Op::product;
    const std::span<const Expr> factors = is_product ? pool_.children(term) : std::span(&term, 1);
    std::int64_t number = 1;
    std::array<std::pair<Expr, std::int64_t>, 4> letters{};
    std::size_t count = 0;
    for (const Expr factor : pool_.op(term) == Op::quotient ? std::span<const Expr>() : factors) {
      const bool is_power = pool_.op(factor) == Op::power;
      const Expr base = is_power ? pool_.child(factor, 0) : factor;
      const auto n = is_power ? rational_value(pool_, pool_.child(factor, 1)) : Rational{1, 1};
      if (!n || !n->is_integer() || n->is_negative()) continue;
      if (pool_.op(base) == Op::symbol && count < letters.size()) letters[count++] = {base, n->numerator};
      if (pool_.op(base) == Op::number && !is_power && pool_.number_of(base).is_exact &&
          pool_.number_of(base).exact.is_integer())
        number = pool_.number_of(base).exact.numerator;
    }
    content.number = std::gcd(content.number, number);
    if (i + 1 == terms.size()) {
      content.letters = letters;
      content.count = count;
      continue;
    }
    std::size_t kept = 0;
    for (std::size_t k = 0; k < content.count; ++k)
      for (std::size_t j = 0; j < count; ++j)
        if (content.letters[k].first == letters[j].first)
          content.letters[kept++] = {letters[j].first, std::min(content.letters[k].second, letters[j].second)};
    content.count = kept;
  }
  return content;
}

/// The sum with its content divided out.
Expr ProductForm::without(const Content& content, Expr sum) {
  std::vector<Expr> terms;
  std::vector<Granted> unused;
  for (const Expr term : pool_.children(sum)) {
    ProductForm part(pool_);
    part.multiply(term);
    part.multiply(Rational{1, content.number});
    for (std::size_t k = 0; k < content.count; ++k)
      part.factor(content.letters[k].first).whole.numerator -= content.letters[k].second;
    terms.push_back(part.assembled(unused));
  }
  return simplified_sum(pool_, terms, unused);
}

/// (2*x + 4)/(2*x) is (x + 2)/x, (x^2 + x)/x is x + 1, (x + 1)/(2*x + 2) is 1/2 and (2*x + 4)*y is 2*y*(x + 2): what
/// all terms of a sum share is taken out of it where it cancels, and a number also where other factors stand around.
void ProductForm::cancel_in_sums() {
  std::vector<Content> contents;
  std::int64_t above = std::llabs(coefficient_.numerator);
  std::int64_t below = coefficient_.denominator;
  for (std::size_t i = 0; i < factors_.size() && i < kFactorsLookedAt; ++i) {
    const Factor& candidate = factors_[i];
    const std::int64_t times = std::llabs(candidate.whole.numerator);
    if (pool_.op(candidate.base) != Op::sum || !candidate.has_whole_exponent() || times == 0 || times > 4) continue;
    Content content = content_of(candidate.base);
    if (content.is_trivial() || content.number > 1000) continue;
    content.place = i;
    contents.push_back(content);
    for (std::int64_t k = 0; k < times; ++k) {
      std::int64_t& side = candidate.whole.is_negative() ? below : above;
      if (side > 1'000'000) return;
      side *= content.number;
    }
  }
  if (contents.empty()) return;
  const bool numbers_cancel = std::gcd(above, below) != 1;
  const auto opposes = [&](const Content& content, const Factor& other) {
    return other.has_whole_exponent() && !other.whole.is(0) &&
           factors_[content.place].whole.is_negative() != other.whole.is_negative();
  };
  std::vector<Content> taken;
  for (const Content& content : contents) {
    const Factor& own = factors_[content.place];
    Content out = content;
    bool letters_cancel = false;
    for (const Factor& other : factors_) {
      if (!opposes(content, other)) continue;
      const auto rival = std::find_if(contents.begin(), contents.end(),
                                      [&](const Content& c) { return &factors_[c.place] == &other; });
      const auto shares = [&](Expr letter) {
        const auto end = rival == contents.end() ? nullptr : rival->letters.begin() + rival->count;
        return other.base == letter ||
               (end && std::any_of(rival->letters.begin(), end, [&](const auto& l) { return l.first == letter; }));
      };
      for (std::size_t k = 0; k < content.count; ++k)
        letters_cancel = letters_cancel || shares(content.letters[k].first);
      if (letters_cancel || pool_.op(other.base) != Op::sum) continue;
      if (pool_.children(other.base).size() != pool_.children(own.base).size()) continue;
      letters_cancel = compare_terms(pool_, without(content, own.base),
                                     rival == contents.end() ? other.base : without(*rival, other.base)) != 0;
    }
    if (!letters_cancel) out.count = 0;
    const auto stays = [&](const Factor& other) {
      return &other != &own && !(other.has_whole_exponent() && other.whole.is(0));
    };
    const bool stands_in_product = own.whole.is(1) && std::any_of(factors_.begin(), factors_.end(), stays);
    if (!letters_cancel && !numbers_cancel && !stands_in_product) out.number = 1;
    if (!out.is_trivial()) taken.push_back(out);
  }
  if (!taken.empty()) take_out(taken);
}

void ProductForm::take_out(const std::vector<Content>& contents) {
  const std::vector<Factor> before = std::move(factors_);
  factors_.clear();
  where_.clear();
  for (std::size_t i = 0; i < before.size(); ++i) {
    const Factor& old = before[i];
    const auto content = std::find_if(contents.begin(), contents.end(), [&](const Content& c) { return c.place == i; });
    if (content != contents.end()) {
      multiply_whole(without(*content, old.base), old.whole.numerator, old.was_below);
      if (const auto number = power(Rational{content->number, 1}, old.whole.numerator)) multiply(*number);
      for (std::size_t k = 0; k < content->count; ++k)
        multiply_whole(content->letters[k].first, old.whole.numerator * content->letters[k].second, old.was_below);
    } else if (old.has_whole_exponent()) {
      multiply_whole(old.base, old.whole.numerator, old.was_below);
    } else {
      Factor& copy = factor(old.base);
      const Factor other = copy;
      copy = old;
      copy.whole = add(copy.whole, other.whole).value_or(copy.whole);
      copy.was_below = copy.was_below || other.was_below;
    }
  }
}

}  // namespace chainwise::calculus
