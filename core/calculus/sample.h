// The values of a formula along one variable, and what is special about its curve.
//
//     sample(pool, tan(x), "x", -5, 5, 100, {})    100 points and more; poles at -4.71, -1.57, 1.57 and 4.71
//
// The points are `count` equally spaced ones, and more where a curve through these would be wrong: between two points
// whose middle does not lie where a smooth curve would pass, and around poles, jumps, kinks and ends of the domain,
// which are searched for by bisection to the last digit. At most kMostPerPoint times as many as asked for.
#pragma once

#include "core/base/result.h"
#include "core/calculus/evaluate.h"

namespace chainwise::calculus {

enum class FeatureKind : std::uint8_t {
  zero,  // the value is 0
  pole,  // it runs to infinity
  jump,  // it goes from one value to another
  kink,  // its slope does
  hole,  // a single point without a value
  gap    // a stretch without one
};

struct Feature {
  FeatureKind kind;
  double from;
  double to;  // equal to `from` but for gaps; the curve has values again beyond these, perhaps in them
};

struct Samples {
  std::vector<double> x;            // ascending; the first and the last are the ends that were asked for
  std::vector<double> y;            // NaN where undefined, and at poles and jumps, so that no line is drawn across them
  std::vector<Feature> features{};  // ascending in `from`
};

inline constexpr std::size_t kMostPerPoint = 16;

/// Where it is not adaptive: the equally spaced points alone, and no features.
/// Errors: `out-of-range`, `not-finite`, `unbound-name`.
Result<Samples> sample(Pool& pool, const Program& program, std::string_view variable, double from, double to,
                       std::size_t count, const Bindings& at, bool is_adaptive = true);

}  // namespace chainwise::calculus
