#include "core/base/order.h"

#include <limits>

#include "tests/support/catch.h"

using namespace chainwise;

TEST_CASE("sorted_places: keys, some of them equal → ascending, equals in their order", "[base]") {
  CHECK(sorted_places({30, 10, 30, 20, 10}) == std::vector<std::size_t>{1, 4, 3, 0, 2});
  CHECK(sorted_places({}).empty());
}

TEST_CASE("sortable: doubles of both signs → keys in their order", "[base]") {
  const double infinity = std::numeric_limits<double>::infinity();
  const double values[] = {-infinity, -1e300, -2, -1e-310, 0, 1e-310, 2, 1e300, infinity};
  for (std::size_t i = 1; i < std::size(values); ++i) CHECK(sortable(values[i - 1]) < sortable(values[i]));
  CHECK(sortable(-0.0) == sortable(0.0));
}
