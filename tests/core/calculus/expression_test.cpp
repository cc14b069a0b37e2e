#include "core/calculus/expression.h"

#include "core/base/limits.h"
#include "core/calculus/functions.h"
#include "tests/support/catch.h"
#include "tests/support/random_expressions.h"

using namespace chainwise;
using calculus::Expr;
using calculus::Pool;

TEST_CASE("pool: equal expressions have one index, different ones two", "[calculus]") {
  Pool pool;
  const Expr x = pool.symbol("x"), y = pool.symbol("y");
  CHECK(pool.symbol("x") == x);
  CHECK(pool.sum({x, y}) == pool.sum({x, y}));
  CHECK_FALSE(pool.sum({x, y}) == pool.sum({y, x}));
  CHECK_FALSE(pool.sum({x, y}) == pool.product({x, y}));
  CHECK_FALSE(pool.power(x, y) == pool.quotient(x, y));
  CHECK(pool.integer(-3) == pool.negate(pool.integer(3)));
  CHECK(pool.rational({2, 3}) == pool.quotient(pool.integer(2), pool.integer(3)));
  CHECK(pool.sum({x}) == x);
}

TEST_CASE("pool: children come before their nodes, and spans of them stay valid while nodes are added", "[calculus]") {
  Pool pool;
  std::vector<Expr> many;
  for (int i = 0; i < 3000; ++i) many.push_back(pool.symbol("x" + std::to_string(i)));
  const Expr sum = pool.sum(many);
  const std::span<const Expr> children = pool.children(sum);
  for (int i = 0; i < 50'000; ++i) pool.power(sum, pool.integer(i));
  CHECK(children.size() == 3000);
  CHECK(children[2999] == many[2999]);
  for (std::uint32_t i = 0; i < pool.size(); ++i)
    for (const Expr child : pool.children(Expr{i}))
      if (!(child.index < i)) FAIL("node " << i << " stands before its child");
}

TEST_CASE("pool: beyond the limit it says that it is exhausted, and clearing mends it", "[calculus]") {
  Pool pool;
  Expr e = pool.symbol("x");
  for (std::size_t i = 0; i < kMaxNodes + 10; ++i) e = pool.negate(e);
  CHECK(pool.exhausted());
  CHECK(pool.size() == kMaxNodes);
  pool.clear();
  CHECK_FALSE(pool.exhausted());
  const Expr x = pool.symbol("x");
  CHECK(pool.name(x) == "x");
  CHECK(pool.child(pool.negate(x), 0) == x);
}

TEST_CASE("pool: a cleared pool numbers the same expressions the same", "[calculus]") {
  Pool pool;
  const auto build = [&](std::uint64_t seed) {
    pool.clear();
    test::RandomExpressions random(seed);
    return random.expression(pool, {pool.symbol("x"), pool.symbol("y")}, 40).index;
  };
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const std::uint32_t first = build(seed);
    build(seed + 1000);
    CHECK(build(seed) == first);
  }
}

TEST_CASE("reachable: each node once, after its children", "[calculus]") {
  Pool pool;
  const Expr x = pool.symbol("x");
  const Expr unused = pool.symbol("unused");
  const Expr square = pool.product({x, x});
  const Expr e = pool.sum({square, pool.negate(square), x});
  const std::vector<Expr> nodes = calculus::reachable(pool, e);
  CHECK(nodes == std::vector<Expr>{x, square, pool.negate(square), e});
  CHECK(std::find(nodes.begin(), nodes.end(), unused) == nodes.end());
}

TEST_CASE("substitute: all occurrences at once, also of whole parts", "[calculus]") {
  Pool pool;
  const Expr x = pool.symbol("x"), y = pool.symbol("y");
  const Expr sum = pool.sum({x, y});
  const Expr e = pool.product({sum, x, pool.power(sum, y)});
  const Expr from[] = {x, y}, to[] = {y, x};
  const Expr swapped = pool.sum({y, x});
  CHECK(calculus::substitute(pool, e, from, to) == pool.product({swapped, y, pool.power(swapped, x)}));
  const Expr part[] = {sum}, by[] = {x};
  CHECK(calculus::substitute(pool, e, part, by) == pool.product({x, x, pool.power(x, y)}));
}

TEST_CASE("find_symbol: finds a name that is there, and makes none", "[calculus]") {
  Pool pool;
  const Expr x = pool.symbol("x");
  pool.call(*calculus::find_function("sin"), {x});
  const std::size_t size = pool.size();
  CHECK(pool.find_symbol("x") == x);
  CHECK_FALSE(pool.find_symbol("y"));
  CHECK_FALSE(pool.find_symbol("sin"));
  CHECK(pool.size() == size);
}

TEST_CASE("Collector: for one root after another → as reachable", "[calculus]") {
  Pool pool;
  const Expr x = pool.symbol("x"), y = pool.symbol("y");
  const Expr square = pool.product({x, x});
  const Expr roots[] = {pool.sum({square, y}), square, pool.quotient(square, pool.sum({square, y})), y};
  calculus::Collector collector(pool);
  for (const Expr root : roots) CHECK(collector.reachable(root) == calculus::reachable(pool, root));
}
