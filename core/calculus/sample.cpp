#include "core/calculus/sample.h"

#include <algorithm>
#include <cmath>

#include "core/base/limits.h"
#include "core/base/order.h"
#include "core/calculus/differentiate.h"
#include "core/calculus/functions.h"
#include "core/calculus/sample_features.h"

namespace chainwise::calculus {
namespace {

constexpr int kPasses = 6;  // an interval is halved at most so often

class Sampler {
 public:
  explicit Sampler(Curve curve) : curve_(curve) {}

  Samples run(std::size_t count, bool is_adaptive) {
    const std::size_t budget = std::min(count * kMostPerPoint, kMaxSamplePoints);
    for (std::size_t i = 0; i < count; ++i) {
      const double share = static_cast<double>(i) / static_cast<double>(count - 1);
      const double x = i + 1 == count ? curve_.to : curve_.from + (curve_.to - curve_.from) * share;
      points_.push_back({x, curve_.value(x)});
    }
    if (is_adaptive && curve_.width > 0) {
      measure();
      refine(budget);
      Found found = find_features(curve_, points_);
      points_.insert(points_.end(), found.points.begin(), found.points.end());
      features_ = std::move(found.features);
    }
    return finish();
  }

 private:
  /// The height of the curve, without the few values near poles.
  void measure() {
    std::vector<double> values;
    for (const Point& point : points_)
      if (!std::isnan(point.y)) values.push_back(point.y);
    if (values.empty()) return;
    values = sorted_by(values, sortable);
    const double low = values[values.size() / 20];
    const double high = values[values.size() - 1 - values.size() / 20];
    curve_.middle = (low + high) / 2;
    curve_.height = high - low;
    if (!(curve_.height > 0)) curve_.height = std::max(values.back() - values.front(), std::fabs(curve_.middle));
    if (!(curve_.height > 0)) curve_.height = 1;
  }

  /// Halves the intervals over which the curve is no line. The places that are looked at are not the middles, so that
  /// no period of the curve can hide behind the spacing.
  void refine(std::size_t budget) {
    std::vector<char> active(points_.size() - 1, 1);
    for (int pass = 0; pass < kPasses && points_.size() < budget; ++pass) {
      std::vector<Point> next;
      std::vector<char> next_active;
      std::size_t room = budget - points_.size();
      for (std::size_t i = 0; i + 1 < points_.size(); ++i) {
        const Point &a = points_[i], &b = points_[i + 1];
        next.push_back(a);
        bool is_split = false;
        if (active[i] && room > 0) {
          wobble_ = std::fmod(wobble_ + 0.6180339887498949, 1);
          for (const double share : {0.5 + 0.16 * (wobble_ - 0.5), 0.2 + 0.1 * wobble_, 0.8 - 0.1 * wobble_}) {
            const Point p = curve_.at(a.x + (b.x - a.x) * share);
            if (!bends(a, p, b, share)) continue;
            const Point middle = curve_.at(a.x + (b.x - a.x) / 2);
            if (middle.x == a.x || middle.x == b.x) break;
            next.push_back(middle);
            --room;
            is_split = true;
            break;
          }
        }
        next_active.push_back(is_split);
        if (is_split) next_active.push_back(1);
      }
      next.push_back(points_.back());
      points_ = std::move(next);
      active = std::move(next_active);
    }
  }

  bool bends(const Point& a, const Point& p, const Point& b, double share) const {
    const int missing = std::isnan(a.y) + std::isnan(p.y) + std::isnan(b.y);
    if (missing > 0) return missing < 3;
    if (curve_.is_outside(a) && curve_.is_outside(b) && curve_.is_outside(p))
      return (a.y < curve_.middle) != (b.y < curve_.middle);
    return std::fabs(p.y - (a.y + (b.y - a.y) * share)) > kBend * curve_.height;
  }

  Samples finish() {
    const double direction = curve_.from <= curve_.to ? 1 : -1;
    points_ = sorted_by(points_, [&](const Point& point) { return sortable(direction * point.x); });
    features_ = sorted_by(features_, [](const Feature& feature) { return sortable(feature.from); });
    Samples samples;
    for (const Point& point : points_) {
      if (!samples.x.empty() && samples.x.back() == point.x && points_.size() > 2 && curve_.width > 0) continue;
      samples.x.push_back(point.x);
      samples.y.push_back(point.y);
    }
    samples.features = std::move(features_);
    return samples;
  }

  Curve curve_;
  double wobble_ = 0.37;
  std::vector<Point> points_;
  std::vector<Feature> features_;
};

}  // namespace

double Curve::value(double x) {
  evaluator.set(variable, x);
  const double y = evaluator.run();
  return std::isfinite(y) ? y : kNaN;
}

Result<Samples> sample(Pool& pool, const Program& program, std::string_view variable, double from, double to,
                       std::size_t count, const Bindings& at, bool is_adaptive) {
  if (!std::isfinite(from) || !std::isfinite(to)) return make_error("not-finite", {{"what", "Both ends"}});
  if (count < 2 || count > kMaxSamplePoints)
    return make_error("out-of-range", {{"what", "The number of points"},
                                       {"low", "2"},
                                       {"high", std::to_string(kMaxSamplePoints)},
                                       {"value", std::to_string(count)}});
  if (!is_variable_name(variable)) return make_error("not-a-name", {{"name", variable}});
  const Result<Program> resolved = resolve_derivatives(pool, program);
  if (!resolved.ok()) return resolved.error();
  const Expr x = pool.symbol(plain_name(variable));
  Evaluator evaluator(pool, resolved.value());
  evaluator.bind(at);
  evaluator.set(x, from);
  if (Status bound = evaluator.check_bound(); !bound.ok()) return bound.error();
  return Sampler({evaluator, x, from, to}).run(count, is_adaptive);
}

}  // namespace chainwise::calculus
