#include "core/calculus/print.h"

#include "core/base/limits.h"
#include "core/calculus/parse.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"
#include "tests/support/golden.h"
#include "tests/support/random_expressions.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Expr;
using calculus::Format;

TEST_CASE("print: goldens of tests/data/latex.txt", "[calculus][text]") {
  for (const Golden& golden : read_goldens("latex.txt")) {
    INFO(golden.input);
    Source source(golden.input);
    CHECK(source.latex(source.formula()) == golden.output);
  }
}

TEST_CASE("print: names as LaTeX", "[calculus][text]") {
  CHECK(calculus::name_latex("x") == "x");
  CHECK(calculus::name_latex("z1") == "z_{1}");
  CHECK(calculus::name_latex("w_1") == "w_{1}");
  CHECK(calculus::name_latex("yhat") == "\\hat{y}");
  CHECK(calculus::name_latex("alpha") == "\\alpha");
  CHECK(calculus::name_latex("alpha2") == "\\alpha_{2}");
  CHECK(calculus::name_latex("loss") == "\\mathrm{loss}");
}

TEST_CASE("print: what is printed reads back as the same node, for random expressions", "[calculus][text]") {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    RandomExpressions random(seed);
    Source source("x*y1 - alpha_2");
    const Expr e = random.expression(source.pool, source.program.inputs, static_cast<int>(seed % 40));
    const std::string text = source.text(e);
    const auto again = calculus::parse(source.pool, text);
    INFO(seed << ": " << text);
    REQUIRE(again.ok());
    CHECK(again.value().output().formula == e);
  }
}

TEST_CASE("print: what is simplified and derived reads back too", "[calculus][text]") {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    RandomExpressions random(seed);
    Source source("x + y");
    source.program.definitions.back().formula = random.expression(source.pool, source.program.inputs, 12);
    const Expr e = source.derivative("x");
    const std::string text = source.text(e);
    const auto again = calculus::parse(source.pool, text);
    INFO(seed << ": " << text);
    if (!again.ok() && again.error().code == "division-by-zero") continue;  // diff(1/(x*0), x)
    REQUIRE(again.ok());
    CHECK(again.value().output().formula == e);
  }
}

TEST_CASE("print: brackets and tags are balanced, for random expressions", "[calculus][text]") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    RandomExpressions random(seed);
    Source source("x*y");
    const Expr e = random.expression(source.pool, source.program.inputs, 25);
    for (const Format format : {Format::latex, Format::annotated}) {
      const std::string latex = source.print(e, format);
      INFO(latex);
      int depth = 0;
      for (const char c : latex) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        REQUIRE(depth >= 0);
      }
      CHECK(depth == 0);
    }
    const std::string mathml = source.print(e, Format::mathml);
    INFO(mathml);
    std::vector<std::string> open;
    for (std::size_t at = 0; (at = mathml.find('<', at)) != std::string::npos;) {
      const std::size_t end = mathml.find('>', at);
      const std::string tag = mathml.substr(at + 1, end - at - 1);
      at = end;
      if (tag[0] != '/') {
        open.push_back(tag.substr(0, tag.find(' ')));
        continue;
      }
      REQUIRE(!open.empty());
      CHECK(open.back() == tag.substr(1));
      open.pop_back();
    }
    CHECK(open.empty());
  }
}

TEST_CASE("print: annotated LaTeX names each part's node", "[calculus][text]") {
  Source source("x+2");
  const std::string annotated = source.print(source.formula(), Format::annotated);
  for (const Expr e : calculus::reachable(source.pool, source.formula()))
    CHECK(annotated.find("\\htmlData{node=" + std::to_string(e.index) + "}{") != std::string::npos);
}

TEST_CASE("print: derivatives of several MiB read back", "[calculus][text]") {
  for (const char* layer : {"sin(", "1/(1+", "sqrt("}) {
    std::string text = "x";
    for (int i = 0; i < 900; ++i) text = layer + text + ")";
    Source source(text);
    const Expr e = source.derivative("x");
    const std::string printed = source.text(e);
    INFO(layer << ": " << printed.size() << " bytes");
    CHECK(printed.size() > (1u << 20));
    const auto again = calculus::parse(source.pool, printed);
    REQUIRE(again.ok());
    CHECK(again.value().output().formula == e);
  }
}

TEST_CASE("print: a formula that grows without end is refused", "[calculus][text]") {
  calculus::Pool pool;
  Expr e = pool.symbol("x");
  for (int i = 0; i < 60; ++i) e = pool.sum({e, pool.product({e, e})});  // 3^60 leaves in 121 nodes
  for (const Format format : {Format::text, Format::latex, Format::mathml, Format::annotated}) {
    const auto printed = calculus::print(pool, e, format);
    REQUIRE(!printed.ok());
    CHECK(printed.error().code == "print-too-long");
  }
}
