// Native speed of training and of heat maps, beside nothing but our own limit.
//
//     ./dev bench native --benchmark_filter=train
//
// items_per_second is examples per second; a heat map's time is that of 100x100 points.
#include <benchmark/benchmark.h>

#include "tests/bench/differentiation_bench.h"
#include "tests/bench/network_cases.h"

namespace chainwise::bench {
namespace {

void train(benchmark::State& state, const Case& c) {
  network::Network network = make_case(c);
  std::int64_t examples = 0;
  for (auto _ : state)
    examples += static_cast<std::int64_t>(network.train(network::TrainingUnit::epochs, 20).value().examples);
  state.SetItemsProcessed(examples);
}

void draw(benchmark::State& state, const Case& c) {
  network::Network network = make_case(c);
  for (auto _ : state) benchmark::DoNotOptimize(network.surface({.columns = 100, .rows = 100}).value().data());
}

}  // namespace
}  // namespace chainwise::bench

int main(int argc, char** argv) {
  using namespace chainwise::bench;
  for (const Case& c : cases()) {
    benchmark::RegisterBenchmark((std::string("train ") + c.name).c_str(), train, c)->Unit(benchmark::kMicrosecond);
    if (c.input_size <= 7)
      benchmark::RegisterBenchmark((std::string("heat map ") + c.name).c_str(), draw, c)->Unit(benchmark::kMicrosecond);
  }
  register_differentiation();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
