// What the printers share: a stack of pieces instead of recursion, and the cap on what comes out.
//
//     class Dots : public Printer<Dots> { void visit(Expr e, int place) { for (c : children) add(c, 0), add("."); } };
#pragma once

#include <algorithm>
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

/// `Derived::visit(e, place)` says what one node consists of by calling `add` in reading order.
template <class Derived>
class Printer {
 public:
  explicit Printer(const Pool& pool) : pool_(pool) {}

  std::optional<std::string> run(Expr root, int place) {
    std::string out;
    stack_.push_back(part(root, place));
    while (!stack_.empty()) {
      Piece piece = std::move(stack_.back());
      stack_.pop_back();
      if (piece.kind == Piece::end) {
        written_.emplace(piece.key, std::pair(piece.begin, out.size() - piece.begin));
        continue;
      }
      if (piece.kind == Piece::text) {
        out += piece.owned.empty() ? piece.words : std::string_view(piece.owned);
        if (out.size() > kMaxPrintedBytes) return std::nullopt;
        continue;
      }
      // A part that stands in several places is written once and copied from then on; without this the derivative
      // of a long chain, where each factor holds all the inner ones, would be written node by node. Short formulas
      // do without the book-keeping.
      const std::uint64_t key = std::uint64_t{piece.e.index} << 8 | static_cast<unsigned>(piece.place);
      if (const auto found = written_.find(key); found != written_.end()) {
        if (out.size() + found->second.second > kMaxPrintedBytes) return std::nullopt;
        out.append(out, found->second.first, found->second.second);
        continue;
      }
      if (out.size() > kWorthRemembering && !pool_.children(piece.e).empty()) {
        Piece mark{Piece::end};
        mark.key = key;
        mark.begin = out.size();
        stack_.push_back(std::move(mark));
      }
      const std::size_t begin = stack_.size();
      static_cast<Derived*>(this)->visit(piece.e, piece.place);
      std::reverse(stack_.begin() + static_cast<std::ptrdiff_t>(begin), stack_.end());
    }
    return out;
  }

 protected:
  void add(std::string_view words) {  // `words` outlives the printer
    Piece piece{Piece::text};
    piece.words = words;
    stack_.push_back(std::move(piece));
  }
  void add_owned(std::string words) {
    Piece piece{Piece::text};
    piece.owned = std::move(words);
    stack_.push_back(std::move(piece));
  }
  void add(Expr e, int place) { stack_.push_back(part(e, place)); }

  const Pool& pool_;

 private:
  static constexpr std::size_t kWorthRemembering = 256;  // bytes

  struct Piece {
    enum Kind : unsigned char { node, text, end } kind;
    int place = 0;             // node
    Expr e{};                  // node
    std::size_t begin = 0;     // end: where the part began in what is written
    std::uint64_t key = 0;     // end
    std::string_view words{};  // text
    std::string owned{};       // text
  };

  static Piece part(Expr e, int place) {
    Piece piece{Piece::node};
    piece.e = e;
    piece.place = place;
    return piece;
  }

  std::vector<Piece> stack_;
  std::unordered_map<std::uint64_t, std::pair<std::size_t, std::size_t>> written_;  // (part, place) -> where it stands
};

}  // namespace chainwise::calculus
