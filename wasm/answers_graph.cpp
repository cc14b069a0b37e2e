// What the calls about the graph answer: nodes and edges, traces, proofs, listings.
#include "core/base/limits.h"
#include "core/calculus/functions.h"
#include "wasm/answers.h"

namespace chainwise::wasm {
namespace {

using calculus::Format;
using calculus::Op;

std::string partial_latex(const Pool& pool, Expr of, Expr by) {
  return "\\frac{\\partial " + calculus::name_latex(pool.name(of)) + "}{\\partial " +
         calculus::name_latex(pool.name(by)) + "}";
}

std::string_view kind_name(graph::NodeKind kind) {
  switch (kind) {
    case graph::NodeKind::input: return "input";
    case graph::NodeKind::number: return "number";
    case graph::NodeKind::operation: return "operation";
    case graph::NodeKind::definition: return "definition";
  }
  return "";
}

/// A short label for a node's card: its name, its number, or the sign of its operation.
std::string node_latex(const Pool& pool, const graph::Node& node, const std::string& operation) {
  if (pool.op(node.id) == Op::symbol && !pool.name(node.id).empty()) return calculus::name_latex(pool.name(node.id));
  if (node.kind == graph::NodeKind::number) return calculus::print(pool, node.id, Format::latex).value();
  if (operation == "add") return "+";
  if (operation == "subtract" || operation == "negate") return "-";
  if (operation == "multiply") return "\\times";
  if (operation == "divide") return "\\div";
  if (operation == "power") return "x^{n}";
  const auto function = calculus::find_function(operation);
  if (function && !calculus::row(*function).latex.empty()) return std::string(calculus::row(*function).latex);
  return "\\operatorname{" + operation + "}";
}

std::string_view reason_name(graph::Disagreement reason) {
  switch (reason) {
    case graph::Disagreement::undefined: return "undefined";
    case graph::Disagreement::kink: return "kink";
    case graph::Disagreement::rounding: return "rounding";
    case graph::Disagreement::none: break;
  }
  return "";
}

}  // namespace

void Answer::graph(const calculus::Program& program, graph::Detail detail) {
  const graph::Graph graph = graph::build_graph(pool_, program, detail);
  std::vector<graph::Members> members;
  std::size_t next = 0;
  if (detail == graph::Detail::definitions)
    members = graph::members(graph::build_graph(pool_, program, graph::Detail::operations));
  std::size_t edges = 0;  // the local derivative of a product has all its other factors
  for (const graph::Node& node : graph.nodes)
    edges += node.arguments.size() > 64 ? node.arguments.size() * node.arguments.size() / 64 : node.arguments.size();
  if (edges > kMaxGraphEdges) {
    error_ = make_error("graph-too-large", {{"limit", std::to_string(kMaxGraphEdges)}});
    return;
  }
  json_.object([&] {
    json_.array("nodes", [&] {
      for (const graph::Node& node : graph.nodes)
        json_.object([&] {
          const std::string operation = graph::operation_name(pool_, node);
          json_.member("id", node.id.index);
          json_.member("kind", kind_name(node.kind));
          node_name(node.id);
          json_.member("latex", node_latex(pool_, node, operation));
          json_.member("operation", operation);
          json_.key("formula");
          formula(node.body);
          json_.member("layer", node.layer);
          if (node.definition) json_.member("definition", node.definition->index);
          // Both are in the program's order.
          if (next < members.size() && members[next].definition == node.id)
            nodes(members[next++].operations, "operations");
        });
    });
    json_.array("edges", [&] {
      for (const graph::Node& node : graph.nodes)
        for (std::size_t i = 0; i < node.arguments.size(); ++i)
          json_.object([&] {
            const Expr from = node.arguments[i].from;
            const bool named = pool_.op(from) == Op::symbol && pool_.op(node.id) == Op::symbol;
            json_.member("from", from.index);
            json_.member("to", node.id.index);
            json_.key("local");
            formula(graph::local_formula(pool_, node, i, detail));
            json_.member("latex", named && !pool_.name(node.id).empty() ? partial_latex(pool_, node.id, from) : "");
          });
    });
    json_.member("output", graph.output.index);
  });
}

void Answer::trace(const graph::Trace& trace) {
  json_.object([&] {
    json_.array("nodes", [&] {
      for (const graph::NodeValue& node : trace.nodes)
        json_.object([&] {
          json_.member("id", node.id.index);
          node_name(node.id);
          json_.member("value", node.value);
          computed("gradient", node.gradient);
          json_.array("locals", [&] {
            for (const graph::LocalDerivative& local : node.locals)
              json_.object([&] {
                json_.member("from", local.from.index);
                json_.member("value", local.value);
              });
          });
        });
    });
    json_.array("forward", [&] {
      for (const graph::ForwardEvent& event : trace.forward)
        json_.object([&] {
          json_.member("node", event.node.index);
          nodes(event.from, "from");
          json_.member("value", event.value);
        });
    });
    json_.array("backward", [&] {
      for (const graph::BackwardEvent& event : trace.backward)
        json_.object([&] {
          json_.member("node", event.node.index);
          json_.member("from", event.from.index);
          json_.member("local", event.local);
          json_.member("upstream", event.upstream);
          json_.member("contribution", event.contribution);
          json_.member("gradient", event.gradient);
        });
    });
    json_.object("gradients", [&] {
      for (const auto& [name, gradient] : trace.gradients) json_.member(name, gradient);
    });
  });
}

void Answer::node_name(Expr node) {
  json_.member("name", pool_.op(node) == Op::symbol ? pool_.name(node) : std::string());
}

void Answer::computed(std::string_view key, const std::optional<double>& number) {
  if (number) json_.member(key, *number);
}

void Answer::tangents(const graph::Tangents& tangents) {
  json_.object([&] {
    json_.array("nodes", [&] {
      for (const graph::NodeTangent& node : tangents.nodes)
        json_.object([&] {
          json_.member("id", node.id.index);
          node_name(node.id);
          json_.member("value", node.value);
          computed("tangent", node.tangent);
        });
    });
    json_.array("events", [&] {
      for (const graph::TangentEvent& event : tangents.events)
        json_.object([&] {
          json_.member("node", event.node.index);
          json_.member("from", event.from.index);
          json_.member("local", event.local);
          json_.member("fromTangent", event.from_tangent);
          json_.member("contribution", event.contribution);
          json_.member("tangent", event.tangent);
        });
    });
    json_.member("derivative", tangents.derivative);
  });
}

void Answer::path(const graph::Path& path) {
  json_.object([&] {
    json_.array("edges", [&] {
      for (const graph::Edge& edge : path.edges)
        json_.object([&] {
          json_.member("edge", edge.number);
          json_.member("from", edge.from.index);
          json_.member("to", edge.to.index);
          json_.member("local", edge.local);
        });
    });
    json_.member("product", path.product);
  });
}

void Answer::multiplications(std::string_view key, const graph::Multiplications& counts) {
  json_.object(key, [&] {
    json_.member("pathSum", counts.path_sum);
    json_.member("forward", counts.forward);
    json_.member("reverse", counts.reverse);
  });
}

void Answer::paths(const graph::Paths& paths) {
  json_.object([&] {
    json_.member("count", paths.count);
    json_.member("gradient", paths.gradient);
    json_.array("paths", [&] {
      for (const graph::Path& each : paths.listed) path(each);
    });
    json_.object("multiplications", [&] {
      multiplications("one", paths.one);
      multiplications("all", paths.all);
    });
  });
}

void Answer::explanation(const graph::Explanation& explanation) {
  constexpr std::string_view kCases[] = {"seed", "single", "fork", "no-path", "number"};  // as graph::GradientCase
  json_.object([&] {
    json_.member("node", explanation.node.index);
    node_name(explanation.node);
    json_.member("case", kCases[static_cast<std::size_t>(explanation.kind)]);
    computed("value", explanation.value);
    computed("gradient", explanation.gradient);
    json_.array("contributions", [&] {
      for (const graph::Contribution& part : explanation.contributions)
        json_.object([&] {
          json_.member("from", part.edge.to.index);
          json_.member("edge", part.edge.number);
          json_.member("local", part.edge.local);
          json_.key("formula");
          formula(part.local_formula);
          json_.member("upstream", part.upstream);
          json_.member("contribution", part.contribution);
        });
    });
    json_.member("paths", explanation.paths);
    json_.key("chain");
    path(explanation.chain);
  });
}

void Answer::proof(const graph::Proof& proof) {
  json_.object([&] {
    json_.member("symbolic", proof.symbolic);
    json_.member("reverse", proof.reverse);
    json_.member("difference", proof.difference);
    json_.member("step", proof.step);
    json_.member("agree", proof.agree());
    if (!proof.agree()) json_.member("reason", reason_name(proof.reason));
  });
}

void Answer::listing(const std::vector<graph::Line>& lines) {
  json_.object([&] {
    json_.array("lines", [&] {
      for (const graph::Line& line : lines)
        json_.object([&] {
          json_.member("text", line.text);
          if (line.node) json_.member("node", line.node->index);
          json_.member("pass", line.is_backward ? "backward" : "forward");
        });
    });
  });
}

}  // namespace chainwise::wasm
