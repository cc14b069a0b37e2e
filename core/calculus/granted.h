// What a rewrite takes for granted, so that it can be said: x/x is 1 where x is not 0, and sqrt(x)^2 is x where sqrt(x)
// has a value.
#pragma once

#include "core/calculus/expression.h"

namespace chainwise::calculus {

struct Granted {
  Expr e;
  bool may_be_zero = false;  // it only has to have a value
  friend bool operator==(const Granted&, const Granted&) = default;
  friend bool operator<(const Granted& a, const Granted& b) {
    return a.e == b.e ? a.may_be_zero < b.may_be_zero : a.e < b.e;
  }
};

}  // namespace chainwise::calculus
