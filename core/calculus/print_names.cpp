// How names are typeset; declared in print.h and print_internal.h.
#include "core/calculus/print_internal.h"
#include "core/calculus/token.h"

namespace chainwise::calculus {
namespace {

/// "w", "1,2" for w1_2; Greek letters and yhat are stems as well.
struct NameParts {
  std::string_view stem;
  std::string index;
};

NameParts split_name(std::string_view name) {
  std::size_t end = 0;
  while (end < name.size() && name[end] != '_' && !(name[end] >= '0' && name[end] <= '9')) ++end;
  NameParts parts{name.substr(0, end), {}};
  for (const char c : name.substr(end)) {
    if (c != '_')
      parts.index += c;
    else if (!parts.index.empty() && parts.index.back() != ',')
      parts.index += ',';
  }
  while (!parts.index.empty() && parts.index.back() == ',') parts.index.pop_back();
  return parts;
}

}  // namespace

std::string name_latex(std::string_view name) {
  const NameParts parts = split_name(name);
  std::string text;
  if (parts.stem == "yhat")
    text = "\\hat{y}";
  else if (is_greek_name(parts.stem))
    text = "\\" + std::string(parts.stem);
  else if (parts.stem.size() == 1)
    text = parts.stem;
  else
    text = "\\mathrm{" + std::string(parts.stem) + "}";
  return parts.index.empty() ? text : text + "_{" + parts.index + "}";
}

std::string name_mathml(std::string_view name) {
  const NameParts parts = split_name(name);
  std::string text = "<mi>" + std::string(parts.stem) + "</mi>";
  if (parts.stem == "yhat")
    text = "<mover accent=\"true\"><mi>y</mi><mo>^</mo></mover>";
  else if (is_greek_name(parts.stem))
    text = "<mi>" + std::string(greek_letter(parts.stem)) + "</mi>";
  return parts.index.empty() ? text : "<msub>" + text + "<mn>" + parts.index + "</mn></msub>";
}

std::string number_typeset(const std::string& decimal, bool is_mathml) {
  const std::size_t e = decimal.find('e');
  const std::string digits = decimal.substr(0, e);
  std::string text = is_mathml ? "<mn>" + digits + "</mn>" : digits;
  if (e == std::string::npos) return text;
  if (digits == "1") text.clear();
  std::string exponent = decimal.substr(decimal[e + 1] == '+' ? e + 2 : e + 1);
  if (is_mathml && exponent[0] == '-') exponent.replace(0, 1, "\u2212");
  if (!is_mathml) return text + (text.empty() ? "" : " \\cdot ") + "10^{" + exponent + "}";
  return text + (text.empty() ? "" : "<mo>\u22c5</mo>") +
         "<msup intent=\"power(10,$exp)\"><mn>10</mn><mn arg=\"exp\">" + exponent + "</mn></msup>";
}

std::string function_mathml(const FunctionRow& function) {
  if (function.name == "pi") return "<mi>π</mi>";
  if (function.name == "sigmoid") return "<mi>σ</mi>";
  std::string_view name = function.latex;  // \arcsin, \operatorname{relu}, \log_{2}
  name.remove_prefix(std::min(name.find_last_of("\\{", name.find('_')) + 1, name.size()));
  const std::string letters(name.substr(0, name.find_first_of("}_")));
  if (letters != "log" || function.name == "log") return "<mi>" + letters + "</mi>";
  return "<msub><mi>log</mi><mn>" + std::string(function.name.substr(3)) + "</mn></msub>";
}

std::string concept_name(const FunctionRow& function) {
  std::string name(function.spoken.substr(function.spoken.starts_with("the ") ? 4 : 0));
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

}  // namespace chainwise::calculus
