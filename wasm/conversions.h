// From JavaScript values to the core's, with a clear error for whatever is of the wrong kind, and back.
//
//     Arguments in(options, {"output", "order"});
//     const std::string output = in.text("output", "");
//     if (in.error()) return failure(*in.error());
#pragma once

#include <emscripten/val.h>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/calculus/evaluate.h"
#include "wasm/json.h"

namespace chainwise::wasm {

using emscripten::val;

/// Reads the members of an options object. Unknown members and wrong kinds are errors; the first one is kept.
class Arguments {
 public:
  /// `what` names the object in errors. undefined and null stand for an object without members.
  Arguments(const val& object, std::initializer_list<std::string_view> known, std::string_view what = "The options");
  /// For an object that may have any further members, to be read with `numbers`.
  Arguments(const val& object, std::string_view what);

  bool has(std::string_view name) const;
  std::string text(std::string_view name, std::string_view otherwise);
  double number(std::string_view name, double otherwise);
  /// A whole number from `low` to `high`.
  std::size_t count(std::string_view name, std::size_t otherwise, std::size_t low, std::size_t high);
  std::vector<std::string> texts(std::string_view name);
  std::vector<double> doubles(std::string_view name);
  val member(std::string_view name) const;
  /// All members but those in `except`, as numbers.
  std::vector<std::pair<std::string, double>> numbers(std::initializer_list<std::string_view> except = {});

  void fail(Error error);
  const std::optional<Error>& error() const { return error_; }

 private:
  void wrong_type(std::string_view name, std::string_view expected);

  val object_;
  bool is_empty_ = false;
  std::vector<std::string> names_;
  std::optional<Error> error_;
};

/// Error: `wrong-type`.
Result<std::string> to_text(const val& value, std::string_view what);
/// A Float64Array, or an array of numbers. Error: `wrong-type`.
Result<std::vector<double>> to_doubles(const val& value, std::string_view what);
/// Error: `wrong-type`.
Result<calculus::Bindings> to_bindings(const val& value);

val from_doubles(const std::vector<double>& numbers);
val from_floats(const std::vector<float>& numbers);

/// { ok: false, error }
val failure(const Error& error);
/// { ok: true, value }
val success_value(const val& value);

}  // namespace chainwise::wasm
