#include "core/calculus/sample.h"

#include <cmath>
#include <limits>

#include "core/base/limits.h"
#include "core/base/number.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Bindings;
using calculus::Samples;

namespace {

Samples sampled(std::string_view text, double from, double to, std::size_t count) {
  Source source(text);
  return calculus::sample(source.pool, source.program, "x", from, to, count, {}).value();
}

/// "pole 0, gap -1..0"
std::string features_of(std::string_view text, double from, double to, std::size_t count = 101) {
  const char* names[] = {"zero", "pole", "jump", "kink", "hole", "gap"};
  std::string list;
  for (const calculus::Feature& feature : sampled(text, from, to, count).features) {
    list += (list.empty() ? "" : ", ") + std::string(names[static_cast<int>(feature.kind)]) + " " +
            format_number(feature.from);
    if (feature.kind == calculus::FeatureKind::gap) list += ".." + format_number(feature.to);
  }
  return list;
}

}  // namespace

TEST_CASE("sample: points from end to end, NaN where there is no value", "[calculus]") {
  Source source("1/x");
  const auto samples = calculus::sample(source.pool, source.program, "x", -1, 1, 5, {}, false);
  REQUIRE(samples.ok());
  CHECK(samples.value().x == std::vector<double>{-1, -0.5, 0, 0.5, 1});
  CHECK(samples.value().y[0] == -1);
  CHECK(samples.value().y[1] == -2);
  CHECK(std::isnan(samples.value().y[2]));
  CHECK(samples.value().y[4] == 1);
}

TEST_CASE("sample: the end is hit exactly; what cannot be sampled is an error", "[calculus]") {
  Source source("x*a");
  const auto sample = [&](std::string_view variable, double from, double to, std::size_t count, const Bindings& at) {
    const auto result = calculus::sample(source.pool, source.program, variable, from, to, count, at);
    return result.ok() ? std::to_string(result.value().x.back()) : result.error().code;
  };
  CHECK(sample("x", 0, 0.3, 7, {{"a", 1}}) == "0.300000");
  CHECK(sample("x", 0, 1, 1, {{"a", 1}}) == "out-of-range");
  CHECK(sample("x", 0, 1, kMaxSamplePoints + 1, {{"a", 1}}) == "out-of-range");
  CHECK(sample("x", 0, std::numeric_limits<double>::infinity(), 5, {{"a", 1}}) == "not-finite");
  CHECK(sample("x", std::nan(""), 1, 5, {{"a", 1}}) == "not-finite");
  CHECK(sample("x", 0, 1, 5, {}) == "unbound-name");
  CHECK(sample("x y", 0, 1, 5, {{"a", 1}}) == "not-a-name");
  CHECK(sample("sin", 0, 1, 5, {{"a", 1}}) == "not-a-name");
}

TEST_CASE("sample: poles, jumps, kinks, holes, gaps and zeros are found at their exact places", "[calculus]") {
  CHECK(features_of("1/x", -1, 1) == "pole 0");
  CHECK(features_of("1/x", -1, 2.1) == "pole 0");
  CHECK(features_of("1/(x-0.3)^2", -1, 2.07) == "pole 0.3");
  CHECK(features_of("sign(x)", -1, 2.1) == "jump 0");
  CHECK(features_of("step(x-0.25)", -1, 2.1, 200) == "jump 0.25");
  CHECK(features_of("abs(x-0.3)+1", -1, 2.1) == "kink 0.3");
  CHECK(features_of("sin(x)/x", -1, 1) == "hole 0");
  CHECK(features_of("sqrt(1-x^2)+1", -2, 3) == "gap -2..-1, gap 1..3");
  CHECK(features_of("log(x)", -1, 5) == "gap -1..0, zero 1");
  CHECK(features_of("x^2-4", -5, 4.3) == "zero -2, zero 2");
  CHECK(features_of("x^2-4", -2, 2) == "zero -2, zero 2");
  CHECK(features_of("(x-0.3)^2", -5, 4.3) == "zero 0.3");
  CHECK(features_of("exp(x)", -5, 4.3).empty());
  CHECK(features_of("3", -5, 4.3).empty());
}

TEST_CASE("sample: all poles of the tangent", "[calculus]") {
  int poles = 0;
  for (const calculus::Feature& feature : sampled("tan(x)", -10, 10, 200).features) {
    if (feature.kind != calculus::FeatureKind::pole) continue;
    ++poles;
    CHECK(std::fabs(std::cos(feature.from)) < 1e-10);
  }
  CHECK(poles == 6);
}

TEST_CASE("sample: no line is drawn across a pole or a jump", "[calculus]") {
  for (const char* text : {"1/x", "tan(x)", "sign(x - 0.1)", "1/(x-0.37)"}) {
    INFO(text);
    const Samples samples = sampled(text, -2.3, 3.1, 100);
    for (std::size_t i = 1; i < samples.x.size(); ++i) {
      CHECK(samples.x[i - 1] < samples.x[i]);
      CHECK_FALSE((samples.y[i] * samples.y[i - 1] < 0 && std::fabs(samples.y[i] - samples.y[i - 1]) > 1));
    }
    for (const calculus::Feature& feature : samples.features) {
      if (feature.kind != calculus::FeatureKind::pole && feature.kind != calculus::FeatureKind::jump) continue;
      bool is_broken = false;
      for (std::size_t i = 0; i < samples.x.size(); ++i)
        is_broken = is_broken || (std::isnan(samples.y[i]) && std::fabs(samples.x[i] - feature.from) < 1e-9);
      CHECK(is_broken);
    }
  }
}

TEST_CASE("sample: a fast oscillation is followed, not aliased", "[calculus]") {
  for (const std::size_t count : {150, 200, 319, 320}) {
    const Samples samples = sampled("sin(50*x)", -10, 10, count);
    int turns = 0;
    for (std::size_t i = 1; i < samples.y.size(); ++i) turns += (samples.y[i - 1] < 0) != (samples.y[i] < 0);
    CHECK(turns >= 316);
    CHECK(turns <= 320);
    CHECK(samples.x.size() <= count * calculus::kMostPerPoint + 2000);
    CHECK(samples.x.front() == -10);
    CHECK(samples.x.back() == 10);
  }
}
