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
    {"unexpected-character", "Chainwise cannot read {character} here. Remove it, or write it in plain letters."},
    {"wide-character", "{character} is a wide character. Write {plain} instead."},
    {"percent", "There are no percentages here. Write 5% as 5/100."},
    {"factorial", "There are no factorials here. Write 3! as 3*2*1."},
    {"comparison", "{character} compares two formulas, but only one can stand here. Keep one side."},
    {"arrow", "An arrow has no place here. Write the formula alone, or name = formula."},
    {"colon", "{character} has no place here. Write / to divide, and name = formula to define."},
    {"prime", "A prime cannot be read here. Write a derivative as diff(x^2, x), or choose another name, such as y1."},
    {"quotes", "A formula needs no quotation marks. Remove {character}."},
    {"leibniz", "Write a derivative as diff(formula, variable), as in diff(x^2, x)."},
    {"integral", "Chainwise derives, but does not integrate. Remove {character}."},
    {"series", "A sum has to be written out. Write it with +, as in a1 + a2 + a3."},
    {"infinity", "Infinity is no number to compute with. Put an ordinary number here."},
    {"plus-minus", "{character} stands for two formulas at once. Choose + or -."},
    {"degrees", "Angles are radians here. Write 90° as 90*pi/180."},
    {"latex-fraction", "Write a fraction with /, as in (x + 1)/(x - 1)."},
    {"latex", "The LaTeX command {command} cannot be read here. Write it in plain text, as in sqrt(x)/2."},
    {"bad-number", "This number has two decimal points. Keep one of them."},
    {"number-too-large", "The number {number} is too large to compute with."},
    {"decimal-comma", "Write decimals with a point, as in 0.5. A comma only separates the arguments of a function."},
    {"double-star", "Write powers with ^, as in x^2."},
    {"double-equals", "One = is enough: name = formula."},
    {"missing-operand", "Something is missing after {sign}. Add a number, a name or a bracket there."},
    {"missing-left-operand", "Something is missing before {sign}. Put a number, a name or a bracket there."},
    {"two-numbers", "Two numbers stand side by side. Put a sign such as * between them, or join them to one number."},
    {"missing-operator", "A sign is missing before {next}. Put +, -, *, / or ^ in between."},
    {"missing-close", "This bracket is never closed. Add ) where it should end."},
    {"missing-bar", "This | has no partner. Add | where the absolute value should end, or write abs(...)."},
    {"mismatched-brackets", "What {open} opens is closed by {close} here. Write {expected} instead."},
    {"unexpected-close", "This closing bracket has no partner. Remove it, or add ( before it."},
    {"empty-brackets", "There is nothing between these brackets. Put something in, or remove them."},
    {"unexpected-comma", "A comma has no place here: it separates the arguments of a function, as in log(x, 2)."},
    {"unknown-function", "There is no function called {name}. To multiply, write {name}*( ... )."},
    {"unknown-function-suggestion", "There is no function called {name}. Did you mean {suggestion}?"},
    {"glued-function", "If {name} is {function} of {argument}, write {function}({argument})."},
    {"defined-name-called",
     "{name} stands for its whole formula. Write {head}, or type the formula again for another argument."},
    {"log-base", "Write the logarithm of x to base {base} as log(x, {base})."},
    {"function-needs-argument", "{name} needs something to work on, as in {name}(x)."},
    {"function-power",
     "Only a whole positive power can stand between {name} and its argument. For others write {name}(x)^n."},
    {"inverse-function",
     "{name}^-1 can mean two things. Write {inverse}(x) for the inverse function, or 1/{name}(x) for the reciprocal."},
    {"takes-one-argument", "{name} takes one argument, but has {actual} here. Write {name}(x)."},
    {"takes-one-or-two-arguments",
     "{name} takes one or two arguments, but has {actual} here. Write {name}(x), or {name}(x, b) for base b."},
    {"takes-two-arguments", "{name} needs two arguments, but has {actual} here. Write {name}(u, v)."},
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
    {"nested-too-deep",
     "More than {limit} operations stand within one another here. Give the inner part a name, in a line of its own."},
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

/// Every sentence has the reading that was taken, {read}, and how to write the other one, {other}.
constexpr ErrorRow kNotes[] = {
    {"quotient-then-product", "Read as {read}. To divide by all of it, write {other}."},
    {"power-then-product", "Read as {read}. For all of it in the exponent, write {other}."},
    {"power-then-quotient", "Read as {read}. For the fraction in the exponent, write {other}."},
    {"power-of-power", "Read as {read}. For the other order, write {other}."},
    {"negative-power", "Read as {read}: the power comes before the sign. To raise the negative, write {other}."},
    {"function-of-product", "Read as {read}. To multiply afterwards, write {other}."},
    {"function-of-power", "Read as {read}. For a power of the function, write {other}."},
    {"function-then-sign", "Read as {read}. For all of it in the argument, write {other}."},
    {"name-of-letters", "{read} is read as one name. For a product, write {other}."},
    {"name-with-number", "{read} is read as one name. For a product or a power, write {other}."},
    {"name-of-function", "{read} is read as a name here. For the function, write {other}."},
    {"product-with-bracket", "Read as the product {read}. If it depends on what is in the brackets, write {other}."},
    {"comma-between-numbers", "Read as two arguments, {read}. Decimals have a point: {other}."},
};

std::string fill(std::string_view message, ErrorArguments arguments) {
  std::string text;
  for (std::size_t i = 0; i < message.size();) {
    const std::size_t close = message[i] == '{' ? message.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      text += message[i++];
      continue;
    }
    const std::string_view name = message.substr(i + 1, close - i - 1);
    const auto found =
        std::find_if(arguments.begin(), arguments.end(), [&](const auto& argument) { return argument.name == name; });
    assert(found != arguments.end());
    text += found->value;
    i = close + 1;
  }
  return text;
}

Error find(std::span<const ErrorRow> rows, std::string_view code, ErrorArguments arguments) {
  for (const ErrorRow& row : rows)
    if (row.code == code) {
      Error error{std::string(code), fill(row.message, arguments), {}};
      for (const auto& [name, value] : arguments) error.arguments.emplace_back(name, value);
      return error;
    }
  assert(!"every error has a row in the table");
  return Error{std::string(code), "Something went wrong.", {}};
}

}  // namespace

std::span<const ErrorRow> error_rows() { return kErrors; }

std::span<const ErrorRow> note_rows() { return kNotes; }

Error make_error(std::string_view code, ErrorArguments arguments) { return find(kErrors, code, arguments); }

Note make_note(std::string_view code, ErrorArguments arguments, Span span) {
  Note note = find(kNotes, code, arguments);
  note.has_span = true;
  note.span = span;
  return note;
}

Error make_error(std::string_view code, ErrorArguments arguments, Span span) {
  Error error = make_error(code, arguments);
  error.has_span = true;
  error.span = span;
  return error;
}

}  // namespace chainwise
