// A program as a graph: nodes in a flat vector, each after those that it is computed from.
//
//     Graph g = build_graph(pool, program, Detail::definitions);    // one node a definition
//     Graph g = build_graph(pool, program, Detail::operations);     // one node an operation, equal parts merged
//
// A node's id is its index in the pool, so both levels of detail, and calls made apart, agree on it. A defined
// name stands for the outermost operation of its formula. a - b is one operation, not an addition of -b.
#pragma once

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
  bool negated = false;  // a term that is subtracted
};

struct Node {
  Expr id;
  NodeKind kind;
  Expr body;                        // what it computes: a definition's formula, otherwise `id` itself
  std::vector<Argument> arguments;  // at Detail::definitions: the names in the formula, each once
  int layer = 0;                    // column of a drawing: after all arguments; inputs stand next to their first use
};

struct Graph {
  std::vector<Node> nodes;
  Expr output;
};

/// `program` has no pending derivatives (calculus::resolve_derivatives).
Graph build_graph(const Pool& pool, const Program& program, Detail detail);

/// `add`, `subtract`, `multiply`, `divide`, `power`, `negate`, a function's name; `copy` for a name of a name;
/// empty for inputs and numbers.
std::string operation_name(const Pool& pool, const Node& node);

/// ∂node/∂argument as a formula in the names and parts that the node is computed from.
Expr local_formula(Pool& pool, const Node& node, std::size_t argument, Detail detail);

}  // namespace chainwise::graph
