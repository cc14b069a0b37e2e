// Cuts a line of source into tokens, with the typographic signs that people paste turned into plain ones.
//
//     tokenize("2·α²")  ->  number "2", times, name "alpha", superscript "2"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace chainwise::calculus {

enum class TokenKind : unsigned char {
  number,       // text: the decimal
  name,         // text: in plain letters, "alpha" for α, "yhat" for ŷ, "w1" for w₁
  superscript,  // text: an integer such as "2" or "-1", from raised digits
  plus,
  minus,
  times,
  divide,
  power,
  equals,
  open,
  close,
  bar,
  comma,
  root,
  line_end,  // a line break, ; or the end of the source
};

struct Token {
  TokenKind kind;
  std::string text;
  Span span;
};

/// All tokens of `source`; the last one is a line_end. Errors: `unexpected-character`, `double-star`,
/// `double-equals`, `bad-number`.
Result<std::vector<Token>> tokenize(std::string_view source);

/// The plain name of a Greek letter, such as "alpha" for α; empty where there is none.
std::string_view greek_name(std::string_view letter);
/// The letter of a plain name, such as α for "alpha"; empty where there is none.
std::string_view greek_letter(std::string_view name);
/// True for "alpha", "beta", ... "Omega": names that LaTeX has a command for.
bool is_greek_name(std::string_view name);

}  // namespace chainwise::calculus
