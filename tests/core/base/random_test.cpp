#include "core/base/random.h"

#include <cmath>
#include <vector>

#include "tests/support/catch.h"

namespace chainwise {

TEST_CASE("random: PCG32's published sequence for seed 42, stream 54", "[base]") {
  Random random(42, 54);
  for (const std::uint32_t expected : {0xa15c02b7u, 0x7b47f409u, 0xba1d3330u, 0x83d2f293u, 0xbfa4784bu, 0xcbed606eu})
    CHECK(random.next() == expected);
}

TEST_CASE("random: uniform and normal numbers have their mean and variance", "[base]") {
  Random random(1, 2);
  constexpr int kCount = 100000;
  double sum = 0, squares = 0, normal_sum = 0, normal_squares = 0;
  for (int i = 0; i < kCount; ++i) {
    const double u = random.uniform(), n = random.normal();
    REQUIRE((u >= 0.0 && u < 1.0));
    sum += u;
    squares += u * u;
    normal_sum += n;
    normal_squares += n * n;
  }
  CHECK(sum / kCount == Approx(0.5).margin(0.005));
  CHECK(squares / kCount == Approx(1.0 / 3).margin(0.005));
  CHECK(normal_sum / kCount == Approx(0.0).margin(0.015));
  CHECK(normal_squares / kCount == Approx(1.0).margin(0.02));
}

TEST_CASE("random: below covers its range evenly, shuffle keeps every item", "[base]") {
  Random random(3, 4);
  std::vector<int> counts(7, 0);
  for (int i = 0; i < 70000; ++i) ++counts[random.below(7)];
  for (const int count : counts) CHECK(count == Approx(10000).margin(400));

  std::vector<std::uint32_t> items(100);
  for (std::uint32_t i = 0; i < 100; ++i) items[i] = i;
  random.shuffle(items);
  std::vector<bool> seen(100, false);
  std::size_t fixed = 0;
  for (std::uint32_t i = 0; i < 100; ++i) {
    seen[items[i]] = true;
    fixed += items[i] == i;
  }
  CHECK(seen == std::vector<bool>(100, true));
  CHECK(fixed < 10);
}

TEST_CASE("random: streams of one seed differ", "[base]") {
  Random a(5, 1), b(5, 2);
  int equal = 0;
  for (int i = 0; i < 1000; ++i) equal += a.next() == b.next();
  CHECK(equal < 3);
}

}  // namespace chainwise
