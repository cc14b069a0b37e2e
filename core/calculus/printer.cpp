// The walk that all printers share; declared in print_internal.h.
#include <algorithm>

#include "core/calculus/print_internal.h"

namespace chainwise::calculus {

std::optional<std::string> Printer::run(Expr root, int place) {
  std::string out;
  add(root, place);
  while (!stack_.empty()) {
    const Piece piece = stack_.back();
    stack_.pop_back();
    if (piece.kind == Piece::words || piece.kind == Piece::own_words) {
      out.append(piece.kind == Piece::words ? piece.text : own_words_.data() + piece.begin, piece.length);
      if (out.size() > kMaxPrintedBytes) return std::nullopt;
      continue;
    }
    const std::uint64_t key = std::uint64_t{piece.e.index} << 8 | static_cast<unsigned>(piece.place);
    if (piece.kind == Piece::end) {
      const std::size_t length = out.size() - piece.begin;
      if (length >= kWorthCopying) written_.emplace(key, Written{piece.begin, length});
      continue;
    }
    // A part that stands in several places is written once and copied from then on; without this the derivative
    // of a long chain, where each factor holds all the inner ones, would be written node by node. Short formulas
    // do without the book-keeping, and so do parts that are used once: they are copied with what they stand in.
    if (out.size() > kWorthRemembering && !pool_.children(piece.e).empty() && stands_twice(piece.e, root)) {
      if (const auto found = written_.find(key); found != written_.end()) {
        if (out.size() + found->second.length > kMaxPrintedBytes) return std::nullopt;
        out.append(out, found->second.begin, found->second.length);
        continue;
      }
      stack_.push_back({Piece::end, piece.place, piece.e, static_cast<std::uint32_t>(out.size()), 0, nullptr});
    }
    const std::size_t begin = stack_.size();
    visit(piece.e, piece.place);
    std::reverse(stack_.begin() + static_cast<std::ptrdiff_t>(begin), stack_.end());
  }
  return out;
}

bool Printer::stands_twice(Expr e, Expr root) {
  if (uses_.empty()) {
    uses_.resize(root.index + 1);
    for (const Expr node : reachable(pool_, root))
      for (const Expr child : pool_.children(node)) uses_[child.index] = uses_[child.index] == 0 ? 1 : 2;
  }
  return e.index >= uses_.size() || uses_[e.index] > 1;
}

void Printer::add(std::string_view words) {
  stack_.push_back({Piece::words, 0, {}, 0, static_cast<std::uint32_t>(words.size()), words.data()});
}

void Printer::add_owned(std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(own_words_.size());
  own_words_ += words;
  stack_.push_back({Piece::own_words, 0, {}, begin, static_cast<std::uint32_t>(words.size()), nullptr});
}

void Printer::add(Expr e, int place) { stack_.push_back({Piece::node, place, e, 0, 0, nullptr}); }

}  // namespace chainwise::calculus
