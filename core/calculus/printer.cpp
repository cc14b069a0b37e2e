// The walk that all printers share; declared in print_internal.h.
#include <algorithm>

#include "core/calculus/print_internal.h"

namespace chainwise::calculus {

std::optional<std::string> Printer::run(Expr root, int place) {
  std::string out;
  add(root, place);
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
    visit(piece.e, piece.place);
    std::reverse(stack_.begin() + static_cast<std::ptrdiff_t>(begin), stack_.end());
  }
  return out;
}

void Printer::add(std::string_view words) {
  Piece piece{Piece::text};
  piece.words = words;
  stack_.push_back(std::move(piece));
}

void Printer::add_owned(std::string words) {
  Piece piece{Piece::text};
  piece.owned = std::move(words);
  stack_.push_back(std::move(piece));
}

void Printer::add(Expr e, int place) {
  Piece piece{Piece::node};
  piece.e = e;
  piece.place = place;
  stack_.push_back(std::move(piece));
}

}  // namespace chainwise::calculus
