// The formulas a to e whose derivatives are timed; differentiation.mjs has the same ones.
#pragma once

namespace chainwise::bench {

/// Adds them to what chainwise_bench runs.
void register_differentiation();

}  // namespace chainwise::bench
