// How names are typeset; declared in print.h and print_internal.h.
#include <algorithm>

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
  std::string text;
  if (e == std::string::npos || decimal.compare(0, e, "1") != 0) {
    text.append(is_mathml ? "<mn>" : "").append(decimal, 0, e).append(is_mathml ? "</mn>" : "");
    if (e == std::string::npos) return text;
    text += is_mathml ? "<mo>\u22c5</mo>" : " \\cdot ";
  }
  text += is_mathml ? "<msup intent=\"power(10,$exp)\"><mn>10</mn><mn arg=\"exp\">" : "10^{";
  if (decimal[e + 1] == '-') text += is_mathml ? "\u2212" : "-";
  text.append(decimal, decimal.find_first_of("0123456789", e));
  return text += is_mathml ? "</mn></msup>" : "}";
}

std::string function_mathml(const FunctionRow& function) {
  std::string_view name = function.latex;  // \arcsin, \operatorname{relu}, \log_{2}
  name.remove_prefix(std::min(name.find_last_of("\\{", name.find('_')) + 1, name.size()));
  name = name.substr(0, name.find_first_of("}_"));
  const bool has_base = name == "log" && function.name != name;
  std::string text = has_base ? "<msub><mi>" : "<mi>";
  text += name == "pi" ? "π" : name == "sigma" ? "σ" : name;
  text += "</mi>";
  if (has_base) text.append("<mn>").append(function.name.substr(3)).append("</mn></msub>");
  return text;
}

std::string concept_name(const FunctionRow& function) {
  std::string name(function.spoken.substr(function.spoken.starts_with("the ") ? 4 : 0));
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

}  // namespace chainwise::calculus
