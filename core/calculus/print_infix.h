// Formulas on one line: in which order their parts stand, with which signs, and where brackets are needed. The mirror
// image of how the parser groups, and of how programming languages do.
//
//     InfixPrinter(pool).run(e, InfixPrinter::alone)       text that the parser reads back
//
// A printer that says some things in another way overrides `visit`, `add_number`, `add_power`, `add_call` or
// `is_subtracted`.
#pragma once

#include <span>
#include <string_view>

#include "core/calculus/print_internal.h"

namespace chainwise::calculus {

class InfixPrinter : public Printer {
 public:
  /// Where a part stands. The later, the more needs brackets there.
  enum Place : unsigned char { alone, first_term, later_term, first_factor, later_factor, denominator, base, exponent };

  using Printer::Printer;

 protected:
  void visit(Expr e, int place) override;
  virtual void add_number(Expr e);
  virtual void add_power(std::span<const Expr> children);
  virtual void add_call(Expr e);
  /// A term that is added as - x.
  virtual bool is_subtracted(Expr e) const;

  void add_power(std::span<const Expr> children, std::string_view sign);
  void add_arguments(std::span<const Expr> arguments);

 private:
  static bool needs_brackets(Op op, Place place);
};

}  // namespace chainwise::calculus
