#include "core/calculus/step.h"

namespace chainwise::calculus {
namespace {

constexpr Rule kRules[] = {
    {"constant", "diff(5, x) = 0"},
    {"identity", "diff(x, x) = 1"},
    {"constant-multiple", "diff(3*sin(x), x) = 3*diff(sin(x), x)"},
    {"sum", "diff(x + sin(x), x) = diff(x, x) + diff(sin(x), x)"},
    {"product", "diff(x*sin(x), x) = diff(x, x)*sin(x) + x*diff(sin(x), x)"},
    {"quotient", "diff(sin(x)/x, x) = (diff(sin(x), x)*x - sin(x)*diff(x, x))/x^2"},
    {"reciprocal", "diff(1/sin(x), x) = -diff(sin(x), x)/sin(x)^2"},
    {"power", "diff(x^3, x) = 3*x^2"},
    {"exponential", "diff(2^x, x) = 2^x*log(2)"},
    {"general-power", "diff(x^x, x) = x^x*diff(x*log(x), x)"},
    {"table", "diff(cos(x), x) = -sin(x)"},
    {"quotient-as-product", "diff(sin(x)/x, x) = diff(sin(x)*x^-1, x)"},
    {"root-as-power", "diff(sqrt(x), x) = diff(x^(1/2), x)"},
    {"power-as-product", "diff(sin(x)^2, x) = diff(sin(x)*sin(x), x)"},
    {"product-as-power", "diff(sin(x)*sin(x), x) = diff(sin(x)^2, x)"},
    {"power-as-exp", "diff(x^x, x) = diff(exp(x*log(x)), x)"},
    {"rewrite", "diff(1/x, x) = diff(x^-1, x)"},
    {"chain", "diff(log(2 + cos(x)), x) = 1/(2 + cos(x))*(-sin(x))"},
    {"name-inner", "diff(log(2 + cos(x)), x) = diff(log(u), x), where u = 2 + cos(x)"},
    {"chain-links", "diff(log(u), x) = diff(log(u), u)*diff(2 + cos(x), x), where u = 2 + cos(x)"},
    {"put-back", "1/u*(-sin(x)) = 1/(2 + cos(x))*(-sin(x)), where u = 2 + cos(x)"},
    {"links", "diff(J, w) = diff((z - y)^2, z)*diff(w*x, w), where J = (z - y)^2 and z = w*x"},
    {"fork", "diff(J, x) = diff(a*b, a)*diff(a, x) + diff(a*b, b)*diff(b, x), where J = a*b"},
    {"definition", "diff(z, x) = diff(x^2, x), where z = x^2"},
    {"split", "the rule's pattern is filled in"},
    {"as-above", "a part that was derived before"},
    {"tidy", "0 + 1*cos(x) = cos(x)"},
    {"simplify", "1/(2 + cos(x))*(-sin(x)) = -sin(x)/(2 + cos(x))"},
    {"repeat", "diff(diff(x^3, x), x) = diff(3*x^2, x)"},
};

}  // namespace

std::span<const Rule> rules() { return kRules; }

std::vector<std::string_view> alternatives(const Step& step) {
  std::vector<std::string_view> others(step.ways.begin(), step.ways.end());
  // The outer part of a chain is derived by its usual rule.
  if (!others.empty()) std::erase(others, step.rule == "chain" ? step.ways[0] : step.rule);
  return others;
}

}  // namespace chainwise::calculus
