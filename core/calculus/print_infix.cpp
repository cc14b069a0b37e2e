#include "core/calculus/print_infix.h"

namespace chainwise::calculus {

bool InfixPrinter::needs_brackets(Op op, Place place) {
  switch (op) {
    case Op::sum: return place != alone;
    case Op::negate: return place != alone && place != first_term;
    case Op::product: return place >= first_factor;
    case Op::quotient: return place >= later_factor;
    case Op::power: return place == base;
    default: return false;
  }
}

void InfixPrinter::visit(Expr e, int where) {
  const Op op = pool_.op(e);
  const auto place = static_cast<Place>(where);
  const bool brackets = needs_brackets(op, place) || (place == denominator && pool_.is_integer(e, 0));
  if (brackets) add("(");
  const std::span<const Expr> children = pool_.children(e);
  switch (op) {
    case Op::number: add_number(e); break;
    case Op::symbol: add(pool_.name(e)); break;
    case Op::sum:
      for (std::size_t i = 0; i < children.size(); ++i) {
        const bool minus = i > 0 && is_subtracted(children[i]);
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
    case Op::power: add_power(children); break;
    case Op::call: add_call(e); break;
    case Op::derivative:
      add("diff");
      add_arguments(children);
      break;
  }
  if (brackets) add(")");
}

void InfixPrinter::add_number(Expr e) { add_owned(number_text(pool_.number_of(e))); }

void InfixPrinter::add_power(std::span<const Expr> children) { add_power(children, "^"); }

void InfixPrinter::add_power(std::span<const Expr> children, std::string_view sign) {
  add(children[0], base);
  add(sign);
  add(children[1], exponent);
}

void InfixPrinter::add_call(Expr e) {
  const FunctionRow& function = row(pool_.function(e));
  add(function.notation == Notation::log_base ? "log" : function.name);
  if (function.arity > 0) add_arguments(pool_.children(e));
}

bool InfixPrinter::is_subtracted(Expr e) const { return pool_.op(e) == Op::negate; }

void InfixPrinter::add_arguments(std::span<const Expr> arguments) {
  add("(");
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (i > 0) add(", ");
    add(arguments[i], alone);
  }
  add(")");
}

}  // namespace chainwise::calculus
