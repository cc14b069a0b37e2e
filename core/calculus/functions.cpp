#include "core/calculus/functions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/calculus/parse.h"

namespace chainwise::calculus {
namespace {

constexpr double kPi = std::numbers::pi;

double sigmoid(double u) { return u >= 0 ? 1 / (1 + std::exp(-u)) : std::exp(u) / (1 + std::exp(u)); }
double sigmoid_slope(double u) {  // symmetric; e^-|u| never overflows
  const double e = std::exp(-std::fabs(u));
  return e / ((1 + e) * (1 + e));
}
/// The v-th root of u, also of negative u for odd v.
double nth_root(double u, double v) {
  if (v == 0 || (u == 0 && v < 0)) return kNaN;
  if (u >= 0) return std::pow(u, 1 / v);
  return std::fabs(std::fmod(v, 2)) == 1 ? -std::pow(-u, 1 / v) : kNaN;
}
double sign(double u) { return u > 0 ? 1 : u < 0 ? -1 : u; }
double normal_density(double u) { return std::exp(-u * u / 2) / std::sqrt(2 * kPi); }
double normal_distribution(double u) { return std::erfc(-u / std::numbers::sqrt2) / 2; }

using N = Notation;

// clang-format off
constexpr FunctionRow kFunctions[] = {
    // name, aliases, arity, group, value, slopes, derivatives, domain, kinks, notation, latex, activation, needs_parentheses

    // Constants
    {"pi", "π", 0, "constants", [](double, double) { return kPi; }, {}, {}, "", "", N::constant, "\\pi", "", false, "pi"},
    {"e", "", 0, "constants", [](double, double) { return std::numbers::e; }, {}, {}, "", "", N::constant, "e", "", false, "e"},

    // Exponentials and logarithms
    {"exp", "", 1, "exponential",
     [](double u, double) { return std::exp(u); },
     {[](double u, double) { return std::exp(u); }},
     {"exp(u)"}, "", "", N::exponential, "", "", false, "e to the power"},
    {"log", "ln", 1, "exponential",
     [](double u, double) { return u > 0 ? std::log(u) : kNaN; },
     {[](double u, double) { return u > 0 ? 1 / u : kNaN; }},
     {"1/u"}, "u > 0", "", N::prefix, "\\log", "", false, "log"},
    {"log2", "", 1, "exponential",
     [](double u, double) { return u > 0 ? std::log2(u) : kNaN; },
     {[](double u, double) { return u > 0 ? 1 / (u * std::numbers::ln2) : kNaN; }},
     {"1/(u*log(2))"}, "u > 0", "", N::prefix, "\\log_{2}", "", false, "binary log"},
    {"log10", "lg", 1, "exponential",
     [](double u, double) { return u > 0 ? std::log10(u) : kNaN; },
     {[](double u, double) { return u > 0 ? 1 / (u * std::numbers::ln10) : kNaN; }},
     {"1/(u*log(10))"}, "u > 0", "", N::prefix, "\\log_{10}", "", false, "common log"},
    {"logbase", "", 2, "exponential",  // typed as log(u, v)
     [](double u, double v) { return u > 0 && v > 0 && v != 1 ? std::log(u) / std::log(v) : kNaN; },
     {[](double u, double v) { return u > 0 && v > 0 && v != 1 ? 1 / (u * std::log(v)) : kNaN; },
      [](double u, double v) { return u > 0 && v > 0 && v != 1 ? -std::log(u) / (v * std::log(v) * std::log(v)) : kNaN; }},
     {"1/(u*log(v))", "-log(u)/(v*log(v)^2)"}, "u > 0, v > 0, v ≠ 1", "", N::log_base, "", "", false, "log"},

    // Roots and absolute values
    {"sqrt", "√", 1, "roots",
     [](double u, double) { return u >= 0 ? std::sqrt(u) : kNaN; },
     {[](double u, double) { return u > 0 ? 1 / (2 * std::sqrt(u)) : kNaN; }},
     {"1/(2*sqrt(u))"}, "u ≥ 0", "", N::root, "", "", false, "the square root"},
    {"cbrt", "", 1, "roots",
     [](double u, double) { return std::cbrt(u); },
     {[](double u, double) { const double r = std::cbrt(u); return u != 0 ? 1 / (3 * r * r) : kNaN; }},
     {"1/(3*cbrt(u)^2)"}, "", "", N::cube_root, "", "", false, "the cube root"},
    {"root", "", 2, "roots",  // the v-th root
     [](double u, double v) { return nth_root(u, v); },
     {[](double u, double v) { return u == 0 ? kNaN : nth_root(u, v) / (u * v); },
      [](double u, double v) { return u > 0 && v != 0 ? -nth_root(u, v) * std::log(u) / (v * v) : kNaN; }},
     {"root(u,v)/(u*v)", "-root(u,v)*log(u)/v^2"}, "v ≠ 0; u ≥ 0 unless v is odd; u ≠ 0 if v < 0", "", N::nth_root, "", "", false, "the root"},
    {"abs", "", 1, "roots",
     [](double u, double) { return std::fabs(u); },
     {[](double u, double) { return sign(u); }},
     {"sign(u)"}, "", "0", N::bars, "", "", false, "the absolute value"},
    {"sign", "sgn", 1, "roots",
     [](double u, double) { return sign(u); },
     {[](double u, double) { return u == u ? 0.0 : kNaN; }},
     {"0"}, "", "0", N::prefix, "\\operatorname{sign}", "", false, "sign"},

    // Trigonometric functions; angles are radians
    {"sin", "", 1, "trigonometric",
     [](double u, double) { return std::sin(u); }, {[](double u, double) { return std::cos(u); }},
     {"cos(u)"}, "", "", N::prefix, "\\sin", "", false, "sine"},
    {"cos", "", 1, "trigonometric",
     [](double u, double) { return std::cos(u); }, {[](double u, double) { return -std::sin(u); }},
     {"-sin(u)"}, "", "", N::prefix, "\\cos", "", false, "cosine"},
    {"tan", "", 1, "trigonometric",
     [](double u, double) { return std::tan(u); },
     {[](double u, double) { const double t = std::tan(u); return 1 + t * t; }},
     {"1/cos(u)^2"}, "cos u ≠ 0", "", N::prefix, "\\tan", "", false, "tangent"},
    {"sec", "", 1, "trigonometric",
     [](double u, double) { return 1 / std::cos(u); },
     {[](double u, double) { return std::tan(u) / std::cos(u); }},
     {"sec(u)*tan(u)"}, "cos u ≠ 0", "", N::prefix, "\\sec", "", false, "secant"},
    {"csc", "cosec", 1, "trigonometric",
     [](double u, double) { return u != 0 ? 1 / std::sin(u) : kNaN; },
     {[](double u, double) { const double s = std::sin(u); return u != 0 ? -std::cos(u) / (s * s) : kNaN; }},
     {"-csc(u)*cot(u)"}, "sin u ≠ 0", "", N::prefix, "\\csc", "", false, "cosecant"},
    {"cot", "cotan", 1, "trigonometric",
     [](double u, double) { return u != 0 ? std::cos(u) / std::sin(u) : kNaN; },
     {[](double u, double) { const double s = std::sin(u); return u != 0 ? -1 / (s * s) : kNaN; }},
     {"-1/sin(u)^2"}, "sin u ≠ 0", "", N::prefix, "\\cot", "", false, "cotangent"},

    // Inverse trigonometric functions
    {"asin", "arcsin", 1, "inverse trigonometric",
     [](double u, double) { return std::asin(u); },
     {[](double u, double) { return std::fabs(u) < 1 ? 1 / std::sqrt((1 - u) * (1 + u)) : kNaN; }},
     {"1/sqrt(1 - u^2)"}, "-1 ≤ u ≤ 1", "", N::prefix, "\\arcsin", "", false, "arcsine"},
    {"acos", "arccos", 1, "inverse trigonometric",
     [](double u, double) { return std::acos(u); },
     {[](double u, double) { return std::fabs(u) < 1 ? -1 / std::sqrt((1 - u) * (1 + u)) : kNaN; }},
     {"-1/sqrt(1 - u^2)"}, "-1 ≤ u ≤ 1", "", N::prefix, "\\arccos", "", false, "arccosine"},
    {"atan", "arctan", 1, "inverse trigonometric",
     [](double u, double) { return std::atan(u); },
     {[](double u, double) { return 1 / (1 + u * u); }},
     {"1/(1 + u^2)"}, "", "", N::prefix, "\\arctan", "", false, "arctangent"},

    // Hyperbolic functions and their inverses
    {"sinh", "", 1, "hyperbolic",
     [](double u, double) { return std::sinh(u); }, {[](double u, double) { return std::cosh(u); }},
     {"cosh(u)"}, "", "", N::prefix, "\\sinh", "", false, "hyperbolic sine"},
    {"cosh", "", 1, "hyperbolic",
     [](double u, double) { return std::cosh(u); }, {[](double u, double) { return std::sinh(u); }},
     {"sinh(u)"}, "", "", N::prefix, "\\cosh", "", false, "hyperbolic cosine"},
    {"tanh", "", 1, "hyperbolic",
     [](double u, double) { return std::tanh(u); },
     {[](double u, double) { const double t = std::tanh(u); return (1 - t) * (1 + t); }},
     {"1 - tanh(u)^2"}, "", "", N::prefix, "\\tanh", "tanh", false, "hyperbolic tangent"},
    {"asinh", "arsinh arcsinh", 1, "hyperbolic",
     [](double u, double) { return std::asinh(u); },
     {[](double u, double) { return 1 / std::hypot(u, 1); }},
     {"1/sqrt(u^2 + 1)"}, "", "", N::prefix, "\\operatorname{arsinh}", "", false, "inverse hyperbolic sine"},
    {"acosh", "arcosh arccosh", 1, "hyperbolic",
     // The library that comes with Emscripten has values far left of 0.
     [](double u, double) { return u >= 1 ? std::acosh(u) : kNaN; },
     {[](double u, double) { return u > 1 ? 1 / (std::sqrt(u - 1) * std::sqrt(u + 1)) : kNaN; }},
     {"1/(sqrt(u - 1)*sqrt(u + 1))"}, "u ≥ 1", "", N::prefix, "\\operatorname{arcosh}", "", false, "inverse hyperbolic cosine"},
    {"atanh", "artanh arctanh", 1, "hyperbolic",
     [](double u, double) { return std::fabs(u) < 1 ? std::atanh(u) : kNaN; },
     {[](double u, double) { return std::fabs(u) < 1 ? 1 / ((1 - u) * (1 + u)) : kNaN; }},
     {"1/(1 - u^2)"}, "-1 < u < 1", "", N::prefix, "\\operatorname{artanh}", "", false, "inverse hyperbolic tangent"},

    // Functions of machine learning
    {"sigmoid", "σ sigma logistic", 1, "machine learning",
     [](double u, double) { return sigmoid(u); },
     {[](double u, double) { return sigmoid_slope(u); }},
     {"sigmoid(u)*(1 - sigmoid(u))"}, "", "", N::prefix, "\\sigma", "sigmoid", true, "sigmoid"},
    {"relu", "", 1, "machine learning",
     [](double u, double) { return u > 0 ? u : u == u ? 0.0 : kNaN; },
     {[](double u, double) { return u > 0 ? 1.0 : u == u ? 0.0 : kNaN; }},
     {"step(u)"}, "", "0", N::prefix, "\\operatorname{relu}", "relu", false, "relu"},
    {"leakyrelu", "lrelu leaky_relu", 1, "machine learning",
     [](double u, double) { return u > 0 ? u : 0.01 * u; },
     {[](double u, double) { return u > 0 ? 1.0 : u == u ? 0.01 : kNaN; }},
     {"0.01 + 0.99*step(u)"}, "", "0", N::prefix, "\\operatorname{leakyrelu}", "leaky-relu", false, "leaky relu"},
    {"elu", "", 1, "machine learning",  // α = 1
     [](double u, double) { return u > 0 ? u : std::expm1(u); },
     {[](double u, double) { return u > 0 ? 1.0 : std::exp(u); }},
     {"exp(min(u,0))"}, "", "", N::prefix, "\\operatorname{elu}", "elu", false, "elu"},
    {"softplus", "", 1, "machine learning",  // log(1 + e^u) without overflow
     [](double u, double) { return (u > 0 ? u : u == u ? 0.0 : kNaN) + std::log1p(std::exp(-std::fabs(u))); },
     {[](double u, double) { return sigmoid(u); }},
     {"sigmoid(u)"}, "", "", N::prefix, "\\operatorname{softplus}", "softplus", false, "softplus"},
    {"swish", "silu", 1, "machine learning",
     [](double u, double) { return u * sigmoid(u); },
     {[](double u, double) { return sigmoid(u) + u * sigmoid_slope(u); }},
     {"sigmoid(u) + u*sigmoid(u)*(1 - sigmoid(u))"}, "", "", N::prefix, "\\operatorname{swish}", "swish", false, "swish"},
    {"gelu", "", 1, "machine learning",  // the exact one: u Φ(u)
     [](double u, double) { return u * normal_distribution(u); },
     {[](double u, double) { return normal_distribution(u) + u * normal_density(u); }},
     {"(1 + erf(u/sqrt(2)))/2 + u*exp(-u^2/2)/sqrt(2*pi)"}, "", "", N::prefix, "\\operatorname{gelu}", "gelu", false, "gelu"},
    {"erf", "", 1, "machine learning",
     [](double u, double) { return std::erf(u); },
     {[](double u, double) { return 2 / std::sqrt(kPi) * std::exp(-u * u); }},
     {"2/sqrt(pi)*exp(-u^2)"}, "", "", N::prefix, "\\operatorname{erf}", "", false, "error function"},
    {"step", "heaviside", 1, "machine learning",  // 0 at 0, as relu'(0) = 0
     [](double u, double) { return u > 0 ? 1.0 : u == u ? 0.0 : kNaN; },
     {[](double u, double) { return u == u ? 0.0 : kNaN; }},
     {"0"}, "", "0", N::prefix, "\\operatorname{step}", "", true, "step"},
    {"max", "", 2, "machine learning",  // ties are shared equally
     [](double u, double v) { return u >= v ? u : u < v ? v : kNaN; },
     {[](double u, double v) { return (1 + sign(u - v)) / 2; }, [](double u, double v) { return (1 + sign(v - u)) / 2; }},
     {"(1 + sign(u - v))/2", "(1 + sign(v - u))/2"}, "", "v", N::prefix, "\\max", "", false, "the maximum"},
    {"min", "", 2, "machine learning",
     [](double u, double v) { return u <= v ? u : u > v ? v : kNaN; },
     {[](double u, double v) { return (1 - sign(u - v)) / 2; }, [](double u, double v) { return (1 - sign(v - u)) / 2; }},
     {"(1 - sign(u - v))/2", "(1 - sign(v - u))/2"}, "", "v", N::prefix, "\\min", "", false, "the minimum"},
};
// clang-format on

/// All names and aliases in order: a parser looks each name of its source up.
struct Names {
  struct Entry {
    std::string_view name;
    FunctionId function;
  };
  std::vector<Entry> sorted;

  static bool before(const Entry& entry, std::string_view name) { return entry.name < name; }

  void add(std::string_view name, FunctionId function) {
    const auto place = std::lower_bound(sorted.begin(), sorted.end(), name, before);
    if (place == sorted.end() || place->name != name) sorted.insert(place, {name, function});
  }

  Names() {
    for (std::size_t i = 0; i < std::size(kFunctions); ++i) {
      const FunctionId function{static_cast<std::uint16_t>(i)};
      add(kFunctions[i].name, function);
      for (std::string_view rest = kFunctions[i].aliases; !rest.empty();) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        add(rest.substr(0, space), function);
        rest.remove_prefix(std::min(space + 1, rest.size()));
      }
    }
  }
};

FunctionId known(std::string_view name) { return *find_function(name); }

/// The derivative formulas of the table, parsed once. They live in a pool of their own, with u and v as symbols.
struct Templates {
  Pool pool;
  Expr u = pool.symbol("u");
  Expr v = pool.symbol("v");
  struct Formula {
    Expr root;
    std::vector<Expr> nodes;  // ascending
  };
  std::vector<Formula> formulas;  // two a row

  Templates() {
    for (const FunctionRow& row : kFunctions)
      for (const std::string_view text : row.derivative) {
        if (text.empty()) {
          formulas.push_back({});
          continue;
        }
        const Result<Program> program = parse(pool, text);
        assert(program.ok());
        const Expr root = program.value().output().formula;
        formulas.push_back({root, reachable(pool, root)});
      }
  }
};

}  // namespace

std::span<const FunctionRow> functions() { return kFunctions; }

std::optional<FunctionId> find_function(std::string_view name) {
  static const Names names;
  const auto found = std::lower_bound(names.sorted.begin(), names.sorted.end(), name, Names::before);
  if (found == names.sorted.end() || found->name != name) return std::nullopt;
  return found->function;
}

FunctionId log_function() {
  static const FunctionId id = known("log");
  return id;
}
FunctionId exp_function() {
  static const FunctionId id = known("exp");
  return id;
}
FunctionId sqrt_function() {
  static const FunctionId id = known("sqrt");
  return id;
}
FunctionId euler_constant() {
  static const FunctionId id = known("e");
  return id;
}

Expr table_derivative(Pool& pool, FunctionId function, std::size_t argument, std::span<const Expr> at) {
  static const Templates templates;
  const Templates::Formula& formula = templates.formulas[function.row * 2u + argument];
  assert(!formula.nodes.empty());
  std::vector<std::pair<Expr, Expr>> image;  // a few nodes: a linear search is the fastest map
  image.reserve(formula.nodes.size());
  std::vector<Expr> children;
  for (const Expr node : formula.nodes) {
    Expr copy;
    switch (templates.pool.op(node)) {
      case Op::symbol: copy = node == templates.u ? at[0] : at[1]; break;
      case Op::number: copy = pool.number(templates.pool.number_of(node)); break;
      default:
        children.clear();
        for (const Expr child : templates.pool.children(node))
          for (const auto& [from, to] : image)
            if (from == child) children.push_back(to);
        copy = pool.copy_node(templates.pool, node, children);
    }
    image.emplace_back(node, copy);
  }
  return image.back().second;
}

}  // namespace chainwise::calculus
