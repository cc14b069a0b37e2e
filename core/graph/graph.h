// A program as a graph: nodes in a flat vector, each after those that it is computed from.
//
//     Graph g = build_graph(pool, program, Detail::definitions);    // one node a definition
//     Graph g = build_graph(pool, program, Detail::operations);     // one node an operation, equal parts merged
//
// A node's id is its index in the pool, so both levels of detail, and calls made apart, agree on it. A defined
// name stands for the outermost operation of its formula. a - b is one operation, not an addition of -b.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/calculus/program.h"

namespace chainwise::graph {

using calculus::Expr;
using calculus::Pool;
using calculus::Program;

enum class Detail : unsigned char { definitions, operations };
enum class NodeKind : unsigned char { input, number, operation, definition };

struct Argument {
  Expr from;
  bool negated = false;   // a term that is subtracted
  std::size_t place = 0;  // of `from` among the nodes
};

struct Node {
  Expr id;
  NodeKind kind;
  Expr body;                        // what it computes: a definition's formula, otherwise `id` itself
  std::vector<Argument> arguments;  // at Detail::definitions: the names in the formula, each once
  int layer = 0;                    // column of a drawing: after all arguments; inputs stand next to their first use
  bool moves = false;  // it is, or depends on, a name: derivatives flow to it; w = 0.5 can be moved, 0.5 cannot
  std::optional<Expr> definition{};  // whose formula it belongs to, and at Detail::definitions itself; none for inputs
  std::size_t edge = 0;              // number of the edge from its first argument; those of its other arguments follow
};

/// The edges, one for each argument of each node, are numbered in the order of the nodes.
struct Graph {
  std::vector<Node> nodes;  // the output is the last one
  Expr output;
  std::size_t edges = 0;                // how many
  std::vector<std::uint32_t> places{};  // by id: 1 + the place among the nodes, or 0

  /// The place of a node; nothing where the output does not need it.
  std::optional<std::size_t> find(Expr id) const {
    if (id.index >= places.size() || places[id.index] == 0) return std::nullopt;
    return places[id.index] - 1;
  }
};

/// `program` has no pending derivatives (calculus::resolve_derivatives).
Graph build_graph(const Pool& pool, const Program& program, Detail detail);

/// A definition at both levels of detail. What several definitions share belongs to the first that needs it.
struct Members {
  Expr definition;
  std::vector<Expr> operations;  // the nodes that compute it, itself last
};

/// One for each definition that the output needs, in the program's order. `graph` is one of Detail::operations.
std::vector<Members> members(const Graph& graph);

/// `add`, `subtract`, `multiply`, `divide`, `power`, `negate`, a function's name; `copy` for a name of a name;
/// empty for inputs and numbers.
std::string operation_name(const Pool& pool, const Node& node);

/// ∂node/∂argument as a formula in the names and parts that the node is computed from.
Expr local_formula(Pool& pool, const Node& node, std::size_t argument, Detail detail);

}  // namespace chainwise::graph
