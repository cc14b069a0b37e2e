// Natively: parse, differentiate, simplify, and print where the name does not say otherwise.
//
//     ./dev bench native --benchmark_filter=derive
#include "tests/bench/differentiation_bench.h"

#include <benchmark/benchmark.h>
#include <string>

#include "core/calculus/differentiate.h"
#include "core/calculus/parse.h"
#include "core/calculus/print.h"

namespace chainwise::bench {
namespace {

using namespace calculus;

struct Case {
  std::string name, source, variable;
  bool is_printed = true, with_steps = false;
};

std::string nested(int depth) {
  std::string source;
  for (int i = 0; i < depth / 2; ++i) source += "sin(cos(";
  source += 'x';
  return source + std::string(static_cast<std::size_t>(depth / 2) * 2, ')');
}

std::string joined(int count, std::string_view sign, std::string (*part)(int)) {
  std::string source = part(1);
  for (int k = 2; k <= count; ++k) source.append(sign).append(part(k));
  return source;
}

void derive(benchmark::State& state, const Case& c) {
  Pool pool;
  for (auto _ : state) {
    pool.clear();
    const Program program = parse(pool, c.source).value();
    const Derivation derivation = differentiate(pool, program, c.variable, {1, c.with_steps}).value();
    if (c.is_printed) benchmark::DoNotOptimize(print(pool, derivation.derivative, Format::text).value().data());
  }
}

}  // namespace

void register_differentiation() {
  const std::string short_one = "log(2+cos(x))";
  const std::string network = "1/(1+exp(-(w2*1/(1+exp(-(w1*x+b1)))+b2)))";
  const Case cases[] = {
      {"a", short_one, "x"},
      {"b", network, "w1"},
      {"c50", nested(50), "x"},
      {"c200", nested(200), "x"},
      {"c1000, not printed", nested(1000), "x", false},
      {"d", joined(20, "*", [](int k) { return "(x+" + std::to_string(k) + ")"; }), "x"},
      {"e", joined(1000, " + ", [](int k) { return "sin(" + std::to_string(k) + "*x)^2"; }), "x"},
      {"a, steps not printed", short_one, "x", false, true},
      {"b, steps not printed", network, "w1", false, true},
  };
  for (const Case& c : cases)
    benchmark::RegisterBenchmark(("derive " + c.name).c_str(), derive, c)->Unit(benchmark::kMicrosecond);
}

}  // namespace chainwise::bench
