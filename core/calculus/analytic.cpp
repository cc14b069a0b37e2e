#include "core/calculus/analytic.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/calculus/evaluate.h"
#include "core/calculus/functions.h"
#include "core/calculus/simplify.h"

namespace chainwise::calculus {
namespace {

constexpr int kNoPolynomial = 99;
constexpr double kSmallest = 1e-3, kLargest = 100;  // constants between them put nothing out of the points' reach
constexpr std::size_t kMostNodes = 2000;

bool is_one_of(std::string_view name, std::string_view list) {
  for (std::size_t at = list.find(name); at != std::string_view::npos; at = list.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

struct Facts {
  int degree = kNoPolynomial;  // as a polynomial in all symbols
  int sign = 0;                // 2: positive everywhere, 1: nowhere negative, 0: not known
  bool has_pole = false;       // a denominator in it may vanish
  double value = 0;            // of constants
};

bool is_whole(const Facts& facts) { return facts.degree == 0 && facts.value == std::floor(facts.value); }

Facts facts_of(const Pool& pool, Expr e, const std::vector<Facts>& known) {
  const std::span<const Expr> children = pool.children(e);
  Facts facts;
  const auto of = [&](std::size_t i) -> const Facts& { return known[children[i].index]; };
  bool is_constant = pool.op(e) != Op::symbol && pool.op(e) != Op::derivative;
  std::vector<double> values;
  for (std::size_t i = 0; i < children.size(); ++i) {
    facts.has_pole = facts.has_pole || of(i).has_pole;
    is_constant = is_constant && of(i).degree == 0;
    values.push_back(of(i).value);
  }
  if (is_constant) {
    facts.degree = 0;
    facts.value = apply(pool, e, values);
    facts.sign = facts.value > 0 ? 2 : facts.value == 0 ? 1 : 0;
    return facts;
  }
  switch (pool.op(e)) {
    case Op::symbol: facts.degree = 1; break;
    case Op::negate: facts.degree = of(0).degree; break;
    case Op::sum:
      facts.degree = 0;
      facts.sign = 1;
      for (std::size_t i = 0; i < children.size(); ++i) {
        facts.degree = std::max(facts.degree, of(i).degree);
        facts.sign = of(i).sign == 0 || facts.sign == 0 ? 0 : std::max(facts.sign, of(i).sign);
      }
      break;
    case Op::product:
      facts.degree = 0;
      facts.sign = 2;
      for (std::size_t i = 0; i < children.size(); ++i) {
        facts.degree = std::min(kNoPolynomial, facts.degree + of(i).degree);
        facts.sign = std::min(facts.sign, of(i).sign);
      }
      break;
    case Op::quotient:
      if (of(1).degree == 0) facts.degree = of(0).degree;
      facts.sign = of(1).sign == 2 ? of(0).sign : 0;
      facts.has_pole = facts.has_pole || (of(1).degree != 0 && of(1).sign != 2);
      break;
    case Op::power:
      if (is_whole(of(1)) && of(1).value >= 0)
        facts.degree = static_cast<int>(std::min<double>(kNoPolynomial, of(0).degree * of(1).value));
      if (of(0).sign == 2)
        facts.sign = 2;
      else if (is_whole(of(1)) && std::fmod(of(1).value, 2) == 0)
        facts.sign = 1;
      facts.has_pole = facts.has_pole || (of(0).sign != 2 && !(of(1).degree == 0 && of(1).value > 0));
      break;
    case Op::call: {
      const std::string_view name = row(pool.function(e)).name;
      if (is_one_of(name, "exp cosh sigmoid softplus")) facts.sign = 2;
      if (is_one_of(name, "abs sqrt relu step")) facts.sign = name == "sqrt" && of(0).sign == 2 ? 2 : 1;
      if (is_one_of(name, "tan sec csc cot")) facts.has_pole = true;
      break;
    }
    default: break;
  }
  return facts;
}

/// Where a part can end to have a value, or bend: the function and its simplified argument.
struct Restriction {
  std::uint32_t function;
  Expr argument;
  friend bool operator==(const Restriction&, const Restriction&) = default;
};

class Look {
 public:
  Look(Pool& pool, Expr root) : nodes_(reachable(pool, root)), pool_(pool) {
    facts_.resize(root.index + 1);
    for (const Expr e : nodes_) facts_[e.index] = facts_of(pool, e, facts_);
    for (const Expr e : nodes_) look(e);
  }

  std::vector<Restriction> restrictions;
  bool has_kinks = false;
  std::vector<Expr> poles_in_calls;

  std::size_t size() const { return nodes_.size(); }
  bool is_moderate() const {
    for (const Expr e : nodes_) {
      const double size = std::fabs(facts_[e.index].value);
      if (facts_[e.index].degree == 0 && size != 0 && !(size >= kSmallest && size <= kLargest)) return false;
    }
    return true;
  }

 private:
  void look(Expr e) {
    const std::span<const Expr> children = pool_.children(e);
    if (children.empty() || facts_[e.index].degree == 0) return;
    const Facts& first = facts_[children[0].index];
    if (pool_.op(e) == Op::power) {
      const Facts& exponent = facts_[children[1].index];
      if (!is_whole(exponent) && first.sign != 2) restrict(0xFFFF, children[0]);
      return;
    }
    if (pool_.op(e) != Op::call) return;
    const FunctionRow& function = row(pool_.function(e));
    if (!function.kinks.empty() || function.name == "elu") has_kinks = true;
    if (function.arity == 2 && !has_kinks) has_kinks = facts_[children[1].index].degree != 0 || first.sign != 2;
    if (is_one_of(function.name, "log log2 log10 sqrt cbrt asin acos acosh atanh")) {
      const bool is_everywhere = (first.sign == 2 && is_one_of(function.name, "log log2 log10 sqrt cbrt")) ||
                                 (first.sign == 1 && function.name == "sqrt");
      const bool is_root_of_square = function.name == "sqrt" && first.sign == 1;
      if (is_root_of_square) has_kinks = true;
      if (!is_everywhere) restrict(pool_.function(e).row, children[0]);
    }
    if (first.has_pole) poles_in_calls.push_back(children[0]);
  }

  void restrict(std::uint32_t function, Expr argument) { restrictions.push_back({function, argument}); }

  std::vector<Expr> nodes_;
  std::vector<Facts> facts_;
  Pool& pool_;

 public:
  int degree(Expr e) const { return facts_[e.index].degree; }
};

bool contains(const std::vector<Restriction>& list, const Restriction& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// Functions of one class have their values at the same arguments, but for single points.
std::string_view domain_class(std::uint32_t function) {
  if (function == 0xFFFF) return "log";
  const std::string_view name = functions()[function].name;
  if (is_one_of(name, "log2 log10 sqrt")) return "log";
  return name == "acos" || name == "atanh" ? "asin" : name;
}

/// a*x^2 + b*x + c with two roots, at least 1 apart, in [-20, 20].
bool has_two_plain_roots(Pool& pool, Expr e) {
  Bindings at;
  for (const Expr node : reachable(pool, e))
    if (pool.op(node) == Op::symbol) at.emplace_back(pool.name(node), 0);
  if (at.size() != 1) return false;
  const Program program{{{pool.symbol(""), e}}, {}};
  double y[3];
  for (int i = 0; i < 3; ++i) {
    at[0].second = i - 1;
    const Result<double> value = evaluate(pool, program, at);
    if (!value.ok()) return false;
    y[i] = value.value();
  }
  const double a = (y[0] + y[2]) / 2 - y[1];
  const double b = (y[2] - y[0]) / 2;
  const double middle = -b / (2 * a);
  const double reach = std::sqrt(b * b - 4 * a * y[1]) / (2 * std::fabs(a));  // NaN without roots
  return reach >= 0.5 && std::fabs(middle) + reach <= 20;
}

}  // namespace

Expr reordered(Pool& pool, Expr root) {
  std::vector<Expr> image(root.index + 1);
  std::vector<Expr> children;
  for (const Expr e : reachable(pool, root)) {
    children.clear();
    for (const Expr child : pool.children(e)) children.push_back(image[child.index]);
    if (pool.op(e) == Op::sum || pool.op(e) == Op::product) std::sort(children.begin(), children.end());
    image[e.index] = children.empty() || pool.exhausted() ? e : pool.with_children(e, children);
  }
  return image[root.index];
}

bool is_settled_by_points(Pool& pool, Expr a, Expr b) {
  const Look looks[2] = {Look(pool, a), Look(pool, b)};
  for (int i = 0; i < 2; ++i) {
    const Look& look = looks[i];
    if (look.has_kinks || look.size() > kMostNodes || !look.is_moderate()) return false;
    if (look.poles_in_calls.size() > 1) return false;
    for (const Restriction& restriction : look.restrictions) {
      const std::string_view name = restriction.function == 0xFFFF ? "power" : functions()[restriction.function].name;
      const int degree = look.degree(restriction.argument);
      const bool is_logarithm = is_one_of(name, "log log2 log10");
      if (degree == 1) continue;
      if (is_logarithm && contains(looks[1 - i].restrictions, restriction)) continue;
      if (degree == 2 && is_one_of(name, "log log2 log10 sqrt power") &&
          has_two_plain_roots(pool, restriction.argument))
        continue;
      return false;
    }
  }
  return true;
}

bool keeps_domain(Pool& pool, Expr before, Expr after) {
  const Look look(pool, before);
  const Look kept(pool, after);
  const auto is_kept = [&](const Restriction& restriction) {
    const Expr argument = reordered(pool, simplify(pool, restriction.argument).e);
    return std::any_of(kept.restrictions.begin(), kept.restrictions.end(), [&](const Restriction& other) {
      return domain_class(other.function) == domain_class(restriction.function) &&
             reordered(pool, simplify(pool, other.argument).e) == argument;
    });
  };
  return std::all_of(look.restrictions.begin(), look.restrictions.end(), [&](const Restriction& restriction) {
    return domain_class(restriction.function) == "cbrt" || is_kept(restriction);
  });
}

}  // namespace chainwise::calculus
