// Numbers as text, and exact fractions.
//
//     format_number(0.1)             -> "0.1": the shortest text that reads back as the same double
//     Rational{1, 3} + Rational{1, 6} -> 1/2, or nothing where 64 bits do not suffice
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chainwise {

/// The shortest decimal text that reads back as `value`; NaN is "NaN", infinities are "Infinity" and "-Infinity".
std::string format_number(double value);

__extension__ typedef __int128 Int128;  // not ISO C++, but in every compiler that builds this

/// A fraction in lowest terms with a positive denominator.
struct Rational {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  friend bool operator==(const Rational&, const Rational&) = default;

  bool is_integer() const { return denominator == 1; }
  bool is(std::int64_t integer) const { return denominator == 1 && numerator == integer; }
  bool is_negative() const { return numerator < 0; }
  /// The nearest double.
  double value() const;
};

/// Lowest terms of numerator / denominator; nothing where the denominator is 0 or 64 bits do not suffice.
std::optional<Rational> make_rational(Int128 numerator, Int128 denominator);

/// Exact arithmetic; nothing where 64 bits do not suffice (or where one divides by 0).
std::optional<Rational> add(Rational a, Rational b);
std::optional<Rational> multiply(Rational a, Rational b);
std::optional<Rational> divide(Rational a, Rational b);
/// a^n for an integer n; nothing for 0 to a negative power.
std::optional<Rational> power(Rational a, std::int64_t n);
/// The exact n-th root of a, 2/3 of 8/27 for n = 3; nothing where it is no fraction, a is negative or n is not
/// positive.
std::optional<Rational> root(Rational a, std::int64_t n);

/// Reads a decimal such as "12", "0.5", ".5", "1.", "2e-3" as an exact fraction; nothing where 64 bits do not suffice.
std::optional<Rational> parse_rational(std::string_view decimal);

/// The nearest double of a decimal as above; infinite where it is too large.
double parse_double(std::string_view decimal);

/// The exact decimal of a fraction whose denominator divides a power of ten, such as "0.125"; nothing otherwise.
std::optional<std::string> format_decimal(Rational value);

}  // namespace chainwise
