#include "core/graph/listing.h"

#include "core/calculus/functions.h"
#include "core/graph/listing_words.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;
using graph::Detail;
using graph::Language;

// That they run, and to which numbers, is tested in tests/wasm/listing.test.ts, where the languages are at hand.

namespace {

std::string listed(std::string_view text, Language language, Detail detail = Detail::definitions) {
  Source source(text);
  std::string all;
  const auto lines = graph::listing(source.pool, source.program, language, detail);
  for (const graph::Line& line : lines.value()) all += line.text + "\n";
  return all;
}

}  // namespace

TEST_CASE("listing: two definitions in Python → values forward, derivatives backward", "[graph]") {
  CHECK(listed("a = w*x\nJ = a^2", Language::python) ==
        "import math\n"
        "\n"
        "def gradients(w, x):\n"
        "    # Forward: each value once.\n"
        "    a = w*x\n"
        "    J = a**2\n"
        "    # Backward: d_J is the derivative of the output by itself.\n"
        "    d_J = 1\n"
        "    d_a = d_J*(2*a)\n"
        "    d_w = d_a*x\n"
        "    d_x = d_a*w\n"
        "    return J, {\"w\": d_w, \"x\": d_x}\n");
}

TEST_CASE("listing: a plain expression in JavaScript → one operation a line, contributions of a fork added",
          "[graph]") {
  CHECK(listed("x*sigmoid(x)", Language::javascript, Detail::operations) ==
        "function sigmoid(u) { return u < 0 ? Math.exp(u)/(1 + Math.exp(u)) : 1/(1 + Math.exp(-u)); }\n"
        "\n"
        "function gradients(x) {\n"
        "  // Forward: each value once.\n"
        "  let v1 = sigmoid(x);\n"
        "  let h = x*v1;\n"
        "  // Backward: d_h is the derivative of the output by itself.\n"
        "  let d_h = 1;\n"
        "  let d_x = d_h*v1;\n"
        "  let d_v1 = d_h*x;\n"
        "  d_x += d_v1*(v1*(1 - v1));\n"
        "  return { value: h, gradients: { \"x\": d_x } };\n"
        "}\n");
}

TEST_CASE("listing: whole numbers in C++ are written as doubles, and words of the language are not taken", "[graph]") {
  const std::string code = listed("double = x/3\nlambda = 2*double", Language::cpp);
  CHECK(code.find("double double_ = x/3.0;") != std::string::npos);
  CHECK(code.find("double lambda_ = 2.0*double_;") != std::string::npos);
  CHECK(code.find("{\"x\", d_x}") != std::string::npos);
}

TEST_CASE("listing: lines carry the node ids of the graph", "[graph]") {
  Source source("z = w*x + 1");
  const graph::Graph graph = graph::build_graph(source.pool, source.program, Detail::operations);
  std::size_t found = 0;
  const auto lines = graph::listing(source.pool, source.program, Language::python, Detail::operations);
  for (const graph::Line& line : lines.value())
    if (line.node)
      for (const graph::Node& node : graph.nodes) found += node.id == *line.node;
  CHECK(found == 6);  // forward w*x, z; backward z, w*x, w, x
}

TEST_CASE("listing: every function of the table can be called in every language", "[graph]") {
  for (const calculus::FunctionRow& row : calculus::functions())
    for (const Language language : {Language::cpp, Language::python, Language::javascript}) {
      INFO(row.name);
      CHECK_FALSE(graph::words_of(language).call(row.name).empty());
    }
}
