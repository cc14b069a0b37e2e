#include "core/calculus/parse.h"

#include "core/base/limits.h"
#include "core/calculus/functions.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"
#include "tests/support/golden.h"

using namespace chainwise;
using namespace chainwise::test;

TEST_CASE("parse: goldens of tests/data/parse.txt", "[calculus][text]") {
  for (const Golden& golden : read_goldens("parse.txt")) {
    INFO(golden.input);
    Source source(golden.input);
    CHECK(source.text(source.formula()) == golden.output);
  }
}

TEST_CASE("parse: mistakes of tests/data/mistakes.txt are told by code and place", "[calculus][text]") {
  for (const Golden& golden : read_goldens("mistakes.txt")) {
    INFO(golden.input);
    CHECK(mistake_in(golden.input) == golden.output);
  }
}

TEST_CASE("parse: each error of the parser is in a golden", "[calculus][text]") {
  std::string all;
  for (const Golden& golden : read_goldens("mistakes.txt")) all += golden.output + "\n";
  bool is_reading = false;  // the rows between "empty" and the limits are the parser's
  for (const ErrorRow& row : error_rows()) {
    if (row.code == "empty") is_reading = true;
    if (row.code == "source-too-long") is_reading = false;
    INFO(row.code);
    if (is_reading) CHECK(all.find(std::string(row.code) + " @") != std::string::npos);
  }
}

TEST_CASE("parse: notes of tests/data/notes.txt on text that could mean two things", "[calculus][text]") {
  for (const Golden& golden : read_goldens("notes.txt")) {
    INFO(golden.input);
    CHECK(notes_in(golden.input) == golden.output);
  }
}

TEST_CASE("parse: what a note gives as the reading is read the same, and the other one is not", "[calculus][text]") {
  std::size_t checked = 0;
  for (const Golden& golden : read_goldens("notes.txt")) {
    const Source source(golden.input);
    for (const Note& note : source.program.notes) {
      if (note.span != Span{0, golden.input.size()} || note.code == "product-with-bracket") continue;
      INFO(golden.input);
      const Source read(note.arguments[0].second);
      CHECK(read.text(read.formula()) == source.text(source.formula()));
      if (note.code.starts_with("name")) continue;
      const Source other(note.arguments[1].second);
      CHECK(other.text(other.formula()) != source.text(source.formula()));
      ++checked;
    }
  }
  CHECK(checked > 20);
}

TEST_CASE("parse: each note is in a golden; there are never more than 16", "[calculus][text]") {
  std::string all;
  for (const Golden& golden : read_goldens("notes.txt")) all += golden.output + "; ";
  for (const ErrorRow& row : note_rows()) {
    INFO(row.code);
    CHECK(all.find(std::string(row.code) + " @") != std::string::npos);
  }
  std::string source;
  for (int i = 0; i < 1000; ++i) source += "a" + std::to_string(i) + " = 1/2x\n";
  CHECK(Source(source).program.notes.size() == 16);
}

TEST_CASE("parse: advice names what was meant", "[calculus][text]") {
  const auto advice = [](std::string_view source) {
    calculus::Pool pool;
    const auto result = calculus::parse(pool, source);
    return result.ok() ? std::string() : result.error().message;
  };
  CHECK(advice("sni(x)") == "There is no function called sni. Did you mean sin?");
  CHECK(advice("Cos(x)") == "There is no function called Cos. Did you mean cos?");
  CHECK(advice("cosin(x)") == "There is no function called cosin. Did you mean cos?");
  CHECK(advice("arctn(x)") == "There is no function called arctn. Did you mean arctan?");
  CHECK(advice("LN(x)") == "There is no function called LN. Did you mean ln?");
  CHECK(advice("xsin(x)") == "There is no function called xsin. Did you mean x*sin?");
  CHECK(advice("foo(x)") == "There is no function called foo. To multiply, write foo*( ... ).");
  CHECK(advice("SIN(x)") == "There is no function called SIN. Did you mean sin?");
  CHECK(advice("tg x") == "There is no function called tg. Did you mean tan?");
  CHECK(advice("log(x,2,3)") ==
        "log takes one or two arguments, but has 3 here. Write log(x), or log(x, b) for base b.");
  CHECK(advice("max(x)") == "max needs two arguments, but has 1 here. Write max(u, v).");
  CHECK(advice("sin^-1 x") ==
        "sin^-1 can mean two things. Write asin(x) for the inverse function, or 1/sin(x) for the reciprocal.");
  CHECK(advice("log_3(x)") == "Write the logarithm of x to base 3 as log(x, 3).");
  CHECK(advice("[x)") == "What [ opens is closed by ) here. Write ] instead.");
  CHECK(advice("cos2x") == "If cos2x is cos of 2x, write cos(2x).");
  CHECK(advice("2**x") == "Write powers with ^, as in x^2.");
}

TEST_CASE("parse: several definitions, and the inputs in order of first use", "[calculus][text]") {
  Source source("z1 = w1*x + b1  # the weighted sum\na1 = σ(z1); J = (a1 - y)^2\n");
  REQUIRE(source.program.definitions.size() == 3);
  CHECK(source.pool.name(source.program.definitions[0].name) == "z1");
  CHECK(source.text(source.program.definitions[1].formula) == "sigmoid(z1)");
  CHECK(source.program.definitions[0].span == Span{5, 9});
  std::string inputs;
  for (const calculus::Expr input : source.program.inputs) inputs += source.pool.name(input) + " ";
  CHECK(inputs == "w1 x b1 y ");
}

TEST_CASE("parse: f(x) = ... defines f; windows line ends; a last line without a name", "[calculus][text]") {
  CHECK(Source("f(x) = x^2").program.definitions.size() == 1);
  CHECK(Source("a = 1\r\nb = a\r\n").program.definitions.size() == 2);
  Source source("z = x^2\nsin(z)");
  CHECK(source.pool.name(source.program.output().name).empty());
}

TEST_CASE("parse: every function and alias is read, with one argument also without brackets", "[calculus][text]") {
  for (const calculus::FunctionRow& row : calculus::functions()) {
    if (row.arity == 0) continue;
    std::string names = std::string(row.name) + " " + std::string(row.aliases);
    while (names.ends_with(' ')) names.pop_back();
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t space = std::min(names.find(' ', at), names.size());
      const std::string name = names.substr(at, space - at);
      at = space + 1;
      INFO(name);
      Source source(name + (row.arity == 1 ? "(x)" : "(x, y)"));
      REQUIRE(source.pool.op(source.formula()) == calculus::Op::call);
      CHECK(calculus::row(source.pool.function(source.formula())).name == row.name);
      if (row.arity == 1 && !row.needs_parentheses) CHECK(mistake_in("2*" + name + " x").empty());
    }
  }
}

TEST_CASE("parse: equal expressions are one node", "[calculus][text]") {
  Source source("a = sin(x + 1)*2\nb = sin(x+1) * 2");
  CHECK(source.program.definitions[0].formula == source.program.definitions[1].formula);
}

// ---- Great size and depth: handled, or refused with the right error; never a crash ----

namespace {}  // namespace

TEST_CASE("parse: thousands of opening brackets", "[calculus][text]") {
  CHECK(mistake_in(repeat("(", 10'000)) == "missing-operand @9999+1");
  CHECK(mistake_in(repeat("(", 10'000) + "x") == "missing-close @9999+1");
  CHECK(mistake_in(repeat("(", 10'000) + "x" + repeat(")", 10'000)).empty());
  CHECK(mistake_in(repeat("(", 30'000) + "x" + repeat(")", 30'000)) == "nested-too-deep @20000+1");
  CHECK(mistake_in("x" + repeat(")", 10'000)) == "unexpected-close @1+1");
}

TEST_CASE("parse: deep nesting of every kind of operation", "[calculus][text]") {
  const std::pair<std::string, std::string> kinds[] = {{"sin(", ")"}, {"2^(", ")"},   {"1/(1+", ")"},   {"|1-", "|"},
                                                       {"sin ", ""},  {"√", ""},      {"x^", ""},       {"-", ""},
                                                       {"3-(", ")"},  {"2*(x+", ")"}, {"log(2, ", ")"}, {"x^-", ""}};
  for (const auto& [open, close] : kinds) {
    INFO(open);
    Source source(repeat(open, 900) + "x" + repeat(close, 900));
    CHECK(source.text(source.formula()).size() > 900);
    CHECK(mistake_in(repeat(open, 10'000) + "x" + repeat(close, 10'000)).substr(0, 15) == "nested-too-deep");
  }
}

TEST_CASE("parse: 1,000 terms and factors make one node", "[calculus][text]") {
  Source sum(repeat("x+", 999) + "x");
  CHECK(sum.pool.children(sum.formula()).size() == 1000);
  Source product(repeat("x*", 999) + "x");
  CHECK(product.pool.children(product.formula()).size() == 1000);
}

TEST_CASE("parse: signs without end", "[calculus][text]") {
  CHECK(mistake_in(repeat("-", 1000)) == "missing-operand @999+1");
  CHECK(mistake_in(repeat("+", 100'000) + "x").empty());
  CHECK(mistake_in(repeat("-", 2999) + "x").empty());
  CHECK(mistake_in(repeat("-", 3000) + "x") == "nested-too-deep @0+3001");
  CHECK(mistake_in("x" + repeat("-", 100'000) + "x") == "nested-too-deep @3001+1");
}

TEST_CASE("parse: the limits have errors of their own", "[calculus][text]") {
  CHECK(mistake_in(std::string(kMaxSourceBytes, ' ')) == "empty @0+0");
  CHECK(mistake_in(std::string(kMaxSourceBytes + 1, ' ')) == "source-too-long");
  for (const char* sign : {"-", "(", "√", "sin ", "2^", "log(2, "})
    CHECK(mistake_in(repeat(sign, 500'000) + "x").substr(0, 15) == "nested-too-deep");
  std::string names = "x0";
  for (int i = 1; i < 150'000; ++i) names += "+x" + std::to_string(i);
  CHECK(mistake_in(names).empty());
  for (int i = 150'000; i < 250'000; ++i) names += "+x" + std::to_string(i);
  CHECK(mistake_in(names).substr(0, 14) == "too-many-nodes");
  CHECK(mistake_in(repeat("x", kMaxSourceBytes)).empty());
  CHECK(mistake_in(repeat("9", kMaxSourceBytes)).substr(0, 16) == "number-too-large");
  CHECK(mistake_in("0." + repeat("3", kMaxSourceBytes - 2)).empty());
}

TEST_CASE("parse: programs of 5,000 lines", "[calculus][text]") {
  std::string source = "t0 = x\n";
  for (int i = 1; i < 5000; ++i) source += "t" + std::to_string(i) + " = sin(t" + std::to_string(i - 1) + ") + x\n";
  CHECK(Source(source).program.definitions.size() == 5000);
}

TEST_CASE("parse: every short string of signs is a program or a mistake with a place inside", "[calculus][text]") {
  const std::string_view alphabet[] = {"x", "2", "+",   "-", "*", "/", "^",  "(", ")", "|",
                                       ",", "=", "sin", " ", "√", "²", "\n", ".", "e", "diff"};
  const std::size_t n = std::size(alphabet);
  for (std::size_t code = 0; code < n * n * n * n; ++code) {
    std::string source;
    for (std::size_t rest = code, i = 0; i < 4; ++i, rest /= n) source += alphabet[rest % n];
    calculus::Pool pool;
    const auto result = calculus::parse(pool, source);
    if (result.ok()) continue;
    const Error& error = result.error();
    if (!error.has_span || error.span.position + error.span.length > source.size() ||
        (error.span.length == 0 && error.code != "empty")) {
      INFO(source);
      FAIL_CHECK(error.code);
    }
  }
}
