#include "core/graph/listing_words.h"

#include <algorithm>

#include "core/calculus/functions.h"
#include "core/graph/listing.h"

namespace chainwise::graph {
namespace {

/// A function that is not in all three libraries under its own name. In the bodies @ stands for the library's prefix.
struct Spelling {
  std::string_view function;
  std::string_view c_like;      // C++ and JavaScript; empty: in their libraries
  std::string_view python;      // empty: in its library
  std::string_view needs = {};  // another helper
};

constexpr Spelling kSpellings[] = {
    {"logbase", "@log(u)/@log(v)", "@log(u)/@log(v)"},
    {"cbrt", "", "@copysign(abs(u)**(1/3), u)"},
    {"root", "(u < 0 && v/2 != @floor(v/2) ? -1 : 1)*@pow(@abs(u), 1/v)",
     "(-1 if u < 0 and v % 2 != 0 else 1)*abs(u)**(1/v)"},
    {"sign", "(u > 0) - (u < 0)", "(u > 0) - (u < 0)"},
    {"sec", "1/@cos(u)", "1/@cos(u)"},
    {"csc", "1/@sin(u)", "1/@sin(u)"},
    {"cot", "@cos(u)/@sin(u)", "@cos(u)/@sin(u)"},
    {"sigmoid", "u < 0 ? @exp(u)/(1 + @exp(u)) : 1/(1 + @exp(-u))",
     "@exp(u)/(1 + @exp(u)) if u < 0 else 1/(1 + @exp(-u))"},
    {"relu", "u > 0 ? u : 0", "u if u > 0 else 0"},
    {"leakyrelu", "u > 0 ? u : 0.01*u", "u if u > 0 else 0.01*u"},
    {"elu", "u > 0 ? u : @expm1(u)", "u if u > 0 else @expm1(u)"},
    {"softplus", "(u > 0 ? u : 0) + @log1p(@exp(-@abs(u)))", "max(u, 0) + @log1p(@exp(-abs(u)))"},
    {"swish", "u*sigmoid(u)", "u*sigmoid(u)", "sigmoid"},
    {"gelu", "u*(1 + erf(u/@sqrt(2.0)))/2", "u*(1 + erf(u/@sqrt(2)))/2", "erf"},
    {"erf", "@erf(u)", "@erf(u)"},
    {"step", "u > 0 ? 1 : 0", "1 if u > 0 else 0"},
    {"max", "u > v ? u : v", "u if u > v else v"},
    {"min", "u < v ? u : v", "u if u < v else v"},
};

// JavaScript has no erf: e^(-u^2) times a series of terms of one sign (Abramowitz and Stegun, 7.1.6).
constexpr std::string_view kErfInJavaScript = R"(function erf(u) {
  if (Math.abs(u) > 6) return Math.sign(u);
  let term = u, sum = u;
  for (let n = 1; n < 200; n += 1) sum += term *= (2 * u * u) / (2 * n + 1);
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-u * u) * sum;
})";

constexpr std::string_view kReserved =  // of the three languages, and what the listings themselves use
    " abs alignas alignof and and_eq arguments array as asm assert async auto await bitand bitor bool break case catch "
    "char char8_t char16_t char32_t class co_await co_return co_yield compl concept const const_cast consteval "
    "constexpr constinit continue debugger decltype def default del delete do double dynamic_cast elif else enum erf "
    "eval except explicit export extends extern false final finally float for friend from function gelu global goto "
    "gradients if implements import in inline instanceof int interface is lambda let long main math max min mutable "
    "namespace new noexcept None nonlocal not not_eq null nullptr operator or or_eq package pass print private "
    "protected public raise register reinterpret_cast requires return short sign signed sizeof static static_assert "
    "static_cast std step struct super switch template this thread_local throw true True False Math try type typedef "
    "typeid typename typeof u undefined union unsigned using v var virtual void volatile wchar_t while with xor "
    "xor_eq yield ";

const Words kWords[] = {
    {Language::cpp,
     "// ",
     "  ",
     "double ",
     ";",
     ".0",
     "std::pow",
     {"std::pair<double, std::map<std::string, double>> gradients(", ") {"},
     "double ",
     {"return {", ", {", "}};"},
     {"{\"", "\", ", "}"},
     "}",
     "std::",
     "#include <cmath>\n#include <map>\n#include <string>\n#include <utility>\n"},
    {Language::python,
     "# ",
     "    ",
     "",
     "",
     "",
     "",
     {"def gradients(", "):"},
     "",
     {"return ", ", {", "}"},
     {"\"", "\": ", ""},
     "",
     "math.",
     "import math\n"},
    {Language::javascript,
     "// ",
     "  ",
     "let ",
     ";",
     "",
     "Math.pow",
     {"function gradients(", ") {"},
     "",
     {"return { value: ", ", gradients: { ", " } };"},
     {"\"", "\": ", ""},
     "}",
     "Math.",
     {}},
};

const Spelling* spelling_of(std::string_view function) {
  const auto found = std::find_if(std::begin(kSpellings), std::end(kSpellings),
                                  [&](const Spelling& spelling) { return spelling.function == function; });
  return found == std::end(kSpellings) ? nullptr : found;
}

std::string_view body_of(const Words& words, std::string_view function) {
  const Spelling* spelling = spelling_of(function);
  if (!spelling) return {};
  return words.language == Language::python ? spelling->python : spelling->c_like;
}

std::string with_prefix(std::string_view body, std::string_view prefix) {
  std::string text;
  for (const char c : body)
    if (c == '@')
      text += prefix;
    else
      text += c;
  return text;
}

}  // namespace

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text.append(part.data(), part.size());
  return text;
}

std::string Words::call(std::string_view function) const {
  if (language == Language::cpp) {
    if (function == "pi") return "std::acos(-1.0)";
    if (function == "e") return "std::exp(1.0)";
  } else if (language == Language::javascript) {
    if (function == "pi") return "Math.PI";
    if (function == "e") return "Math.E";
  } else if (function == "abs") {
    return "math.fabs";
  }
  return joined({body_of(*this, function).empty() ? library : "", function});
}

const Words& words_of(Language language) { return kWords[static_cast<std::size_t>(language)]; }

std::vector<Line> helper_lines(const Words& words, const std::vector<char>& used) {
  std::vector<std::string_view> wanted;
  for (std::size_t row = 0; row < used.size(); ++row) {
    const std::string_view name = calculus::functions()[row].name;
    if (!used[row] || body_of(words, name).empty()) continue;
    for (const std::string_view helper : {spelling_of(name)->needs, name})
      if (!helper.empty() && std::find(wanted.begin(), wanted.end(), helper) == wanted.end()) wanted.push_back(helper);
  }
  const bool is_python = words.language == Language::python;
  const bool is_cpp = words.language == Language::cpp;
  std::string text(words.imports);
  for (const std::string_view name : wanted) {
    if (!text.empty()) text += '\n';
    if (name == "erf" && words.language == Language::javascript) {
      text += kErfInJavaScript;
      continue;
    }
    const bool has_two = calculus::row(*calculus::find_function(name)).arity == 2;
    const std::string body = with_prefix(body_of(words, name), words.library);
    text += joined({is_python ? "def "
                    : is_cpp  ? "double "
                              : "function ",
                    name, "(", words.parameter, "u", has_two ? ", " : "", has_two ? words.parameter : "",
                    has_two ? "v" : "", is_python ? "): return " : ") { return ", body, is_python ? "" : "; }"});
  }
  std::vector<Line> lines;
  if (!wanted.empty()) text += '\n';
  for (std::size_t begin = 0; begin < text.size() || (begin == text.size() && begin > 0);) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back({text.substr(begin, end - begin)});
    begin = end + 1;
  }
  return lines;
}

bool is_reserved(std::string_view name) {
  if (calculus::find_function(name)) return true;
  return kReserved.find(joined({" ", name, " "})) != std::string_view::npos;
}

}  // namespace chainwise::graph
