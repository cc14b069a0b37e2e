#include "core/network/surface.h"

#include <cmath>

#include "core/network/network.h"
#include "tests/support/catch.h"

namespace chainwise::network {
namespace {

Network make() {
  return Network::create({.input_size = 2, .layers = {{3, "tanh"}, {2, "sigmoid"}}, .loss = "binary-cross-entropy"})
      .value();
}

}  // namespace

TEST_CASE("surface: is what predict says, row by row", "[network]") {
  Network network = make();
  const SurfaceRegion region{.from = {-1, 2}, .to = {1, -2}, .columns = 23, .rows = 17, .output = 1};
  const auto image = network.surface(region).value();
  REQUIRE(image.size() == 23 * 17);
  for (const std::size_t row : {0u, 5u, 16u})
    for (const std::size_t column : {0u, 11u, 22u}) {
      const double x1 = -1 + 2.0 / 22 * static_cast<double>(column), x2 = 2 - 4.0 / 16 * static_cast<double>(row);
      CHECK(image[row * 23 + column] == static_cast<float>(network.predict({x1, x2}).value()[1]));
    }
}

TEST_CASE("surface: shows a unit inside, and every size there may be", "[network]") {
  Network network = make();
  const Parameters p = network.parameters();
  const auto image =
      network.surface({.from = {0.5, 0.25}, .to = {1, 1}, .columns = 1, .rows = 1, .layer = 0, .unit = 2}).value();
  REQUIRE(image.size() == 1);
  CHECK(image[0] == Approx(std::tanh(0.5 * p.weights[0][4] + 0.25 * p.weights[0][5])).epsilon(1e-6));
  Network line = Network::create({.input_size = 1, .layers = {{1, "linear"}}, .loss = "squared"}).value();
  const auto curve = line.surface({.columns = 5, .rows = 2}).value();
  for (std::size_t i = 0; i < 5; ++i) CHECK(curve[i] == curve[5 + i]);
  CHECK(curve[0] != curve[4]);
}

TEST_CASE("surface: what cannot be is refused", "[network]") {
  Network network = make();
  const auto code = [&](SurfaceRegion region) {
    const auto image = network.surface(region);
    return image ? "" : image.error().code;
  };
  CHECK(code({.columns = 0, .rows = 5}) == "out-of-range");
  CHECK(code({.columns = 100'000, .rows = 100'000}) == "too-many");
  CHECK(code({.from = {NAN, 0}, .columns = 5, .rows = 5}) == "not-finite");
  CHECK(code({.columns = 5, .rows = 5, .output = 2}) == "out-of-range");
  CHECK(code({.columns = 5, .rows = 5, .layer = 2}) == "out-of-range");
  CHECK(code({.columns = 5, .rows = 5, .layer = 0, .unit = 3}) == "out-of-range");
}

}  // namespace chainwise::network
