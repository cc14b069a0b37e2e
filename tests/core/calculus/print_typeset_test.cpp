#include <algorithm>
#include <string>
#include <vector>

#include "core/calculus/functions.h"
#include "core/calculus/print.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"
#include "tests/support/golden.h"
#include "tests/support/random_expressions.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Derivatives;
using calculus::Expr;
using calculus::Format;

namespace {

/// The value of an attribute of a tag such as `mrow intent="sine($x)"`, or nothing.
std::string attribute(std::string_view tag, std::string_view name) {
  const std::string start = std::string(" ") + std::string(name) + "=\"";
  const std::size_t begin = tag.find(start);
  if (begin == std::string_view::npos) return {};
  const std::size_t from = begin + start.size();
  return std::string(tag.substr(from, tag.find('"', from) - from));
}

/// What is wrong with the intents of some MathML, or nothing. Each reference $x has to have one element with arg="x"
/// inside, not behind another arg or intent; each arg has to be referred to; intents have the form of calls.
std::string mistake_in_intents(std::string_view mathml) {
  struct Element {
    std::string tag, intent, arg;
    std::vector<std::string> parts;  // the args that its intent can refer to
  };
  std::vector<Element> open{{}};
  for (std::size_t at = 0; (at = mathml.find('<', at)) != std::string::npos;) {
    const std::size_t end = mathml.find('>', at);
    const std::string tag(mathml.substr(at + 1, end - at - 1));
    at = end;
    if (tag[0] != '/') {
      open.push_back({tag, attribute(tag, "intent"), attribute(tag, "arg"), {}});
      continue;
    }
    const Element element = open.back();
    open.pop_back();
    if (!element.intent.empty()) {
      int depth = 0;
      std::vector<std::string> references;
      for (std::size_t i = 0; i < element.intent.size(); ++i) {
        const char c = element.intent[i];
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth < 0) return "brackets: " + element.tag;
        if (c == '$') {
          const std::size_t stop = element.intent.find_first_of(",)", i);
          references.push_back(element.intent.substr(i + 1, stop - i - 1));
        } else if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != ',' && c != '(' && c != ')') {
          return "grammar: " + element.tag;
        }
      }
      if (depth != 0) return "brackets: " + element.tag;
      for (const std::string& name : references)
        if (std::count(element.parts.begin(), element.parts.end(), name) != 1) return "no " + name + ": " + element.tag;
      for (const std::string& name : element.parts)
        if (std::count(references.begin(), references.end(), name) == 0) return "unused " + name + ": " + element.tag;
    }
    if (open.empty()) return "tags";
    if (!element.arg.empty())
      open.back().parts.push_back(element.arg);
    else if (element.intent.empty())  // an element without a meaning of its own is looked through
      open.back().parts.insert(open.back().parts.end(), element.parts.begin(), element.parts.end());
  }
  return open[0].parts.empty() ? "" : "an arg without an intent: " + open[0].parts[0];
}

}  // namespace

TEST_CASE("print_typeset: goldens of tests/data/mathml.txt", "[calculus][text]") {
  for (const Golden& golden : read_goldens("mathml.txt")) {
    INFO(golden.input);
    Source source(golden.input);
    const std::string mathml = source.print(source.formula(), Format::mathml);
    CHECK(replaced(replaced(mathml, "\u2061", "&af;"), "\u2062", "&it;") == golden.output);
  }
}

TEST_CASE("print_typeset: each function says its name in its intent, and refers to its arguments", "[calculus][text]") {
  for (const calculus::FunctionRow& row : calculus::functions()) {
    if (row.arity == 0) continue;
    const std::string call = std::string(row.name) + (row.arity == 2 ? "(x, 1+y)" : "(1+x)");
    for (const std::string& text :
         {call, call + "^2", call + "^-1", "(2*" + call + ")^n", call + "/(1+" + call + ")", "diff(" + call + ", x)",
          "sin(" + call + "^3)", "root(" + call + ", " + call + ")", "log(" + call + ", abs(" + call + "))"}) {
      Source source(text);
      const std::string mathml = source.print(source.formula(), Format::mathml);
      INFO(text << ": " << mathml);
      CHECK(mistake_in_intents(mathml).empty());
      CHECK(mathml.find("intent=\"") != std::string::npos);
    }
  }
}

TEST_CASE("print_typeset: intents refer to parts that are there, for random expressions", "[calculus][text]") {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    RandomExpressions random(seed);
    Source source("x*y");
    Expr e = random.expression(source.pool, source.program.inputs, static_cast<int>(seed % 30));
    if (seed % 3 == 0) e = source.pool.derivative(e, source.program.inputs[0]);
    for (const Derivatives derivatives : {Derivatives::leibniz, Derivatives::lagrange, Derivatives::partial}) {
      const std::string mathml = source.print(e, Format::mathml, derivatives);
      INFO(mathml);
      CHECK(mistake_in_intents(mathml).empty());
    }
  }
}

TEST_CASE("print_typeset: the test of intents finds what is wrong with them", "[calculus][text]") {
  const char* part = "<mrow arg=\"x\"><mi>x</mi></mrow>";
  CHECK(mistake_in_intents(std::string("<mrow intent=\"f($x)\">") + part + "</mrow>").empty());
  CHECK(mistake_in_intents("<mrow intent=\"f($x)\"><mi>x</mi></mrow>") == "no x: mrow intent=\"f($x)\"");
  CHECK(mistake_in_intents(std::string("<mrow intent=\"f($x)\">") + part + part + "</mrow>") ==
        "no x: mrow intent=\"f($x)\"");
  CHECK(mistake_in_intents(std::string("<mrow intent=\"f\">") + part + "</mrow>") == "unused x: mrow intent=\"f\"");
  CHECK(mistake_in_intents(std::string("<mrow>") + part + "</mrow>") == "an arg without an intent: x");
  CHECK(mistake_in_intents(std::string("<mrow intent=\"f($x)(\">") + part + "</mrow>") ==
        "brackets: mrow intent=\"f($x)(\"");
  CHECK(mistake_in_intents(std::string("<mrow intent=\"f of $x\">") + part + "</mrow>") ==
        "grammar: mrow intent=\"f of $x\"");
}
