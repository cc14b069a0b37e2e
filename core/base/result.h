// Errors as values: whatever a learner, a link, a file or a message can cause comes back as a Result.
//
//     Result<double> root(double x) {
//       if (x < 0) return make_error("not-finite", {{"what", "x"}});
//       return std::sqrt(x);
//     }
//
// What only a bug in this code can cause is an assertion, never an Error.
#pragma once

#include <cassert>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chainwise {

/// A part of the source text, in bytes.
struct Span {
  std::size_t position = 0;
  std::size_t length = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// What a sentence is made from, written where the error is made: {{"what", "x"}, {"limit", std::to_string(n)}}. Only
/// views cross, so that the many places that make errors stay small.
struct ErrorArgument {
  std::string_view name;
  std::string_view value;
};
using ErrorArguments = std::initializer_list<ErrorArgument>;

/// What went wrong, for people: `message` is a plain English sentence that says how to mend it.
struct Error {
  std::string code;
  std::string message;
  // What the message was made from, by name, so that a page can say it in another language.
  std::vector<std::pair<std::string, std::string>> arguments;
  bool has_span = false;  // false where the error is not about a place in a text
  Span span{};
};

/// One row of the table of all errors. `{name}` in the message stands for the argument of that name.
struct ErrorRow {
  std::string_view code;
  std::string_view message;
};

/// Every error that the core can give: the only place where codes and sentences are written.
std::span<const ErrorRow> error_rows();

/// Looks `code` up in the table (it must be there) and fills its sentence in.
Error make_error(std::string_view code, ErrorArguments arguments = {});
Error make_error(std::string_view code, ErrorArguments arguments, Span span);

/// A remark about a part of a text that is no error: a code, a sentence and a place.
using Note = Error;

/// Every note that the core can give, as `error_rows`.
std::span<const ErrorRow> note_rows();
Note make_note(std::string_view code, ErrorArguments arguments, Span span);

/// A value, or the reason why there is none.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

/// For functions that give nothing but may fail: `return success();`
using Status = Result<std::monostate>;
inline Status success() { return std::monostate{}; }

}  // namespace chainwise
