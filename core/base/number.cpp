#include "core/base/number.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <numeric>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>

// JavaScript reads and writes doubles correctly rounded; the C library's way would be 8 KB of every page.
#ifdef EM_JS_DEPS  // newer versions of Emscripten leave these out unless they are asked for
EM_JS_DEPS(chainwise_number, "$UTF8ToString,$stringToUTF8");
#endif
EM_JS(double, chainwise_read_double, (const char* text), { return Number(UTF8ToString(text)); });
EM_JS(void, chainwise_write_double, (double value, char* text, int size),
      { stringToUTF8(value.toExponential(), text, size); });
#endif

namespace chainwise {
namespace {

Int128 greatest_common_divisor(Int128 a, Int128 b) {
  while (b != 0) {
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

double read_double(const char* text) {
#ifdef __EMSCRIPTEN__
  return chainwise_read_double(text);
#else
  return std::strtod(text, nullptr);
#endif
}

/// The shortest scientific notation that reads back: 1.25e+2.
void write_double(double value, char (&text)[32]) {
#ifdef __EMSCRIPTEN__
  chainwise_write_double(value, text, sizeof text);
#else
  // 15 digits are always right and 17 always suffice; below the normal range there are fewer to tell apart.
  const int fewest = std::fabs(value) < std::numeric_limits<double>::min() ? 1 : 15;
  for (int digits = fewest; digits <= 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*e", digits - 1, value);
    if (read_double(text) == value) break;
  }
#endif
}

int read_integer(const char* text) {
  const bool negative = *text == '-';
  if (*text == '-' || *text == '+') ++text;
  int value = 0;
  for (; *text >= '0' && *text <= '9' && value < 100'000; ++text) value = value * 10 + (*text - '0');
  return negative ? -value : value;
}

}  // namespace

std::string format_number(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  if (value == std::floor(value) && std::fabs(value) < 1e15) return std::to_string(static_cast<long long>(value));
  char text[32];
  write_double(value, text);
  const char* at = text;
  std::string digits;
  for (; *at != 'e'; ++at)
    if (*at != '-' && *at != '.') digits += *at;
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  const int exponent = read_integer(at + 1);
  std::string number = value < 0 ? "-" : "";
  if (exponent < -4 || (exponent >= 15 && digits.size() <= static_cast<std::size_t>(exponent))) {
    number += digits[0];
    if (digits.size() > 1) (number += '.').append(digits, 1);
    return number + (exponent < 0 ? "e" : "e+") + std::to_string(exponent);
  }
  if (exponent < 0) return number.append("0.").append(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  number.append(digits, 0, whole);
  return digits.size() > whole ? number.append(".").append(digits, whole) : number;
}

double Rational::value() const {
  constexpr std::int64_t kExact = std::int64_t{1} << 53;
  // Decimals of up to 19 digits come this way; read as text they are rounded once, not three times.
  if (std::llabs(numerator) > kExact || denominator > kExact)
    if (const auto text = format_decimal(*this)) return read_double(text->c_str());
  return static_cast<double>(numerator) / static_cast<double>(denominator);
}

std::optional<Rational> make_rational(Int128 numerator, Int128 denominator) {
  constexpr Int128 kLargest = std::numeric_limits<std::int64_t>::max();
  const auto fits = [](Int128 value) { return value <= kLargest && value >= -kLargest; };
  if (denominator == 0) return std::nullopt;
  if (fits(numerator) && fits(denominator)) {  // division of 128 bits is a hundred times slower
    auto above = static_cast<std::int64_t>(numerator), below = static_cast<std::int64_t>(denominator);
    if (below == 1) return Rational{above, below};
    const std::int64_t divisor = std::gcd(above, below) * (below < 0 ? -1 : 1);
    return Rational{above / divisor, below / divisor};
  }
  const Int128 divisor = greatest_common_divisor(numerator, denominator) * (denominator < 0 ? -1 : 1);
  numerator /= divisor;
  denominator /= divisor;
  if (!fits(numerator) || !fits(denominator)) return std::nullopt;
  return Rational{static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

std::optional<Rational> add(Rational a, Rational b) {
  if (a.denominator == 1 && b.denominator == 1) return make_rational(static_cast<Int128>(a.numerator) + b.numerator, 1);
  // |a.n b.d + b.n a.d| < 2^127 always: each product is below 2^126.
  return make_rational(
      static_cast<Int128>(a.numerator) * b.denominator + static_cast<Int128>(b.numerator) * a.denominator,
      static_cast<Int128>(a.denominator) * b.denominator);
}

std::optional<Rational> multiply(Rational a, Rational b) {
  return make_rational(static_cast<Int128>(a.numerator) * b.numerator,
                       static_cast<Int128>(a.denominator) * b.denominator);
}

std::optional<Rational> divide(Rational a, Rational b) {
  return make_rational(static_cast<Int128>(a.numerator) * b.denominator,
                       static_cast<Int128>(a.denominator) * b.numerator);
}

std::optional<Rational> power(Rational a, std::int64_t n) {
  if (n < 0) {
    if (a.numerator == 0) return std::nullopt;
    const auto inverse = divide(Rational{1, 1}, a);
    return inverse ? power(*inverse, -n) : std::nullopt;
  }
  Rational result{1, 1};
  for (; n > 0; n /= 2) {
    if (n % 2 == 1) {
      const auto product = multiply(result, a);
      if (!product) return std::nullopt;
      result = *product;
    }
    if (n > 1) {
      const auto square = multiply(a, a);
      if (!square) return std::nullopt;
      a = *square;
    }
  }
  return result;
}

std::optional<Rational> root(Rational a, std::int64_t n) {
  if (n < 1 || n > 64 || a.is_negative()) return std::nullopt;
  const auto whole = [&](std::int64_t value) {
    return static_cast<std::int64_t>(std::llround(std::pow(static_cast<double>(value), 1 / static_cast<double>(n))));
  };
  const Rational candidate{whole(a.numerator), whole(a.denominator)};
  const auto back = power(candidate, n);
  return back && *back == a ? std::optional(candidate) : std::nullopt;
}

std::optional<Rational> parse_rational(std::string_view decimal) {
  Int128 digits = 0;
  long exponent = 0;
  bool after_point = false;
  std::size_t i = 0;
  for (; i < decimal.size() && decimal[i] != 'e' && decimal[i] != 'E'; ++i) {
    if (decimal[i] == '.') {
      after_point = true;
      continue;
    }
    if (digits > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    digits = digits * 10 + (decimal[i] - '0');
    if (after_point) --exponent;
  }
  if (i < decimal.size()) {
    const long written = read_integer(std::string(decimal.substr(i + 1)).c_str());
    if (std::labs(written) > 400) return digits == 0 ? std::optional(Rational{}) : std::nullopt;
    exponent += written;
  }
  if (digits == 0) return Rational{};
  while (exponent < 0 && digits % 10 == 0) {
    digits /= 10;
    ++exponent;
  }
  if (std::labs(exponent) > 18) return std::nullopt;
  if (exponent == 0) return make_rational(digits, 1);
  Int128 scale = 1;
  for (long k = 0; k < std::labs(exponent); ++k) scale *= 10;
  if (exponent >= 0 && digits > std::numeric_limits<std::int64_t>::max() / scale) return std::nullopt;
  return exponent >= 0 ? make_rational(digits * scale, 1) : make_rational(digits, scale);
}

double parse_double(std::string_view decimal) { return read_double(std::string(decimal).c_str()); }

std::optional<std::string> format_decimal(Rational value) {
  if (value.denominator == 1) return std::to_string(value.numerator);
  std::int64_t rest = value.denominator;
  int twos = 0;
  int fives = 0;
  for (; rest % 2 == 0; rest /= 2) ++twos;
  for (; rest % 5 == 0; rest /= 5) ++fives;
  const int places = twos > fives ? twos : fives;
  if (rest != 1 || places > 18) return std::nullopt;
  std::int64_t scale = 1;
  for (int k = 0; k < places; ++k) scale *= 10;
  Int128 digits = static_cast<Int128>(value.numerator) * (scale / value.denominator);
  const bool negative = digits < 0;
  if (negative) digits = -digits;
  std::string text;
  for (int k = 0; digits > 0 || k <= places; ++k) {
    if (k == places && places > 0) text.insert(text.begin(), '.');
    text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(digits % 10)));
    digits /= 10;
  }
  if (negative) text.insert(text.begin(), '-');
  return text;
}

}  // namespace chainwise
