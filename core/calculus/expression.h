// Expressions: immutable nodes in one vector, made through a pool that gives equal expressions the same index.
//
//     Pool pool;
//     Expr x = pool.symbol("x");
//     Expr h = pool.call(*find_function("log"), {pool.sum({pool.integer(2), pool.call(*find_function("cos"), {x})})});
//
// A node's children have smaller indices than the node. So equality is comparing two indices, and everything
// that works on expressions is a loop over a vector, never a recursion on the depth of what somebody typed.
#pragma once

#include <cassert>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/number.h"

namespace chainwise::calculus {

/// Index of a node in its pool.
struct Expr {
  std::uint32_t index = 0;
  friend bool operator==(Expr, Expr) = default;
  friend bool operator<(Expr a, Expr b) { return a.index < b.index; }
};

/// Index of a row in the table of functions (functions.h).
struct FunctionId {
  std::uint16_t row = 0;
  friend bool operator==(FunctionId, FunctionId) = default;
};

/// What a node does with its children. Sums and products take two or more; a - b is sum(a, negate(b)).
enum class Op : std::uint8_t { number, symbol, sum, product, quotient, power, negate, call, derivative };

/// A number that is not negative. `exact` holds where it fits; very long or very large ones have a double only.
struct Number {
  double value = 0;
  bool is_exact = true;
  Rational exact{};
  friend bool operator==(const Number&, const Number&) = default;
};

class Pool {
 public:
  Pool();

  /// Forgets all expressions, but keeps the memory.
  void clear();

  Expr integer(std::int64_t value);  // of a negative value: negate(number)
  /// A decimal as typed (not negative). Fractions that are not decimals are quotients; see `rational`.
  Expr number(const Number& number);
  /// The exact value in the form people write: 3, negate(3), quotient(1, 3).
  Expr rational(Rational value);
  Expr symbol(std::string_view name);
  /// The symbol of that name, where there is one already.
  std::optional<Expr> find_symbol(std::string_view name) const;
  Expr sum(std::span<const Expr> terms);
  Expr product(std::span<const Expr> factors);
  Expr quotient(Expr numerator, Expr denominator);
  Expr power(Expr base, Expr exponent);
  Expr negate(Expr e);
  /// Row `function` of the table applied to as many arguments as it takes.
  Expr call(FunctionId function, std::span<const Expr> arguments);
  /// The derivative of `e` by the symbol `variable`, not yet worked out.
  Expr derivative(Expr e, Expr variable);

  Expr sum(std::initializer_list<Expr> terms) { return sum(std::span(terms.begin(), terms.size())); }
  Expr product(std::initializer_list<Expr> factors) { return product(std::span(factors.begin(), factors.size())); }
  Expr call(FunctionId function, std::initializer_list<Expr> arguments) {
    return call(function, std::span(arguments.begin(), arguments.size()));
  }
  /// The node of the same kind as `e` of `other` (which may be this pool), with these children.
  Expr copy_node(const Pool& other, Expr e, std::span<const Expr> children) {
    return make(other.op(e), other.nodes_[e.index].payload, children);
  }
  /// The node of the same kind as `e` with other children.
  Expr with_children(Expr e, std::span<const Expr> children);

  Op op(Expr e) const { return nodes_[e.index].op; }
  /// Stays valid while nodes are added.
  std::span<const Expr> children(Expr e) const { return {nodes_[e.index].children, nodes_[e.index].count}; }
  Expr child(Expr e, std::size_t i) const { return nodes_[e.index].children[i]; }
  /// Operations within one another: 1 for a name or a number.
  std::size_t depth(Expr e) const { return nodes_[e.index].depth; }
  FunctionId function(Expr e) const { return {nodes_[e.index].payload}; }
  const Number& number_of(Expr e) const { return numbers_[nodes_[e.index].payload32]; }
  const std::string& name(Expr e) const { return names_[nodes_[e.index].payload32]; }

  bool is_integer(Expr e, std::int64_t value) const;
  bool is_call(Expr e, FunctionId function) const { return op(e) == Op::call && this->function(e) == function; }

  std::size_t size() const { return nodes_.size(); }
  /// True once more nodes were asked for than kMaxNodes: the expressions made since are meaningless, and the
  /// caller answers with the error `too-many-nodes`.
  bool exhausted() const { return exhausted_; }

 private:
  struct Node {
    const Expr* children = nullptr;
    std::uint32_t count = 0;
    std::uint32_t hash = 0;
    std::uint32_t payload32 = 0;  // number or symbol: index into numbers_ or names_
    std::uint32_t depth = 1;
    std::uint16_t payload = 0;  // call: row of the function table
    Op op = Op::number;
  };

  Expr make(Op op, std::uint16_t payload, std::span<const Expr> children);
  template <class Same, class Fill>
  Expr intern(std::uint32_t hash, Same same, Fill fill);
  const Expr* store(std::span<const Expr> children);
  void grow_table();

  std::vector<Node> nodes_;
  std::vector<Number> numbers_;
  std::vector<std::string> names_;
  std::vector<std::uint32_t> table_;  // open addressing; index + 1, or 0 where free
  std::vector<std::unique_ptr<Expr[]>> blocks_;
  std::size_t used_ = 0;
  std::size_t capacity_ = 0;
  Expr one_{};  // the number 1, once it was asked for
  bool exhausted_ = false;
};

/// All nodes that `root` is made of, itself included, in ascending order: each after its children.
std::vector<Expr> reachable(const Pool& pool, Expr root);
std::vector<Expr> reachable(const Pool& pool, std::span<const Expr> roots);

/// As `reachable`, for one root after another: a call costs as much as it finds, whatever the size of the pool.
class Collector {
 public:
  explicit Collector(const Pool& pool) : pool_(pool), seen_(pool.size(), 0) {}
  std::vector<Expr> reachable(Expr root);

 private:
  const Pool& pool_;
  std::vector<char> seen_;  // by index; all 0 between the calls
};

/// `e` with every occurrence of a key replaced by its value. `from` and `to` are of equal length.
Expr substitute(Pool& pool, Expr e, std::span<const Expr> from, std::span<const Expr> to);

}  // namespace chainwise::calculus
