#include "tests/properties/trees.h"

#include <array>
#include <ostream>

#include "core/calculus/functions.h"
#include "core/calculus/print.h"

namespace chainwise::test {
namespace {

using calculus::Expr;
using calculus::FunctionId;
using calculus::Op;
using calculus::Pool;

constexpr int kSymbols = 2;

Tree leaf(int draw) {
  if (draw % 3 > 0) return {Op::symbol, draw % 2};
  return {Op::number, draw % 5 == 0 ? draw % 40 : draw % 7 * 8};
}

/// A tree of at most `size` operations. `draw` gives numbers from 0 to its argument, exclusive.
template <class Draw>
Tree grow(int size, Draw& draw) {
  if (size <= 0) return leaf(draw(1000));
  constexpr std::array kOps{Op::sum, Op::sum, Op::product, Op::product, Op::quotient, Op::power, Op::negate, Op::call};
  Tree tree{kOps[static_cast<std::size_t>(draw(kOps.size()))]};
  int count = tree.op == Op::negate ? 1 : 2;
  if (tree.op == Op::sum || tree.op == Op::product) count += draw(2);
  if (tree.op == Op::call) {
    tree.which = draw(static_cast<int>(calculus::functions().size()));
    count = calculus::functions()[static_cast<std::size_t>(tree.which)].arity;
  }
  for (int i = 0; i < count; ++i) {
    // Whole exponents keep most bases inside the domain.
    if (tree.op == Op::power && i == 1 && draw(2) == 0)
      tree.parts.push_back({Op::number, 8 * draw(4)});
    else
      tree.parts.push_back(grow((size - 1) / count, draw));
  }
  return tree;
}

/// Smaller trees of the same kind: a leaf, a part, a sum with a term less, the tree with a smaller part.
std::vector<Tree> smaller(const Tree& tree) {
  std::vector<Tree> result;
  if (tree.parts.empty()) {
    if (tree.op == Op::call || (tree.op == Op::number && tree.which > 8)) result.push_back({Op::number, 8});
    if (tree.op == Op::number && tree.which > 16) result.push_back({Op::number, tree.which / 2});
    return result;
  }
  result.push_back({Op::symbol, 0});
  result.insert(result.end(), tree.parts.begin(), tree.parts.end());
  if ((tree.op == Op::sum || tree.op == Op::product) && tree.parts.size() > 2)
    for (std::size_t i = 0; i < tree.parts.size(); ++i) {
      result.push_back(tree);
      result.back().parts.erase(result.back().parts.begin() + static_cast<std::ptrdiff_t>(i));
    }
  for (std::size_t i = 0; i < tree.parts.size(); ++i)
    for (Tree& part : smaller(tree.parts[i])) {
      result.push_back(tree);
      result.back().parts[i] = std::move(part);
    }
  return result;
}

}  // namespace

Expr Tree::build(Pool& pool, std::span<const Expr> symbols) const {
  std::vector<Expr> built;
  for (const Tree& part : parts) built.push_back(part.build(pool, symbols));
  switch (op) {
    case Op::number: {
      const Rational eighths = make_rational(which, 8).value();
      return pool.number({eighths.value(), true, eighths});
    }
    case Op::symbol: return symbols[static_cast<std::size_t>(which)];
    case Op::sum: return pool.sum(built);
    case Op::product: return pool.product(built);
    case Op::quotient: return pool.quotient(built[0], built[1]);
    case Op::power: return pool.power(built[0], built[1]);
    case Op::negate: return pool.negate(built[0]);
    case Op::call: return pool.call(FunctionId{static_cast<std::uint16_t>(which)}, built);
    case Op::derivative: break;
  }
  return {};
}

void showValue(const Tree& tree, std::ostream& out) {
  Pool pool;
  const std::array symbols{pool.symbol("x"), pool.symbol("y")};
  static_assert(symbols.size() == kSymbols);
  const auto printed = calculus::print(pool, tree.build(pool, symbols), calculus::Format::text);
  out << (printed.ok() ? printed.value() : printed.error().code);
}

}  // namespace chainwise::test

rc::Gen<chainwise::test::Tree> rc::Arbitrary<chainwise::test::Tree>::arbitrary() {
  using chainwise::test::Tree;
  const rc::Gen<Tree> any = [](const rc::Random& random, int size) {
    rc::Random state = random;
    auto draw = [&](auto limit) { return static_cast<int>(state.next() % static_cast<std::uint64_t>(limit)); };
    return rc::shrinkable::just(chainwise::test::grow(size, draw));
  };
  return rc::gen::shrink(any, [](const Tree& tree) { return rc::seq::fromContainer(chainwise::test::smaller(tree)); });
}
