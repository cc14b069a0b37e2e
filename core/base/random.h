// Random numbers that depend on (seed, stream) alone: the same on every platform and engine.
//
//     Random random(seed, kWeights);
//     double w = random.normal();
//
// The generator is PCG32 (M. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good
// Algorithms", 2014): 64 bits of state, 2^63 independent streams. The distributions of <random> differ between
// standard libraries, so they are made here.
#pragma once

#include <cstdint>
#include <span>

namespace chainwise {

class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t stream);

  std::uint32_t next();
  /// Uniform integer in [0, bound), bound > 0, without bias.
  std::uint32_t below(std::uint32_t bound);
  /// Uniform in [0, 1), a multiple of 2^-53.
  double uniform();
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  /// Normal with mean 0 and standard deviation 1 (Box and Muller).
  double normal();
  /// Each order equally likely (Fisher and Yates).
  void shuffle(std::span<std::uint32_t> items);

 private:
  std::uint64_t state_ = 0;
  std::uint64_t increment_;
};

}  // namespace chainwise
