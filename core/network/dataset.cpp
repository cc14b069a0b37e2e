#include "core/network/dataset.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/elementary.h"
#include "core/base/limits.h"
#include "core/network/options.h"

namespace chainwise::network {
namespace {

constexpr double kPi = 0x1.921fb54442d18p+1;
constexpr std::uint64_t kDataStream = 2, kSplitStream = 3;

void polar(double radius, double angle, double* inputs) {
  inputs[0] = radius * elementary::cos(angle);
  inputs[1] = radius * elementary::sin(angle);
}

// Two classes in the plane: one target, 1 for the odd examples.

void circles(std::size_t number, std::size_t, Random& random, double* x, double* y) {
  y[0] = number % 2 ? 1.0 : 0.0;  // 1 inside
  const double radius = y[0] == 1.0 ? random.uniform(0.0, 0.45) : random.uniform(0.65, 1.0);
  const double angle = random.uniform(0.0, 2.0 * kPi);  // drawn second: arguments have no order of their own
  polar(radius, angle, x);
}

void exclusive_or(std::size_t number, std::size_t, Random& random, double* x, double* y) {
  constexpr double kGap = 0.05;  // between the quadrants
  y[0] = number % 2 ? 1.0 : 0.0;
  const double side = random.below(2) ? 1.0 : -1.0;
  x[0] = side * random.uniform(kGap, 1.0);
  x[1] = (y[0] == 1.0 ? -side : side) * random.uniform(kGap, 1.0);
}

void moons(std::size_t number, std::size_t, Random& random, double* x, double* y) {
  y[0] = number % 2 ? 1.0 : 0.0;
  polar(1.0, random.uniform(0.0, kPi), x);
  if (y[0] == 1.0) {
    x[0] = 1.0 - x[0];
    x[1] = 0.5 - x[1];
  }
  x[0] = (x[0] - 0.5) / 1.5;
  x[1] = (x[1] - 0.25) / 1.5;
}

void spiral(std::size_t number, std::size_t count, Random&, double* x, double* y) {
  y[0] = number % 2 ? 1.0 : 0.0;
  const std::size_t turns = std::max<std::size_t>(1, (count + 1) / 2);
  const double along = (static_cast<double>(number / 2) + 1.0) / static_cast<double>(turns);
  polar(along, 1.75 * 2.0 * kPi * along + kPi * y[0], x);
}

void gaussians(std::size_t number, std::size_t, Random& random, double* x, double* y) {
  y[0] = number % 2 ? 1.0 : 0.0;
  const double centre = y[0] == 1.0 ? 0.5 : -0.5;
  x[0] = centre + 0.2 * random.normal();
  x[1] = centre + 0.2 * random.normal();
}

void three_gaussians(std::size_t number, std::size_t, Random& random, double* x, double* y) {
  const std::size_t type = number % 3;
  for (std::size_t k = 0; k < 3; ++k) y[k] = k == type ? 1.0 : 0.0;
  polar(0.6, kPi / 2.0 + 2.0 * kPi / 3.0 * static_cast<double>(type), x);
  x[0] += 0.18 * random.normal();
  x[1] += 0.18 * random.normal();
}

// Curves and surfaces: the target is a function of uniform inputs.

template <double (*f)(double)>
void curve(std::size_t, std::size_t, Random& random, double* x, double* y) {
  x[0] = random.uniform(-1.0, 1.0);
  y[0] = f(x[0]);
}

template <double (*f)(double, double)>
void surface(std::size_t, std::size_t, Random& random, double* x, double* y) {
  x[0] = random.uniform(-1.0, 1.0);
  x[1] = random.uniform(-1.0, 1.0);
  y[0] = f(x[0], x[1]);
}

double line(double x) { return 0.7 * x - 0.1; }
double sine(double x) { return elementary::sin(kPi * x); }
double step(double x) { return x < 0.0 ? 0.0 : 1.0; }
double plane(double x1, double x2) { return 0.6 * x1 - 0.3 * x2 + 0.1; }
double hill(double x1, double x2) { return elementary::exp(-4.0 * (x1 * x1 + x2 * x2)); }

constexpr DatasetRow kDatasets[] = {
    {"circles", 2, 1, true, circles},     {"xor", 2, 1, true, exclusive_or},
    {"moons", 2, 1, true, moons},         {"spiral", 2, 1, true, spiral},
    {"gaussians", 2, 1, true, gaussians}, {"three-gaussians", 2, 3, true, three_gaussians},
    {"line", 1, 1, false, curve<line>},   {"sine", 1, 1, false, curve<sine>},
    {"step", 1, 1, false, curve<step>},   {"plane", 2, 1, false, surface<plane>},
    {"hill", 2, 1, false, surface<hill>},
};

}  // namespace

std::span<const DatasetRow> datasets() { return kDatasets; }

Result<Dataset> make_dataset(const DatasetConfig& config) {
  const auto found = find_row("dataset", datasets(), config.name);
  if (!found) return found.error();
  const DatasetRow& row = *found.value();
  if (Status status = check_range("count", static_cast<double>(config.count), 1.0, kMaxExamples); !status)
    return status.error();
  if (Status status = check_range("noise", config.noise, 0.0, 10.0); !status) return status.error();
  Dataset dataset{{}, row.input_size, row.target_size};
  dataset.data.inputs.resize(config.count * row.input_size);
  dataset.data.targets.resize(config.count * row.target_size);
  Random random(config.seed, kDataStream);
  for (std::size_t i = 0; i < config.count; ++i) {
    double* inputs = dataset.data.inputs.data() + i * row.input_size;
    double* targets = dataset.data.targets.data() + i * row.target_size;
    row.example(i, config.count, random, inputs, targets);
    if (config.noise == 0.0) continue;
    double* noisy = row.classes ? inputs : targets;
    for (std::size_t j = 0; j < (row.classes ? row.input_size : row.target_size); ++j)
      noisy[j] += config.noise * random.normal();
  }
  return dataset;
}

Result<Split> split_dataset(const Dataset& dataset, double fraction, std::uint64_t seed) {
  if (Status status = check_range("The fraction for testing", fraction, 0.0, 1.0); !status) return status.error();
  const std::size_t count = dataset.data.inputs.size() / dataset.input_size;
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  Random(seed, kSplitStream).shuffle(order);
  std::vector<bool> tests(count, false);
  const auto test_count = static_cast<std::size_t>(std::floor(fraction * static_cast<double>(count) + 0.5));
  for (std::size_t i = 0; i < test_count; ++i) tests[order[i]] = true;
  Split split;
  for (std::size_t i = 0; i < count; ++i) {
    TrainingData& part = tests[i] ? split.test : split.train;
    const auto inputs = dataset.data.inputs.begin() + static_cast<std::ptrdiff_t>(i * dataset.input_size);
    const auto targets = dataset.data.targets.begin() + static_cast<std::ptrdiff_t>(i * dataset.target_size);
    part.inputs.insert(part.inputs.end(), inputs, inputs + static_cast<std::ptrdiff_t>(dataset.input_size));
    part.targets.insert(part.targets.end(), targets, targets + static_cast<std::ptrdiff_t>(dataset.target_size));
  }
  return split;
}

}  // namespace chainwise::network
