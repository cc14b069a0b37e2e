// What is special about a curve, searched for between and around the points that are known of it.
//
//     Found found = find_features(curve, points);     // {pole at 1.5707963267948966}, and points on both sides of it
#pragma once

#include <cmath>
#include <vector>

#include "core/calculus/sample.h"

namespace chainwise::calculus {

struct Point {
  double x, y;
};

/// A formula along one variable, in the window that is looked at.
struct Curve {
  Evaluator& evaluator;
  Expr variable;
  double from, to;
  double middle = 0, height = 1;  // of what is seen, without the few values near poles
  double width = std::fabs(to - from);

  /// NaN where undefined or infinite.
  double value(double x);
  Point at(double x) { return {x, value(x)}; }
  /// So far away that nobody looks closely any more.
  bool is_outside(const Point& p) const { return std::fabs(p.y - middle) > 3 * height; }
};

inline constexpr double kBend = 0.002;  // of the curve's height: a line may be so far off

struct Found {
  std::vector<Feature> features;
  std::vector<Point> points;  // so that a line drawn through all points shows them
};

/// `points` are in the order of the window.
Found find_features(Curve& curve, const std::vector<Point>& points);

}  // namespace chainwise::calculus
