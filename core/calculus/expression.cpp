#include "core/calculus/expression.h"

#include <algorithm>
#include <cstring>
#include <functional>

#include "core/base/limits.h"

namespace chainwise::calculus {
namespace {

constexpr std::size_t kBlock = 1u << 14;  // children in one block of memory

std::uint32_t mix(std::uint32_t hash, std::uint32_t value) {  // the finaliser of MurmurHash3 after each word
  hash ^= value * 0x9e3779b9u;
  hash ^= hash >> 16;
  hash *= 0x85ebca6bu;
  hash ^= hash >> 13;
  return hash;
}

std::uint32_t symbol_hash(std::string_view name) {
  const std::size_t full = std::hash<std::string_view>{}(name);
  return mix(0x73796d62u, static_cast<std::uint32_t>(full ^ (full >> 17)));
}

}  // namespace

Pool::Pool() { clear(); }

void Pool::clear() {
  nodes_.clear();
  numbers_.clear();
  names_.clear();
  if (table_.size() != 1024)
    table_.assign(1024, 0);
  else
    std::fill(table_.begin(), table_.end(), 0);
  blocks_.resize(std::min<std::size_t>(blocks_.size(), 1));
  used_ = 0;
  capacity_ = blocks_.empty() ? 0 : kBlock;
  exhausted_ = false;
  one_ = Expr{0};
  integer(0);  // node 0, which stands in once the pool is exhausted
}

template <class Same, class Fill>
Expr Pool::intern(std::uint32_t hash, Same same, Fill fill) {
  std::size_t slot = hash & (table_.size() - 1);
  for (; table_[slot] != 0; slot = (slot + 1) & (table_.size() - 1)) {
    const Node& node = nodes_[table_[slot] - 1];
    if (node.hash == hash && same(node)) return Expr{table_[slot] - 1};
  }
  if (nodes_.size() >= kMaxNodes) {
    exhausted_ = true;
    return Expr{0};
  }
  Node node = fill();
  node.hash = hash;
  nodes_.push_back(node);
  table_[slot] = static_cast<std::uint32_t>(nodes_.size());
  if (nodes_.size() * 2 > table_.size()) grow_table();
  return Expr{static_cast<std::uint32_t>(nodes_.size() - 1)};
}

void Pool::grow_table() {
  table_.assign(table_.size() * 4, 0);
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    std::size_t slot = nodes_[i].hash & (table_.size() - 1);
    while (table_[slot] != 0) slot = (slot + 1) & (table_.size() - 1);
    table_[slot] = i + 1;
  }
}

const Expr* Pool::store(std::span<const Expr> children) {
  if (blocks_.empty() || used_ + children.size() > capacity_) {
    capacity_ = std::max(kBlock, children.size());
    blocks_.push_back(std::make_unique<Expr[]>(capacity_));
    used_ = 0;
  }
  Expr* const place = blocks_.back().get() + used_;
  std::copy(children.begin(), children.end(), place);
  used_ += children.size();
  return place;
}

Expr Pool::make(Op op, std::uint16_t payload, std::span<const Expr> children) {
  std::uint32_t hash = mix(static_cast<std::uint32_t>(op) + 1, payload);
  for (const Expr child : children) hash = mix(hash, child.index);
  return intern(
      hash,
      [&](const Node& node) {
        return node.op == op && node.payload == payload && node.count == children.size() &&
               std::equal(children.begin(), children.end(), node.children);
      },
      [&] {
        Node node;
        node.op = op;
        node.payload = payload;
        node.children = store(children);
        node.count = static_cast<std::uint32_t>(children.size());
        for (const Expr child : children) node.depth = std::max(node.depth, nodes_[child.index].depth + 1);
        return node;
      });
}

Expr Pool::number(const Number& number) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &number.value, sizeof bits);
  const std::uint32_t hash =
      mix(mix(0x6e756d62u, static_cast<std::uint32_t>(bits)), static_cast<std::uint32_t>(bits >> 32));
  return intern(
      hash, [&](const Node& node) { return node.op == Op::number && numbers_[node.payload32] == number; },
      [&] {
        numbers_.push_back(number);
        Node node;
        node.op = Op::number;
        node.payload32 = static_cast<std::uint32_t>(numbers_.size() - 1);
        return node;
      });
}

Expr Pool::integer(std::int64_t value) {
  if (value == 1) {  // asked for more often than all the others together
    if (one_.index == 0) one_ = number({1, true, {1, 1}});
    return one_;
  }
  const Expr size = number({static_cast<double>(value < 0 ? -value : value), true, {value < 0 ? -value : value, 1}});
  return value < 0 ? negate(size) : size;
}

Expr Pool::rational(Rational value) {
  if (value.is_integer()) return integer(value.numerator);
  const Expr size =
      quotient(integer(value.is_negative() ? -value.numerator : value.numerator), integer(value.denominator));
  return value.is_negative() ? negate(size) : size;
}

Expr Pool::symbol(std::string_view name) {
  return intern(
      symbol_hash(name), [&](const Node& node) { return node.op == Op::symbol && names_[node.payload32] == name; },
      [&] {
        names_.emplace_back(name);
        Node node;
        node.op = Op::symbol;
        node.payload32 = static_cast<std::uint32_t>(names_.size() - 1);
        return node;
      });
}

std::optional<Expr> Pool::find_symbol(std::string_view name) const {
  for (std::size_t slot = symbol_hash(name) & (table_.size() - 1); table_[slot] != 0;
       slot = (slot + 1) & (table_.size() - 1)) {
    const Expr e{table_[slot] - 1};
    if (op(e) == Op::symbol && this->name(e) == name) return e;
  }
  return std::nullopt;
}

Expr Pool::sum(std::span<const Expr> terms) {
  assert(!terms.empty());
  return terms.size() == 1 ? terms[0] : make(Op::sum, 0, terms);
}

Expr Pool::product(std::span<const Expr> factors) {
  assert(!factors.empty());
  return factors.size() == 1 ? factors[0] : make(Op::product, 0, factors);
}

Expr Pool::quotient(Expr numerator, Expr denominator) {
  const Expr children[] = {numerator, denominator};
  return make(Op::quotient, 0, children);
}

Expr Pool::power(Expr base, Expr exponent) {
  const Expr children[] = {base, exponent};
  return make(Op::power, 0, children);
}

Expr Pool::negate(Expr e) {
  const Expr children[] = {e};
  return make(Op::negate, 0, children);
}

Expr Pool::call(FunctionId function, std::span<const Expr> arguments) {
  return make(Op::call, function.row, arguments);
}

Expr Pool::derivative(Expr e, Expr variable) {
  const Expr children[] = {e, variable};
  return make(Op::derivative, 0, children);
}

Expr Pool::with_children(Expr e, std::span<const Expr> children) {
  const Op kind = op(e);
  if (kind == Op::number || kind == Op::symbol) return e;
  return make(kind, nodes_[e.index].payload, children);
}

bool Pool::is_integer(Expr e, std::int64_t value) const {
  if (op(e) != Op::number) return false;
  const Number& number = number_of(e);
  return number.is_exact && number.exact.is(value);
}

std::vector<Expr> reachable(const Pool& pool, std::span<const Expr> roots) {
  std::uint32_t last = 0;
  for (const Expr root : roots) last = std::max(last, root.index);
  std::vector<char> seen(last + 1, 0);
  for (const Expr root : roots) seen[root.index] = 1;
  std::vector<Expr> result;
  for (std::uint32_t i = last + 1; i-- > 0;) {  // children have smaller indices, so one loop downwards finds all
    if (!seen[i]) continue;
    result.push_back(Expr{i});
    for (const Expr child : pool.children(Expr{i})) seen[child.index] = 1;
  }
  std::reverse(result.begin(), result.end());
  return result;
}

std::vector<Expr> Collector::reachable(Expr root) {
  std::vector<Expr> found{root};
  seen_[root.index] = 1;
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const Expr child : pool_.children(found[i])) {
      if (!seen_[child.index]) found.push_back(child);
      seen_[child.index] = 1;
    }
  std::sort(found.begin(), found.end());
  for (const Expr e : found) seen_[e.index] = 0;
  return found;
}

std::vector<Expr> reachable(const Pool& pool, Expr root) { return reachable(pool, std::span(&root, 1)); }

Expr substitute(Pool& pool, Expr e, std::span<const Expr> from, std::span<const Expr> to) {
  assert(from.size() == to.size());
  std::vector<Expr> image(e.index + 1);
  for (const Expr node : reachable(pool, e)) {
    const auto found = std::find(from.begin(), from.end(), node);
    if (found != from.end()) {
      image[node.index] = to[static_cast<std::size_t>(found - from.begin())];
      continue;
    }
    std::vector<Expr> children;
    bool changed = false;
    for (const Expr child : pool.children(node)) {
      children.push_back(image[child.index]);
      changed = changed || !(image[child.index] == child);
    }
    image[node.index] = changed ? pool.with_children(node, children) : node;
  }
  return image[e.index];
}

}  // namespace chainwise::calculus
