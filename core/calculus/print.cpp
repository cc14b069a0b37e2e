#include "core/calculus/print.h"

#include "core/base/limits.h"
#include "core/calculus/print_infix.h"

namespace chainwise::calculus {

std::string number_text(const Number& number) {
  if (number.is_exact)
    if (auto decimal = format_decimal(number.exact)) return *std::move(decimal);
  return format_number(number.value);
}

Result<std::string> print(const Pool& pool, Expr e, Format format, Derivatives derivatives) {
  if (pool.depth(e) > kMaxDepth) return make_error("nested-too-deep", {{"limit", std::to_string(kMaxDepth)}});
  std::optional<std::string> printed = format == Format::text     ? InfixPrinter(pool).run(e, InfixPrinter::alone)
                                       : format == Format::speech ? print_speech(pool, e, derivatives)
                                                                  : print_typeset(pool, e, format, derivatives);
  if (!printed) return make_error("print-too-long", {{"limit", std::to_string(kMaxPrintedBytes)}});
  return *std::move(printed);
}

}  // namespace chainwise::calculus
