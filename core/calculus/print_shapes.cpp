#include "core/calculus/print_shapes.h"

#include "core/calculus/print_internal.h"

namespace chainwise::calculus {
namespace {

/// What ends where it is seen to end: a name, a number, a root, bars.
bool is_closed(const Pool& pool, Expr e) {
  if (pool.op(e) == Op::symbol) return true;
  if (pool.op(e) == Op::number) return !has_power_of_ten(pool, e);
  if (pool.op(e) != Op::call) return false;
  const Notation notation = row(pool.function(e)).notation;
  return notation != Notation::prefix && notation != Notation::log_base && notation != Notation::exponential;
}

Expr base_of(const Pool& pool, Expr e) { return pool.op(e) == Op::power ? pool.child(e, 0) : e; }

/// sin x and sin^2 x: what follows may look like a part of the argument.
bool ends_open(const Pool& pool, Expr e) {
  const Expr base = base_of(pool, e);
  return is_named_call(pool, base) && is_bare_call(pool, base, true) &&
         (base == e || takes_power(row(pool.function(base))));
}

/// f(x+1) is f of x+1, not a product.
bool looks_like_function(const Pool& pool, Expr e) {
  if (pool.op(e) != Op::symbol || pool.name(e).size() != 1) return false;
  return std::string_view("fghFGH").find(pool.name(e)) != std::string_view::npos;
}

bool starts_with_bracket(const Pool& pool, Expr e) {
  const Expr base = base_of(pool, e);
  if (base == e) return pool.op(e) == Op::sum || pool.op(e) == Op::derivative;
  return pool.op(base) != Op::symbol && pool.op(base) != Op::number && pool.op(base) != Op::call;
}

}  // namespace

bool is_named_call(const Pool& pool, Expr e) {
  if (pool.op(e) != Op::call) return false;
  const Notation notation = row(pool.function(e)).notation;
  return notation == Notation::prefix || notation == Notation::log_base;
}

bool takes_power(const FunctionRow& function) {
  return function.notation == Notation::prefix && function.arity == 1 && function.latex != "\\sigma" &&
         function.latex.find_first_of("{_") == std::string_view::npos;
}

bool is_bare_call(const Pool& pool, Expr call, bool followed) {
  const FunctionRow& function = row(pool.function(call));
  const bool is_log = function.latex.starts_with("\\log_") || function.notation == Notation::log_base;
  if (!takes_power(function) && !is_log) return false;
  const Expr inside = pool.child(call, 0);
  if (is_closed(pool, inside)) return true;
  if (followed || pool.op(inside) != Op::product || pool.children(inside).size() != 2) return false;
  const Expr number = pool.child(inside, 0);
  const Expr name = pool.child(inside, 1);
  const bool is_name = pool.op(name) == Op::symbol || (pool.op(name) == Op::call && pool.children(name).empty());
  return is_name && pool.op(number) == Op::number && is_closed(pool, number);
}

bool has_power_of_ten(const Pool& pool, Expr e) {
  return pool.op(e) == Op::number && number_text(pool.number_of(e)).find('e') != std::string::npos;
}

bool needs_brackets(const Pool& pool, Expr e, Place place, bool script) {
  switch (pool.op(e)) {
    case Op::sum: return place != alone;
    case Op::negate: return place != alone;
    case Op::product: return place == base || place == slash_right;  // (a*b)*c is written a b · c
    case Op::quotient:
      return place == base || (script && (place == factor || place == last_factor || place == slash_right));
    case Op::power: return place == base;
    case Op::derivative: return place == base;
    case Op::number: return (place == base || place == slash_right) && has_power_of_ten(pool, e);
    case Op::call: {
      if (place != base) return false;
      const FunctionRow& function = row(pool.function(e));
      // sin(x+1)^n might be sin of (x+1)^n; sigma(x)^n cannot.
      if (is_named_call(pool, e)) return takes_power(function) || is_bare_call(pool, e, false);
      return function.notation == Notation::exponential;
    }
    default: return false;
  }
}

std::vector<char> tall_parts(const Pool& pool, Expr root, bool primes) {
  std::vector<char> tall(root.index + 1);
  for (const Expr e : reachable(pool, root)) {
    tall[e.index] = pool.op(e) == Op::quotient || (pool.op(e) == Op::derivative && !primes);
    for (const Expr child : pool.children(e)) tall[e.index] = tall[e.index] || tall[child.index];
  }
  return tall;
}

Joint joint(const Pool& pool, Expr left, Expr right, bool inline_fractions, bool primes) {
  const Op before = pool.op(left);
  const Op after = pool.op(right);
  const Expr right_base = base_of(pool, right);
  if (pool.op(right_base) == Op::number) return Joint::dot;  // 2 · 3
  if (before == Op::product || after == Op::product || before == Op::negate || after == Op::negate) return Joint::dot;
  if ((before == Op::derivative || after == Op::derivative) && !primes) return Joint::dot;
  if (after == Op::quotient && !inline_fractions) return Joint::dot;  // 2 1/2 is a mixed number
  if (ends_open(pool, left) && !is_named_call(pool, right_base)) return Joint::dot;
  if (looks_like_function(pool, left) && starts_with_bracket(pool, right)) return Joint::dot;
  return before == Op::number || (before == Op::quotient && !inline_fractions) ? Joint::nothing : Joint::space;
}

}  // namespace chainwise::calculus
