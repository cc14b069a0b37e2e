#include "core/network/dataset.h"

#include <algorithm>
#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/hash.h"

namespace chainwise::network {

TEST_CASE("dataset: each has its sizes, lies in about [-1, 1], and is the same for the same seed", "[network]") {
  test::BitHash hash;
  for (const DatasetRow& row : datasets()) {
    CAPTURE(row.name);
    const DatasetConfig config{.name = std::string(row.name), .count = 101, .noise = 0.05, .seed = 7};
    const Dataset data = make_dataset(config).value();
    CHECK(data.data.inputs.size() == 101 * row.input_size);
    CHECK(data.data.targets.size() == 101 * row.target_size);
    for (const double x : data.data.inputs) CHECK(std::fabs(x) < 1.5);
    hash.add(data.data.inputs);
    hash.add(data.data.targets);
    DatasetConfig other = config;
    other.seed = 8;
    if (row.name != "spiral") CHECK(make_dataset(other).value().data.inputs != data.data.inputs);
    if (row.classes)
      for (const double y : data.data.targets) CHECK((y == 0.0 || y == 1.0));
  }
  CHECK(hash.value == 0x42f9ba6de552dbd9u);
}

TEST_CASE("dataset: two classes are balanced, three have one target each", "[network]") {
  for (const char* name : {"circles", "xor", "moons", "spiral", "gaussians"}) {
    const auto targets = make_dataset({.name = name, .count = 100, .noise = 0.0, .seed = 1}).value().data.targets;
    CHECK(std::count(targets.begin(), targets.end(), 1.0) == 50);
  }
  const auto targets =
      make_dataset({.name = "three-gaussians", .count = 30, .noise = 0.0, .seed = 1}).value().data.targets;
  for (std::size_t e = 0; e < 30; ++e) CHECK(targets[3 * e] + targets[3 * e + 1] + targets[3 * e + 2] == 1.0);
}

TEST_CASE("dataset: xor and circles mean what they say", "[network]") {
  const auto xor_data = make_dataset({.name = "xor", .count = 50, .noise = 0.0, .seed = 1}).value().data;
  for (std::size_t e = 0; e < 50; ++e)
    CHECK((xor_data.inputs[2 * e] * xor_data.inputs[2 * e + 1] < 0) == (xor_data.targets[e] == 1.0));
  const auto circles = make_dataset({.name = "circles", .count = 50, .noise = 0.0, .seed = 1}).value().data;
  for (std::size_t e = 0; e < 50; ++e)
    CHECK((std::hypot(circles.inputs[2 * e], circles.inputs[2 * e + 1]) < 0.5) == (circles.targets[e] == 1.0));
}

TEST_CASE("dataset: split keeps every example once", "[network]") {
  const Dataset data = make_dataset({.name = "sine", .count = 50, .noise = 0.0, .seed = 1}).value();
  const Split split = split_dataset(data, 0.3, 5).value();
  CHECK(split.test.inputs.size() == 15);
  CHECK(split.train.inputs.size() == 35);
  std::vector<double> all = split.train.inputs, expected = data.data.inputs;
  all.insert(all.end(), split.test.inputs.begin(), split.test.inputs.end());
  std::sort(all.begin(), all.end());
  std::sort(expected.begin(), expected.end());
  CHECK(all == expected);
  CHECK(split_dataset(data, 0.3, 5).value().test.inputs == split.test.inputs);
}

TEST_CASE("dataset: what cannot be is refused", "[network]") {
  const auto code = [](const DatasetConfig& config) { return make_dataset(config).error().code; };
  CHECK(code({.name = "square", .count = 10}) == "unknown-name");
  CHECK(code({.name = "xor", .count = 0}) == "out-of-range");
  CHECK(code({.name = "xor", .count = 100'000'000}) == "out-of-range");
  CHECK(code({.name = "xor", .count = 10, .noise = NAN}) == "not-finite");
  CHECK(code({.name = "xor", .count = 10, .noise = -1.0}) == "out-of-range");
}

}  // namespace chainwise::network
