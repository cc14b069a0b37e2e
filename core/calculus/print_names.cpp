// How names are typeset; declared in print.h.
#include "core/calculus/print.h"
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

}  // namespace chainwise::calculus
