#include "core/calculus/print.h"

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
