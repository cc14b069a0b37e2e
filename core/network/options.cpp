#include "core/network/options.h"

#include <cmath>

#include "core/base/number.h"

namespace chainwise::network {

Status check_range(std::string_view what, double value, double low, double high) {
  if (!std::isfinite(value)) return make_error("not-finite", {{"what", what}});
  if (value < low || value > high)
    return make_error(
        "out-of-range",
        {{"what", what}, {"low", format_number(low)}, {"high", format_number(high)}, {"value", format_number(value)}});
  return success();
}

Status check_numbers(std::string_view what, std::span<const double> numbers, std::size_t expected) {
  if (numbers.size() != expected)
    return make_error(
        "wrong-size",
        {{"what", what}, {"expected", std::to_string(expected)}, {"actual", std::to_string(numbers.size())}});
  for (const double number : numbers)
    if (!std::isfinite(number)) return make_error("not-finite", {{"what", "Each number of " + std::string(what)}});
  return success();
}

Result<std::vector<double>> read_options(std::span<const OptionRow> rows, const Options& given) {
  std::vector<double> values;
  std::string known;
  for (const OptionRow& row : rows) {
    values.push_back(row.otherwise);
    known += known.empty() ? std::string(row.name) : ", " + std::string(row.name);
  }
  for (const auto& [name, value] : given) {
    std::size_t i = 0;
    while (i < rows.size() && rows[i].name != name) ++i;
    if (i == rows.size())
      return make_error("unknown-option", {{"name", name}, {"known", known.empty() ? "none" : known}});
    if (Status status = check_range(name, value, rows[i].low, rows[i].high); !status) return status.error();
    values[i] = value;
  }
  return values;
}

}  // namespace chainwise::network
