// What JavaScript passed, as the core's values, with a clear error for whatever is of the wrong kind.
//
//     Reply evaluate(Arguments& in) {
//       const std::string_view source = in.text(0, "The source");
//       const Options options = in.options(2, {"output"});
//       const std::string output = options.text("output", "");
//       if (in.error()) return in.failure();
//
// The first error is kept, so all arguments are read first and the error is looked at once.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "wasm/json.h"
#include "wasm/message.h"

namespace chainwise::wasm {

using Numbers = std::vector<std::pair<std::string, double>>;
using Names = std::initializer_list<std::string_view>;

class Options;

/// The arguments of one call, by their places from 0. `what` names an argument in errors.
class Arguments {
 public:
  explicit Arguments(Value list) : list_(list) {}

  Value at(std::size_t place) const;
  std::string_view text(std::size_t place, std::string_view what);
  double number(std::size_t place, std::string_view what);
  std::size_t count(std::size_t place, std::string_view what, std::size_t low, std::size_t high);
  std::vector<double> doubles(std::size_t place, std::string_view what);
  /// An object with no members but these.
  Options options(std::size_t place, Names known, std::string_view what = "The options");
  /// All members of an object, as numbers.
  Numbers numbers(std::size_t place, std::string_view what = "The values");

  void fail(Error error) {
    if (!error_) error_ = std::move(error);
  }
  void fail_kind(std::string_view what, std::string_view expected);
  const std::optional<Error>& error() const { return error_; }
  Reply failure() const { return failure_of(*error_); }

 private:
  Value list_;
  std::optional<Error> error_;
};

/// An object among the arguments, read by its members' names. Undefined and null stand for one without members.
class Options {
 public:
  /// One that may have any member.
  Options(Arguments& in, Value object, std::string_view what);
  /// Another member than these is an error.
  Options(Arguments& in, Value object, Names known, std::string_view what);

  Value member(std::string_view name) const;
  bool has(std::string_view name) const { return !member(name).is(Value::Kind::missing); }
  /// Fails where one of these is missing; `what` has no article here: "network".
  void require(Names names, std::string_view what) const;

  std::string text(std::string_view name, std::string_view otherwise) const;
  double number(std::string_view name, double otherwise) const;
  /// A whole number from `low` to `high`.
  std::size_t count(std::string_view name, std::size_t otherwise, std::size_t low, std::size_t high) const;
  /// A whole number that a double holds exactly.
  std::uint64_t seed(std::string_view name, std::uint64_t otherwise) const;
  std::vector<double> doubles(std::string_view name) const;
  /// The texts of a list; none where it is missing.
  std::vector<std::string_view> texts(std::string_view name) const;
  /// One of `known`, which are separated by ", ", as its place among them. `what` says what it is: "detail".
  std::size_t choice(std::string_view name, std::string_view what, std::string_view known, std::size_t otherwise) const;
  /// All members but those in `except`, as numbers.
  Numbers numbers(Names except = {}) const;

 private:
  Arguments& in_;
  Value object_;
};

/// The place of `name` in `known`, whose names are separated by ", ". Fails where it is not there.
std::size_t choose(Arguments& in, std::string_view what, std::string_view name, std::string_view known);

/// A Float64Array, or a list of numbers.
std::vector<double> to_doubles(Arguments& in, Value value, std::string_view what);

}  // namespace chainwise::wasm
