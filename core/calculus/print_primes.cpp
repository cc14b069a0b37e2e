#include "core/calculus/print_primes.h"

namespace chainwise::calculus {
namespace {

constexpr std::uint32_t kNone = 0xffffffff;
constexpr std::uint32_t kMany = 0xfffffffe;

}  // namespace

PrimeReader::PrimeReader(const Pool& pool, Expr root) : symbol_(root.index + 1, kNone) {
  for (const Expr e : reachable(pool, root)) {
    std::uint32_t& symbol = symbol_[e.index];
    if (pool.op(e) == Op::symbol) symbol = e.index;
    for (const Expr child : pool.children(e)) {
      const std::uint32_t other = symbol_[child.index];
      if (other != kNone && other != symbol) symbol = symbol == kNone ? other : kMany;
    }
  }
}

Primes PrimeReader::operator()(const Pool& pool, Expr derivative) const {
  Primes primes{derivative, 0, pool.child(derivative, 1), false};
  while (pool.op(primes.of) == Op::derivative && pool.child(primes.of, 1) == primes.variable) {
    primes.of = pool.child(primes.of, 0);
    ++primes.count;
  }
  const std::uint32_t symbol = symbol_[primes.of.index];
  primes.has_index = symbol != kNone && symbol != primes.variable.index;
  return primes;
}

}  // namespace chainwise::calculus
