#include "core/calculus/sample_features.h"

#include <algorithm>

#include "core/calculus/functions.h"

namespace chainwise::calculus {
namespace {

constexpr double kClose = 1e-14;  // of the window: a place
constexpr std::size_t kMostSearches = 2000;

class FeatureFinder {
 public:
  explicit FeatureFinder(Curve& curve) : curve_(curve) {}

  Found run(const std::vector<Point>& points) {
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
    return std::move(found_);
  }

 private:
  /// A stretch without values between two points that have one, or at an end of the window.
  void find_gap(const Point* before, double first, double last, const Point* after) {
    const double from = before ? edge(before->x, first) : first;
    const double to = after ? edge(after->x, last) : last;
    if (before && after && std::fabs(to - from) <= 4 * kClose * curve_.width) {
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
      if (x == defined || x == undefined || std::fabs(undefined - defined) < 1e-17 * curve_.width) break;
      (std::isnan(curve_.value(x)) ? undefined : defined) = x;
    }
    found_.points.push_back(curve_.at(defined));
    found_.points.push_back({undefined, kNaN});
    return defined;
  }

  bool runs_away(double x, int side) {
    double y[3];
    for (int i = 0; i < 3; ++i) y[i] = curve_.value(x + side * curve_.width * std::pow(10, -4 - 2 * i));
    const double first = std::fabs(y[1] - y[0]);
    const double second = std::fabs(y[2] - y[1]);
    return second > 1e-3 * curve_.height && second > 0.9 * first && std::fabs(y[2]) > std::fabs(y[1]);
  }

  bool is_jump(double x) {
    const double near = 1e-9 * curve_.width;
    const double far = 1e-7 * curve_.width;
    const double step = std::fabs(curve_.value(x + near) - curve_.value(x - near));
    return step > 1e-3 * curve_.height && step > 0.5 * std::fabs(curve_.value(x + far) - curve_.value(x - far));
  }

  /// A zero, a jump or a pole between two neighbours.
  void find_between(Point a, Point b) {
    const double size = std::fabs(b.y - a.y);
    const bool crosses = (a.y < 0 && b.y > 0) || (a.y > 0 && b.y < 0);
    if (!crosses && size < kBend * curve_.height) return;
    const double middle = curve_.value(a.x + (b.x - a.x) / 2);
    const double larger = std::max(std::fabs(middle - a.y), std::fabs(b.y - middle));
    if (!crosses && larger < 0.75 * size) return;  // a slope, not a jump
    ++searches_;
    const Point start_a = a, start_b = b;
    while (std::fabs(b.x - a.x) > kClose * curve_.width) {  // to where most of the step is
      const Point m = curve_.at(a.x + (b.x - a.x) / 2);
      if (m.x == a.x || m.x == b.x) break;
      if (std::isnan(m.y)) {
        a = b = m;
        break;
      }
      const double left = std::fabs(m.y - a.y), right = std::fabs(b.y - m.y);
      if (std::max(left, right) < 0.6 * size && size < 1e3 * curve_.height &&
          std::fabs(b.x - a.x) < curve_.width * 1e-4)
        break;
      (left > right ? b : a) = m;
    }
    if (std::fabs(b.x - a.x) <= 2 * kClose * curve_.width) {
      const double x = tidy((a.x + b.x) / 2);
      const bool is_pole = runs_away(x, -1) || runs_away(x, 1);
      if (is_pole || is_jump(x)) {
        add(is_pole ? FeatureKind::pole : FeatureKind::jump, x);
        found_.points.push_back(a);
        found_.points.push_back({a.x + (b.x - a.x) / 2, kNaN});
        found_.points.push_back(b);
        return;
      }
    }
    if (!crosses) return;
    if (const double x = root(start_a, start_b); std::fabs(curve_.value(x)) <= curve_.height) add(FeatureKind::zero, x);
  }

  double root(Point a, Point b) {
    for (int i = 0; i < 200; ++i) {
      const Point m = curve_.at(a.x + (b.x - a.x) / 2);
      if (m.y == 0) return m.x;
      if (m.x == a.x || m.x == b.x) break;
      ((m.y < 0) == (a.y < 0) ? a : b) = m;
    }
    const double best = std::fabs(a.y) < std::fabs(b.y) ? a.x : b.x;
    const double round = tidy(best);
    return curve_.value(round) == 0 ? round : best;
  }

  /// A pole or a zero without a change of sign, or a kink, near the middle one of three neighbours.
  void find_around(const Point& a, const Point& p, const Point& b) {
    const double size = std::fabs(p.y);
    if (curve_.is_outside(p) && size >= std::fabs(a.y) && size >= std::fabs(b.y)) {
      const double x = tidy(extreme(a.x, b.x, true));
      if (runs_away(x, -1) && runs_away(x, 1) && add(FeatureKind::pole, x)) found_.points.push_back({x, kNaN});
    } else if (size > 0 && size < 0.05 * curve_.height && size <= std::fabs(a.y) && size <= std::fabs(b.y) &&
               (a.y < 0) == (p.y < 0) && (b.y < 0) == (p.y < 0)) {
      const double x = extreme(a.x, b.x, false);
      const double round = tidy(x);
      if (std::fabs(curve_.value(round)) < 1e-14 * curve_.height) add(FeatureKind::zero, round);
    }
    const double left = (p.y - a.y) / (p.x - a.x), right = (b.y - p.y) / (b.x - p.x);
    if (std::fabs(right - left) * curve_.width > 0.02 * curve_.height && !curve_.is_outside(p))
      find_kink(p.x, std::fabs(b.x - a.x) / 2);
  }

  /// Where |f| is largest or smallest in between (golden sections).
  double extreme(double a, double b, bool is_largest) {
    ++searches_;
    for (int i = 0; i < 90 && std::fabs(b - a) > 1e-15 * curve_.width; ++i) {
      const double c = b - (b - a) * 0.6180339887498949, d = a + (b - a) * 0.6180339887498949;
      const double at_c = std::fabs(curve_.value(c)), at_d = std::fabs(curve_.value(d));
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
      for (int k = 0; k < 5; ++k) y[k] = curve_.value(c + (k - 2) * h);
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
    if (!is_steep && bend > 0.3 * first && bend * curve_.width > 0.01 * curve_.height &&
        c > std::min(curve_.from, curve_.to)) {
      const double x = tidy(c, 6, 8 * h);
      if (add(FeatureKind::kink, x)) found_.points.push_back(curve_.at(x));
    }
  }

  /// Searches end some digits beside the round number that they mean.
  double tidy(double x) const { return tidy(x, 11, 4 * kClose * curve_.width); }
  double tidy(double x, int digits, double slack) const {
    if (x == curve_.from || x == curve_.to) return x;
    const double unit = std::pow(10, std::ceil(std::log10(curve_.width > 0 ? curve_.width : 1)) - digits);
    const double rounded = std::round(x / unit) * unit;
    // 0.3 rather than 3*0.1
    const double inverse = std::round(1 / unit);
    const double exact = unit < 1 ? std::round(x * inverse) / inverse : rounded;
    if (std::fabs(exact - x) > slack) return x;
    return exact == 0 ? 0 : exact;
  }

  bool add(FeatureKind kind, double x) { return add(kind, x, x); }
  bool add(FeatureKind kind, double from, double to) {
    for (const Feature& feature : found_.features)
      if (std::fabs(feature.from - from) < (kind == FeatureKind::kink ? 1e-5 : 1e-9) * curve_.width &&
          (feature.kind == kind || kind == FeatureKind::kink))
        return false;
    found_.features.push_back({kind, from, to});
    return true;
  }

  Curve& curve_;
  std::size_t searches_ = 0;
  Found found_;
};

}  // namespace

Found find_features(Curve& curve, const std::vector<Point>& points) { return FeatureFinder(curve).run(points); }

}  // namespace chainwise::calculus
