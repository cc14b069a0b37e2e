// Sorting that keeps the order of equals.
//
//     sorted_places({30, 10, 30})  ->  1, 0, 2: the places of the keys, the smallest key first
//
// The standard library's sorts are made anew for each type that they sort, 3 KB of wasm each time, stable ones 5; this
// one is made once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace chainwise {

std::vector<std::size_t> sorted_places(const std::vector<std::uint64_t>& keys);

/// `items` with the smallest `key(item)` first.
template <class Item, class Key>
std::vector<Item> sorted_by(const std::vector<Item>& items, Key key) {
  std::vector<std::uint64_t> keys;
  keys.reserve(items.size());
  for (const Item& item : items) keys.push_back(key(item));
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::size_t place : sorted_places(keys)) sorted.push_back(items[place]);
  return sorted;
}

/// A key that orders doubles as < does; not for NaN. 0 and -0 are equal.
inline std::uint64_t sortable(double value) {
  if (value == 0) value = 0;
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63;
  return bits & kSignBit ? ~bits : bits | kSignBit;
}

}  // namespace chainwise
