// Options by name: a table says which there are, and everything else is an error that lists them.
//
//     constexpr OptionRow kRows[] = {{"momentum", 0.9, 0.0, 1.0}};
//     Result<std::vector<double>> values = read_options(kRows, {{"momentum", 0.5}});      // {0.5}
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/network/config.h"

namespace chainwise::network {

inline constexpr double kLarge = 1e6;  // the bound of an option that has none of its own

struct OptionRow {
  std::string_view name;
  double otherwise;  // its value where it is left out
  double low, high;
};

/// One value per row. Errors: "unknown-option", "not-finite", "out-of-range".
Result<std::vector<double>> read_options(std::span<const OptionRow> rows, const Options& given);

/// Errors "not-finite" and "out-of-range" with `what` as the subject of the sentence.
Status check_range(std::string_view what, double value, double low, double high);

/// Error "wrong-size", or "not-finite" for the first number that is NaN or infinite.
Status check_numbers(std::string_view what, std::span<const double> numbers, std::size_t expected);

/// The row called `name`, or the error "unknown-name" that lists all of them. Rows have a member `name`.
template <class Row>
Result<const Row*> find_row(std::string_view what, std::span<const Row> rows, std::string_view name) {
  std::string known;
  for (const Row& row : rows) {
    if (row.name == name) return &row;
    known += known.empty() ? std::string(row.name) : ", " + std::string(row.name);
  }
  return make_error("unknown-name", {{"what", what}, {"name", name}, {"known", known}});
}

}  // namespace chainwise::network
