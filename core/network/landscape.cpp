#include "core/network/landscape.h"

#include <cmath>

#include "core/base/limits.h"
#include "core/network/options.h"

namespace chainwise::network {
namespace {

constexpr std::size_t kMaxSteps = 1000;
constexpr double kLargest = 1e300;

/// `i` of `count` equally spaced numbers, the two ends included.
double between(double from, double to, std::size_t i, std::size_t count) {
  return count > 1 ? from + (to - from) * (static_cast<double>(i) / static_cast<double>(count - 1)) : from;
}

double dot(const Vector& a, const Vector& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a(i) * b(i);
  return sum;
}

double full_gradient(const Model& model, const Vector& theta, const TrainingData& data, Workspace& workspace,
                     Vector& gradient) {
  const Batch all{data, 0, data.inputs.size() / model.input_size, nullptr};
  return batch_gradient(model, theta.data(), all, workspace, gradient.data());
}

struct Descent {
  std::vector<double> losses;
  std::size_t turns = 0;

  bool diverges() const { return !(losses.back() <= losses.front()); }
  bool oscillates() const { return turns > 0 && 2 * turns >= losses.size() - 2; }
  double gain() const { return losses.front() - losses.back(); }
};

Descent descend(const Model& model, Vector theta, const TrainingData& data, double rate, std::size_t steps,
                Workspace& workspace) {
  Descent descent;
  Vector gradient = zeros(model.parameter_count), before = gradient;
  for (std::size_t step = 0; step <= steps; ++step) {
    descent.losses.push_back(full_gradient(model, theta, data, workspace, gradient));
    if (!std::isfinite(descent.losses.back())) break;
    if (step > 0 && dot(gradient, before) < 0.0) ++descent.turns;
    for (std::size_t i = 0; i < theta.size(); ++i) theta(i) -= rate * gradient(i);
    std::swap(gradient, before);
  }
  return descent;
}

}  // namespace

Result<std::vector<double>> make_landscape(const Model& model, const Vector& theta, const TrainingData& data,
                                           const LandscapeRegion& region, Workspace& workspace) {
  const auto x = locate(model, region.x);
  if (!x) return x.error();
  const auto y = locate(model, region.y);
  if (!y) return y.error();
  for (const auto& [what, size] : {std::pair{"columns", region.columns}, {"rows", region.rows}})
    if (Status status = check_range(what, static_cast<double>(size), 1.0, 1000.0); !status) return status.error();
  for (const auto& [what, pair] : {std::pair{"from", region.from}, {"to", region.to}})
    for (int axis = 0; axis < 2; ++axis)
      if (Status status = check_range(what, pair[axis], -kLargest, kLargest); !status) return status.error();
  std::vector<double> heights;
  heights.reserve(region.columns * region.rows);
  Vector moved = theta;
  for (std::size_t row = 0; row < region.rows; ++row)
    for (std::size_t column = 0; column < region.columns; ++column) {
      moved(x.value()) = between(region.from[0], region.to[0], column, region.columns);
      moved(y.value()) = between(region.from[1], region.to[1], row, region.rows);
      heights.push_back(mean_loss(model, moved.data(), data, workspace));
    }
  return heights;
}

Result<LineSearch> search_line(const Model& model, const Vector& theta, const TrainingData& data, double largest,
                               std::size_t count, Workspace& workspace) {
  if (Status status = check_range("The largest rate", largest, 0.0, kLargest); !status) return status.error();
  if (Status status = check_range("count", static_cast<double>(count), 1.0, kMaxSamplePoints); !status)
    return status.error();
  Vector gradient = zeros(model.parameter_count);
  full_gradient(model, theta, data, workspace, gradient);
  LineSearch line;
  line.slope = -dot(gradient, gradient);
  for (std::size_t i = 0; i < count; ++i) {
    const double rate = between(0.0, largest, i, count);
    Vector moved = theta;
    for (std::size_t k = 0; k < moved.size(); ++k) moved(k) -= rate * gradient(k);
    line.rates.push_back(rate);
    line.losses.push_back(mean_loss(model, moved.data(), data, workspace));
  }
  return line;
}

Result<RateTrial> try_rate(const Model& model, const Vector& theta, const TrainingData& data, double rate,
                           std::size_t steps, Workspace& workspace) {
  if (Status status = check_range("The learning rate", rate, 0.0, kLargest); !status) return status.error();
  if (Status status = check_range("steps", static_cast<double>(steps), 1.0, kMaxSteps); !status) return status.error();
  Descent descent = descend(model, theta, data, rate, steps, workspace);
  RateTrial trial;
  if (descent.diverges()) {
    trial.verdict = "diverges";
  } else if (descent.oscillates()) {
    trial.verdict = "oscillates";
  } else {
    const Descent faster = descend(model, theta, data, 4.0 * rate, steps, workspace);
    const bool too_slow = !faster.diverges() && !faster.oscillates() && faster.gain() > 2.0 * descent.gain();
    trial.verdict = too_slow ? "too-slow" : "good";
  }
  trial.losses = std::move(descent.losses);
  return trial;
}

}  // namespace chainwise::network
