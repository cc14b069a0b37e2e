#include "core/calculus/print.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/calculus/print_internal.h"

namespace chainwise::calculus {
namespace {

// Text. What needs brackets where is the mirror image of how the parser groups; `Place` says where a part stands.
enum Place : unsigned char { alone, first_term, later_term, first_factor, later_factor, denominator, base, exponent };

bool needs_brackets(Op op, Place place) {
  switch (op) {
    case Op::sum: return place != alone;
    case Op::negate: return place != alone && place != first_term;
    case Op::product: return place >= first_factor;
    case Op::quotient: return place >= later_factor;
    case Op::power: return place == base;
    default: return false;
  }
}

class TextPrinter final : public Printer {
 public:
  using Printer::Printer;

  void visit(Expr e, int where) override {
    const Op op = pool_.op(e);
    const auto place = static_cast<Place>(where);
    const bool brackets = needs_brackets(op, place) || (place == denominator && pool_.is_integer(e, 0));
    if (brackets) add("(");
    const std::span<const Expr> children = pool_.children(e);
    switch (op) {
      case Op::number: add_owned(number_text(pool_.number_of(e))); break;
      case Op::symbol: add(pool_.name(e)); break;
      case Op::sum:
        for (std::size_t i = 0; i < children.size(); ++i) {
          const bool minus = i > 0 && pool_.op(children[i]) == Op::negate;
          if (i > 0) add(minus ? " - " : " + ");
          if (minus)
            add(pool_.child(children[i], 0), later_term);
          else
            add(children[i], i == 0 ? first_term : later_term);
        }
        break;
      case Op::negate:
        add("-");
        add(children[0], later_term);
        break;
      case Op::product:
        for (std::size_t i = 0; i < children.size(); ++i) {
          if (i > 0) add("*");
          add(children[i], i == 0 ? first_factor : later_factor);
        }
        break;
      case Op::quotient:
        // a*b/c is (a*b)/c, so a numerator may be a product.
        add(children[0], pool_.op(children[0]) == Op::product ? later_term : first_factor);
        add("/");
        add(children[1], denominator);
        break;
      case Op::power:
        add(children[0], base);
        add("^");
        add(children[1], exponent);
        break;
      case Op::call: {
        const FunctionRow& function = row(pool_.function(e));
        add(function.notation == Notation::log_base ? "log" : function.name);
        if (function.arity == 0) break;
        add_arguments(children);
        break;
      }
      case Op::derivative:
        add("diff");
        add_arguments(children);
        break;
    }
    if (brackets) add(")");
  }

 private:
  void add_arguments(std::span<const Expr> arguments) {
    add("(");
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (i > 0) add(", ");
      add(arguments[i], alone);
    }
    add(")");
  }
};

}  // namespace

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

std::string number_text(const Number& number) {
  if (number.is_exact)
    if (auto decimal = format_decimal(number.exact)) return *std::move(decimal);
  return format_number(number.value);
}

Result<std::string> print(const Pool& pool, Expr e, Format format, Derivatives derivatives) {
  std::optional<std::string> printed = format == Format::text     ? TextPrinter(pool).run(e, alone)
                                       : format == Format::speech ? print_speech(pool, e, derivatives)
                                                                  : print_typeset(pool, e, format, derivatives);
  if (!printed) return make_error("print-too-long", {{"limit", std::to_string(kMaxPrintedBytes)}});
  return *std::move(printed);
}

}  // namespace chainwise::calculus
