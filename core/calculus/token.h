// Cuts a line of source into tokens, with the typographic signs that people paste turned into plain ones.
//
//     tokenize("2·α²")  ->  number "2", times, name "alpha", superscript "2"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace chainwise::calculus {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

enum class TokenKind : unsigned char {
  // What ends an operand
  number,       // text: the decimal
  name,         // text: in plain letters, "alpha" for α, "yhat" for ŷ, "w1" for w₁
  close,        // text: the bracket
  superscript,  // text: an integer such as "2" or "-1", from raised digits
  // What does not
  plus,
  minus,
  times,
  divide,
  power,
  equals,
  open,  // text: the bracket
  bar,
  comma,
  root,      // text: "3" for ³√ and ∛, empty for √
  line_end,  // a line break, ; or the end of the source
};

struct Token {
  TokenKind kind;
  std::string text;
  Span span;
};

/// All tokens of `source`; the last one is a line_end. Raised letters give the tokens of a bracketed exponent: eˣ is
/// e^(x). Errors: `bad-number`, `double-star`, `double-equals`, and one for each kind of sign that has no meaning here.
Result<std::vector<Token>> tokenize(std::string_view source);

/// The plain name of a Greek letter, such as "alpha" for α; empty where there is none.
std::string_view greek_name(std::string_view letter);
/// The letter of a plain name, such as α for "alpha"; empty where there is none.
std::string_view greek_letter(std::string_view name);
/// True for "alpha", "beta", ... "Omega": names that LaTeX has a command for.
bool is_greek_name(std::string_view name);

}  // namespace chainwise::calculus
