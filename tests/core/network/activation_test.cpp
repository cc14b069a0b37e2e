#include "core/network/activation.h"

#include <cmath>
#include <vector>

#include "core/calculus/functions.h"
#include "core/network/options.h"
#include "tests/support/catch.h"

namespace chainwise::network {

TEST_CASE("activation: values and slopes are those of the table of functions", "[network]") {
  std::size_t found = 0;
  for (const calculus::FunctionRow& row : calculus::functions()) {
    if (row.activation.empty()) continue;
    ++found;
    const auto activation = find_row("activation", activations(), row.activation);
    REQUIRE(activation.ok());
    for (const double z : {-40.0, -7.5, -2.0, -1.0, -0.3, -1e-9, 0.0, 1e-9, 0.4, 1.0, 2.5, 8.0, 40.0}) {
      CAPTURE(row.name, z);
      const double value = row.value(z, 0.0), slope = row.slope[0](z, 0.0);
      CHECK(activation.value()->value(z) == Approx(value).epsilon(1e-14).margin(1e-300));
      CHECK(activation.value()->slope(z) == Approx(slope).epsilon(1e-14).margin(1e-15));
    }
  }
  CHECK(found + 2 == activations().size());  // linear and softmax are no functions of the language
}

TEST_CASE("activation: a layer is computed as its numbers are one by one", "[network]") {
  std::vector<double> z, a(64), delta(64, 2.0);
  for (int i = 0; i < 64; ++i) z.push_back((i - 31) * 0.37);
  for (const Activation& row : activations()) {
    if (!row.value) continue;
    CAPTURE(row.name);
    row.apply(z.data(), a.data(), 64);
    std::vector<double> chained = delta;
    row.chain(z.data(), a.data(), chained.data(), 64);
    for (std::size_t i = 0; i < 64; ++i) {
      CHECK(a[i] == row.value(z[i]));
      CHECK(chained[i] == 2.0 * row.slope(z[i]));
    }
  }
}

TEST_CASE("activation: softmax sums to 1, also for numbers far out", "[network]") {
  const std::vector<double> z = {1000.0, -3.0, 999.0, 2.0, -1000.0, 0.5};  // [3 units][2 examples]
  std::vector<double> a(6);
  softmax(z.data(), a.data(), 3, 2);
  for (const std::size_t e : {0u, 1u}) CHECK(a[e] + a[2 + e] + a[4 + e] == Approx(1.0).epsilon(1e-15));
  CHECK(a[0] == Approx(1.0 / (1.0 + std::exp(-1.0))).epsilon(1e-14));
  CHECK(a[4] == 0.0);
}

}  // namespace chainwise::network
