#include "core/calculus/functions.h"

#include <cmath>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::FunctionRow;

namespace {

std::vector<double> kinks_of(const FunctionRow& row, double v) {
  std::istringstream words{std::string(row.kinks)};
  std::vector<double> kinks;
  for (std::string word; words >> word;) kinks.push_back(word == "v" ? v : std::stod(word));
  return kinks;
}

/// True where the row's own words say that the function is defined.
bool is_in_domain(const FunctionRow& row, double u, double v) {
  const std::string_view domain = row.domain;
  if (domain.empty()) return true;
  if (domain == "u > 0") return u > 0;
  if (domain == "u ≥ 0") return u >= 0;
  if (domain == "u ≥ 1") return u >= 1;
  if (domain == "-1 ≤ u ≤ 1") return u >= -1 && u <= 1;
  if (domain == "-1 < u < 1") return u > -1 && u < 1;
  if (domain == "cos u ≠ 0") return std::cos(u) != 0;
  if (domain == "sin u ≠ 0") return std::sin(u) != 0;
  if (domain == "u > 0, v > 0, v ≠ 1") return u > 0 && v > 0 && v != 1;
  if (domain == "v ≠ 0; u ≥ 0 unless v is odd; u ≠ 0 if v < 0")
    return v != 0 && (u >= 0 || std::fabs(std::fmod(v, 2)) == 1) && (u != 0 || v > 0);
  FAIL("the test does not know the domain " << domain);
  return false;
}

std::vector<double> points_of(int arity) {
  if (arity == 2) return {-3, -2, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3};
  return {0};
}

}  // namespace

TEST_CASE("functions: a value exactly where the row says that it is defined", "[calculus]") {
  for (const FunctionRow& row : calculus::functions()) {
    if (row.arity == 0) continue;
    for (const double v : points_of(row.arity))
      for (double u = -4; u <= 4; u += 0.25) {
        INFO(row.name << "(" << u << ", " << v << ")");
        CHECK(std::isnan(row.value(u, v)) != is_in_domain(row, u, v));
      }
    CHECK(std::isnan(row.value(std::nan(""), row.arity == 2 ? 2.0 : 0.0)));
    CHECK(std::isnan(row.slope[0](std::nan(""), row.arity == 2 ? 2.0 : 0.0)));
  }
}

TEST_CASE("functions: the slope is the central difference of the value, away from kinks", "[calculus]") {
  for (const FunctionRow& row : calculus::functions())
    for (int which = 0; which < row.arity; ++which) {
      int compared = 0;
      for (const double v : row.arity == 2 ? std::vector<double>{0.6, 2.3, 3} : std::vector<double>{0})
        for (double u = -3.03; u <= 3.1; u += 0.17) {
          const double h = 1e-5;
          const auto value = [&](double step) { return which == 0 ? row.value(u + step, v) : row.value(u, v + step); };
          bool at_kink = std::fabs(u - v) < 0.01 && row.arity == 2;
          for (const double kink : kinks_of(row, v)) at_kink = at_kink || std::fabs(u - kink) < 0.01;
          const double difference = (value(h) - value(-h)) / (2 * h);
          if (at_kink || std::isnan(difference) || std::fabs(value(0)) > 1e3) continue;
          INFO(row.name << "(" << u << ", " << v << "), argument " << which);
          CHECK(is_close(row.slope[which](u, v), difference, 1e-6));
          ++compared;
        }
      INFO(row.name);
      CHECK(compared >= 9);
    }
}

TEST_CASE("functions: the derivative's formula has the slope's value, at kinks too", "[calculus]") {
  for (std::uint16_t i = 0; i < calculus::functions().size(); ++i) {
    const FunctionRow& row = calculus::functions()[i];
    for (int which = 0; which < row.arity; ++which) {
      Source source("u*v");
      const calculus::Expr at[] = {source.pool.symbol("u"), source.pool.symbol("v")};
      const calculus::Expr formula = calculus::table_derivative(
          source.pool, {i}, static_cast<std::size_t>(which), std::span(at).first(static_cast<std::size_t>(row.arity)));
      for (const double v : row.arity == 2 ? std::vector<double>{0.75, 2, 3} : std::vector<double>{0})
        for (double u = -3; u <= 3; u += 0.25) {
          const double slope = row.slope[which](u, v);
          const double value = source.value(formula, {{"u", u}, {"v", v}});
          INFO(row.name << "(" << u << ", " << v << "), argument " << which << ": slope " << slope << ", formula "
                        << value);
          if (std::isfinite(slope)) CHECK(is_close(value, slope, 1e-12));
          if (std::isnan(slope) && is_in_domain(row, u, v)) CHECK(!std::isfinite(value));
        }
    }
  }
}

TEST_CASE("functions: at each declared kink the slopes of both sides differ, elsewhere nowhere", "[calculus]") {
  for (const FunctionRow& row : calculus::functions()) {
    if (row.arity == 0) continue;
    const double v = 0.5;
    const std::vector<double> kinks = kinks_of(row, v);
    for (double u = -2; u <= 2; u += 0.25) {
      const double h = 1e-7;
      const double right = (row.value(u + h, v) - row.value(u, v)) / h;
      const double left = (row.value(u, v) - row.value(u - h, v)) / h;
      if (!std::isfinite(left) || !std::isfinite(right)) continue;
      const bool is_kink = std::find(kinks.begin(), kinks.end(), u) != kinks.end();
      INFO(row.name << " at " << u << ": " << left << ", " << right);
      const bool is_pole = row.name == "cbrt" || row.name == "root" || row.name == "sqrt";  // infinite slope at 0
      if (!(is_pole && u == 0)) CHECK((is_close(left, right, 1e-4) && std::fabs(left) < 1e5) != is_kink);
    }
  }
}

TEST_CASE("functions: the conventions at kinks", "[calculus]") {
  const auto slope_at_kink = [](std::string_view name) {
    return calculus::row(*calculus::find_function(name)).slope[0](0, 0);
  };
  CHECK(slope_at_kink("relu") == 0);
  CHECK(slope_at_kink("leakyrelu") == 0.01);
  CHECK(slope_at_kink("abs") == 0);
  CHECK(slope_at_kink("sign") == 0);
  CHECK(slope_at_kink("step") == 0);
  CHECK(slope_at_kink("max") == 0.5);
  CHECK(slope_at_kink("min") == 0.5);
  CHECK(slope_at_kink("elu") == 1);
}

TEST_CASE("functions: known values", "[calculus]") {
  const auto value = [](std::string_view name, double u, double v = 0) {
    return calculus::row(*calculus::find_function(name)).value(u, v);
  };
  CHECK(value("sigmoid", 0) == 0.5);
  CHECK(value("sigmoid", -1000) == 0);
  CHECK(value("sigmoid", 1000) == 1);
  CHECK(value("softplus", 1000) == 1000);
  CHECK(value("softplus", 0) == Approx(0.6931471805599453).epsilon(1e-15));
  CHECK(value("gelu", 1) == Approx(0.8413447460685429).epsilon(1e-15));
  CHECK(value("swish", 1) == Approx(0.7310585786300049).epsilon(1e-15));
  CHECK(value("elu", -1) == Approx(-0.6321205588285577).epsilon(1e-15));
  CHECK(value("logbase", 8, 2) == Approx(3).epsilon(1e-15));
  CHECK(value("root", -8, 3) == Approx(-2).epsilon(1e-15));
  CHECK(value("cbrt", -8) == Approx(-2).epsilon(1e-15));
  CHECK(value("erf", 0.5) == Approx(0.5204998778130465).epsilon(1e-15));
  CHECK(value("sec", 1) == Approx(1.8508157176809255).epsilon(1e-15));
  CHECK(value("acosh", 2) == Approx(1.3169578969248166).epsilon(1e-15));
}

TEST_CASE("functions: each name and alias is found once", "[calculus]") {
  std::string seen = " ";
  for (const FunctionRow& row : calculus::functions()) {
    std::istringstream names{std::string(row.name) + " " + std::string(row.aliases)};
    for (std::string name; names >> name;) {
      INFO(name);
      CHECK(seen.find(" " + name + " ") == std::string::npos);
      seen += name + " ";
      CHECK(&calculus::row(*calculus::find_function(name)) == &row);
    }
  }
  CHECK(!calculus::find_function("foo"));
}
