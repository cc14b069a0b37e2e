#include "core/base/random.h"

#include <cmath>
#include <utility>

#include "core/base/elementary.h"

namespace chainwise {

Random::Random(std::uint64_t seed, std::uint64_t stream) : increment_((stream << 1) | 1u) {
  next();
  state_ += seed;
  next();
}

std::uint32_t Random::next() {
  const std::uint64_t old = state_;
  state_ = old * 6364136223846793005u + increment_;
  const auto mixed = static_cast<std::uint32_t>(((old >> 18) ^ old) >> 27);
  const auto rotation = static_cast<std::uint32_t>(old >> 59);
  return (mixed >> rotation) | (mixed << ((32u - rotation) & 31u));
}

std::uint32_t Random::below(std::uint32_t bound) {
  const std::uint32_t rejected = (0u - bound) % bound;  // 2^32 mod bound numbers too many
  for (;;) {
    const std::uint32_t candidate = next();
    if (candidate >= rejected) return candidate % bound;
  }
}

double Random::uniform() {
  const std::uint64_t high = next() >> 5, low = next() >> 6;
  return static_cast<double>((high << 26) | low) * 0x1p-53;
}

double Random::normal() {
  constexpr double kTwoPi = 0x1.921fb54442d18p+2;
  const double radius = std::sqrt(-2.0 * elementary::log(1.0 - uniform()));
  return radius * elementary::cos(kTwoPi * uniform());
}

void Random::shuffle(std::span<std::uint32_t> items) {
  for (std::size_t left = items.size(); left > 1; --left)
    std::swap(items[left - 1], items[below(static_cast<std::uint32_t>(left))]);
}

}  // namespace chainwise
