// What a rewrite takes for granted, so that it can be said: x/x is 1 where x is not 0, and sqrt(x)^2 is x where sqrt(x)
// has a value.
#pragma once

#include <algorithm>

#include "core/base/order.h"
#include "core/calculus/expression.h"

namespace chainwise::calculus {

struct Granted {
  Expr e;
  bool may_be_zero = false;  // it only has to have a value
  friend bool operator==(const Granted&, const Granted&) = default;
};

/// Each once, in ascending order.
inline std::vector<Granted> each_once(const std::vector<Granted>& granted) {
  const auto key = [](const Granted& each) { return std::uint64_t{each.e.index} << 1 | each.may_be_zero; };
  std::vector<Granted> once = sorted_by(granted, key);
  once.erase(std::unique(once.begin(), once.end()), once.end());
  return once;
}

}  // namespace chainwise::calculus
