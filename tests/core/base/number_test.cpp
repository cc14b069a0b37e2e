#include "core/base/number.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "core/base/random.h"
#include "tests/support/catch.h"

using namespace chainwise;

TEST_CASE("format_number: goldens", "[base]") {
  CHECK(format_number(0) == "0");
  CHECK(format_number(0.1) == "0.1");
  CHECK(format_number(-2.5) == "-2.5");
  CHECK(format_number(100) == "100");
  CHECK(format_number(1.0 / 3) == "0.3333333333333333");
  CHECK(format_number(0.1 + 0.2) == "0.30000000000000004");
  CHECK(format_number(9007199254740993.0) == "9007199254740992");
  CHECK(format_number(std::nan("")) == "NaN");
  CHECK(format_number(std::numeric_limits<double>::infinity()) == "Infinity");
  CHECK(format_number(-std::numeric_limits<double>::infinity()) == "-Infinity");
}

TEST_CASE("format_number: reads back as the same double, and no shorter text does", "[base]") {
  Random random(1, 1);
  for (int i = 0; i < 20'000; ++i) {
    std::uint64_t bits = (static_cast<std::uint64_t>(random.next()) << 32) | random.next();
    if (i % 3 == 0) bits = (bits & 0x000fffffffffffffu) | 0x3ff0000000000000u;  // from 1 to 2
    double x;
    std::memcpy(&x, &bits, sizeof x);
    if (!std::isfinite(x)) continue;
    const std::string text = format_number(x);
    INFO(text);
    CHECK(std::strtod(text.c_str(), nullptr) == x);
    std::size_t digits = 0;
    bool is_leading = true;
    std::size_t zeros = 0;  // at the end, which a shorter form need not write
    for (const char c : text.substr(0, text.find('e'))) {
      if (c < '0' || c > '9') continue;
      is_leading = is_leading && c == '0';
      digits += is_leading ? 0 : 1;
      zeros = c == '0' ? zeros + 1 : 0;
    }
    if (digits - zeros < 2) continue;
    char shorter[40];
    std::snprintf(shorter, sizeof shorter, "%.*e", static_cast<int>(digits - zeros) - 2, x);
    CHECK(std::strtod(shorter, nullptr) != x);
  }
}

TEST_CASE("parse_double: the nearest double of random decimals", "[base]") {
  Random random(2, 1);
  for (int i = 0; i < 5000; ++i) {
    std::string text = std::to_string(random.next());
    if (random.below(2)) text += "." + std::to_string(random.next()) + std::to_string(random.next());
    if (random.below(2)) text += "e" + std::to_string(static_cast<int>(random.below(600)) - 300);
    INFO(text);
    CHECK(parse_double(text) == std::strtod(text.c_str(), nullptr));
  }
  CHECK(parse_double("1e999") == std::numeric_limits<double>::infinity());
  CHECK(parse_double("1e-999") == 0);
}

TEST_CASE("parse_rational: decimals as exact fractions", "[base]") {
  CHECK(parse_rational("12") == Rational{12, 1});
  CHECK(parse_rational("0.5") == Rational{1, 2});
  CHECK(parse_rational(".5") == Rational{1, 2});
  CHECK(parse_rational("1.") == Rational{1, 1});
  CHECK(parse_rational("0.125") == Rational{1, 8});
  CHECK(parse_rational("2e-3") == Rational{1, 500});
  CHECK(parse_rational("2.5e3") == Rational{2500, 1});
  CHECK(parse_rational("0") == Rational{0, 1});
  CHECK(parse_rational("0.000") == Rational{0, 1});
  CHECK(parse_rational("9223372036854775807") == Rational{9223372036854775807, 1});
  CHECK(!parse_rational("9223372036854775808"));
  CHECK(!parse_rational("1e30"));
  CHECK(!parse_rational("1e-30"));
  CHECK(!parse_rational("1e99999999999999999999"));
}

TEST_CASE("format_decimal: fractions that are decimals", "[base]") {
  CHECK(format_decimal({1, 8}) == "0.125");
  CHECK(format_decimal({5, 1}) == "5");
  CHECK(format_decimal({123, 100}) == "1.23");
  CHECK(!format_decimal({1, 3}));
  CHECK(!format_decimal({1, 7}));
}

TEST_CASE("rational arithmetic: lowest terms, and nothing where 64 bits do not suffice", "[base]") {
  CHECK(make_rational(6, -4) == Rational{-3, 2});
  CHECK(!make_rational(1, 0));
  CHECK(add({1, 3}, {1, 6}) == Rational{1, 2});
  CHECK(multiply({2, 3}, {3, 4}) == Rational{1, 2});
  CHECK(divide({1, 2}, {-3, 4}) == Rational{-2, 3});
  CHECK(!divide({1, 2}, {0, 1}));
  CHECK(power({-2, 3}, 3) == Rational{-8, 27});
  CHECK(power({2, 3}, -2) == Rational{9, 4});
  CHECK(power({5, 1}, 0) == Rational{1, 1});
  CHECK(!power({0, 1}, -1));
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  CHECK(!add({most, 1}, {1, 1}));
  CHECK(!multiply({most, 1}, {2, 1}));
  CHECK(multiply({most, 1}, {2, most}) == Rational{2, 1});
  CHECK(!power({10, 1}, 19));
  CHECK(!power({2, 1}, most));
  CHECK(power({1, 1}, most) == Rational{1, 1});
  CHECK(power({-1, 1}, most) == Rational{-1, 1});
}

TEST_CASE("root: exact ones only", "[base]") {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  CHECK(root({8, 27}, 3) == Rational{2, 3});
  CHECK(root({1'000'000'000'000'000'000, 1}, 18) == Rational{10, 1});
  CHECK(root({9'223'372'030'926'249'001, 1}, 2) == Rational{3'037'000'499, 1});
  CHECK(root({0, 1}, 2) == Rational{0, 1});
  CHECK(root({7, 3}, 1) == Rational{7, 3});
  CHECK(!root({most, 1}, 2));
  CHECK(!root({2, 1}, 2));
  CHECK(!root({4, 3}, 2));
  CHECK(!root({-8, 1}, 3));
  CHECK(!root({4, 1}, 0));
  CHECK(!root({4, 1}, -2));
}

TEST_CASE("rational arithmetic: agrees with doubles for random fractions", "[base]") {
  Random random(3, 1);
  for (int i = 0; i < 5000; ++i) {
    const auto draw = [&] {
      return make_rational(static_cast<std::int64_t>(random.below(2001)) - 1000, 1 + random.below(1000)).value();
    };
    const Rational a = draw(), b = draw();
    CHECK(add(a, b)->value() == Approx(a.value() + b.value()).epsilon(1e-12).margin(1e-12));
    CHECK(multiply(a, b)->value() == Approx(a.value() * b.value()).epsilon(1e-12));
    if (!b.is(0)) CHECK(divide(a, b)->value() == Approx(a.value() / b.value()).epsilon(1e-12));
  }
}
