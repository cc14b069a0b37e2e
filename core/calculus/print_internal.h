// What the printers share: a stack of pieces instead of recursion, and the cap on what comes out.
//
//     class Dots : public Printer<Dots> { void visit(Expr e, int place) { for (c : children) add(c, 0), add("."); } };
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/limits.h"
#include "core/calculus/functions.h"
#include "core/calculus/print.h"

namespace chainwise::calculus {

/// A number as a decimal that reads back as the same number.
std::string number_text(const Number& number);

/// LaTeX, MathML and annotated LaTeX; nothing where the result would be too long.
std::optional<std::string> print_typeset(const Pool& pool, Expr e, Format format);

/// `Derived::visit(e, place)` says what one node consists of by calling `add` in reading order.
template <class Derived>
class Printer {
 public:
  explicit Printer(const Pool& pool) : pool_(pool) {}

  std::optional<std::string> run(Expr root, int place) {
    std::string out;
    stack_.push_back({root, place, {}, {}});
    while (!stack_.empty()) {
      Piece piece = std::move(stack_.back());
      stack_.pop_back();
      if (piece.place < 0) {
        out += piece.owned.empty() ? piece.text : std::string_view(piece.owned);
        if (out.size() > kMaxPrintedBytes) return std::nullopt;
        continue;
      }
      const std::size_t begin = stack_.size();
      static_cast<Derived*>(this)->visit(piece.e, piece.place);
      std::reverse(stack_.begin() + static_cast<std::ptrdiff_t>(begin), stack_.end());
    }
    return out;
  }

 protected:
  void add(std::string_view text) { stack_.push_back({{}, -1, text, {}}); }  // `text` outlives the printer
  void add_owned(std::string text) { stack_.push_back({{}, -1, {}, std::move(text)}); }
  void add(Expr e, int place) { stack_.push_back({e, place, {}, {}}); }

  const Pool& pool_;

 private:
  struct Piece {
    Expr e;
    int place;  // negative: text
    std::string_view text;
    std::string owned;
  };
  std::vector<Piece> stack_;
};

}  // namespace chainwise::calculus
