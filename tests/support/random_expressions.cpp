#include "tests/support/random_expressions.h"

#include "core/calculus/functions.h"
#include "core/calculus/print.h"

namespace chainwise::test {

using calculus::Expr;
using calculus::Pool;

Expr RandomExpressions::leaf(Pool& pool, const std::vector<Expr>& symbols) {
  if (random_.below(3) > 0) return symbols[random_.below(static_cast<std::uint32_t>(symbols.size()))];
  if (random_.below(8) == 0) return pool.call(calculus::euler_constant(), std::span<const Expr>{});
  if (random_.below(4) == 0) {
    const Rational eighths = make_rational(1 + random_.below(40), 8).value();
    return pool.number({eighths.value(), true, eighths});
  }
  return pool.integer(random_.below(6));
}

Expr RandomExpressions::expression(Pool& pool, const std::vector<Expr>& symbols, int size) {
  if (size <= 0) return leaf(pool, symbols);
  const auto part = [&](int parts) { return expression(pool, symbols, (size - 1) / parts); };
  switch (random_.below(9)) {
    case 0:
    case 1: {
      std::vector<Expr> terms;
      for (std::uint32_t n = 2 + random_.below(2); n > 0; --n) terms.push_back(part(3));
      return pool.sum(terms);
    }
    case 2:
    case 3: {
      std::vector<Expr> factors;
      for (std::uint32_t n = 2 + random_.below(2); n > 0; --n) factors.push_back(part(3));
      return pool.product(factors);
    }
    case 4: {
      const Expr above = part(2);
      const Expr below = part(2);
      return pool.quotient(above, pool.is_integer(below, 0) ? symbols[0] : below);  // a literal 0 below is refused
    }
    case 5: return pool.negate(part(1));
    case 6: {
      const Expr base = part(2);
      return pool.power(base,
                        random_.below(2) ? pool.integer(static_cast<std::int64_t>(random_.below(7)) - 3) : part(2));
    }
    default: {
      calculus::FunctionId function{};
      do {
        const auto rows = static_cast<std::uint32_t>(calculus::functions().size());
        function.row = static_cast<std::uint16_t>(random_.below(rows));
      } while (calculus::row(function).arity == 0);
      std::vector<Expr> arguments;
      for (int i = calculus::row(function).arity; i > 0; --i) arguments.push_back(part(calculus::row(function).arity));
      return pool.call(function, arguments);
    }
  }
}

std::string RandomExpressions::program(int lines) {
  Pool pool;
  std::vector<Expr> names{pool.symbol("x"), pool.symbol("y")};
  std::string source;
  for (int i = 1; i <= lines; ++i) {
    const std::string name = "t" + std::to_string(i);
    const Expr formula = expression(pool, names, 1 + static_cast<int>(random_.below(5)));
    source += name + " = " + calculus::print(pool, formula, calculus::Format::text).value() + "\n";
    names.push_back(pool.symbol(name));
  }
  return source;
}

}  // namespace chainwise::test
