#include "tests/support/formulas.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/calculus/differentiate.h"
#include "core/calculus/parse.h"
#include "tests/support/random_expressions.h"

namespace chainwise::test {
namespace {

using calculus::Expr;

std::size_t utf16_units(std::string_view utf8) {
  std::size_t units = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0) != 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

std::string place_of(const Error& error, std::string_view source) {
  const std::size_t begin = std::min(error.span.position, source.size());
  return error.code + " @" + std::to_string(utf16_units(source.substr(0, begin))) + "+" +
         std::to_string(utf16_units(source.substr(begin, error.span.length)));
}

}  // namespace

Source::Source(std::string_view source) {
  Result<calculus::Program> result = calculus::parse(pool, source);
  if (!result.ok()) throw std::runtime_error(std::string(source) + ": " + result.error().message);
  program = std::move(result).value();
}

std::string Source::print(Expr e, calculus::Format format, calculus::Derivatives derivatives) const {
  const Result<std::string> printed = calculus::print(pool, e, format, derivatives);
  return printed.ok() ? printed.value() : printed.error().code;
}

Expr Source::derivative(std::string_view variable) {
  const Result<calculus::Derivation> derivation = calculus::differentiate(pool, program, variable, {1, false});
  if (!derivation.ok()) throw std::runtime_error(derivation.error().message);
  return derivation.value().derivative;
}

double Source::value(Expr e, const calculus::Bindings& at) {
  calculus::Program extended = program;
  extended.definitions.push_back({pool.symbol("the value that is asked for"), e});
  const Result<double> result = calculus::evaluate(pool, extended, at);
  if (!result.ok()) throw std::runtime_error(result.error().message);
  return result.value();
}

std::string mistake_in(std::string_view source) {
  calculus::Pool pool;
  const Result<calculus::Program> result = calculus::parse(pool, source);
  if (result.ok()) return {};
  return result.error().has_span ? place_of(result.error(), source) : result.error().code;
}

std::vector<std::string> random_programs(std::uint64_t count, int lines) {
  std::vector<std::string> programs;
  for (std::uint64_t seed = 0; seed < count; ++seed)
    if (std::string text = RandomExpressions(seed).program(lines); mistake_in(text).empty())
      programs.push_back(std::move(text));
  return programs;
}

std::string notes_in(std::string_view source) {
  std::string all;
  for (const Note& note : Source(source).program.notes)
    all += (all.empty() ? "" : "; ") + place_of(note, source) + " " + note.message;
  return all.empty() ? "none" : all;
}

std::string repeat(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

bool is_close(double a, double b, double tolerance) {
  return std::fabs(a - b) <= tolerance * std::max({1.0, std::fabs(a), std::fabs(b)});
}

}  // namespace chainwise::test
