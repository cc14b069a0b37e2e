// What the printers share: a stack of pieces instead of recursion, and the cap on what comes out.
//
//     class Dots : public Printer { void visit(Expr e, int) override { add("."); for (child of e) add(child, 0); } };
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/limits.h"
#include "core/calculus/functions.h"
#include "core/calculus/print.h"

namespace chainwise::calculus {

/// A number as a decimal that reads back as the same number.
std::string number_text(const Number& number);

/// A number as it is typeset, from its decimal: 1.5e-7 is 1.5 \cdot 10^{-7}, 1e21 is 10^{21}.
std::string number_typeset(const std::string& decimal, bool is_mathml);

/// The name of a function as MathML, from its LaTeX: <mi>arcsin</mi>.
std::string function_mathml(const FunctionRow& function);

/// The same as a word of the intent grammar, from what is read aloud: hyperbolic-sine.
std::string concept_name(const FunctionRow& function);

/// LaTeX, MathML and annotated LaTeX; nothing where the result would be too long.
std::optional<std::string> print_typeset(const Pool& pool, Expr e, Format format, Derivatives derivatives);

/// What is read aloud, in English; nothing where the result would be too long.
std::optional<std::string> print_speech(const Pool& pool, Expr e, Derivatives derivatives);

/// `visit(e, place)` says what one node consists of by calling `add` in reading order.
class Printer {
 public:
  explicit Printer(const Pool& pool) : pool_(pool) {}
  virtual ~Printer() = default;

  /// Nothing where the result would be longer than kMaxPrintedBytes.
  std::optional<std::string> run(Expr root, int place);

 protected:
  virtual void visit(Expr e, int place) = 0;

  void add(std::string_view words);        // `words` outlives the printer
  void add_owned(std::string_view words);  // which is copied
  void add(Expr e, int place);

  const Pool& pool_;

 private:
  static constexpr std::size_t kWorthRemembering = 256;  // bytes written before the book-keeping begins
  static constexpr std::size_t kWorthCopying = 8;        // bytes of a part; shorter ones are written again

  /// Twenty thousand of them are pushed for a sum of a thousand terms, so they own nothing.
  struct Piece {
    enum Kind : unsigned char { node, words, own_words, end } kind;
    int place;             // node, end
    Expr e;                // node, end
    std::uint32_t begin;   // own_words: in `own_words_`; end: where the part began in what is written
    std::uint32_t length;  // words, own_words
    const char* text;      // words
  };

  bool stands_twice(Expr e, Expr root);

  struct Written {
    std::size_t begin, length;
  };

  std::vector<Piece> stack_;
  std::string own_words_;
  std::vector<char> uses_;                              // by node: how often it is a child, up to 2
  std::unordered_map<std::uint64_t, Written> written_;  // by part and place
};

}  // namespace chainwise::calculus
