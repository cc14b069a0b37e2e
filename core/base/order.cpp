#include "core/base/order.h"

#include <algorithm>
#include <utility>

namespace chainwise {

std::vector<std::size_t> sorted_places(const std::vector<std::uint64_t>& keys) {
  std::vector<std::pair<std::uint64_t, std::size_t>> pairs;
  pairs.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) pairs.emplace_back(keys[i], i);
  std::sort(pairs.begin(), pairs.end());  // by place where keys are equal
  std::vector<std::size_t> places;
  places.reserve(keys.size());
  for (const auto& pair : pairs) places.push_back(pair.second);
  return places;
}

}  // namespace chainwise
