#include "wasm/source.h"

namespace chainwise::wasm {

Pool& opened_pool() {
  static Pool pool;
  return pool;
}

std::optional<Program> open_source(const Arguments& in, std::string_view source, std::string_view output,
                                   Reply& failure) {
  if (in.error()) {
    failure = in.failure();
    return std::nullopt;
  }
  Pool& pool = opened_pool();
  pool.clear();
  Result<Program> parsed = calculus::parse(pool, source);
  if (!parsed.ok()) {
    failure = failure_of(parsed.error(), source);
    return std::nullopt;
  }
  Result<Program> program = calculus::with_output(pool, std::move(parsed).value(), output);
  if (!program.ok()) {
    failure = failure_of(program.error());
    return std::nullopt;
  }
  return std::move(program).value();
}

}  // namespace chainwise::wasm
