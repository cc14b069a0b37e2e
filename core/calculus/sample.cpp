#include "core/calculus/sample.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/limits.h"
#include "core/base/order.h"
#include "core/calculus/differentiate.h"

namespace chainwise::calculus {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kPasses = 6;        // an interval is halved at most so often
constexpr double kBend = 0.002;   // of the curve's height: a line may be so far off
constexpr double kOutside = 3;    // heights away from the middle nobody looks closely any more
constexpr double kClose = 1e-14;  // of the window: a place
constexpr std::size_t kMostSearches = 2000;

struct Point {
  double x, y;
};

class Sampler {
 public:
  Sampler(Evaluator& evaluator, Expr x, double from, double to)
      : evaluator_(evaluator), x_(x), from_(from), to_(to), width_(std::fabs(to - from)) {}

  Samples run(std::size_t count, bool is_adaptive) {
    const std::size_t budget = std::min(count * kMostPerPoint, kMaxSamplePoints);
    for (std::size_t i = 0; i < count; ++i) {
      const double share = static_cast<double>(i) / static_cast<double>(count - 1);
      const double x = i + 1 == count ? to_ : from_ + (to_ - from_) * share;
      points_.push_back({x, value(x)});
    }
    if (is_adaptive && width_ > 0) {
      measure();
      refine(budget);
      find_features();
    }
    return finish();
  }

 private:
  double value(double x) {
    evaluator_.set(x_, x);
    const double y = evaluator_.run();
    return std::isfinite(y) ? y : kNaN;
  }

  /// The height of the curve, without the few values near poles.
  void measure() {
    std::vector<double> values;
    for (const Point& point : points_)
      if (!std::isnan(point.y)) values.push_back(point.y);
    if (values.empty()) return;
    std::sort(values.begin(), values.end());
    const double low = values[values.size() / 20];
    const double high = values[values.size() - 1 - values.size() / 20];
    middle_ = (low + high) / 2;
    height_ = high - low;
    if (!(height_ > 0)) height_ = std::max(values.back() - values.front(), std::fabs(middle_));
    if (!(height_ > 0)) height_ = 1;
  }

  bool is_outside(const Point& p) const { return std::fabs(p.y - middle_) > kOutside * height_; }

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
            const Point p = at(a.x + (b.x - a.x) * share);
            if (!bends(a, p, b, share)) continue;
            const Point middle = at(a.x + (b.x - a.x) / 2);
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

  Point at(double x) { return {x, value(x)}; }

  bool bends(const Point& a, const Point& p, const Point& b, double share) const {
    const int missing = std::isnan(a.y) + std::isnan(p.y) + std::isnan(b.y);
    if (missing > 0) return missing < 3;
    if (is_outside(a) && is_outside(b) && is_outside(p)) return (a.y < middle_) != (b.y < middle_);
    return std::fabs(p.y - (a.y + (b.y - a.y) * share)) > kBend * height_;
  }

  // ---------------------------------------------------------------------------------------- what is special

  void find_features() {
    const std::vector<Point> points = points_;
    const std::size_t n = points.size();
    for (std::size_t i = 0; i < n && searches_ < kMostSearches; ++i) {
      const Point& p = points[i];
      if (std::isnan(p.y)) {
        std::size_t end = i;
        while (end + 1 < n && std::isnan(points[end + 1].y)) ++end;
        find_gap(i > 0 ? &points[i - 1] : nullptr, p.x, points[end].x, end + 1 < n ? &points[end + 1] : nullptr);
        i = end;
        continue;
      }
      const Point* before = i > 0 && !std::isnan(points[i - 1].y) ? &points[i - 1] : nullptr;
      const Point* after = i + 1 < n && !std::isnan(points[i + 1].y) ? &points[i + 1] : nullptr;
      if (p.y == 0 && !(before && before->y == 0) && !(after && after->y == 0)) add(FeatureKind::zero, p.x);
      if (after) find_between(p, *after);
      if (before && after) find_around(*before, p, *after);
    }
  }

  /// A stretch without values between two points that have one, or at an end of the window.
  void find_gap(const Point* before, double first, double last, const Point* after) {
    const double from = before ? edge(before->x, first) : first;
    const double to = after ? edge(after->x, last) : last;
    if (before && after && std::fabs(to - from) <= 4 * kClose * width_) {
      const double x = tidy((from + to) / 2);
      add(runs_away(x, -1) || runs_away(x, 1) ? FeatureKind::pole
          : is_jump(x)                        ? FeatureKind::jump
                                              : FeatureKind::hole,
          x);
      return;
    }
    add(FeatureKind::gap, tidy(from), tidy(to));
  }

  /// The last place with a value, between one that has a value and one that has none.
  double edge(double defined, double undefined) {
    ++searches_;
    for (int i = 0; i < 200; ++i) {
      const double x = defined + (undefined - defined) / 2;
      if (x == defined || x == undefined || std::fabs(undefined - defined) < 1e-17 * width_) break;
      (std::isnan(value(x)) ? undefined : defined) = x;
    }
    extra_.push_back(at(defined));
    extra_.push_back({undefined, kNaN});
    return defined;
  }

  bool runs_away(double x, int side) {
    double y[3];
    for (int i = 0; i < 3; ++i) y[i] = value(x + side * width_ * std::pow(10, -4 - 2 * i));
    const double first = std::fabs(y[1] - y[0]);
    const double second = std::fabs(y[2] - y[1]);
    return second > 1e-3 * height_ && second > 0.9 * first && std::fabs(y[2]) > std::fabs(y[1]);
  }

  bool is_jump(double x) {
    const double near = 1e-9 * width_;
    const double far = 1e-7 * width_;
    const double step = std::fabs(value(x + near) - value(x - near));
    return step > 1e-3 * height_ && step > 0.5 * std::fabs(value(x + far) - value(x - far));
  }

  /// A zero, a jump or a pole between two neighbours.
  void find_between(Point a, Point b) {
    const double size = std::fabs(b.y - a.y);
    const bool crosses = (a.y < 0 && b.y > 0) || (a.y > 0 && b.y < 0);
    if (!crosses && size < kBend * height_) return;
    const double middle = value(a.x + (b.x - a.x) / 2);
    const double larger = std::max(std::fabs(middle - a.y), std::fabs(b.y - middle));
    if (!crosses && larger < 0.75 * size) return;  // a slope, not a jump
    ++searches_;
    const Point start_a = a, start_b = b;
    while (std::fabs(b.x - a.x) > kClose * width_) {  // to where most of the step is
      const Point m = at(a.x + (b.x - a.x) / 2);
      if (m.x == a.x || m.x == b.x) break;
      if (std::isnan(m.y)) {
        a = b = m;
        break;
      }
      const double left = std::fabs(m.y - a.y), right = std::fabs(b.y - m.y);
      if (std::max(left, right) < 0.6 * size && size < 1e3 * height_ && std::fabs(b.x - a.x) < width_ * 1e-4) break;
      (left > right ? b : a) = m;
    }
    if (std::fabs(b.x - a.x) <= 2 * kClose * width_) {
      const double x = tidy((a.x + b.x) / 2);
      const bool is_pole = runs_away(x, -1) || runs_away(x, 1);
      if (is_pole || is_jump(x)) {
        add(is_pole ? FeatureKind::pole : FeatureKind::jump, x);
        extra_.push_back(a);
        extra_.push_back({a.x + (b.x - a.x) / 2, kNaN});
        extra_.push_back(b);
        return;
      }
    }
    if (!crosses) return;
    if (const double x = root(start_a, start_b); std::fabs(value(x)) <= height_) add(FeatureKind::zero, x);
  }

  double root(Point a, Point b) {
    for (int i = 0; i < 200; ++i) {
      const Point m = at(a.x + (b.x - a.x) / 2);
      if (m.y == 0) return m.x;
      if (m.x == a.x || m.x == b.x) break;
      ((m.y < 0) == (a.y < 0) ? a : b) = m;
    }
    const double best = std::fabs(a.y) < std::fabs(b.y) ? a.x : b.x;
    const double round = tidy(best);
    return value(round) == 0 ? round : best;
  }

  /// A pole or a zero without a change of sign, or a kink, near the middle one of three neighbours.
  void find_around(const Point& a, const Point& p, const Point& b) {
    const double size = std::fabs(p.y);
    if (is_outside(p) && size >= std::fabs(a.y) && size >= std::fabs(b.y)) {
      const double x = tidy(extreme(a.x, b.x, true));
      if (runs_away(x, -1) && runs_away(x, 1) && add(FeatureKind::pole, x)) extra_.push_back({x, kNaN});
    } else if (size > 0 && size < 0.05 * height_ && size <= std::fabs(a.y) && size <= std::fabs(b.y) &&
               (a.y < 0) == (p.y < 0) && (b.y < 0) == (p.y < 0)) {
      const double x = extreme(a.x, b.x, false);
      const double round = tidy(x);
      if (std::fabs(value(round)) < 1e-14 * height_) add(FeatureKind::zero, round);
    }
    const double left = (p.y - a.y) / (p.x - a.x), right = (b.y - p.y) / (b.x - p.x);
    if (std::fabs(right - left) * width_ > 0.02 * height_ && !is_outside(p)) find_kink(p.x, std::fabs(b.x - a.x) / 2);
  }

  /// Where |f| is largest or smallest in between (golden sections).
  double extreme(double a, double b, bool is_largest) {
    ++searches_;
    for (int i = 0; i < 90 && std::fabs(b - a) > 1e-15 * width_; ++i) {
      const double c = b - (b - a) * 0.6180339887498949, d = a + (b - a) * 0.6180339887498949;
      const double at_c = std::fabs(value(c)), at_d = std::fabs(value(d));
      if (std::isnan(at_c)) return c;
      if (std::isnan(at_d)) return d;
      ((at_c > at_d) == is_largest ? b : a) = (at_c > at_d) == is_largest ? d : c;
    }
    return (a + b) / 2;
  }

  /// Around a kink the second difference shrinks as the step does; on a smooth curve as its square.
  void find_kink(double c, double h) {
    ++searches_;
    double first = 0, bend = 0;
    for (int i = 0; i < 22; ++i) {
      double y[5];
      for (int k = 0; k < 5; ++k) y[k] = value(c + (k - 2) * h);
      int best = 1;
      bend = -1;
      for (int k = 1; k <= 3; ++k)
        if (const double size = std::fabs(y[k - 1] - 2 * y[k] + y[k + 1]); size > bend) {
          bend = size;
          best = k;
        }
      if (!(bend >= 0)) return;
      bend /= h;
      if (i == 0) first = bend;
      c += (best - 2) * h;
      h /= 2;
    }
    const bool is_steep = bend > 3 * first;  // a jump, or the end of a root
    if (!is_steep && bend > 0.3 * first && bend * width_ > 0.01 * height_ && c > std::min(from_, to_)) {
      const double x = tidy(c, 6, 8 * h);
      if (add(FeatureKind::kink, x)) extra_.push_back(at(x));
    }
  }

  /// Searches end some digits beside the round number that they mean.
  double tidy(double x) const { return tidy(x, 11, 4 * kClose * width_); }
  double tidy(double x, int digits, double slack) const {
    if (x == from_ || x == to_) return x;
    const double unit = std::pow(10, std::ceil(std::log10(width_ > 0 ? width_ : 1)) - digits);
    const double rounded = std::round(x / unit) * unit;
    // 0.3 rather than 3*0.1
    const double inverse = std::round(1 / unit);
    const double exact = unit < 1 ? std::round(x * inverse) / inverse : rounded;
    if (std::fabs(exact - x) > slack) return x;
    return exact == 0 ? 0 : exact;
  }

  bool add(FeatureKind kind, double x) { return add(kind, x, x); }
  bool add(FeatureKind kind, double from, double to) {
    for (const Feature& feature : features_)
      if (std::fabs(feature.from - from) < (kind == FeatureKind::kink ? 1e-5 : 1e-9) * width_ &&
          (feature.kind == kind || kind == FeatureKind::kink))
        return false;
    features_.push_back({kind, from, to});
    return true;
  }

  Samples finish() {
    points_.insert(points_.end(), extra_.begin(), extra_.end());
    std::vector<std::uint64_t> keys;
    for (const Point& point : points_) keys.push_back(sortable(from_ <= to_ ? point.x : -point.x));
    std::vector<Point> ordered;
    for (const std::size_t place : sorted_places(keys)) ordered.push_back(points_[place]);
    points_ = std::move(ordered);
    std::sort(features_.begin(), features_.end(), [](const Feature& a, const Feature& b) { return a.from < b.from; });
    Samples samples;
    for (const Point& point : points_) {
      if (!samples.x.empty() && samples.x.back() == point.x && points_.size() > 2 && width_ > 0) continue;
      samples.x.push_back(point.x);
      samples.y.push_back(point.y);
    }
    samples.features = std::move(features_);
    return samples;
  }

  Evaluator& evaluator_;
  Expr x_;
  double from_, to_, width_;
  double middle_ = 0, height_ = 1;
  double wobble_ = 0.37;
  std::size_t searches_ = 0;
  std::vector<Point> points_;
  std::vector<Point> extra_;
  std::vector<Feature> features_;
};

}  // namespace

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
  return Sampler(evaluator, x, from, to).run(count, is_adaptive);
}

}  // namespace chainwise::calculus
