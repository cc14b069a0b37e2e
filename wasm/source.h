// How every call about a source text begins: it is read into an empty pool, so that node ids depend on it alone.
//
//     return with_program(source, output, [&](Pool& pool, const Program& program) { ...; return answer.finish(); });
#pragma once

#include "core/calculus/evaluate.h"
#include "core/calculus/parse.h"
#include "wasm/json.h"

namespace chainwise::wasm {

using calculus::Pool;
using calculus::Program;

/// One pool serves all calls: clearing it keeps its memory.
inline Pool& fresh_pool() {
  static Pool pool;
  pool.clear();
  return pool;
}

/// `use(pool, program)` gives the answer; `output` is empty for the last definition.
template <class Use>
Reply with_program(std::string_view source, std::string_view output, Use use) {
  Pool& pool = fresh_pool();
  Result<Program> parsed = calculus::parse(pool, source);
  if (!parsed.ok()) return failure_of(parsed.error(), source);
  const Result<Program> program = calculus::with_output(pool, std::move(parsed).value(), output);
  if (!program.ok()) return failure_of(program.error());
  return use(pool, program.value());
}

}  // namespace chainwise::wasm
