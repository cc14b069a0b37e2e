// What a network answers over a rectangle of its first two inputs: the picture behind its data points.
//
//     Result<std::vector<float>> image = make_surface(model, theta, {.columns = 100, .rows = 100}, workspace);
//
// Columns run from from[0] to to[0], rows from from[1] to to[1], both ends included. Inputs beyond the second are 0;
// a network with one input has equal rows.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/network/passes.h"

namespace chainwise::network {

/// Row by row, columns * rows numbers. Errors: "not-finite", "out-of-range", "too-many".
Result<std::vector<float>> make_surface(const Model& model, const double* theta, const SurfaceRegion& region,
                                        Workspace& workspace);

}  // namespace chainwise::network
