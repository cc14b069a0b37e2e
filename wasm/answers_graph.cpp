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

void Answer::graph(Pool& pool, const graph::Graph& graph, graph::Detail detail) {
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
          const std::string operation = graph::operation_name(pool, node);
          json_.member("id", node.id.index);
          json_.member("kind", kind_name(node.kind));
          json_.member("name", pool.op(node.id) == Op::symbol ? pool.name(node.id) : std::string());
          json_.member("latex", node_latex(pool, node, operation));
          json_.member("operation", operation);
          json_.key("formula");
          formula(node.body);
          json_.member("layer", node.layer);
        });
    });
    json_.array("edges", [&] {
      for (const graph::Node& node : graph.nodes)
        for (std::size_t i = 0; i < node.arguments.size(); ++i)
          json_.object([&] {
            const Expr from = node.arguments[i].from;
            const bool named = pool.op(from) == Op::symbol && pool.op(node.id) == Op::symbol;
            json_.member("from", from.index);
            json_.member("to", node.id.index);
            json_.key("local");
            formula(graph::local_formula(pool, node, i, detail));
            json_.member("latex", named && !pool.name(node.id).empty() ? partial_latex(pool, node.id, from) : "");
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
          json_.member("name", pool_.op(node.id) == Op::symbol ? pool_.name(node.id) : std::string());
          json_.member("value", node.value);
          json_.member("computed", node.gradient.has_value());
          json_.member("gradient", node.gradient.value_or(0));
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
