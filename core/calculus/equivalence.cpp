#include "core/calculus/equivalence.h"

#include <algorithm>
#include <cmath>

#include "core/base/limits.h"
#include "core/base/random.h"
#include "core/calculus/analytic.h"
#include "core/calculus/bounded.h"
#include "core/calculus/differentiate.h"
#include "core/calculus/functions.h"
#include "core/calculus/logarithm.h"
#include "core/calculus/parse.h"
#include "core/calculus/simplify.h"

namespace chainwise::calculus {
namespace {

constexpr double kEasy[] = {2, -1, 1, 0, 3, -2, 0.5, -0.5, 1.5, -3};  // witnesses that people like come first
constexpr int kPoints = 256;
constexpr int kLeastAgreements = 40;
constexpr std::size_t kMostWork = 4'000'000;  // nodes times points
constexpr double kTight = 1e-11;

/// Point number `i` for one name: the first ones easy, then every half of [-20, 20] once, then all sizes.
double coordinate(Random& random, int i, bool is_only) {
  const int easy = static_cast<int>(std::size(kEasy));
  if (i < easy && is_only) return kEasy[i];
  if (i < 2 * easy) return kEasy[random.below(static_cast<std::uint32_t>(easy))];
  double value = 0;
  if (i < 2 * easy + 80)
    value = is_only ? -20 + 0.5 * (i - 2 * easy) + 0.5 * random.uniform() : random.uniform(-4, 4);
  else
    value = std::pow(10, random.uniform(-3, i % 4 == 0 ? 7 : 1)) * (random.below(2) == 0 ? 1 : -1);
  // Short numbers make whole operations exact; others fall on no lattice.
  return i % 2 == 0 && std::fabs(value) < 1000 ? std::round(value * 1024) / 1024 : value;
}

class Comparison {
 public:
  Comparison(const Pool& pool, Expr a, Expr b) : pool_(pool), a_(a), b_(b) {
    const Expr roots[] = {a, b};
    nodes_ = reachable(pool, roots);
    values_.resize(std::max(a.index, b.index) + 1);
    for (const Expr e : nodes_)
      if (pool.op(e) == Op::symbol) symbols_.push_back(e);
  }

  /// True once there is a witness.
  bool find_difference(Bindings& witness) {
    Random random(20, 17);
    const int points = static_cast<int>(std::clamp<std::size_t>(kMostWork / nodes_.size(), 12, kPoints));
    std::vector<double> at(symbols_.size());
    for (int i = 0; i < points; ++i) {
      for (double& value : at) value = coordinate(random, i, symbols_.size() == 1);
      if (!differs(at)) continue;
      for (std::size_t s = 0; s < symbols_.size(); ++s) witness.emplace_back(pool_.name(symbols_[s]), at[s]);
      return true;
    }
    return false;
  }

  int agreements = 0;      // points at which agreement says something
  bool any_value = false;  // somewhere both have one

 private:
  bool differs(const std::vector<double>& at) {
    const auto [a, b] = run(at, 0);
    if (a.certainty == Certainty::defined && b.certainty == Certainty::defined) {
      any_value = true;
      const double bound = a.error + b.error;
      if (std::fabs(a.value - b.value) > bound) return true;
      const double size = std::max({std::fabs(a.value), std::fabs(b.value), 1.0});
      if (!a.is_lossy && !b.is_lossy && bound <= kTight * size) ++agreements;
      return false;
    }
    if (!one_alone(a, b)) return false;
    // Where one alone has a value, it has to be so around the point as well.
    for (const double shift : {-1.0, 1.0}) {
      const auto [c, d] = run(at, shift);
      if (c.certainty != a.certainty || d.certainty != b.certainty) return false;
    }
    return true;
  }

  static bool one_alone(const Bounded& a, const Bounded& b) {
    return (a.certainty == Certainty::defined && b.certainty == Certainty::undefined) ||
           (a.certainty == Certainty::undefined && b.certainty == Certainty::defined);
  }

  std::pair<Bounded, Bounded> run(const std::vector<double>& at, double shift) {
    std::size_t symbol = 0;
    for (const Expr e : nodes_) {
      if (pool_.op(e) == Op::symbol) {
        const double value = at[symbol];
        ++symbol;
        values_[e.index] = {std::fabs(value) < 1000 ? value + shift / 1024 : value * (1 + shift / 1024), 0,
                            Certainty::defined, false};
        continue;
      }
      arguments_.clear();
      for (const Expr child : pool_.children(e)) arguments_.push_back(values_[child.index]);
      values_[e.index] = bounded(pool_, e, arguments_);
    }
    return {values_[a_.index], values_[b_.index]};
  }

  const Pool& pool_;
  Expr a_, b_;
  std::vector<Expr> nodes_;
  std::vector<Expr> symbols_;
  std::vector<Bounded> values_;
  std::vector<Bounded> arguments_;
};

/// Identities that hold wherever both sides have a value, from the longer list of functions to the shorter.
struct Identity {
  std::string_view rule, function, argument, formula;  // function(argument(u)) is formula
};
constexpr Identity kIdentities[] = {
    {"basic-functions", "tan", "", "sin(u)/cos(u)"},
    {"basic-functions", "cot", "", "cos(u)/sin(u)"},
    {"basic-functions", "sec", "", "1/cos(u)"},
    {"basic-functions", "csc", "", "1/sin(u)"},
    {"basic-functions", "sinh", "", "(exp(u) - exp(-u))/2"},
    {"basic-functions", "cosh", "", "(exp(u) + exp(-u))/2"},
    {"basic-functions", "tanh", "", "(exp(2*u) - 1)/(exp(2*u) + 1)"},
    {"basic-functions", "sigmoid", "", "1/(1 + exp(-u))"},
    {"basic-functions", "softplus", "", "log(1 + exp(u))"},
    {"basic-functions", "swish", "", "u/(1 + exp(-u))"},
    {"basic-functions", "relu", "", "(u + abs(u))/2"},
    {"basic-functions", "leakyrelu", "", "(101*u + 99*abs(u))/200"},
    {"basic-functions", "max", "", "(u + v + abs(u - v))/2"},
    {"basic-functions", "min", "", "(u + v - abs(u - v))/2"},
    {"basic-functions", "log2", "", "log(u)/log(2)"},
    {"basic-functions", "log10", "", "log(u)/log(10)"},
    {"basic-functions", "logbase", "", "log(u)/log(v)"},
    {"inverse-hyperbolic", "asinh", "", "log(u + sqrt(u^2 + 1))"},
    {"inverse-hyperbolic", "acosh", "", "log(u + sqrt(u^2 - 1))"},
    {"inverse-hyperbolic", "atanh", "", "log((1 + u)/(1 - u))/2"},
    {"double-angle", "sin", "2", "2*sin(u)*cos(u)"},
    {"double-angle", "cos", "2", "1 - 2*sin(u)^2"},
    {"pythagoras", "", "cos", "1 - sin(u)^2"},
    {"square-root", "", "sqrt", "abs(u)"},
};
constexpr std::string_view kLogarithm = "logarithm";  // expanded_log
constexpr std::string_view kStages[] = {"square-root", "basic-functions", "inverse-hyperbolic",
                                        kLogarithm,    "double-angle",    "pythagoras"};

class Rewriter {
 public:
  explicit Rewriter(Pool& pool) : pool_(pool) {
    for (const Identity& identity : kIdentities) {
      const Result<Program> formula = parse(pool, identity.formula);
      formulas_.push_back(formula.ok() ? formula.value().output().formula : pool.symbol("u"));
    }
    u_[0] = pool.symbol("u");
    u_[1] = pool.symbol("v");
  }

  /// `e` with every identity of `rule` applied once, everywhere.
  Expr apply_rule(Expr root, std::string_view rule) {
    std::vector<Expr> image(root.index + 1);
    std::vector<Expr> children;
    for (const Expr e : reachable(pool_, root)) {
      children.clear();
      for (const Expr child : pool_.children(e)) children.push_back(image[child.index]);
      const Expr copy = children.empty() ? e : pool_.with_children(e, children);
      image[e.index] = pool_.exhausted() ? e : rewritten(copy, rule);
    }
    return image[root.index];
  }

 private:
  Expr rewritten(Expr e, std::string_view rule) {
    if (rule == kLogarithm && pool_.is_call(e, log_function())) return expanded_log(pool_, pool_.child(e, 0));
    for (std::size_t i = 0; i < std::size(kIdentities); ++i) {
      const Identity& identity = kIdentities[i];
      if (identity.rule != rule) continue;
      Expr to[2] = {u_[0], u_[1]};
      if (identity.function.empty()) {
        if (!is_square(e, identity.argument, to[0])) continue;
      } else {
        if (pool_.op(e) != Op::call || row(pool_.function(e)).name != identity.function) continue;
        if (identity.argument.empty())
          std::copy(pool_.children(e).begin(), pool_.children(e).end(), to);
        else if (!is_double(pool_.child(e, 0), to[0]))
          continue;
      }
      return substitute(pool_, formulas_[i], u_, to);
    }
    return e;
  }

  /// cos(u)^2, or sqrt(u^2).
  bool is_square(Expr e, std::string_view function, Expr& u) const {
    const bool is_root = function == "sqrt";
    const auto is_power = [&](Expr p) { return pool_.op(p) == Op::power && pool_.is_integer(pool_.child(p, 1), 2); };
    const auto calls = [&](Expr c) { return pool_.op(c) == Op::call && row(pool_.function(c)).name == function; };
    const Expr outer = e;
    if (is_root ? !calls(outer) : !is_power(outer)) return false;
    const Expr inner = pool_.child(outer, 0);
    if (is_root ? !is_power(inner) : !calls(inner)) return false;
    u = pool_.child(inner, 0);
    return true;
  }

  /// 2*u, from a simplified product.
  bool is_double(Expr e, Expr& u) {
    if (pool_.op(e) != Op::product || !pool_.is_integer(pool_.child(e, 0), 2)) return false;
    const std::span<const Expr> rest = pool_.children(e).subspan(1);
    u = rest.size() == 1 ? rest[0] : pool_.product(rest);
    return true;
  }

  Pool& pool_;
  std::vector<Expr> formulas_;
  Expr u_[2];
};

/// One formula on its way to the form in which it meets the other.
class Side {
 public:
  Side(Pool& pool, Expr e) : pool_(pool), form_(e) {}

  Expr form() const { return form_; }
  const std::vector<Rewrite>& steps() const { return steps_; }

  void take(std::string_view rule, Expr after) {
    if (after == form_) return;
    steps_.push_back({rule, form_, after});
    // Logarithms of another argument, but with a value in just the same places.
    const bool keeps = rule == "inverse-hyperbolic" || rule == kLogarithm || keeps_domain(pool_, form_, after);
    keeps_domain_ = keeps_domain_ && keeps;
    form_ = after;
  }
  void simplify(std::vector<Granted>& granted) {
    const Simplified simplified = calculus::simplify(pool_, form_);
    granted.insert(granted.end(), simplified.granted.begin(), simplified.granted.end());
    take("simplify", simplified.e);
  }
  bool keeps() const { return keeps_domain_; }

 private:
  Pool& pool_;
  Expr form_;
  bool keeps_domain_ = true;
  std::vector<Rewrite> steps_;
};

/// Brings both to one form; false where these rules do not.
bool meet(Pool& pool, Side& a, Side& b, std::vector<Granted>& granted) {
  Rewriter rewriter(pool);
  for (std::size_t stage = 0; stage <= std::size(kStages); ++stage) {
    if (stage > 0)
      for (Side* side : {&a, &b}) side->take(kStages[stage - 1], rewriter.apply_rule(side->form(), kStages[stage - 1]));
    if (a.form() == b.form()) return true;
    a.simplify(granted);
    b.simplify(granted);
    if (a.form() == b.form() || pool.exhausted()) return !pool.exhausted();
    const Expr a_ordered = reordered(pool, a.form());
    if (const Expr b_ordered = reordered(pool, b.form()); a_ordered == b_ordered) {
      a.take("reorder", a_ordered);
      b.take("reorder", b_ordered);
      return true;
    }
    const Simplified difference = simplify(pool, pool.sum({a.form(), pool.negate(b.form())}));
    if (pool.is_integer(difference.e, 0)) {
      granted.insert(granted.end(), difference.granted.begin(), difference.granted.end());
      a.take("same-difference", b.form());
      return true;
    }
  }
  return false;
}

/// The output as one formula of the inputs.
Result<Expr> inlined(Pool& pool, const Program& program) {
  Result<Program> resolved = resolve_derivatives(pool, program);
  if (!resolved.ok()) return resolved.error();
  std::vector<Expr> names;
  std::vector<Expr> formulas;
  for (const Definition& definition : resolved.value().definitions) {
    formulas.push_back(names.empty() ? definition.formula : substitute(pool, definition.formula, names, formulas));
    names.push_back(definition.name);
  }
  return formulas.back();
}

}  // namespace

Result<Equivalence> equivalent(Pool& pool, const Program& a_program, const Program& b_program) {
  const Result<Expr> a = inlined(pool, a_program);
  if (!a.ok()) return a.error();
  const Result<Expr> b = inlined(pool, b_program);
  if (!b.ok()) return b.error();
  const Error too_large = make_error("too-many-nodes", {{"limit", std::to_string(kMaxNodes)}});
  if (pool.exhausted()) return too_large;
  Equivalence answer;
  if (a.value() == b.value()) {
    answer.verdict = Verdict::equal;
    return answer;
  }
  // A witness is certain, so it is looked for first: rules may well make a domain larger, sqrt(x)^2 = x.
  Comparison comparison(pool, a.value(), b.value());
  if (comparison.find_difference(answer.witness)) {
    answer.verdict = Verdict::different;
    return answer;
  }
  Side from(pool, a.value());
  Side to(pool, b.value());
  std::vector<Granted> granted;
  const bool met = comparison.any_value && meet(pool, from, to, granted);
  if (pool.exhausted()) return too_large;
  const bool same_domain = met && ((from.keeps() && to.keeps()) || (keeps_domain(pool, a.value(), b.value()) &&
                                                                    keeps_domain(pool, b.value(), a.value())));
  const bool settled =
      same_domain || (comparison.agreements >= kLeastAgreements && is_settled_by_points(pool, a.value(), b.value()));
  if (!settled) return answer;
  answer.verdict = Verdict::equal;
  for (const Granted& each : each_once(granted))
    if (!each.may_be_zero) answer.except.push_back(each.e);
  if (!met) return answer;
  answer.steps = from.steps();
  for (std::size_t i = to.steps().size(); i-- > 0;) {
    const Rewrite& step = to.steps()[i];
    answer.steps.push_back({step.rule, step.after, step.before});
  }
  return answer;
}

}  // namespace chainwise::calculus
