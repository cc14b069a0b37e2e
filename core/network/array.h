// The arrays of the network: xtensor, wherever its headers are (they moved in version 0.26).
//
//     Matrix activations = Matrix::from_shape({units, lanes});      // row-major
#pragma once

#if __has_include(<xtensor/containers/xtensor.hpp>)
#include <xtensor/containers/xtensor.hpp>
#else
#include <xtensor/xtensor.hpp>
#endif

#include <cstddef>

#include "core/base/simd.h"

namespace chainwise::network {

using Vector = xt::xtensor<double, 1>;
using Matrix = xt::xtensor<double, 2>;

/// The next multiple of the vector length: rows are padded to it, so that loops over them need no tail.
inline std::size_t padded(std::size_t count) { return (count + kLanes - 1) / kLanes * kLanes; }

inline Vector zeros(std::size_t count) { return Vector(Vector::shape_type{padded(count)}, 0.0); }

}  // namespace chainwise::network
