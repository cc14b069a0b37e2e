#include "core/base/result.h"

#include <algorithm>

namespace chainwise {
namespace {

constexpr ErrorRow kErrors[] = {
    // General
    {"not-finite", "{what} must be an ordinary number."},
    {"out-of-range", "{what} must lie between {low} and {high}; it is {value}."},
    {"not-a-count", "{what} must be a whole number from {low} to {high}; it is {value}."},
    {"unknown-option", "There is no option {name} here. Known options: {known}."},
    {"unknown-name", "There is no {what} called {name}. Choose one of: {known}."},
    {"missing-member", "This {what} lacks {name}. Add it."},
    {"one-amount", "Say how long to train: one of batches, epochs or milliseconds."},
    {"wrong-type", "{what} must be {expected}."},
    {"engine-stopped", "This calculation was more than the engine can take, so it was stopped. Try a smaller one."},
    {"disposed", "This network was disposed of. Make a new one."},
    // Reading formulas
    {"empty", "There is nothing here yet. Type a formula such as log(2 + cos(x))."},
    {"unexpected-character", "Chainwise cannot read {character} here. Remove it."},
    {"bad-number", "This number has two decimal points. Keep one of them."},
    {"number-too-large", "The number {number} is too large to compute with."},
    {"decimal-comma", "Write decimals with a point, as in 0.5: a comma separates the arguments of a function."},
    {"double-star", "Write powers with ^, as in x^2."},
    {"double-equals", "One = is enough: name = formula."},
    {"missing-operand", "Something is missing after {sign}. Add a number, a name or a bracket there."},
    {"missing-left-operand", "Something is missing before {sign}. Put a number, a name or a bracket there."},
    {"missing-operator", "A sign is missing before {next}. Put +, -, *, / or ^ in between."},
    {"missing-close", "This bracket is never closed. Add ) where it should end."},
    {"missing-bar", "This | has no partner. Add | where the absolute value should end, or write abs(...)."},
    {"unexpected-close", "This closing bracket has no partner. Remove it, or add ( before it."},
    {"empty-brackets", "There is nothing between these brackets. Put something in, or remove them."},
    {"unexpected-comma", "A comma has no place here: it separates the arguments of a function, as in log(x, 2)."},
    {"unknown-function", "There is no function called {name}. To multiply, write {name}*( ... )."},
    {"unknown-function-suggestion", "There is no function called {name}. Did you mean {suggestion}?"},
    {"glued-function", "If {name} is {function} of {argument}, write {function}({argument})."},
    {"function-needs-argument", "{name} needs something to work on, as in {name}(x)."},
    {"function-power", "Only whole positive powers can stand here. For other powers write ({name}(x))^n."},
    {"takes-one-argument", "{name} takes one argument, but here are {actual}. Write {name}(x)."},
    {"takes-two-arguments", "{name} takes two arguments, but here are {actual}. Write {name}(u, v)."},
    {"diff-needs-variable", "diff takes a formula and the name of a variable, as in diff(x^2, x)."},
    {"division-by-zero", "Nothing can be divided by 0. Put another number here."},
    {"bad-definition", "A definition has one name before its =, as in z = w*x + b."},
    {"reserved-name", "{name} already has a meaning. Choose another name."},
    {"defined-twice", "{name} has a definition already. Choose another name for this line."},
    {"used-before-definition", "{name} was used in a line above. Move its definition in front of that line."},
    {"defined-by-itself", "{name} is used in its own definition. Choose another name for this line."},
    {"unnamed-line", "With several lines, each needs a name: write name = in front of this one."},
    {"source-too-long", "This text is longer than {limit} bytes. Use a shorter one."},
    {"too-many-nodes", "This needs more than {limit} operations. Use a smaller formula."},
    {"print-too-long", "The result has more than {limit} characters when it is written out. Use a smaller formula."},
    {"graph-too-large", "The graph has more than {limit} edges. Use a smaller formula."},
    // Computing
    {"unbound-name", "{name} has no value. Give it a number."},
    {"unknown-variable", "{name} does not occur in this formula. Choose one of: {known}."},
    {"not-a-name", "{name} is not a name that a formula can use."},
    // Network
    {"wrong-size", "{what} must have {expected} numbers, but has {actual}."},
    {"too-many", "{what}: at most {limit} are possible here, but there are {actual}."},
    {"no-data", "Give the network data first, with setData."},
    {"loss-needs-output", "The loss {loss} needs {expected} at the output; the last layer has {actual}."},
    {"bad-snapshot", "This is not a snapshot of this network: {reason}. Nothing was changed."},
};

std::string fill(std::string_view message, const ErrorArguments& arguments) {
  std::string text;
  for (std::size_t i = 0; i < message.size();) {
    const std::size_t close = message[i] == '{' ? message.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      text += message[i++];
      continue;
    }
    const std::string_view name = message.substr(i + 1, close - i - 1);
    const auto found =
        std::find_if(arguments.begin(), arguments.end(), [&](const auto& argument) { return argument.first == name; });
    assert(found != arguments.end());
    text += found->second;
    i = close + 1;
  }
  return text;
}

}  // namespace

std::span<const ErrorRow> error_rows() { return kErrors; }

Error make_error(std::string_view code, ErrorArguments arguments) {
  for (const ErrorRow& row : kErrors)
    if (row.code == code) {
      std::string message = fill(row.message, arguments);
      return Error{std::string(code), std::move(message), std::move(arguments)};
    }
  assert(!"every error has a row in the table");
  return Error{std::string(code), "Something went wrong.", {}};
}

Error make_error(std::string_view code, ErrorArguments arguments, Span span) {
  Error error = make_error(code, std::move(arguments));
  error.has_span = true;
  error.span = span;
  return error;
}

}  // namespace chainwise
