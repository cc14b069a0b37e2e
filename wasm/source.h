// How every call about a source text goes: it is read into an empty pool, so that node ids depend on it alone; the core
// is asked, and its answer written.
//
//     return respond(in, source, output, formats,
//                    [&](Pool& pool, const Program& program) { return graph::backpropagate(pool, program, at, detail);
//                    },
//                    [](Answer& answer, const graph::Trace& trace) { answer.trace(trace); });
#pragma once

#include "core/calculus/evaluate.h"
#include "core/calculus/parse.h"
#include "wasm/answers.h"

namespace chainwise::wasm {

using calculus::Pool;
using calculus::Program;

/// What `source` means, in a pool of its own that serves until the next call: clearing it keeps its memory. Where the
/// arguments or the source have an error, nothing, and `failure` says it. `output` is empty for the last definition.
std::optional<Program> open_source(const Arguments& in, std::string_view source, std::string_view output,
                                   Reply& failure);
Pool& opened_pool();

/// `ask(pool, program)` gives a Result; `write(answer, value)` writes its value.
template <class Ask, class Write>
Reply respond(const Arguments& in, std::string_view source, std::string_view output, Formats formats, Ask ask,
              Write write) {
  Reply failure;
  const std::optional<Program> program = open_source(in, source, output, failure);
  if (!program) return failure;
  const auto result = ask(opened_pool(), *program);
  if (!result.ok()) return failure_of(result.error());
  Answer answer(opened_pool(), formats);
  write(answer, result.value());
  return answer.finish();
}

}  // namespace chainwise::wasm
