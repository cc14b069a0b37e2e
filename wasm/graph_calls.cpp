// The calls about a program's graph.
#include "wasm/answers.h"
#include "wasm/calls.h"
#include "wasm/source.h"

namespace chainwise::wasm {
namespace {

/// The options that every call here has.
struct GraphOptions {
  GraphOptions(Arguments& in, std::size_t place) {
    const Options options = in.options(place, {"output", "detail"});
    output = options.text("output", "");
    constexpr graph::Detail kDetails[] = {graph::Detail::definitions, graph::Detail::operations};
    detail = kDetails[options.choice("detail", "detail", "definitions, operations", 1)];
  }
  std::string output;
  graph::Detail detail;
};

}  // namespace

Reply graph_of(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const GraphOptions options(in, 1);
  if (in.error()) return in.failure();
  return with_program(source, options.output, [&](Pool& pool, const Program& program) {
    const Result<Program> resolved = calculus::resolve_derivatives(pool, program);
    if (!resolved.ok()) return failure_of(resolved.error());
    Answer answer(pool, {});
    answer.graph(pool, graph::build_graph(pool, resolved.value(), options.detail), options.detail);
    return answer.finish();
  });
}

Reply backpropagate(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const calculus::Bindings at = in.numbers(1);
  const GraphOptions options(in, 2);
  if (in.error()) return in.failure();
  return with_program(source, options.output, [&](Pool& pool, const Program& program) {
    const Result<graph::Trace> trace = graph::backpropagate(pool, program, at, options.detail);
    if (!trace.ok()) return failure_of(trace.error());
    Answer answer(pool, {});
    answer.trace(trace.value());
    return answer.finish();
  });
}

Reply prove(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const std::string_view variable = in.text(1, "The variable");
  const calculus::Bindings at = in.numbers(2);
  const std::string output = in.options(3, {"output"}).text("output", "");
  if (in.error()) return in.failure();
  return with_program(source, output, [&](Pool& pool, const Program& program) {
    const Result<graph::Proof> proof = graph::prove(pool, program, variable, at);
    if (!proof.ok()) return failure_of(proof.error());
    Answer answer(pool, {});
    answer.proof(proof.value());
    return answer.finish();
  });
}

Reply listing(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const std::size_t language =  // in the order of graph::Language
      choose(in, "language", in.text(1, "The language"), "cpp, python, javascript");
  const GraphOptions options(in, 2);
  if (in.error()) return in.failure();
  return with_program(source, options.output, [&](Pool& pool, const Program& program) {
    const auto lines = graph::listing(pool, program, static_cast<graph::Language>(language), options.detail);
    if (!lines.ok()) return failure_of(lines.error());
    Answer answer(pool, {});
    answer.listing(lines.value());
    return answer.finish();
  });
}

}  // namespace chainwise::wasm
